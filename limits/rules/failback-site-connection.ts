import { knownObject } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringsOf, violation } from "./rule";

export const rule = defineRule({
  name: "failback-site-connection",
  ref: "ASR-0075",
  title: "Failback has a connection from the Azure network to the site",
  rationale:
    "Replication back from Azure runs over a VPN or ExpressRoute from the network of the recovered machines.",
  remedy: "Connect the Azure network and the site by VPN or ExpressRoute before failing back.",
  limits: ["failback.site-connection"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("failback.site-connection");
    if (limit === undefined || deployment.failback === undefined) return notApplicable;
    const { siteConnection } = knownObject(deployment.failback);
    if (siteConnection === undefined) return [missing("failback.siteConnection")];
    if (siteConnection !== null && stringsOf(limit).includes(siteConnection)) return kept;
    return [
      violation(limit, {
        subject: "failback",
        observed: siteConnection ?? "no connection",
        message: `The Azure network has no connection to the site; ${stringsOf(limit).join(" or ")} is needed to fail back.`,
        path: "failback.siteConnection",
      }),
    ];
  },
});

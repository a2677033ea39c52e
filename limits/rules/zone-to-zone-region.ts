import { isWithinRegion, regionFacts, regionOf } from "../checks/regions";
import { defineRule, kept, missing, notApplicable, stringsOf, violation } from "./rule";

export const rule = defineRule({
  name: "zone-to-zone-region",
  ref: "ASR-0045",
  title: "Replication within a region happens in a region that has it",
  rationale: "Disaster recovery between zones is offered in some regions only.",
  remedy: "Replicate to another region.",
  limits: ["zone-to-zone.regions"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("zone-to-zone.regions");
    if (limit === undefined) return notApplicable;
    const within = isWithinRegion(deployment);
    const region = regionOf(deployment.sourceRegion);
    if (within === undefined || region === undefined) return [missing(...regionFacts)];
    if (!within) return notApplicable;
    if (stringsOf(limit).includes(region)) return kept;
    return [
      violation(limit, {
        subject: "target region",
        observed: `${region} to ${region}`,
        message: `Disaster recovery between zones is not offered in ${region}.`,
        path: "targetRegion",
      }),
    ];
  },
});

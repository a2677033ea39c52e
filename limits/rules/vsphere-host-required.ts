import { hostsOf } from "../checks/site";
import { boundaryOf } from "../checks/boundary";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "vsphere-host-required",
  ref: "ASR-0174",
  title: "The site has a vSphere host",
  rationale: "Machines are replicated from, and fail back to, at least one vSphere host.",
  remedy: "Name the vSphere hosts of the site.",
  limits: ["vsphere.min-hosts"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "estate",
  check(estate, { limits }) {
    const limit = limits.find("vsphere.min-hosts");
    if (limit === undefined) return notApplicable;
    const hosts = hostsOf(estate, "vsphere");
    if (hosts === undefined) return [missing("hosts")];
    const boundary = boundaryOf(limit);
    if (boundary.admits(hosts.length, "hosts")) return kept;
    return [
      violation(limit, {
        subject: "site",
        observed: `${hosts.length} hosts`,
        message: `The site has ${hosts.length} vSphere hosts; it needs ${boundary.text}.`,
        path: "hosts",
      }),
    ];
  },
});

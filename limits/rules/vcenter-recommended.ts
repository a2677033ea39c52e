import { defineRule, kept, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "vcenter-recommended",
  ref: "ASR-0169",
  title: "vSphere hosts are managed by a vCenter Server",
  rationale:
    "Without vCenter Server each host is registered by itself, and machines that move between hosts are lost.",
  remedy: "Deploy a vCenter Server and register it instead of the hosts.",
  limits: ["vcenter.recommended"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "estate",
  check(estate, { limits }) {
    const limit = limits.find("vcenter.recommended");
    if (limit === undefined) return notApplicable;
    // An estate document that names hosts names its vCenter Server too, where there is one.
    if (estate.vcenter !== undefined) return kept;
    if (!Array.isArray(estate.hosts) || estate.hosts.length === 0) return notApplicable;
    return [
      violation(limit, {
        subject: "site",
        observed: "no vCenter Server",
        message: "The site has vSphere hosts and no vCenter Server.",
        path: "vcenter",
      }),
    ];
  },
});

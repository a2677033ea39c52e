import { knownString } from "../facts/known";
import { judgeListedVersion } from "../checks/version-list";
import { defineRule, kept, notApplicable } from "./rule";

export const rule = defineRule({
  name: "vcenter-version",
  ref: "ASR-0168",
  title: "vCenter Server runs a listed release",
  rationale: "Machines are discovered through vCenter, which is tested with the listed releases only.",
  remedy: "Upgrade vCenter Server to a listed release, or register the hosts without it.",
  limits: ["vcenter.versions"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "vcenter",
  check(vcenter, { limits }) {
    const limit = limits.find("vcenter.versions");
    if (limit === undefined) return notApplicable;
    const name = knownString(vcenter.name);
    const outcome = judgeListedVersion(limit, vcenter.version, {
      fact: "version",
      subject: name === undefined ? "vCenter Server" : `vCenter Server ${name}`,
      name: "vCenter Server",
    });
    return outcome === undefined ? kept : [outcome];
  },
});

import { hostSubject } from "../checks/site";
import { judgeListedVersion } from "../checks/version-list";
import { defineRule, kept, notApplicable } from "./rule";

export const rule = defineRule({
  name: "vsphere-version",
  ref: "ASR-0167",
  title: "vSphere hosts run a listed release",
  rationale: "Discovery and snapshots are tested on the listed releases of vSphere only.",
  remedy: "Upgrade the host to a listed release, or move the machines to another host.",
  limits: ["vsphere.versions"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "host",
  check(host, { limits }) {
    const limit = limits.find("vsphere.versions");
    if (limit === undefined || (host.kind ?? "vsphere") !== "vsphere") return notApplicable;
    const outcome = judgeListedVersion(limit, host.version, {
      fact: "version",
      subject: hostSubject(host),
      name: "The vSphere release of the host",
    });
    return outcome === undefined ? kept : [outcome];
  },
});

import { judgeDisks } from "../checks/disks";
import { releaseOf } from "../checks/release";
import { defineRule, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "dynamic-os-disk",
  ref: "ASR-0112",
  title: "The operating-system disk is a Windows basic disk",
  rationale: "A Windows machine does not boot in Azure from a dynamic disk; data disks may be dynamic.",
  remedy: "Convert the operating-system disk to a basic disk.",
  limits: ["machine.os-disk.dynamic"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("machine.os-disk.dynamic");
    if (limit === undefined) return notApplicable;
    const { family } = releaseOf(machine);
    if (family === undefined) return [missing("os.family")];
    if (family !== "windows") return notApplicable;
    return judgeDisks(machine, "dynamic", (disk) => {
      if (disk.os === false || disk.facts.dynamic === false) return undefined;
      if (typeof disk.facts.dynamic !== "boolean") return missing("disks[].dynamic");
      if (disk.os === undefined) return missing("disks[].os");
      return violation(limit, {
        subject: disk.subject,
        observed: "dynamic disk",
        message: "The operating-system disk is a Windows dynamic disk.",
        path: disk.path("dynamic"),
      });
    });
  },
});

import { volumesOf } from "../checks/volumes";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "storage-spaces",
  ref: "ASR-0135",
  title: "No volume is built with Storage Spaces",
  rationale: "Volumes on Storage Spaces are not replicated consistently.",
  remedy: "Move the data to volumes on ordinary disks before enabling replication.",
  limits: ["machine.volume.storage-spaces"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("machine.volume.storage-spaces");
    if (limit === undefined) return notApplicable;
    const volumes = volumesOf(machine);
    if (volumes === undefined) return [missing("volumes[].manager")];
    return volumes.flatMap((volume): readonly Outcome[] => {
      if (typeof volume.facts.manager !== "string") return [missing("volumes[].manager")];
      if (volume.facts.manager !== "storage-spaces") return [];
      return [
        violation(limit, {
          subject: volume.subject,
          observed: "storage-spaces",
          message: "The volume is built with Storage Spaces.",
          path: volume.path("manager"),
        }),
      ];
    });
  },
});

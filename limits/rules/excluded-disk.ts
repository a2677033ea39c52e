import { knownObjects, knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "excluded-disk",
  ref: "ASR-0129",
  title: "No disk is left out where the scenario replicates all of them",
  rationale:
    "The appliance replicates all disks of a physical server: a plan that leaves one out cannot be carried out.",
  remedy: "Replicate the disk, or detach it from the server.",
  limits: ["machine.disk.exclude"],
  moments: ["inventory", "component"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("machine.disk.exclude");
    if (limit === undefined) return notApplicable;
    const disks = knownObjects(machine.disks);
    if (disks === undefined) return [missing("disks[].excluded")];
    // A disk is left out on purpose: one that says nothing is replicated.
    const outcomes = disks.flatMap((disk, index): readonly Outcome[] =>
      disk.excluded === true
        ? [
            violation(limit, {
              subject: `disk ${knownString(disk.name) ?? index + 1}`,
              observed: "left out of replication",
              message: "The disk shall be left out of replication, which is not supported here.",
              path: `disks[${index}].excluded`,
            }),
          ]
        : [],
    );
    return outcomes.length === 0 ? kept : outcomes;
  },
});

import { refuseDisks } from "../checks/refusal";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "shared-disk",
  ref: "ASR-0109",
  title: "No disk is shared between machines",
  rationale: "Guest clusters with shared disks cannot be replicated: the prerequisites check fails.",
  remedy:
    "Leave the cluster to its own replication (Always On, Storage Replica), or move the data off shared disks.",
  limits: ["machine.disk.shared"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) =>
    refuseDisks(machine, limits, {
      limit: "machine.disk.shared",
      fact: "shared",
      observed: "shared",
      message: "The disk is shared with other machines, which is not supported.",
    }),
});

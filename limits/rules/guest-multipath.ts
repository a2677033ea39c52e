import { judgeFlag } from "../checks/flag";
import { knownBoolean } from "../facts/known";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "guest-multipath",
  ref: "ASR-0136",
  title: "The guest uses no multipath I/O of its own",
  rationale:
    "Multipath inside the guest hides the disks that are replicated; multipath of the host is another matter.",
  remedy: "Remove multipath from the guest and let the host provide it.",
  limits: ["machine.multipath"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) =>
    judgeFlag(limits, {
      limit: "machine.multipath",
      fact: "multipath",
      value: knownBoolean(machine.multipath),
      subject: "storage",
      observed: "multipath I/O",
      message: "The guest uses multipath I/O.",
    }),
});

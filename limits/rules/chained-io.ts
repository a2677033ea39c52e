import { judgeFlag } from "../checks/flag";
import { knownBoolean } from "../facts/known";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "chained-io",
  ref: "ASR-0156",
  title: "Linux storage stacks no I/O of several devices",
  rationale: "Chained I/O is not supported.",
  remedy: "Take the stacked devices apart before enabling replication.",
  limits: ["linux.chained-io"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) =>
    judgeFlag(limits, {
      limit: "linux.chained-io",
      fact: "chainedIo",
      value: knownBoolean(machine.chainedIo),
      subject: "storage",
      observed: "chained I/O",
      message: "The machine's storage uses chained I/O.",
    }),
});

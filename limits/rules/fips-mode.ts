import { judgeFlag } from "../checks/flag";
import { knownBoolean } from "../facts/known";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "fips-mode",
  ref: "ASR-0149",
  title: "The operating system does not run in FIPS mode",
  rationale: "The Mobility Service does not support FIPS encryption.",
  remedy: "Turn FIPS mode off before installing the Mobility Service.",
  limits: ["machine.fips-mode"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) =>
    judgeFlag(limits, {
      limit: "machine.fips-mode",
      fact: "fipsMode",
      value: knownBoolean(machine.fipsMode),
      subject: "operating system",
      observed: "FIPS mode",
      message: "The operating system runs in FIPS mode.",
    }),
});

import { isGeneration2 } from "../checks/generation";
import { knownBoolean } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "secure-boot",
  ref: "ASR-0114",
  title: "Secure Boot is off",
  rationale: "Machines that boot by UEFI are supported only while Secure Boot is off.",
  remedy: "Turn Secure Boot off in the machine's firmware settings before enabling replication.",
  limits: ["machine.secure-boot"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("machine.secure-boot");
    if (limit === undefined) return notApplicable;
    const uefi = isGeneration2(machine);
    if (uefi === false) return kept;
    const on = knownBoolean(machine.secureBoot);
    if (on === undefined) return [missing(uefi === undefined ? "firmware" : "secureBoot")];
    if (!on) return kept;
    return [
      violation(limit, {
        subject: "firmware",
        observed: "Secure Boot on",
        message: "Secure Boot is on.",
        path: "secureBoot",
      }),
    ];
  },
});

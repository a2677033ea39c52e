import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "machine-vmm-cloud",
  ref: "ASR-0183",
  title: "The machine lies on a host in a VMM cloud",
  rationale:
    "Replication to a secondary site is set up between VMM clouds; a machine outside of them cannot take part.",
  remedy: "Move the machine to a host that belongs to a cloud.",
  limits: ["machine.vmm-cloud"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("machine.vmm-cloud");
    if (limit === undefined) return notApplicable;
    if (machine.vmmCloud === null) {
      return [
        violation(limit, {
          subject: "machine",
          observed: "no VMM cloud",
          message: "The machine is in no VMM cloud.",
          path: "vmmCloud",
        }),
      ];
    }
    return knownString(machine.vmmCloud) === undefined ? [missing("vmmCloud")] : kept;
  },
});

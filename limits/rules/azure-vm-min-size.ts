import { numberField } from "../checks/values";
import { knownNumber } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "azure-vm-min-size",
  ref: "ASR-0084",
  title: "Azure VMs that replicate have the cores and memory that replication needs",
  rationale: "The Mobility service needs memory and a core of its own beside the workload.",
  remedy: "Resize the machine.",
  limits: ["azure-vm.size.min"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("azure-vm.size.min");
    if (limit === undefined) return notApplicable;
    const facts = [
      ["cpuCores", "active cores"],
      ["memoryMiB", "MiB of memory"],
    ] as const;
    return facts.flatMap(([fact, unit]): Outcome[] => {
      const seen = knownNumber(machine[fact]);
      if (seen === undefined) return [missing(fact)];
      const least = numberField(limit, fact);
      if (seen >= least) return [];
      return [
        violation(limit, {
          subject: "size",
          observed: `${seen} ${unit}`,
          message: `The machine has ${seen} ${unit}; at least ${least} are needed.`,
          path: fact,
        }),
      ];
    });
  },
});

import { knownBoolean, knownObject } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "dedicated-host",
  ref: "ASR-0081",
  title: "Azure VMs that replicate are on no dedicated host",
  rationale: "Machines on dedicated hosts cannot be replicated.",
  remedy: "Move the machine off the dedicated host.",
  limits: ["azure-vm.dedicated-host.supported"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("azure-vm.dedicated-host.supported");
    if (limit === undefined) return notApplicable;
    const dedicated = knownBoolean(knownObject(machine.azure).dedicatedHost);
    if (dedicated === undefined) return [missing("azure.dedicatedHost")];
    if (!dedicated) return kept;
    return [
      violation(limit, {
        subject: "host",
        observed: "dedicated host",
        message: "The machine is on a dedicated host, which is not supported.",
        path: "azure.dedicatedHost",
      }),
    ];
  },
});

import { knownObject, knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, numberOf, violation } from "./rule";

export const rule = defineRule({
  name: "multi-vm-group-port",
  ref: "ASR-0060",
  title: "Machines of a multi-VM consistency group let each other in",
  rationale: "Members agree on every shared recovery point over one TCP port.",
  remedy: "Open the port in the machine's own firewall for the other members.",
  limits: ["multi-vm-group.port"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("multi-vm-group.port");
    if (limit === undefined) return notApplicable;
    if (machine.multiVmGroup === null) return notApplicable;
    if (knownString(machine.multiVmGroup) === undefined) return [missing("multiVmGroup")];
    const ports = knownObject(machine.firewall).inboundAllowedPorts;
    if (!Array.isArray(ports)) return [missing("firewall.inboundAllowedPorts")];
    if ((ports as readonly unknown[]).includes(numberOf(limit))) return kept;
    return [
      violation(limit, {
        subject: "firewall",
        observed: `port ${numberOf(limit)} closed`,
        message: `The machine is in multi-VM group ${machine.multiVmGroup ?? ""} and does not let port ${numberOf(limit)} in.`,
        path: "firewall.inboundAllowedPorts",
      }),
    ];
  },
});

import { unlessFamily } from "../checks/answers";
import { nicsOf } from "../checks/nics";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "linux-static-ip",
  ref: "ASR-0132",
  title: "Linux machines on Hyper-V get their addresses by DHCP",
  rationale:
    "Protecting a Linux machine on Hyper-V with a static address is not supported; one such adapter is enough.",
  remedy: "Switch the adapter to DHCP before enabling replication.",
  limits: ["network.guest.static-ip.linux"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("network.guest.static-ip.linux");
    if (limit?.value !== false) return notApplicable;
    const other = unlessFamily(machine, "linux");
    if (other !== undefined) return other;
    const nics = nicsOf(machine);
    if (nics === undefined) return [missing("nics[].assignment")];
    const outcomes: Outcome[] = [];
    for (const nic of nics) {
      if (nic.facts.assignment === "static") {
        outcomes.push(
          violation(limit, {
            subject: nic.subject,
            observed: "static address",
            message: "The adapter of a Linux machine has a static address.",
            path: nic.path("assignment"),
          }),
        );
      } else if (nic.facts.assignment !== "dhcp") outcomes.push(missing("nics[].assignment"));
    }
    return outcomes;
  },
});

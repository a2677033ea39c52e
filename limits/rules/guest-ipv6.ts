import { nicsOf } from "../checks/nics";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "guest-ipv6",
  ref: "ASR-0131",
  title: "The guest does not rely on IPv6",
  rationale:
    "IPv6 addresses of the guest are not carried over. Link-local addresses do not count; a machine that has " +
    "IPv4 as well gets a warning, because the documents do not say that it is refused.",
  remedy: "Make the machine reachable over IPv4 before failover.",
  limits: ["network.guest.ipv6"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("network.guest.ipv6");
    if (limit === undefined) return notApplicable;
    const nics = nicsOf(machine);
    if (nics === undefined) return [missing("nics[].ipv6")];
    const hasIpv4 = nics.some((nic) => nic.ipv4 !== undefined && nic.ipv4.length > 0);
    const outcomes: Outcome[] = [];
    for (const nic of nics) {
      if (nic.ipv6 === undefined) {
        outcomes.push(missing("nics[].ipv6"));
      } else if (nic.ipv6.length > 0) {
        outcomes.push(
          violation(limit, {
            subject: nic.subject,
            observed: nic.ipv6.join(", "),
            message: hasIpv4
              ? "The adapter has IPv6 addresses, which are not carried over; the machine has IPv4 as well."
              : "The adapter has IPv6 addresses, and no IPv4 address of the machine is known.",
            ...(hasIpv4 ? { severity: "warning" } : {}),
            path: nic.path("ipv6"),
          }),
        );
      }
    }
    return outcomes;
  },
});

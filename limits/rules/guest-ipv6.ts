import { nicsOf } from "../checks/nics";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "guest-ipv6",
  ref: "ASR-0131",
  title: "The guest does not rely on IPv6",
  rationale: "IPv6 addresses of the guest are not carried over. Link-local addresses do not count.",
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
    const outcomes: Outcome[] = [];
    for (const nic of nics) {
      if (nic.ipv6 === undefined) {
        outcomes.push(missing("nics[].ipv6"));
      } else if (nic.ipv6.length > 0) {
        const only = nic.ipv4 !== undefined && nic.ipv4.length === 0;
        outcomes.push(
          violation(limit, {
            subject: nic.subject,
            observed: nic.ipv6.join(", "),
            message: only ? "The adapter has IPv6 addresses only." : "The adapter has IPv6 addresses.",
            path: nic.path("ipv6"),
          }),
        );
      }
    }
    return outcomes;
  },
});

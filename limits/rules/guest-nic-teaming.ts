import { nicsOf } from "../checks/nics";
import { knownBoolean } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "guest-nic-teaming",
  ref: "ASR-0130",
  title: "The guest does not team its network adapters",
  rationale:
    "A team inside the guest is not carried over: refused, or turned into one adapter, by edition. Teams of the host are another matter.",
  remedy: "Dissolve the team in the guest before failover.",
  limits: ["network.guest.nic-teaming"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("network.guest.nic-teaming");
    if (limit === undefined) return notApplicable;
    const nics = nicsOf(machine);
    if (nics === undefined) return [missing("nics[].teamed")];
    const outcomes: Outcome[] = [];
    for (const nic of nics) {
      const teamed = knownBoolean(nic.facts.teamed);
      if (teamed === undefined && nics.length > 1) outcomes.push(missing("nics[].teamed"));
      if (teamed === true) {
        outcomes.push(
          violation(limit, {
            subject: nic.subject,
            observed: "teamed",
            message: "The adapter belongs to a team inside the guest.",
            path: nic.path("teamed"),
          }),
        );
      }
    }
    return outcomes;
  },
});

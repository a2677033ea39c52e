import { nicsOf } from "../checks/nics";
import { stringOf, defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "guest-apipa",
  ref: "ASR-0133",
  title: "No adapter has an automatic private address",
  rationale: "A machine that only found itself an address (APIPA) is not supported on Hyper-V.",
  remedy: "Give the adapter a proper address by DHCP or by hand.",
  limits: ["network.guest.apipa"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("network.guest.apipa");
    if (limit === undefined) return notApplicable;
    const nics = nicsOf(machine);
    if (nics === undefined) return [missing("nics[].ipv4")];
    const outcomes: Outcome[] = [];
    for (const nic of nics) {
      const automatic = nic.ipv4?.filter((address) => address.startsWith(stringOf(limit)));
      if (automatic === undefined) outcomes.push(missing("nics[].ipv4"));
      else if (automatic.length > 0) {
        outcomes.push(
          violation(limit, {
            subject: nic.subject,
            observed: automatic.join(", "),
            message: "The adapter has an automatic private address.",
            path: nic.path("ipv4"),
          }),
        );
      }
    }
    return outcomes;
  },
});

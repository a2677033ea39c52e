import { itemName } from "../checks/protected-items";
import { knownString } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "availability-zone",
  ref: "ASR-0010",
  title: "Machines fail over into an availability zone or set only where the scenario supports it",
  rationale:
    "A failover into an availability zone that the scenario does not support cannot create the machine.",
  remedy: "Leave the availability zone out; an availability set is supported.",
  limits: ["azure-vm.availability-zone.supported", "azure-vm.availability-set.supported"],
  moments: ["inventory", "component", "resource", "live"],
  since: "0.1.0",
  subject: "protected-item",
  check(item, { limits }) {
    const zones = limits.find("azure-vm.availability-zone.supported");
    const sets = limits.find("azure-vm.availability-set.supported");
    if (zones === undefined && sets === undefined) return notApplicable;
    const outcomes: Outcome[] = [];
    if (zones?.value === false && item.availabilityZone !== null) {
      const zone = knownString(item.availabilityZone);
      if (zone === undefined && item.availabilityZone !== "") outcomes.push(missing("availabilityZone"));
      if (zone !== undefined) {
        outcomes.push(
          violation(zones, {
            subject: itemName(item),
            observed: `availability zone ${zone}`,
            message: `The machine shall fail over into availability zone ${zone}, which is not supported.`,
            path: "availabilityZone",
          }),
        );
      }
    }
    const set = knownString(item.availabilitySetId);
    if (sets?.value === false && set !== undefined) {
      outcomes.push(
        violation(sets, {
          subject: itemName(item),
          observed: `availability set ${set}`,
          message: "The machine shall fail over into an availability set, which is not supported.",
          path: "availabilitySetId",
        }),
      );
    }
    return outcomes;
  },
});

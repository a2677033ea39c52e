import { itemName } from "../checks/protected-items";
import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringsOf, violation } from "./rule";

export const rule = defineRule({
  name: "capacity-reservation",
  ref: "ASR-0078",
  title: "Capacity reservation groups are set only where the scenario can use them",
  rationale: "Only Azure VMs can be recovered into a capacity reservation group.",
  remedy: "Leave the capacity reservation group out.",
  limits: ["azure-vm.capacity-reservation.scenarios"],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "protected-item",
  check(item, { limits, scenario }) {
    const limit = limits.find("azure-vm.capacity-reservation.scenarios");
    if (limit === undefined) return notApplicable;
    if (stringsOf(limit).includes(scenario) || item.capacityReservationGroupId === null) return kept;
    const group = knownString(item.capacityReservationGroupId);
    if (group === undefined) return [missing("capacityReservationGroupId")];
    return [
      violation(limit, {
        subject: itemName(item),
        observed: group,
        message: `A capacity reservation group cannot be used for ${scenario}.`,
        path: "capacityReservationGroupId",
      }),
    ];
  },
});

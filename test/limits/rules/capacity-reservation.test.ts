import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const item = { name: "m", capacityReservationGroupId: "/group" };

it.each<Case>([
  [item, current("vmware-to-azure"), ["warning azure-vm.capacity-reservation.scenarios"]],
  [item, current("physical-to-azure"), ["warning azure-vm.capacity-reservation.scenarios"]],
  [item, current("azure-to-azure"), "kept"],
  [{ capacityReservationGroupId: null }, current("vmware-to-azure"), "kept"],
  [{}, current("vmware-to-azure"), ["? capacityReservationGroupId"]],
  [item, current("hyperv-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("capacity-reservation", "protected-item", facts, within)).toEqual(expected);
});

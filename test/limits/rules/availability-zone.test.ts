import { expect, it } from "vitest";
import { current, in2016, in2019, verdictOn, type Case } from "./judging";

const refused = ["error azure-vm.availability-zone.supported"];

it.each<Case>([
  [{ availabilityZone: "1" }, in2019("vmware-to-azure"), refused],
  [{ availabilityZone: "1", availabilitySetId: "/set" }, in2019("physical-to-azure"), refused],
  [{ availabilityZone: null }, in2019("vmware-to-azure"), "kept"],
  [{ availabilityZone: "" }, in2019("vmware-to-azure"), "kept"],
  // An availability set is allowed and must never be reported.
  [{ availabilityZone: null, availabilitySetId: "/set" }, in2019("vmware-to-azure"), "kept"],
  [{}, in2019("vmware-to-azure"), ["? availabilityZone"]],
  [{ availabilityZone: 1 }, in2019("vmware-to-azure"), ["? availabilityZone"]],
  [{ availabilityZone: "2" }, current("vmware-to-azure"), refused],
  [{ availabilityZone: "2" }, current("hyperv-to-azure"), refused],
  [{ availabilityZone: "2" }, current("azure-to-azure"), "kept"],
  [{ availabilityZone: "1" }, in2016("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (item, scope, expected) => {
  expect(verdictOn("availability-zone", "protected-item", item, scope)).toEqual(expected);
});

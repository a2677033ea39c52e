import { expect, it } from "vitest";
import { current, in2016, in2019, verdictOn, type Case } from "./judging";

const refused = ["error azure-vm.name.pattern"];

it.each<Case>([
  [{ targetName: "db01" }, in2019("vmware-to-azure"), "kept"],
  [{ targetName: "a".repeat(63) }, in2019("vmware-to-azure"), "kept"],
  [{ targetName: "a".repeat(64) }, in2019("vmware-to-azure"), refused],
  [{ targetName: "" }, in2019("vmware-to-azure"), refused],
  [{ targetName: "db 01" }, current("hyperv-to-azure"), refused],
  [{ targetName: null }, in2019("vmware-to-azure"), "n/a"],
  [{}, in2019("vmware-to-azure"), ["? targetName"]],
  [{ targetName: "db_01" }, in2016("hyperv-vmm-to-azure"), refused],
  [{ targetName: "db_01" }, in2016("physical-to-azure"), "n/a"],
])("%j in %j: %j", (item, scope, expected) => {
  expect(verdictOn("azure-vm-name", "protected-item", item, scope)).toEqual(expected);
});

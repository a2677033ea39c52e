import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const group = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `m${index}`, multiVmGroup: "g" }));

it.each<Case>([
  [{ protectedItems: group(15) }, scope, "kept"],
  [{ protectedItems: group(16) }, scope, "kept"],
  [{ protectedItems: group(17) }, scope, ["error multi-vm-group.max-machines"]],
  [{ protectedItems: [...group(16), { multiVmGroup: "other" }, { multiVmGroup: null }] }, scope, "kept"],
  [{ protectedItems: [...group(16), {}] }, scope, ["? protectedItems[].multiVmGroup"]],
  [{}, scope, ["? protectedItems"]],
  [{ protectedItems: group(17) }, current("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("multi-vm-group-size", "deployment", facts, within)).toEqual(expected);
});

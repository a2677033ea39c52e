import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const refused = ["error azure-vm.size.min"];

it.each<Case>([
  [{ name: "m", cpuCores: 2, memoryMiB: 1024 }, scope, "kept"],
  [{ name: "m", cpuCores: 1, memoryMiB: 1024 }, scope, refused],
  [{ name: "m", cpuCores: 2, memoryMiB: 1023 }, scope, refused],
  [{ name: "m", cpuCores: 3, memoryMiB: 1025 }, scope, "kept"],
  [{ name: "m", memoryMiB: 1024 }, scope, ["? cpuCores"]],
  [{ name: "m", cpuCores: "2", memoryMiB: 512 }, scope, [...refused, "? cpuCores"]],
  [{ name: "m", cpuCores: 1, memoryMiB: 1 }, current("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("azure-vm-min-size", "machine", facts, within)).toEqual(expected);
});

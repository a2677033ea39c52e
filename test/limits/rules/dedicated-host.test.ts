import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");

it.each<Case>([
  [{ name: "m", azure: { dedicatedHost: true } }, scope, ["error azure-vm.dedicated-host.supported"]],
  [{ name: "m", azure: { dedicatedHost: false } }, scope, "kept"],
  [{ name: "m" }, scope, ["? azure.dedicatedHost"]],
  [{ name: "m", azure: { dedicatedHost: true } }, current("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("dedicated-host", "machine", facts, within)).toEqual(expected);
});

import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");

it.each<Case>([
  [{ name: "m", azure: { scaleSet: "scaling" } }, scope, ["error azure-vm.scale-set"]],
  [{ name: "m", azure: { scaleSet: "availability" } }, scope, "kept"],
  [{ name: "m", azure: { scaleSet: null } }, scope, "kept"],
  [{ name: "m" }, scope, ["? azure.scaleSet"]],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("scale-set-purpose", "machine", facts, within)).toEqual(expected);
});

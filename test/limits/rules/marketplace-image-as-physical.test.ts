import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("physical-to-azure");

it.each<Case>([
  [{ name: "m", kind: "azure-vm", marketplaceImage: true }, scope, ["error machine.marketplace-image"]],
  [{ name: "m", kind: "azure-vm", marketplaceImage: false }, scope, "kept"],
  [{ name: "m", kind: "azure-vm" }, scope, ["? marketplaceImage"]],
  [{ name: "m", kind: "physical" }, scope, "n/a"],
  [{ name: "m" }, scope, ["? marketplaceImage"]],
  [{ name: "m", kind: "azure-vm", marketplaceImage: true }, current("azure-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("marketplace-image-as-physical", "machine", facts, within)).toEqual(expected);
});

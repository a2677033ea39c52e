import { fc, it as property } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { current, in2016, in2019, verdictOn, type Case } from "./judging";

const scope = in2019("vmware-to-azure");
const source = ["warning azure-vm.name.source-machine"];
const azure = ["error azure-vm.name.pattern"];

it.each<Case>([
  [{ name: "db01" }, scope, "kept"],
  [{ name: "a" }, scope, "kept"],
  [{ name: "7" }, scope, "kept"],
  [{ name: "db_01" }, scope, source],
  [{ name: "db01.corp.example" }, scope, source],
  [{ name: "-db01" }, scope, source],
  [{ name: "db01-" }, scope, source],
  [{ name: "db_01", azureName: "db01" }, scope, "kept"],
  [{ name: "db01", azureName: "db_01" }, scope, azure],
  [{ name: "db01", azureName: "" }, scope, azure],
  [{ name: 7 }, scope, ["? name"]],
  [{ name: "db_01" }, in2016("vmware-to-azure"), source],
  [{ name: "db01", azureName: "db_01" }, in2016("hyperv-to-azure"), azure],
  // No naming row: physical servers in 2016-12, and the source names of Hyper-V.
  [{ name: "db_01", azureName: "db_01" }, in2016("physical-to-azure"), "n/a"],
  [{ name: "db_01" }, in2016("hyperv-to-azure"), "n/a"],
  [{ name: "db_01" }, current("physical-to-azure"), source],
])("%j in %j: %j", (machine, within, expected) => {
  expect(verdictOn("machine-name", "machine", machine, within)).toEqual(expected);
});

property.prop([fc.integer({ min: 1, max: 130 })])("takes 1 to 63 characters", (length) => {
  const said = verdictOn("machine-name", "machine", { name: "m", azureName: "a".repeat(length) }, scope);
  expect(said).toEqual(length <= 63 ? "kept" : azure);
});

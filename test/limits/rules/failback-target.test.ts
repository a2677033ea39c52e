import { expect, it } from "vitest";
import { current, in2016, verdictOn, type Case } from "./judging";

it.each<Case>([
  [{ failback: { target: "physical" } }, in2016("physical-to-azure"), ["error failback.target"]],
  [{ failback: { target: "vmware-vm" } }, in2016("physical-to-azure"), "kept"],
  [{ failback: { target: "physical" } }, current("physical-to-azure"), ["warning failback.target"]],
  [{ failback: {} }, in2016("physical-to-azure"), ["? failback.target"]],
  [{}, in2016("physical-to-azure"), "n/a"],
  [{ failback: { target: "physical" } }, in2016("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("failback-target", "deployment", facts, within)).toEqual(expected);
});

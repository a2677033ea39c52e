import { expect, it } from "vitest";
import { in2016, verdictOn, type Case } from "./judging";

const scope = in2016("physical-to-azure");

it.each<Case>([
  [{ failback: { receivers: 1, configurationServer: "vmware-vm" } }, scope, "kept"],
  [
    { failback: { receivers: 0, configurationServer: "vmware-vm" } },
    scope,
    ["error failback.physical.receivers"],
  ],
  [
    { failback: { receivers: 1, configurationServer: "physical", masterTargets: 0 } },
    scope,
    ["error failback.physical.master-target"],
  ],
  [{ failback: { receivers: 1, configurationServer: "physical", masterTargets: 1 } }, scope, "kept"],
  [{ failback: { receivers: 1, configurationServer: "physical" } }, scope, ["? failback.masterTargets"]],
  [{ failback: { receivers: 1 } }, scope, ["? failback.configurationServer"]],
  [{ failback: {} }, scope, ["? failback.receivers", "? failback.configurationServer"]],
  [{}, scope, "n/a"],
  [{ failback: { receivers: 0 } }, in2016("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("failback-receiver", "deployment", facts, within)).toEqual(expected);
});

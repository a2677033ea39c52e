import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");

it.each<Case>([
  [{ chainedReplication: false, offlineSeeding: false }, scope, "kept"],
  [{ chainedReplication: true, offlineSeeding: false }, scope, ["error scenario.chained-replication"]],
  [
    { chainedReplication: false, offlineSeeding: true },
    current("hyperv-to-azure"),
    ["error scenario.chained-replication"],
  ],
  [{}, scope, ["? chainedReplication", "? offlineSeeding"]],
  [{ chainedReplication: true }, current("azure-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("chained-replication", "estate", facts, within)).toEqual(expected);
});

import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");

it.each<Case>([
  [{ hierarchicalNamespace: true }, scope, ["error azure-storage.hierarchical-namespace"]],
  [{ hierarchicalNamespace: false }, scope, "kept"],
  [{}, scope, ["? hierarchicalNamespace"]],
  [{ hierarchicalNamespace: true }, current("azure-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("hierarchical-namespace", "storage-account", facts, within)).toEqual(expected);
});

import { expect, it } from "vitest";
import { current, in2019, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");
const refused = ["error azure-storage.blob-soft-delete"];

it.each<Case>([
  [{ blobSoftDelete: true }, scope, refused],
  [{ blobSoftDelete: true }, current("azure-to-azure"), refused],
  [{ blobSoftDelete: false }, scope, "kept"],
  [{}, scope, ["? blobSoftDelete"]],
  [{ blobSoftDelete: "true" }, scope, ["? blobSoftDelete"]],
  [{ blobSoftDelete: true }, current("hyperv-to-azure"), "n/a"],
  [{ blobSoftDelete: true }, in2019("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("blob-soft-delete", "storage-account", facts, within)).toEqual(expected);
});

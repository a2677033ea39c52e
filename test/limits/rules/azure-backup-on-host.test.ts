import { expect, it } from "vitest";
import { current, in2016, verdictOn, type Case } from "./judging";

const scope = current("hyperv-to-azure");

it.each<Case>([
  [{ name: "h", azureBackupInstalled: true }, scope, ["error hyperv-host.azure-backup"]],
  [{ name: "h", azureBackupInstalled: false }, scope, "kept"],
  [{ name: "h" }, scope, ["? hosts[].azureBackupInstalled"]],
  [{ name: "h", kind: "vsphere", azureBackupInstalled: true }, scope, "n/a"],
  [{ name: "h", azureBackupInstalled: true }, in2016("hyperv-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("azure-backup-on-host", "host", facts, within)).toEqual(expected);
});

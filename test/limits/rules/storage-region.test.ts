import { expect, it } from "vitest";
import { current, in2016, in2019, verdictOn, type Case } from "./judging";

const vault = { location: "westeurope" };

it.each<Case>([
  [{ vault, storageAccounts: [{ location: "West Europe" }] }, in2016("vmware-to-azure"), "kept"],
  [
    { vault, storageAccounts: [{ location: "northeurope" }] },
    in2016("vmware-to-azure"),
    ["warning azure-storage.region.same-as-vault"],
  ],
  [
    { vault, storageAccounts: [{ location: "northeurope" }] },
    current("hyperv-vmm-to-azure"),
    ["error landing-zone.region"],
  ],
  [{ vault, storageAccounts: [{ location: "northeurope" }] }, in2019("vmware-to-azure"), "n/a"],
  [{ vault, storageAccounts: [{}] }, in2016("vmware-to-azure"), ["? storageAccounts[].location"]],
  [{ storageAccounts: [{ location: "northeurope" }] }, in2016("vmware-to-azure"), ["? vault.location"]],
  [{ vault }, in2016("vmware-to-azure"), ["? storageAccounts"]],
])("%j in %j: %j", (deployment, scope, expected) => {
  expect(verdictOn("storage-region", "deployment", deployment, scope)).toEqual(expected);
});

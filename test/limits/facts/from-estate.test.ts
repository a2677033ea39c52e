import { expect, it } from "vitest";
import { factsFromTarget, protectedItemFromMachine } from "../../../limits/facts/from-estate";

it("knows nothing of a target that is not there", () => {
  expect(factsFromTarget({})).toEqual({ storageAccounts: [], networks: [], deployment: {} });
});

it("turns a target into the facts of Azure resources", () => {
  const facts = factsFromTarget({
    target: {
      region: "West Europe",
      vaultRegion: "westeurope",
      networkRegion: "North Europe",
      availabilityZone: "1",
      availabilitySet: true,
      diskType: "premium-ssd",
      storageAccountKind: "StorageV2",
      storageSku: "Premium_LRS",
      logStorageSku: "Standard_LRS",
    },
  });
  expect(facts.vault).toEqual({ location: "westeurope" });
  expect(facts.storageAccounts).toEqual([
    {
      name: "target storage account",
      role: "replication",
      location: "westeurope",
      kind: "StorageV2",
      sku: "Premium_LRS",
    },
    { name: "log storage account", role: "log", location: "westeurope", sku: "Standard_LRS" },
  ]);
  expect(facts.networks).toEqual([{ name: "target network", role: "recovery", location: "northeurope" }]);
  expect(facts.protectedItem).toEqual({
    name: "target",
    availabilityZone: "1",
    availabilitySetId: "planned",
    disks: [{ id: "every disk", type: "Premium_LRS", os: true }],
  });
  expect(facts.deployment).toMatchObject({ targetRegion: "westeurope", vault: facts.vault });
});

it("turns machines into the protected items of a deployment", () => {
  const { deployment } = factsFromTarget({ target: { region: "westeurope" } }, [
    {
      name: "db01",
      id: "vm-1",
      kind: "azure-vm",
      multiVmGroup: "sql",
      azure: { vmId: "/vm", zone: null, securityType: "TrustedLaunch" },
      disks: [
        { name: "os", os: true, sizeGiB: 64, kind: "managed", targetType: "standard-hdd" },
        { name: "old", kind: "vhd", churn: { averageMBps: 3 } },
        { name: "left", excluded: true },
      ],
    },
  ]);
  expect(deployment).toEqual({
    targetRegion: "westeurope",
    protectedItems: [
      {
        name: "db01",
        id: "vm-1",
        multiVmGroup: "sql",
        sourceVmId: "/vm",
        sourceZone: null,
        securityType: "TrustedLaunch",
        disks: [
          { id: "os", os: true, sizeGiB: 64, type: "Standard_LRS", managed: true },
          { id: "old", churnMBps: 3, managed: false },
        ],
      },
    ],
  });
});

it("takes a machine's name in Azure together with the target's settings", () => {
  expect(protectedItemFromMachine({ name: "db_01", azureName: "db01" }, { availabilityZone: "2" })).toEqual({
    name: "db_01",
    targetName: "db01",
    availabilityZone: "2",
  });
});

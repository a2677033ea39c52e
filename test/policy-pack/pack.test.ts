import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { servePack, unknown, type Diagnostic, type ProgramResource, type ServedPack } from "./served-pack";

let pack: ServedPack;
beforeAll(async () => {
  pack = await servePack();
});
beforeEach(() => pack.configure({}));

const vault: ProgramResource = {
  type: "azure-native:recoveryservices:Vault",
  name: "vault",
  inputs: {
    vaultName: "rsv",
    resourceGroupName: "rg",
    location: "southindia",
    identity: { type: "SystemAssigned" },
  },
};

function account(name: string, sku: string, kind: string, location = "southindia"): ProgramResource {
  return {
    type: "azure-native:storage:StorageAccount",
    name,
    inputs: { accountName: name, resourceGroupName: "rg", location, kind, sku: { name: sku } },
  };
}

/** The role by which a vault's identity writes to an account. */
function access(to: string): ProgramResource {
  return {
    type: "azure-native:authorization:RoleAssignment",
    name: `${to}-access`,
    inputs: { scope: unknown, principalId: unknown },
    references: { principalId: ["vault"], scope: [to] },
  };
}

const classicPolicy: ProgramResource = {
  type: "azure-native:recoveryservices:ReplicationPolicy",
  name: "policy",
  inputs: {
    resourceName: "rsv",
    resourceGroupName: "rg",
    policyName: "policy",
    properties: { providerSpecificInput: { instanceType: "InMageAzureV2", multiVmSyncStatus: "Enable" } },
  },
  outputs: { properties: unknown },
  references: { resourceName: ["vault"] },
};

function stopping(diagnostics: readonly Diagnostic[]) {
  return diagnostics
    .filter(({ level }) => level === "mandatory")
    .map(({ policy, resource }) => ({ policy, resource }));
}

describe("edition 2016-12", () => {
  beforeEach(() => pack.configure({ settings: { edition: "2016-12" } }));

  it("stops premium replication storage without a standard log account", async () => {
    const found = await pack.analyze([
      { ...vault, inputs: { ...vault.inputs, location: "westeurope" } },
      account("premium", "Premium_LRS", "Storage", "westeurope"),
      access("premium"),
      classicPolicy,
    ]);
    expect(stopping(found)).toEqual([{ policy: "premium-storage-log-account", resource: "premium" }]);
    expect(found.find(({ level }) => level === "mandatory")?.message).toMatchInlineSnapshot(`
      "ASR-0007 premium-storage-log-account: Replication goes to premium storage, and there is no standard storage account for its logs.
        subject:  storage account premium
        observed: no log account
        limit:    Standard (azure-storage.premium.log-account)
        source:   edition 2016-12, Azure Site Recovery deployment prerequisites (2016-12-04), section "Azure storage requirements"
        remedy:   Create a standard storage account and set it as the log storage account.
        scenario: vmware-to-azure, classic (derived from InMageAzureV2)"
    `);
  });

  it("stops premium replication storage in South India, and not standard storage there", async () => {
    const found = await pack.analyze([
      vault,
      account("premium", "Premium_LRS", "Storage"),
      account("standard", "Standard_LRS", "Storage"),
      access("premium"),
      access("standard"),
      classicPolicy,
    ]);
    expect(stopping(found)).toContainEqual({ policy: "premium-storage-region", resource: "premium" });
    expect(found.filter(({ resource }) => resource === "standard")).toEqual([]);
    expect(found.find(({ policy }) => policy === "premium-storage-region")?.message).toMatchInlineSnapshot(`
      "ASR-0006 premium-storage-region: Replication to premium storage in southindia is not supported; excluded: centralindia, southindia.
        subject:  storage account premium
        observed: Premium_LRS in southindia
        limit:    centralindia, southindia (azure-storage.premium.excluded-regions)
        source:   edition 2016-12, Azure Site Recovery deployment prerequisites (2016-12-04), section "Azure storage requirements"
        remedy:   Replicate to standard storage in that region, or to premium storage in another one.
        scenario: vmware-to-azure, classic (derived from InMageAzureV2)"
    `);
  });
});

describe("edition 2019-05", () => {
  beforeEach(() => pack.configure({ settings: { edition: "2019-05" } }));

  it("stops a general-purpose v2 account and leaves an unrelated one alone", async () => {
    const program = [
      { ...vault, inputs: { ...vault.inputs, location: "westeurope" } },
      account("cache", "Standard_LRS", "StorageV2", "westeurope"),
      account("website", "Standard_LRS", "StorageV2", "westeurope"),
      access("cache"),
      classicPolicy,
    ];
    const found = await pack.analyze(program);
    expect(stopping(found)).toEqual([{ policy: "replication-storage-kind", resource: "cache" }]);
    expect(found.find(({ policy }) => policy === "replication-storage-kind")?.message).toMatchInlineSnapshot(`
      "ASR-0002 replication-storage-kind: The account is of kind StorageV2, which replication does not accept; accepted: Storage.
        subject:  storage account cache
        observed: kind StorageV2
        limit:    StorageV2 (azure-storage.kind.general-purpose-v2)
        source:   edition 2019-05, Support matrix for disaster recovery of VMware VMs and physical servers to Azure with Azure Site Recovery (2019-05-10), section "Azure storage"
        remedy:   Use an account of an accepted kind. The kind cannot be changed back, so create a new account for replication.
        scenario: vmware-to-azure, classic (derived from InMageAzureV2)"
    `);
    expect(found.filter(({ resource }) => resource === "website")).toEqual([]);

    await pack.configure({ settings: { edition: "current" } });
    expect(stopping(await pack.analyze(program))).toEqual([]);
  });

  it("stops an availability zone and not an availability set", async () => {
    const item = (details: object): ProgramResource => ({
      type: "azure-native:recoveryservices:ReplicationProtectedItem",
      name: "db01",
      inputs: {
        resourceName: "rsv",
        resourceGroupName: "rg",
        fabricName: "fabric",
        protectionContainerName: "container",
        replicatedProtectedItemName: "db01",
        properties: { providerSpecificDetails: { instanceType: "InMageAzureV2", ...details } },
      },
      outputs: { properties: unknown },
      references: { resourceName: ["vault"] },
    });
    const zone = await pack.analyze([vault, item({ targetAvailabilityZone: "1" })]);
    expect(stopping(zone)).toEqual([{ policy: "availability-zone", resource: "db01" }]);
    expect(zone.find(({ policy }) => policy === "availability-zone")?.message).toMatchInlineSnapshot(`
      "ASR-0010 availability-zone: The machine shall fail over into availability zone 1, which is not supported.
        subject:  machine db01
        observed: availability zone 1
        limit:    no (azure-vm.availability-zone.supported)
        source:   edition 2019-05, Support matrix for disaster recovery of VMware VMs and physical servers to Azure with Azure Site Recovery (2019-05-10), section "Azure compute"
        remedy:   Leave the availability zone out; an availability set is supported.
        scenario: vmware-to-azure, classic (derived from InMageAzureV2)"
    `);
    const set = await pack.analyze([
      vault,
      item({
        targetAvailabilitySetId:
          "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/availabilitySets/a",
      }),
    ]);
    expect(stopping(set)).toEqual([]);
  });

  it("says what it could not decide about an unknown kind", async () => {
    const later = account("cache", "Standard_LRS", unknown, "westeurope");
    const found = await pack.analyze([
      { ...vault, inputs: { ...vault.inputs, location: "westeurope" } },
      later,
      access("cache"),
      classicPolicy,
    ]);
    expect(stopping(found)).toEqual([]);
    expect(found.filter(({ policy }) => policy === "replication-storage-kind")).toMatchInlineSnapshot(`
      [
        {
          "level": "advisory",
          "message": "ASR-0002 replication-storage-kind: could not decide about cache: kind is not known until the deployment. The rule: Replication accounts are of a kind and tier that replication accepts.",
          "policy": "replication-storage-kind",
          "resource": "cache",
        },
      ]
    `);
  });
});

import type { A2AReplicationDetails } from "@azure/arm-recoveryservices-siterecovery";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  all,
  group,
  machinesIn,
  subscription,
  until,
  vault,
  vaultClient,
  type VaultClient,
} from "./replication-clients";

let client: VaultClient;
const at = [vault, group] as const;
const source = `${subscription}/resourceGroups/rg-src/providers`;
const disk = (name: string) => `${source}/Microsoft.Compute/disks/${name}`;
const cache = `${source}/Microsoft.Storage/storageAccounts/cache`;

beforeAll(async () => {
  client = await vaultClient({
    azureVirtualMachines: ["vm1", "vm2"].map((name, index) => ({
      name,
      resourceGroup: "rg-src",
      location: "westeurope",
      zone: "1" as const,
      osType: "Linux" as const,
      tags: { app: name },
      disks: [
        { name: `${name}-os`, sizeGiB: 30, sku: "Premium_LRS" },
        { name: `${name}-data`, sizeGiB: 128, sku: "Premium_LRS" },
      ],
      nics: [
        {
          name: `${name}-nic`,
          subnetId: `${subscription}/resourceGroups/${group}/providers/Microsoft.Network/virtualNetworks/vnet-westeurope/subnets/apps`,
          privateIpAddress: `10.0.0.${index + 4}`,
        },
      ],
    })),
  });
});
afterAll(() => client.close());

const sr = () => client.azure.siteRecovery;
const containerId = (fabric: string, name: string) =>
  `${client.vaultId}/replicationFabrics/${fabric}/replicationProtectionContainers/${name}`;
const target = () => `${subscription}/resourceGroups/rg-target`;
const managedDisk = (name: string) => ({
  diskId: disk(name),
  primaryStagingAzureStorageAccountId: cache,
  recoveryResourceGroupId: target(),
});

async function fabric(region: string, containers: readonly string[]): Promise<void> {
  await sr().replicationFabrics.beginCreateAndWait(...at, region, {
    properties: { customDetails: { instanceType: "Azure", location: region } },
  });
  for (const name of containers) {
    await sr().replicationProtectionContainers.beginCreateAndWait(...at, region, name, {
      properties: { providerSpecificInput: [{ instanceType: "A2A" }] },
    });
  }
}

async function map(from: readonly [string, string], to: readonly [string, string]): Promise<void> {
  await sr().replicationProtectionContainerMappings.beginCreateAndWait(...at, ...from, "map", {
    properties: {
      policyId: `${client.vaultId}/replicationPolicies/a2a`,
      targetProtectionContainerId: containerId(...to),
      providerSpecificInput: { instanceType: "A2A", agentAutoUpdateStatus: "Disabled" },
    },
  });
}

const failover = (recoveryPointId?: string) => ({
  properties: {
    failoverDirection: "PrimaryToRecovery",
    sourceSiteOperations: "NotRequired",
    providerSpecificDetails: {
      instanceType: "A2A" as const,
      ...(recoveryPointId === undefined ? {} : { recoveryPointId }),
    },
  },
});

describe("an Azure machine to another region, by Azure's client", () => {
  const here = ["westeurope", "c-west"] as const;
  const there = ["northeurope", "c-north"] as const;
  const read = () => sr().replicationProtectedItems.get(...at, ...here, "vm1");
  const details = async () => (await read()).properties?.providerSpecificDetails as A2AReplicationDetails;

  it("is set up with containers mapped both ways", async () => {
    await fabric(here[0], [here[1]]);
    await fabric(there[0], [there[1]]);
    await sr().replicationPolicies.beginCreateAndWait(...at, "a2a", {
      properties: {
        providerSpecificInput: {
          instanceType: "A2A",
          multiVmSyncStatus: "Enable",
          recoveryPointHistory: 1440,
          appConsistentFrequencyInMinutes: 60,
        },
      },
    });
    await map(here, there);
    await map(there, here);
    const updated = await sr().replicationProtectionContainerMappings.beginUpdateAndWait(
      ...at,
      ...here,
      "map",
      {
        properties: {
          providerSpecificInput: {
            instanceType: "A2A",
            agentAutoUpdateStatus: "Enabled",
            automationAccountArmId: `${source}/Microsoft.Automation/automationAccounts/a`,
          },
        },
      },
    );
    expect(updated.properties?.providerSpecificDetails).toMatchObject({ agentAutoUpdateStatus: "Enabled" });
  });

  it("is enabled, waits for its first recovery point, and is protected", async () => {
    const eligible = await sr().replicationEligibilityResultsOperations.get("rg-src", "vm1");
    expect(eligible.properties?.errors).toEqual([]);
    const made = await sr().replicationProtectedItems.beginCreateAndWait(...at, ...here, "vm1", {
      properties: {
        policyId: `${client.vaultId}/replicationPolicies/a2a`,
        providerSpecificDetails: {
          instanceType: "A2A",
          fabricObjectId: `${source}/Microsoft.Compute/virtualMachines/vm1`,
          recoveryContainerId: containerId(...there),
          recoveryResourceGroupId: target(),
          recoveryAzureNetworkId: client.network("northeurope"),
          recoverySubnetName: "apps",
          vmManagedDisks: [managedDisk("vm1-os")],
        },
      },
    });
    expect(made.properties?.protectionState).toBe("InitialReplicationRecoveryCompletionPending");
    const item = await until(read, "Protected");
    expect(item.properties).toMatchObject({
      replicationHealth: "Normal",
      failoverHealth: "Normal",
      testFailoverState: "None",
      activeLocation: "Primary",
      allowedOperations: ["UnplannedFailover", "DisableProtection", "TestFailover"],
    });
  });

  it("tells newer heartbeats, recovery times and points as time passes", async () => {
    const before = await details();
    client.azure.simulator.clock.advance(3600);
    const after = await details();
    expect(after.lastHeartbeat?.getTime()).toBeGreaterThan(before.lastHeartbeat?.getTime() ?? 0);
    expect(after.lastRpoCalculatedTime?.getTime()).toBeGreaterThan(
      before.lastRpoCalculatedTime?.getTime() ?? 0,
    );
    expect(after.rpoInSeconds).not.toBe(before.rpoInSeconds);
    const points = await all(sr().recoveryPoints.listByReplicationProtectedItems(...at, ...here, "vm1"));
    expect(points.length).toBeGreaterThan(10);
    expect(new Set(points.map((point) => point.properties?.recoveryPointType))).toEqual(
      new Set(["CrashConsistent", "ApplicationConsistent"]),
    );
    const name = points[0]?.name ?? "";
    expect((await sr().recoveryPoints.get(...at, ...here, "vm1", name)).id).toBe(points[0]?.id);
  });

  it("takes adapters, addresses, names, sizes and groups by PATCH, once it is protected", async () => {
    const { vmNics } = await details();
    const nicId = vmNics?.[0]?.nicId ?? "";
    const updated = await sr().replicationProtectedItems.beginUpdateAndWait(...at, ...here, "vm1", {
      properties: {
        recoveryAzureVMName: "vm1-dr",
        recoveryAzureVMSize: "Standard_D4s_v3",
        selectedRecoveryAzureNetworkId: client.network("northeurope"),
        selectedTfoAzureNetworkId: client.network("northeurope"),
        vmNics: [
          {
            nicId,
            ipConfigs: [
              {
                ipConfigName: "ipconfig1",
                isPrimary: true,
                recoverySubnetName: "apps",
                recoveryStaticIPAddress: "10.1.0.40",
                tfoSubnetName: "test",
                tfoStaticIPAddress: "10.1.9.40",
              },
            ],
          },
        ],
        providerSpecificDetails: { instanceType: "A2A", tfoAzureVMName: "vm1-drill" },
      },
    });
    const after = updated.properties?.providerSpecificDetails as A2AReplicationDetails;
    expect(after).toMatchObject({
      recoveryAzureVMName: "vm1-dr",
      recoveryAzureVMSize: "Standard_D4s_v3",
      tfoAzureVMName: "vm1-drill",
    });
    expect(after.vmNics?.[0]?.ipConfigs?.[0]).toMatchObject({
      recoveryStaticIPAddress: "10.1.0.40",
      recoveryIPAddressType: "Static",
      tfoStaticIPAddress: "10.1.9.40",
    });
  });

  it.each([
    ["an address outside its subnet", { recoveryStaticIPAddress: "10.1.9.4" }, /10\.1\.0\.0\/24/],
    ["an address that is Azure's own", { recoveryStaticIPAddress: "10.1.0.3" }, /can be given/],
    [
      "a subnet that is not there",
      { recoverySubnetName: "none", recoveryStaticIPAddress: "10.1.0.9" },
      /has no subnet/,
    ],
    [
      "a public address that is not there",
      {
        recoveryPublicIPAddressId:
          "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/publicIPAddresses/p",
      },
      /does not exist/,
    ],
  ])("is refused %s", async (_what, config, message) => {
    const nicId = (await details()).vmNics?.[0]?.nicId ?? "";
    const patch = sr().replicationProtectedItems.beginUpdateAndWait(...at, ...here, "vm1", {
      properties: {
        vmNics: [{ nicId, ipConfigs: [{ ipConfigName: "ipconfig1", ...config }] }],
        providerSpecificDetails: { instanceType: "A2A" },
      },
    });
    await expect(patch).rejects.toThrow(message);
  });

  it.each([
    ["a name no machine can have", { recoveryAzureVMName: "vm 1" }, /letters, digits and hyphens/],
    ["a size that is none", { recoveryAzureVMSize: "Large" }, /no virtual machine size/],
    [
      "a network of another region",
      { selectedRecoveryAzureNetworkId: "westeurope" },
      /goes to 'northeurope'/,
    ],
  ])("is refused %s", async (_what, given, message) => {
    const network = given as { readonly selectedRecoveryAzureNetworkId?: string };
    const properties =
      network.selectedRecoveryAzureNetworkId === undefined
        ? given
        : { selectedRecoveryAzureNetworkId: client.network(network.selectedRecoveryAzureNetworkId) };
    const patch = sr().replicationProtectedItems.beginUpdateAndWait(...at, ...here, "vm1", {
      properties: { ...properties, providerSpecificDetails: { instanceType: "A2A" } },
    });
    await expect(patch).rejects.toThrow(message);
  });

  it("gains and loses disks", async () => {
    const disks = async () => (await details()).protectedManagedDisks?.map(({ diskName }) => diskName);
    await sr().replicationProtectedItems.beginAddDisksAndWait(...at, ...here, "vm1", {
      properties: {
        providerSpecificDetails: { instanceType: "A2A", vmManagedDisks: [managedDisk("vm1-data")] },
      },
    });
    expect(await disks()).toEqual(["vm1-os", "vm1-data"]);
    await sr().replicationProtectedItems.beginRemoveDisksAndWait(...at, ...here, "vm1", {
      properties: {
        providerSpecificDetails: { instanceType: "A2A", vmManagedDisksIds: [disk("vm1-data")] },
      },
    });
    expect(await disks()).toEqual(["vm1-os"]);
  });

  it("is drilled: a test machine in the test network, which vanishes at cleanup", async () => {
    await sr().replicationProtectedItems.beginTestFailoverAndWait(...at, ...here, "vm1", {
      properties: {
        failoverDirection: "PrimaryToRecovery",
        networkType: "VmNetworkAsInput",
        networkId: client.network("northeurope"),
        providerSpecificDetails: { instanceType: "A2A" },
      },
    });
    expect((await read()).properties).toMatchObject({
      testFailoverState: "WaitingForCompletion",
      allowedOperations: ["TestFailoverCleanup"],
    });
    expect(await machinesIn(client.azure, "rg-target")).toEqual(["vm1-drill"]);
    const machine = await client.azure.resources.resources.getById(
      `${target()}/providers/Microsoft.Compute/virtualMachines/vm1-drill`,
      "2024-07-01",
    );
    expect(machine.tags).toEqual({ app: "vm1" });
    const [nic] = await all(client.azure.network.networkInterfaces.list("rg-target"));
    expect(nic?.ipConfigurations?.[0]).toMatchObject({
      privateIPAddress: "10.1.9.40",
      privateIPAllocationMethod: "Static",
      subnet: { id: expect.stringMatching(/vnet-northeurope\/subnets\/test$/) as string },
    });
    const [job] = await all(
      sr().replicationJobs.list(...at, { filter: "JobScenarioName eq 'TestFailover'" }),
    );
    expect(job?.properties?.customDetails).toMatchObject({
      instanceType: "TestFailoverJobDetails",
      networkName: "vnet-northeurope",
      protectedItemDetails: [{ friendlyName: "vm1", testVmName: "vm1-drill", subnet: "test" }],
    });
    await sr().replicationProtectedItems.beginTestFailoverCleanupAndWait(...at, ...here, "vm1", {
      properties: { comments: "done" },
    });
    expect(await machinesIn(client.azure, "rg-target")).toEqual([]);
    expect(await all(client.azure.network.networkInterfaces.list("rg-target"))).toEqual([]);
    await read();
    expect((await read()).properties?.testFailoverState).toBe("None");
  });

  it("fails over to a point, changes the point, commits and is reprotected through its container", async () => {
    const points = await all(sr().recoveryPoints.listByReplicationProtectedItems(...at, ...here, "vm1"));
    await sr().replicationProtectedItems.beginUnplannedFailoverAndWait(
      ...at,
      ...here,
      "vm1",
      failover(points[0]?.id),
    );
    expect((await read()).properties).toMatchObject({
      activeLocation: "Recovery",
      failoverRecoveryPointId: points[0]?.id,
      allowedOperations: ["Commit", "DisableProtection", "ChangePit"],
    });
    expect(await machinesIn(client.azure, "rg-target")).toEqual(["vm1-dr"]);
    await sr().replicationProtectedItems.beginApplyRecoveryPointAndWait(...at, ...here, "vm1", {
      properties: {
        recoveryPointId: points[1]?.id ?? "",
        providerSpecificDetails: { instanceType: "A2A" },
      },
    });
    expect((await read()).properties?.failoverRecoveryPointId).toBe(points[1]?.id);
    await expect(
      sr().replicationProtectedItems.beginUpdateAndWait(...at, ...here, "vm1", {
        properties: { recoveryAzureVMName: "x", providerSpecificDetails: { instanceType: "A2A" } },
      }),
    ).rejects.toThrow(/not allowed/);
    await sr().replicationProtectedItems.beginFailoverCommitAndWait(...at, ...here, "vm1");
    expect((await read()).properties?.allowedOperations).toContain("ReverseReplicate");
    await sr().replicationProtectionContainers.beginSwitchProtectionAndWait(...at, ...here, {
      properties: {
        replicationProtectedItemName: "vm1",
        providerSpecificDetails: {
          instanceType: "A2A",
          recoveryContainerId: containerId(...there),
          recoveryResourceGroupId: `${subscription}/resourceGroups/rg-src`,
          policyId: `${client.vaultId}/replicationPolicies/a2a`,
          vmManagedDisks: [managedDisk("vm1-os")],
        },
      },
    });
    const back = await until(() => sr().replicationProtectedItems.get(...at, ...there, "vm1"), "Protected");
    expect(back.properties).toMatchObject({
      primaryFabricFriendlyName: "North Europe",
      recoveryFabricFriendlyName: "West Europe",
    });
    await expect(read()).rejects.toMatchObject({ statusCode: 404 });
  });

  it("is disabled gracefully; a mapping and a container in use stay", async () => {
    const mapping = sr().replicationProtectionContainerMappings;
    await expect(mapping.beginDeleteAndWait(...at, ...there, "map", {})).rejects.toThrow(
      /replicate by its policy/,
    );
    await sr().replicationProtectedItems.beginDeleteAndWait(...at, ...there, "vm1", {
      properties: { disableProtectionReason: "NotSpecified" },
    });
    await expect(sr().replicationProtectedItems.get(...at, ...there, "vm1")).rejects.toMatchObject({
      statusCode: 404,
    });
    await mapping.beginDeleteAndWait(...at, ...there, "map", {});
    await mapping.beginPurgeAndWait(...at, ...here, "map");
    for (const [fabricName, name] of [here, there]) {
      await sr().replicationProtectionContainers.beginDeleteAndWait(...at, fabricName, name);
      await sr().replicationFabrics.beginDeleteAndWait(...at, fabricName);
    }
    expect(await all(sr().replicationFabrics.list(...at))).toEqual([]);
  });
});

describe("an Azure machine to another zone, by Azure's client", () => {
  const one = ["westeurope", "zone1"] as const;
  const two = ["westeurope", "zone2"] as const;
  const enable = (recoveryAvailabilityZone?: string) => ({
    properties: {
      policyId: `${client.vaultId}/replicationPolicies/a2a`,
      providerSpecificDetails: {
        instanceType: "A2A" as const,
        fabricObjectId: `${source}/Microsoft.Compute/virtualMachines/vm2`,
        recoveryContainerId: containerId(...two),
        recoveryResourceGroupId: `${subscription}/resourceGroups/${group}`,
        recoveryAzureNetworkId: client.network("westeurope"),
        ...(recoveryAvailabilityZone === undefined ? {} : { recoveryAvailabilityZone }),
        vmManagedDisks: [managedDisk("vm2-os"), managedDisk("vm2-data")],
      },
    },
  });

  it("goes through the same life within one fabric", async () => {
    await fabric("westeurope", ["zone1", "zone2"]);
    await map(one, two);
    await map(two, one);
    const items = sr().replicationProtectedItems;
    await expect(items.beginCreateAndWait(...at, ...one, "vm2", enable())).rejects.toThrow(/zone/);
    await expect(items.beginCreateAndWait(...at, ...one, "vm2", enable("1"))).rejects.toThrow(/zone/);
    await items.beginCreateAndWait(...at, ...one, "vm2", enable("2"));
    await until(() => items.get(...at, ...one, "vm2"), "Protected");
    await items.beginUnplannedFailoverAndWait(...at, ...one, "vm2", failover());
    const after = await items.get(...at, ...one, "vm2");
    expect(after.properties?.providerSpecificDetails).toMatchObject({
      recoveryAvailabilityZone: "2",
      recoveryFabricObjectId: expect.stringMatching(/virtualmachines\/vm2$/) as string,
    });
    expect(await machinesIn(client.azure, group)).toEqual(["vm2"]);
    await items.beginFailoverCommitAndWait(...at, ...one, "vm2");
    await sr().replicationProtectionContainers.beginSwitchProtectionAndWait(...at, ...one, {
      properties: {
        replicationProtectedItemName: "vm2",
        providerSpecificDetails: { instanceType: "A2A", recoveryContainerId: containerId(...two) },
      },
    });
    const back = await until(() => items.get(...at, ...two, "vm2"), "Protected");
    expect(back.properties?.providerSpecificDetails).toMatchObject({ recoveryAvailabilityZone: "1" });
    await items.beginPurgeAndWait(...at, ...two, "vm2");
    await expect(items.get(...at, ...two, "vm2")).rejects.toMatchObject({ statusCode: 404 });
  });
});

import type {
  EnableProtectionProviderSpecificInputUnion,
  PolicyProviderSpecificInputUnion,
  UnplannedFailoverProviderSpecificInputUnion,
  UpdateReplicationProtectedItemInputProperties,
} from "@azure/arm-recoveryservices-siterecovery";
import { afterEach, describe, expect, it } from "vitest";
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
afterEach(() => client.close());

const at = [vault, group] as const;
const vaultId = `${subscription}/resourceGroups/${group}/providers/Microsoft.RecoveryServices/vaults/${vault}`;
const targetGroup = `${subscription}/resourceGroups/rg-target`;
const siteId = `${subscription}/resourceGroups/rg-src/providers/Microsoft.OffAzure/VMwareSites/s1vmwaresite`;
const log = `${subscription}/resourceGroups/${group}/providers/Microsoft.Storage/storageAccounts/log`;
const machine = {
  name: "app1",
  osType: "Linux" as const,
  disks: [
    { name: "os", id: "disk-os", sizeGiB: 40 },
    { name: "data", id: "disk-data", sizeGiB: 100 },
  ],
  nics: [{ macAddress: "00:50:56:00:00:01", networkName: "lan", ipAddress: "192.168.1.10" }],
};
const sr = () => client.azure.siteRecovery;
const north = () => client.network("northeurope");

/** Where an item lies, and what is sent to bring it about and change it. */
interface Way {
  readonly fabric: string;
  readonly container: string;
  readonly policy: PolicyProviderSpecificInputUnion;
  readonly enable: EnableProtectionProviderSpecificInputUnion;
  readonly protectableItemId?: string;
}

async function protect(way: Way) {
  await sr().replicationPolicies.beginCreateAndWait(...at, "p", {
    properties: { providerSpecificInput: way.policy },
  });
  const policyId = `${vaultId}/replicationPolicies/p`;
  await sr().replicationProtectionContainerMappings.beginCreateAndWait(
    ...at,
    way.fabric,
    way.container,
    "m",
    {
      properties: {
        policyId,
        targetProtectionContainerId: "Microsoft Azure",
        providerSpecificInput: { instanceType: way.policy.instanceType } as never,
      },
    },
  );
  const path = [...at, way.fabric, way.container, "app1"] as const;
  await sr().replicationProtectedItems.beginCreateAndWait(...path, {
    properties: {
      policyId,
      ...(way.protectableItemId === undefined ? {} : { protectableItemId: way.protectableItemId }),
      providerSpecificDetails: way.enable,
    },
  });
  const read = () => sr().replicationProtectedItems.get(...path);
  const item = await until(read, "Protected");
  return { path, read, item };
}

async function drill(
  path: Awaited<ReturnType<typeof protect>>["path"],
  instanceType: "InMageRcm" | "InMageAzureV2" | "HyperVReplicaAzure",
  testVm: string,
): Promise<void> {
  const items = sr().replicationProtectedItems;
  await items.beginTestFailoverAndWait(...path, {
    properties: {
      failoverDirection: "PrimaryToRecovery",
      networkType: "VmNetworkAsInput",
      networkId: north(),
      providerSpecificDetails: { instanceType },
    },
  });
  expect(await machinesIn(client.azure, "rg-target")).toEqual([testVm]);
  expect(await all(client.azure.network.networkInterfaces.list("rg-target"))).toHaveLength(1);
  await items.beginTestFailoverCleanupAndWait(...path, { properties: {} });
  expect(await machinesIn(client.azure, "rg-target")).toEqual([]);
}

const failover = (
  details: UnplannedFailoverProviderSpecificInputUnion,
  failoverDirection = "PrimaryToRecovery",
) => ({
  properties: { failoverDirection, providerSpecificDetails: details },
});

async function protectable(fabric: string) {
  const [container] = await all(sr().replicationProtectionContainers.listByReplicationFabrics(...at, fabric));
  const name = container?.name ?? "";
  const items = await all(
    sr().replicationProtectableItems.listByReplicationProtectionContainers(...at, fabric, name),
  );
  expect(items.map((item) => item.properties?.friendlyName)).toEqual(["app1"]);
  return { container: name, protectableItemId: items[0]?.id ?? "" };
}

describe("a VMware machine by an appliance, by Azure's client", () => {
  it("lives through enable, update, drill, failover, failback and removal", async () => {
    client = await vaultClient({
      vmwareSites: [
        {
          name: "s1vmwaresite",
          resourceGroup: "rg-src",
          location: "westeurope",
          runAsAccounts: [{ name: "acc1" }],
          machines: [{ ...machine, id: "app1" }],
        },
      ],
    });
    client.azure.simulator.register({
      schema: "asr-seed/1",
      appliances: [{ name: "appl1", vaultId, siteId, id: "ps-1", fabric: "vmw" }],
    });
    const [appliances] = await all(sr().replicationAppliances.list(...at));
    expect(appliances?.properties?.providerSpecificDetails).toMatchObject({
      instanceType: "InMageRcm",
      appliances: [{ name: "appl1", processServer: { health: "Normal" } }],
    });
    const way: Way = {
      fabric: "vmw",
      container: "s1replicationcontainer",
      policy: { instanceType: "InMageRcm", recoveryPointHistoryInMinutes: 1440 },
      enable: {
        instanceType: "InMageRcm",
        fabricDiscoveryMachineId: `${siteId}/machines/app1`,
        processServerId: "ps-1",
        runAsAccountId: `${siteId}/runasaccounts/acc1`,
        targetResourceGroupId: targetGroup,
        targetNetworkId: client.network("northeurope"),
        targetSubnetName: "apps",
        disksToInclude: [{ diskId: "disk-os", diskType: "Premium_LRS", logStorageAccountId: log }],
      },
    };
    const { path, read } = await protect(way);
    const items = sr().replicationProtectedItems;
    const updated = await items.beginUpdateAndWait(...path, {
      properties: {
        providerSpecificDetails: {
          instanceType: "InMageRcm",
          targetVmName: "app1-dr",
          targetVmSize: "Standard_D4s_v3",
          targetAvailabilityZone: "2",
          testNetworkId: north(),
          licenseType: "NoLicenseType",
          vmNics: [
            {
              nicId: "4000",
              isPrimaryNic: "true",
              targetSubnetName: "apps",
              targetStaticIPAddress: "10.1.0.50",
              testSubnetName: "test",
              testStaticIPAddress: "10.1.9.50",
            },
          ],
        },
      },
    });
    expect(updated.properties?.providerSpecificDetails).toMatchObject({
      targetVmName: "app1-dr",
      targetAvailabilityZone: "2",
      vmNics: [{ targetIPAddress: "10.1.0.50", testIPAddress: "10.1.9.50", testIPAddressType: "Static" }],
    });
    await expect(
      items.beginUpdateAndWait(...path, {
        properties: {
          providerSpecificDetails: {
            instanceType: "InMageRcm",
            targetAvailabilitySetId: `${targetGroup}/providers/Microsoft.Compute/availabilitySets/a`,
          },
        },
      }),
    ).rejects.toThrow(/availability set or in a zone/);
    await drill(path, "InMageRcm", "app1-dr-test");
    await items.beginUpdateMobilityServiceAndWait(...path, { properties: { runAsAccountId: "acc1" } });
    await items.beginUpdateApplianceAndWait(...path, {
      properties: {
        targetApplianceId: "ps-2",
        providerSpecificDetails: { instanceType: "InMageRcm", runAsAccountId: "acc2" },
      },
    });
    expect((await read()).properties?.providerSpecificDetails).toMatchObject({ runAsAccountId: "acc2" });
    await items.beginUnplannedFailoverAndWait(
      ...path,
      failover({ instanceType: "InMageRcm", performShutdown: "true" } as never),
    );
    await items.beginFailoverCancelAndWait(...path);
    expect((await read()).properties?.activeLocation).toBe("Primary");
    expect(await machinesIn(client.azure, "rg-target")).toEqual([]);
    await items.beginUnplannedFailoverAndWait(
      ...path,
      failover({ instanceType: "InMageRcm", performShutdown: "true" } as never),
    );
    await items.beginFailoverCommitAndWait(...path);
    await items.beginReprotectAndWait(...path, {
      properties: {
        failoverDirection: "RecoveryToPrimary",
        providerSpecificDetails: {
          instanceType: "InMageRcm",
          reprotectAgentId: "ps-1",
          datastoreName: "ds",
          logStorageAccountId: log,
        },
      },
    });
    await until(read, "Protected");
    await items.beginPlannedFailoverAndWait(...path, {
      properties: {
        failoverDirection: "RecoveryToPrimary",
        providerSpecificDetails: {
          instanceType: "InMageRcmFailback",
          recoveryPointType: "ApplicationConsistent",
        },
      },
    });
    await items.beginFailoverCommitAndWait(...path);
    expect((await read()).properties?.activeLocation).toBe("Primary");
    await items.beginReprotectAndWait(...path, { properties: {} });
    await until(read, "Protected");
    await items.beginDeleteAndWait(...path, { properties: {} });
    await expect(read()).rejects.toMatchObject({ statusCode: 404 });
    await sr().replicationFabrics.beginPurgeAndWait(...at, "vmw");
    expect(await all(sr().replicationFabrics.list(...at))).toEqual([]);
  });
});

describe("a VMware machine by a configuration server, by Azure's client", () => {
  it("lives through enable, update, drill and failover", async () => {
    client = await vaultClient();
    client.azure.simulator.register({
      schema: "asr-seed/1",
      configurationServers: [
        {
          name: "cs1",
          vaultId,
          fabric: "cs1",
          processServers: [{ name: "cs1", id: "PS" }],
          vCenters: [{ name: "vc1" }],
          runAsAccounts: [{ id: "2", name: "root" }],
          machines: [machine],
        },
      ],
    });
    const found = await protectable("cs1");
    const { path, read, item } = await protect({
      fabric: "cs1",
      ...found,
      policy: { instanceType: "InMageAzureV2", multiVmSyncStatus: "Disable" },
      enable: {
        instanceType: "InMageAzureV2",
        processServerId: "PS",
        runAsAccountId: "2",
        targetAzureV2ResourceGroupId: targetGroup,
        targetAzureNetworkId: client.network("northeurope"),
        targetAzureSubnetId: "apps",
        disksToInclude: [{ diskId: "disk-os", diskType: "Standard_LRS", logStorageAccountId: log }],
      },
    });
    const items = sr().replicationProtectedItems;
    const details = item.properties?.providerSpecificDetails as unknown as {
      readonly vmNics: readonly { readonly nicId: string }[];
    };
    const updated = await items.beginUpdateAndWait(...path, {
      properties: changes(details.vmNics[0]?.nicId ?? "", {
        instanceType: "InMageAzureV2",
        targetVmTags: { app: "one" },
        targetNicTags: { app: "nic" },
        sqlServerLicenseType: "PAYG",
      }),
    });
    expect(updated.properties?.providerSpecificDetails).toMatchObject({
      recoveryAzureVMName: "app1-dr",
      targetVmTags: { app: "one" },
      vmNics: [{ ipConfigs: [{ recoveryStaticIPAddress: "10.1.0.60" }] }],
    });
    await expect(
      items.beginAddDisksAndWait(...path, {
        properties: { providerSpecificDetails: { instanceType: "InMageAzureV2" } as never },
      }),
    ).rejects.toThrow(/not supported by the provider/);
    await drill(path, "InMageAzureV2", "app1-dr-test");
    await items.beginUpdateMobilityServiceAndWait(...path, { properties: { runAsAccountId: "2" } });
    await items.beginUnplannedFailoverAndWait(...path, failover({ instanceType: "InMageAzureV2" }));
    const machineNow = await client.azure.resources.resources.getById(
      `${targetGroup}/providers/Microsoft.Compute/virtualMachines/app1-dr`,
      "2024-07-01",
    );
    expect(machineNow.tags).toEqual({ app: "one" });
    await items.beginFailoverCommitAndWait(...path);
    await items.beginReprotectAndWait(...path, {
      properties: { providerSpecificDetails: { instanceType: "InMageAzureV2" } },
    });
    await until(read, "Protected");
    await items.beginPurgeAndWait(...path);
    await expect(read()).rejects.toMatchObject({ statusCode: 404 });
  });
});

function changes(
  nicId: string,
  providerSpecificDetails: NonNullable<
    UpdateReplicationProtectedItemInputProperties["providerSpecificDetails"]
  >,
): UpdateReplicationProtectedItemInputProperties {
  return {
    recoveryAzureVMName: "app1-dr",
    recoveryAzureVMSize: "Standard_D4s_v3",
    selectedRecoveryAzureNetworkId: north(),
    licenseType: "NoLicenseType",
    vmNics: [
      {
        nicId,
        selectionType: "SelectedByUser",
        ipConfigs: [
          { recoverySubnetName: "apps", recoveryStaticIPAddress: "10.1.0.60", tfoSubnetName: "test" },
        ],
      },
    ],
    providerSpecificDetails,
  };
}

describe.each([
  ["a site", "site1"],
  ["a VMM cloud", "vmm1"],
])("a Hyper-V machine of %s, by Azure's client", (_what, fabric) => {
  it("lives through enable, update, drill, planned failover, failback and removal", async () => {
    client = await vaultClient();
    if (fabric === "site1") {
      await sr().replicationFabrics.beginCreateAndWait(...at, "site1", {
        properties: { customDetails: { instanceType: "HyperVSite" } as never },
      });
      client.azure.simulator.register({
        schema: "asr-seed/1",
        hyperVServers: [{ name: "host1", vaultId, site: "site1", virtualMachines: [machine] }],
      });
    } else {
      client.azure.simulator.register({
        schema: "asr-seed/1",
        vmmServers: [
          {
            name: "vmm1",
            vaultId,
            fabric: "vmm1",
            clouds: [{ name: "gold", virtualMachines: [machine] }],
            networks: [{ name: "lan", subnets: ["192.168.1.0/24"] }],
          },
        ],
      });
    }
    const found = await protectable(fabric);
    const { path, read, item } = await protect({
      fabric,
      ...found,
      policy: {
        instanceType: "HyperVReplicaAzure",
        recoveryPointHistoryDuration: 2,
        applicationConsistentSnapshotFrequencyInHours: 1,
        replicationInterval: 300,
      },
      enable: {
        instanceType: "HyperVReplicaAzure",
        vmName: "app1",
        osType: "Linux",
        hvHostVmId: "x",
        vhdId: "disk-os",
        targetAzureV2ResourceGroupId: targetGroup,
        targetAzureNetworkId: client.network("northeurope"),
        targetAzureSubnetId: "apps",
      },
    });
    const items = sr().replicationProtectedItems;
    const details = item.properties?.providerSpecificDetails as unknown as {
      readonly vmNics: readonly { readonly nicId: string }[];
    };
    const updated = await items.beginUpdateAndWait(...path, {
      properties: changes(details.vmNics[0]?.nicId ?? "", {
        instanceType: "HyperVReplicaAzure",
        targetVmTags: { app: "one" },
      }),
    });
    expect(updated.properties?.providerSpecificDetails).toMatchObject({
      recoveryAzureVmName: "app1-dr",
      targetVmTags: { app: "one" },
      vmNics: [{ ipConfigs: [{ recoveryStaticIPAddress: "10.1.0.60", tfoSubnetName: "test" }] }],
    });
    await drill(path, "HyperVReplicaAzure", "app1-dr-test");
    await expect(items.beginUpdateMobilityServiceAndWait(...path, { properties: {} })).rejects.toThrow(
      /not supported by the provider/,
    );
    await items.beginPlannedFailoverAndWait(...path, {
      properties: {
        failoverDirection: "PrimaryToRecovery",
        providerSpecificDetails: { instanceType: "HyperVReplicaAzure" },
      },
    });
    expect(await machinesIn(client.azure, "rg-target")).toEqual(["app1-dr"]);
    await items.beginFailoverCommitAndWait(...path);
    await items.beginPlannedFailoverAndWait(...path, {
      properties: {
        failoverDirection: "RecoveryToPrimary",
        providerSpecificDetails: {
          instanceType: "HyperVReplicaAzureFailback",
          dataSyncOption: "ForSynchronization",
          recoveryVmCreationOption: "NoAction",
        },
      },
    });
    await items.beginFailoverCommitAndWait(...path);
    expect(await machinesIn(client.azure, "rg-target")).toEqual([]);
    await items.beginReprotectAndWait(...path, {
      properties: { providerSpecificDetails: { instanceType: "HyperVReplicaAzure" } },
    });
    await until(read, "Protected");
    await items.beginDeleteAndWait(...path, { properties: {} });
    await expect(read()).rejects.toMatchObject({ statusCode: 404 });
    expect(await protectable(fabric)).toEqual(found);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rawAzure, type RawAnswer, type RawAzure } from "../raw-client";

let azure: RawAzure;
let vault: string;
const version = "?api-version=2025-01-01";
const run = (method: string, id: string, body?: unknown) =>
  azure.sendAndWait(method, `${id}${version}`, body);
const get = (id: string) => azure.send("GET", `${id}${version}`);
const propertiesOf = async (id: string) =>
  ((await get(id)).body as { readonly properties: Record<string, unknown> }).properties;
const only = async (id: string) =>
  (
    (await get(id)).body as {
      readonly value: readonly { readonly id: string; readonly properties: Record<string, unknown> }[];
    }
  ).value[0];
const succeeded = (answer: RawAnswer) => {
  expect(answer.body).toMatchObject({ status: "Succeeded" });
};

const machine = {
  name: "app1",
  osType: "Linux" as const,
  disks: [
    { name: "os", id: "disk-os", sizeGiB: 40 },
    { name: "data", id: "disk-data", sizeGiB: 100 },
  ],
  nics: [{ macAddress: "00:50:56:00:00:01", networkName: "lan", ipAddress: "192.168.1.10" }],
};

beforeEach(async () => {
  azure = await rawAzure();
  vault = `${azure.group}/providers/Microsoft.RecoveryServices/vaults/v1`;
  await run("PUT", vault, { location: "westeurope", sku: { name: "RS0", tier: "Standard" }, properties: {} });
});
afterEach(() => azure.close());

async function policyAndMapping(
  container: string,
  providerSpecificInput: Record<string, unknown>,
): Promise<string> {
  const policyId = `${vault}/replicationPolicies/p`;
  succeeded(await run("PUT", policyId, { properties: { providerSpecificInput } }));
  succeeded(
    await run("PUT", `${container}/replicationProtectionContainerMappings/m`, {
      properties: {
        policyId,
        targetProtectionContainerId: "Microsoft Azure",
        providerSpecificInput: { instanceType: providerSpecificInput["instanceType"] },
      },
    }),
  );
  return policyId;
}

const failover = (instanceType: string, direction = "PrimaryToRecovery") => ({
  properties: { failoverDirection: direction, providerSpecificDetails: { instanceType } },
});

describe("a VMware machine by an appliance", () => {
  it("appears with the appliance, is protected, fails over and comes back", async () => {
    const site = `${azure.group}/providers/Microsoft.OffAzure/VMwareSites/s1vmwaresite`;
    azure.simulator.register({
      schema: "asr-seed/1",
      vmwareSites: [
        {
          name: "s1vmwaresite",
          resourceGroup: "rg1",
          location: "westeurope",
          vCenters: [{ name: "vc1" }],
          runAsAccounts: [{ name: "acc1" }],
          machines: [{ ...machine, id: "vc1_app1" }],
        },
      ],
      appliances: [{ name: "appl1", vaultId: vault, siteId: site, id: "ps-1" }],
    });
    const fabric = `${vault}/replicationFabrics/v1-vmwarefabric`;
    const container = `${fabric}/replicationProtectionContainers/s1replicationcontainer`;
    expect((await get(`${vault}/replicationAppliances`)).body).toMatchObject({
      value: [
        {
          properties: {
            providerSpecificDetails: { appliances: [{ name: "appl1", processServer: { id: "ps-1" } }] },
          },
        },
      ],
    });
    const policyId = await policyAndMapping(container, {
      instanceType: "InMageRcm",
      recoveryPointHistoryInMinutes: 1440,
    });
    const item = `${container}/replicationProtectedItems/app1`;
    const body = (disksToInclude: readonly unknown[]) => ({
      properties: {
        policyId,
        providerSpecificDetails: {
          instanceType: "InMageRcm",
          fabricDiscoveryMachineId: `${site}/machines/vc1_app1`,
          processServerId: "ps-1",
          targetResourceGroupId: azure.group,
          disksToInclude,
        },
      },
    });
    const disk = (diskId: string) => ({ diskId, diskType: "Premium_LRS", logStorageAccountId: "/x" });
    expect(JSON.stringify((await run("PUT", item, body([disk("none")]))).body)).toContain("DiskNotFound");
    succeeded(await run("PUT", item, body([disk("disk-os"), disk("disk-data")])));
    expect(await propertiesOf(item)).toMatchObject({ protectionState: "InitialReplicationInProgress" });
    expect(await propertiesOf(item)).toMatchObject({
      protectionState: "Protected",
      providerSpecificDetails: { osType: "Linux", vmNics: [{ sourceIPAddress: "192.168.1.10" }] },
    });
    succeeded(
      await run("PATCH", item, {
        properties: {
          providerSpecificDetails: {
            instanceType: "InMageRcm",
            targetVmName: "app1-dr",
            vmNics: [{ nicId: "4000", isPrimaryNic: "true", targetStaticIPAddress: "10.1.0.9" }],
          },
        },
      }),
    );
    expect(await propertiesOf(item)).toMatchObject({
      providerSpecificDetails: {
        targetVmName: "app1-dr",
        vmNics: [{ targetIPAddress: "10.1.0.9", targetIPAddressType: "Static" }],
      },
    });
    succeeded(await run("POST", `${item}/unplannedFailover`, failover("InMageRcm")));
    expect(azure.simulator.liveResources().map(({ name }) => name)).toContain("app1-dr");
    succeeded(await run("POST", `${item}/failoverCommit`));
    const reprotect = { reprotectAgentId: "ps-1", datastoreName: "ds", logStorageAccountId: "/x" };
    const back = { properties: { providerSpecificDetails: { instanceType: "InMageRcm", ...reprotect } } };
    succeeded(await run("POST", `${item}/reProtect`, back));
    await get(item);
    expect(await propertiesOf(item)).toMatchObject({
      protectionState: "Protected",
      activeLocation: "Recovery",
      allowedOperations: ["PlannedFailover", "DisableProtection"],
      providerSpecificDetails: { instanceType: "InMageRcmFailback" },
    });
    succeeded(
      await run("POST", `${item}/plannedFailover`, failover("InMageRcmFailback", "RecoveryToPrimary")),
    );
    succeeded(await run("POST", `${item}/failoverCommit`));
    expect(await propertiesOf(item)).toMatchObject({
      activeLocation: "Primary",
      allowedOperations: ["ReverseReplicate", "DisableProtection"],
    });
    succeeded(await run("POST", `${item}/reProtect`, { properties: {} }));
    await get(item);
    expect(await propertiesOf(item)).toMatchObject({
      protectionState: "Protected",
      activeLocation: "Primary",
      providerSpecificDetails: { instanceType: "InMageRcm", targetVmName: "app1-dr" },
    });
  });
});

describe("a VMware machine by a configuration server", () => {
  it("is found as protectable, is protected and drilled", async () => {
    azure.simulator.register({
      schema: "asr-seed/1",
      configurationServers: [
        {
          name: "cs1",
          vaultId: vault,
          fabric: "cs1",
          processServers: [{ name: "cs1", id: "PS" }],
          vCenters: [{ name: "vc1" }],
          runAsAccounts: [{ id: "2", name: "root" }],
          machines: [machine],
        },
      ],
    });
    const container =
      (await only(`${vault}/replicationFabrics/cs1/replicationProtectionContainers`))?.id ?? "";
    const protectable = await only(`${container}/replicationProtectableItems`);
    expect(protectable?.properties).toMatchObject({ friendlyName: "app1", protectionStatus: "Unprotected" });
    const policyId = await policyAndMapping(container, {
      instanceType: "InMageAzureV2",
      multiVmSyncStatus: "Disable",
    });
    const item = `${container}/replicationProtectedItems/app1`;
    succeeded(
      await run("PUT", item, {
        properties: {
          policyId,
          protectableItemId: protectable?.id,
          providerSpecificDetails: {
            instanceType: "InMageAzureV2",
            processServerId: "PS",
            runAsAccountId: "2",
            targetAzureV2ResourceGroupId: azure.group,
            disksToInclude: [{ diskId: "disk-os", diskType: "Standard_LRS", logStorageAccountId: "/x" }],
          },
        },
      }),
    );
    await get(item);
    expect(await propertiesOf(item)).toMatchObject({
      protectionState: "Protected",
      providerSpecificDetails: { processServerName: "cs1", protectedDisks: [{ diskName: "os" }] },
    });
    expect((await only(`${container}/replicationProtectableItems`))?.properties).toMatchObject({
      protectionStatus: "Protected",
    });
    succeeded(await run("POST", `${item}/testFailover`, failover("InMageAzureV2")));
    succeeded(await run("POST", `${item}/testFailoverCleanup`, { properties: {} }));
    succeeded(await run("POST", `${item}/remove`, { properties: {} }));
    expect((await only(`${container}/replicationProtectableItems`))?.properties).toMatchObject({
      protectionStatus: "Unprotected",
    });
  });
});

describe("a Hyper-V machine", () => {
  it("fails over as planned, back, and replicates again", async () => {
    azure.simulator.register({
      schema: "asr-seed/1",
      hyperVServers: [{ name: "host1", vaultId: vault, site: "site1", virtualMachines: [machine] }],
    });
    const container =
      (await only(`${vault}/replicationFabrics/site1/replicationProtectionContainers`))?.id ?? "";
    const protectable = await only(`${container}/replicationProtectableItems`);
    const policyId = await policyAndMapping(container, {
      instanceType: "HyperVReplicaAzure",
      recoveryPointHistoryDuration: 2,
    });
    const item = `${container}/replicationProtectedItems/app1`;
    succeeded(
      await run("PUT", item, {
        properties: {
          policyId,
          protectableItemId: protectable?.id,
          providerSpecificDetails: {
            instanceType: "HyperVReplicaAzure",
            targetAzureV2ResourceGroupId: azure.group,
            vmName: "app1",
          },
        },
      }),
    );
    await get(item);
    expect(await propertiesOf(item)).toMatchObject({
      protectedItemType: "HyperVVirtualMachine",
      allowedOperations: ["PlannedFailover", "UnplannedFailover", "DisableProtection", "TestFailover"],
      providerSpecificDetails: { azureVmDiskDetails: [{ vhdType: "OperatingSystem" }, { vhdType: "Data" }] },
    });
    succeeded(await run("POST", `${item}/plannedFailover`, failover("HyperVReplicaAzure")));
    succeeded(await run("POST", `${item}/failoverCommit`));
    expect(await propertiesOf(item)).toMatchObject({
      allowedOperations: ["CompleteMigration", "DisableProtection", "Failback"],
    });
    succeeded(
      await run("POST", `${item}/plannedFailover`, failover("HyperVReplicaAzure", "RecoveryToPrimary")),
    );
    succeeded(await run("POST", `${item}/failoverCommit`));
    succeeded(await run("POST", `${item}/reProtect`, failover("HyperVReplicaAzure")));
    expect(await propertiesOf(item)).toMatchObject({
      protectionState: "Protected",
      activeLocation: "Primary",
    });
  });

  it("cannot register with a vault that is not there", () => {
    const seed = {
      schema: "asr-seed/1",
      hyperVServers: [{ name: "host1", vaultId: `${vault}x`, site: "s" }],
    } as const;
    expect(() => {
      azure.simulator.register({ ...seed, hyperVServers: [...seed.hyperVServers] });
    }).toThrow(/which does not exist/);
  });
});

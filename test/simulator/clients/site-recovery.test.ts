import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { simulatedAzure, type SimulatedAzure } from "../simulated-azure";

let azure: SimulatedAzure;
const group = "rg-dr";
const vault = "vault-dr";
const network = (region: string) =>
  `/subscriptions/${azure.simulator.subscriptionId}/resourceGroups/${group}/providers/Microsoft.Network/virtualNetworks/vnet-${region}`;

beforeAll(async () => {
  azure = await simulatedAzure();
  await azure.resources.resourceGroups.createOrUpdate(group, { location: "westeurope" });
  await azure.vaults.vaults.createOrUpdate(group, vault, {
    location: "northeurope",
    sku: { name: "RS0" },
    properties: {},
  });
  for (const [index, region] of ["westeurope", "northeurope"].entries()) {
    await azure.network.virtualNetworks.createOrUpdate(group, `vnet-${region}`, {
      location: region,
      addressSpace: { addressPrefixes: [`10.${index}.0.0/16`] },
    });
    await azure.siteRecovery.replicationFabrics.beginCreateAndWait(vault, group, region, {
      properties: { customDetails: { instanceType: "Azure", location: region } },
    });
    await azure.siteRecovery.replicationProtectionContainers.beginCreateAndWait(
      vault,
      group,
      region,
      `container-${region}`,
      {
        properties: { providerSpecificInput: [{ instanceType: "A2A" }] },
      },
    );
  }
});
afterAll(() => azure.simulator.close());

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const entry of pages) found.push(entry);
  return found;
}

describe("Site Recovery through its own client", () => {
  const policies = () => azure.siteRecovery.replicationPolicies;
  const mappings = () => azure.siteRecovery.replicationProtectionContainerMappings;
  const mapped = ["westeurope", "container-westeurope"] as const;

  it("creates a policy in one form, reads it back in another, updates and lists it", async () => {
    const made = await policies().beginCreateAndWait(vault, group, "p1", {
      properties: {
        providerSpecificInput: {
          instanceType: "InMageRcm",
          recoveryPointHistoryInMinutes: 1440,
          crashConsistentFrequencyInMinutes: 5,
          appConsistentFrequencyInMinutes: 60,
        },
      },
    });
    expect(made.id).toMatch(/^\/Subscriptions\//);
    expect(made.properties?.providerSpecificDetails).toEqual({
      instanceType: "InMageRcm",
      recoveryPointHistoryInMinutes: 1440,
      crashConsistentFrequencyInMinutes: 5,
      appConsistentFrequencyInMinutes: 60,
      enableMultiVmSync: "false",
    });
    const updated = await policies().beginUpdateAndWait(vault, group, "p1", {
      properties: {
        replicationProviderSettings: { instanceType: "InMageRcm", recoveryPointHistoryInMinutes: 4320 },
      },
    });
    expect(updated.properties?.providerSpecificDetails).toMatchObject({
      recoveryPointHistoryInMinutes: 4320,
    });
    expect((await all(policies().list(vault, group))).map(({ name }) => name)).toEqual(["p1"]);
    await policies().beginDeleteAndWait(vault, group, "p1");
    await expect(policies().get(vault, group, "p1")).rejects.toMatchObject({ statusCode: 404 });
  });

  it("maps containers and guards what a mapping uses", async () => {
    const policy = await policies().beginCreateAndWait(vault, group, "a2a", {
      properties: { providerSpecificInput: { instanceType: "A2A", multiVmSyncStatus: "Enable" } },
    });
    const containers = azure.siteRecovery.replicationProtectionContainers;
    const target = await containers.get(vault, group, "northeurope", "container-northeurope");
    const mapping = await mappings().beginCreateAndWait(vault, group, ...mapped, "forward", {
      properties: {
        policyId: policy.id ?? "",
        targetProtectionContainerId: target.id ?? "",
        providerSpecificInput: { instanceType: "A2A", agentAutoUpdateStatus: "Disabled" },
      },
    });
    expect(mapping.properties).toMatchObject({
      state: "Paired",
      sourceFabricFriendlyName: "West Europe",
      targetFabricFriendlyName: "North Europe",
      policyFriendlyName: "a2a",
    });
    await expect(policies().beginDeleteAndWait(vault, group, "a2a")).rejects.toMatchObject({
      statusCode: 400,
    });
    await expect(
      containers.beginDeleteAndWait(vault, group, "northeurope", "container-northeurope"),
    ).rejects.toMatchObject({ statusCode: 400 });
    await expect(
      azure.siteRecovery.replicationFabrics.beginDeleteAndWait(vault, group, "westeurope"),
    ).rejects.toMatchObject({ statusCode: 400 });
    await mappings().beginDeleteAndWait(vault, group, ...mapped, "forward", { properties: {} });
    await policies().beginDeleteAndWait(vault, group, "a2a");
    expect(await all(mappings().list(vault, group))).toEqual([]);
  });

  it("maps networks, with the ids in the service's lower case", async () => {
    const networkMappings = azure.siteRecovery.replicationNetworkMappings;
    await expect(networkMappings.get(vault, group, "westeurope", "azureNetwork", "m")).rejects.toMatchObject({
      statusCode: 400,
    });
    const made = await networkMappings.beginCreateAndWait(vault, group, "westeurope", "azureNetwork", "m", {
      properties: {
        recoveryFabricName: "northeurope",
        recoveryNetworkId: network("northeurope"),
        fabricSpecificDetails: { instanceType: "AzureToAzure", primaryNetworkId: network("westeurope") },
      },
    });
    expect(made.properties).toMatchObject({
      primaryNetworkId: network("westeurope").toLowerCase(),
      recoveryNetworkId: network("northeurope").toLowerCase(),
      recoveryFabricFriendlyName: "North Europe",
    });
    await expect(
      networkMappings.beginCreateAndWait(vault, group, "northeurope", "azureNetwork", "wrong", {
        properties: {
          recoveryFabricName: "westeurope",
          recoveryNetworkId: network("northeurope"),
          fabricSpecificDetails: { instanceType: "AzureToAzure", primaryNetworkId: network("northeurope") },
        },
      }),
    ).rejects.toThrow(/is in 'northeurope', the fabric in 'westeurope'/);
    await networkMappings.beginDeleteAndWait(vault, group, "westeurope", "azureNetwork", "m");
  });

  it("leaves a job for every write, under the name of its operation", async () => {
    await policies().beginCreateAndWait(vault, group, "jobbed", {
      properties: {
        providerSpecificInput: { instanceType: "InMageRcmFailback", crashConsistentFrequencyInMinutes: 5 },
      },
    });
    const jobs = await all(azure.siteRecovery.replicationJobs.list(vault, group));
    const job = jobs.find(({ properties }) => properties?.targetObjectName === "jobbed");
    expect(job?.properties).toMatchObject({
      scenarioName: "AddProtectionProfile",
      state: "Succeeded",
      stateDescription: "Completed",
    });
    expect(job?.properties?.tasks).toHaveLength(1);
    const read = await azure.siteRecovery.replicationJobs.get(vault, group, job?.name ?? "");
    expect(read.properties?.endTime?.getTime()).toBeGreaterThanOrEqual(
      read.properties?.startTime?.getTime() ?? Infinity,
    );
    await policies().beginDeleteAndWait(vault, group, "jobbed");
  });

  it("makes a Hyper-V site with its container, which nobody creates", async () => {
    const site = { instanceType: "HyperVSite" } as unknown as { instanceType: "Azure" };
    const fabric = await azure.siteRecovery.replicationFabrics.beginCreateAndWait(vault, group, "site", {
      properties: { customDetails: site },
    });
    const containers = await all(
      azure.siteRecovery.replicationProtectionContainers.listByReplicationFabrics(vault, group, "site"),
    );
    expect(containers.map(({ name }) => name)).toEqual([
      `cloud_${fabric.properties?.internalIdentifier ?? ""}`,
    ]);
    await azure.siteRecovery.replicationFabrics.beginPurgeAndWait(vault, group, "site");
    expect(azure.simulator.liveResources().filter(({ id }) => /\/site(\/|$)/.test(id))).toEqual([]);
  });

  it("keeps a vault that is not empty, and its group with it", async () => {
    await expect(azure.vaults.vaults.delete(group, vault)).rejects.toMatchObject({
      code: "ServiceResourceNotEmptyWithContainerDetails",
    });
    await expect(azure.resources.resourceGroups.delete(group)).rejects.toMatchObject({
      code: "ResourceGroupDeletionBlocked",
    });
    expect((await azure.resources.resourceGroups.get(group)).properties?.provisioningState).toBe("Succeeded");
    for (const region of ["westeurope", "northeurope"]) {
      await azure.siteRecovery.replicationProtectionContainers.beginDeleteAndWait(
        vault,
        group,
        region,
        `container-${region}`,
      );
      await azure.siteRecovery.replicationFabrics.beginDeleteAndWait(vault, group, region);
    }
    await azure.vaults.vaults.delete(group, vault);
    await expect(azure.vaults.vaults.get(group, vault)).rejects.toMatchObject({ statusCode: 404 });
    await azure.resources.resourceGroups.delete(group);
    expect(azure.simulator.liveResources()).toEqual([]);
  });
});

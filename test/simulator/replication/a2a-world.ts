import type { Seed } from "../../../simulator/seed";
import type { SimulatorOptions } from "../../../simulator/server";
import { rawAzure, type RawAnswer, type RawAzure } from "../raw-client";

/** A vault with two regions mapped both ways and one virtual machine that can be protected. */
export interface A2aWorld {
  readonly azure: RawAzure;
  readonly vault: string;
  readonly policy: string;
  readonly container: (region: string) => string;
  readonly item: (name: string, region?: string) => string;
  readonly machine: (name: string) => string;
  /** The body that enables protection of a machine. */
  readonly enableBody: (name: string, changes?: Readonly<Record<string, unknown>>) => unknown;
  readonly get: (id: string) => Promise<RawAnswer>;
  /** Sends and follows the operation to its end; the last status document. */
  readonly run: (method: string, id: string, body?: unknown) => Promise<RawAnswer>;
  /** Enables protection and waits until it is there. */
  readonly protect: (name: string) => Promise<string>;
  readonly properties: (id: string) => Promise<Record<string, unknown>>;
}

const apiVersion = "?api-version=2025-01-01";
const regions = ["westeurope", "northeurope"] as const;

/** Makes the world through the API. */
export async function a2aWorld(
  machines: readonly string[] = ["vm1"],
  seed: Partial<Seed> = {},
  options: SimulatorOptions = {},
): Promise<A2aWorld> {
  const azure = await rawAzure({
    ...options,
    seed: {
      schema: "asr-seed/1",
      resourceGroups: [
        { name: "rg1", location: "westeurope" },
        { name: "rg-target", location: "northeurope" },
      ],
      azureVirtualMachines: machines.map((name, index) => ({
        name,
        resourceGroup: "rg1",
        location: "westeurope",
        size: "Standard_D2s_v3",
        osType: "Linux" as const,
        disks: [
          { name: `${name}-os`, sizeGiB: 30, sku: "Premium_LRS" },
          { name: `${name}-data`, sizeGiB: 128, sku: "Premium_LRS" },
        ],
        nics: [
          {
            name: `${name}-nic`,
            subnetId: `${network(azureSubscription, "westeurope")}/subnets/apps`,
            privateIpAddress: `10.0.0.${index + 4}`,
          },
        ],
      })),
      ...seed,
    },
  });
  const send = (method: string, id: string, body?: unknown) => azure.send(method, `${id}${apiVersion}`, body);
  const run = async (method: string, id: string, body?: unknown) => {
    const answer = await azure.sendAndWait(method, `${id}${apiVersion}`, body);
    return answer;
  };
  const vault = `${azure.group}/providers/Microsoft.RecoveryServices/vaults/v1`;
  const container = (region: string) =>
    `${vault}/replicationFabrics/${region}/replicationProtectionContainers/${region}`;
  const policy = `${vault}/replicationPolicies/p1`;
  for (const region of regions) {
    await azure.send("PUT", `${network(azure.simulator.subscriptionId, region)}?api-version=2024-05-01`, {
      location: region,
      properties: {
        addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
        subnets: [{ name: "apps", properties: { addressPrefix: "10.0.0.0/24" } }],
      },
    });
  }
  await run("PUT", vault, {
    location: "northeurope",
    sku: { name: "RS0", tier: "Standard" },
    properties: {},
  });
  await run("PUT", policy, {
    properties: {
      providerSpecificInput: { instanceType: "A2A", multiVmSyncStatus: "Enable", recoveryPointHistory: 1440 },
    },
  });
  for (const region of regions) {
    await run("PUT", `${vault}/replicationFabrics/${region}`, {
      properties: { customDetails: { instanceType: "Azure", location: region } },
    });
    await run("PUT", container(region), { properties: { providerSpecificInput: [{ instanceType: "A2A" }] } });
  }
  for (const [from, to] of [regions, [regions[1], regions[0]] as const]) {
    await run("PUT", `${container(from)}/replicationProtectionContainerMappings/m`, {
      properties: {
        policyId: policy,
        targetProtectionContainerId: container(to),
        providerSpecificInput: { instanceType: "A2A", agentAutoUpdateStatus: "Disabled" },
      },
    });
  }
  const item = (name: string, region = "westeurope") =>
    `${container(region)}/replicationProtectedItems/${name}`;
  const machine = (name: string) => `${azure.group}/providers/Microsoft.Compute/virtualMachines/${name}`;
  const targetGroup = azure.group.replace(/rg1$/, "rg-target");
  const enableBody = (name: string, changes: Readonly<Record<string, unknown>> = {}) => ({
    properties: {
      policyId: policy,
      providerSpecificDetails: {
        instanceType: "A2A",
        fabricObjectId: machine(name),
        recoveryContainerId: container("northeurope"),
        recoveryResourceGroupId: targetGroup,
        recoveryAzureNetworkId: network(azure.simulator.subscriptionId, "northeurope"),
        recoverySubnetName: "apps",
        vmManagedDisks: [`${name}-os`, `${name}-data`].map((disk) => ({
          diskId: `${azure.group}/providers/Microsoft.Compute/disks/${disk}`,
          primaryStagingAzureStorageAccountId: `${azure.group}/providers/Microsoft.Storage/storageAccounts/cache`,
          recoveryResourceGroupId: targetGroup,
        })),
        ...changes,
      },
    },
  });
  const properties = async (id: string) =>
    (((await send("GET", id)).body as Record<string, unknown>)["properties"] ?? {}) as Record<
      string,
      unknown
    >;
  return {
    azure,
    vault,
    policy,
    container,
    item,
    machine,
    enableBody,
    get: (id) => send("GET", id),
    run,
    properties,
    protect: async (name) => {
      await run("PUT", item(name), enableBody(name));
      await send("GET", item(name));
      return item(name);
    },
  };
}

/** The default subscription of a simulator. */
const azureSubscription = "22222222-2222-4222-8222-222222222222";

function network(subscriptionId: string, region: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/rg1/providers/Microsoft.Network/virtualNetworks/vnet-${region}`;
}

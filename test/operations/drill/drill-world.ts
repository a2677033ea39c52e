import { connect, type AzureConnection } from "../../../azure/connection";
import { azureSettings } from "../../../azure/azure-settings";
import type { DrillClock } from "../../../operations/drill";
import type { Faults } from "../../../simulator/faults";
import type { Seed } from "../../../simulator/seed";
import type { SimulatorOptions } from "../../../simulator/server";
import { rawAzure, type RawAzure } from "../../simulator/raw-client";
import { trust } from "../../simulator/trust";

export const providers = ["A2A", "InMageRcm", "InMageAzureV2", "HyperVReplicaAzure"] as const;
export type Provider = (typeof providers)[number];

/** A vault with a recovery plan over two groups, an isolated test network and a production network. */
export interface DrillWorld {
  readonly azure: RawAzure;
  readonly connection: AzureConnection;
  /** The simulated clock: waiting moves it on. */
  readonly clock: DrillClock;
  readonly vault: string;
  readonly planId: string;
  readonly network: (name: string) => string;
  readonly itemIds: readonly string[];
  readonly properties: (id: string) => Promise<Record<string, unknown>>;
  readonly put: (id: string, body: unknown, apiVersion?: string) => Promise<void>;
  /** Names of everything alive that a test failover made. */
  readonly testResources: () => readonly string[];
  /** What is wrong with the vault after a drill; empty where it is clean. */
  readonly traces: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

export interface WorldOptions extends SimulatorOptions {
  readonly provider?: Provider;
  readonly machines?: readonly string[];
  readonly faults?: Faults;
  /** The network that items name for tests; default the isolated one. */
  readonly testNetwork?: string | null;
  readonly actions?: readonly unknown[];
  readonly quotas?: Seed["quotas"];
  /** Of the subnet that tests go into; default 24. */
  readonly testPrefixLength?: number;
  /** Static address of Azure machines in tests. */
  readonly testAddress?: string;
}

const siteRecoveryVersion = "2025-01-01";
const networkVersion = "2024-05-01";
const subscription = "22222222-2222-4222-8222-222222222222";
const group = `/subscriptions/${subscription}/resourceGroups/rg1`;
const vault = `${group}/providers/Microsoft.RecoveryServices/vaults/v1`;
const site = `${group}/providers/Microsoft.OffAzure/VMwareSites/s1`;
const network = (name: string) => `${group}/providers/Microsoft.Network/virtualNetworks/${name}`;

export async function drillWorld(options: WorldOptions = {}): Promise<DrillWorld> {
  const {
    provider = "A2A",
    machines = ["web1", "db1"],
    testNetwork,
    actions = [],
    quotas,
    testPrefixLength = 24,
    testAddress,
    ...simulatorOptions
  } = options;
  const azure = await rawAzure({
    // Slow enough to be seen at work.
    secondsPerPoll: 20,
    ...simulatorOptions,
    seed: {
      schema: "asr-seed/1",
      resourceGroups: [{ name: "rg1", location: "northeurope" }],
      ...(quotas === undefined ? {} : { quotas }),
      ...(provider === "A2A" ? { azureVirtualMachines: machines.map(azureMachine) } : {}),
    },
  });
  const run = async (method: string, id: string, body?: unknown, version = siteRecoveryVersion) => {
    const answer = await azure.sendAndWait(method, `${id}?api-version=${version}`, body);
    const { status } = answer.body as { readonly status?: string };
    if (answer.status >= 400 || (status !== undefined && status !== "Succeeded")) {
      throw new Error(`${method} ${id}: ${JSON.stringify(answer.body)}`);
    }
    return answer.body;
  };
  const put = async (id: string, body: unknown, version = siteRecoveryVersion) => {
    await run("PUT", id, body, version);
  };
  const properties = async (id: string) => {
    const { body } = await azure.send("GET", `${id}?api-version=${siteRecoveryVersion}`);
    return (body as { readonly properties: Record<string, unknown> }).properties;
  };
  for (const [name, prefix] of [
    ["production", "10.0"],
    ["recovery", "10.1"],
    ["test", "10.9"],
  ] as const) {
    await put(
      network(name),
      {
        location: name === "production" ? "westeurope" : "northeurope",
        properties: {
          addressSpace: { addressPrefixes: [`${prefix}.0.0/16`] },
          subnets: [
            {
              name: "apps",
              properties: { addressPrefix: `${prefix}.0.0/${name === "test" ? testPrefixLength : 24}` },
            },
          ],
        },
      },
      networkVersion,
    );
  }
  await put(vault, { location: "northeurope", sku: { name: "RS0", tier: "Standard" }, properties: {} });
  const enable = {
    A2A: enableA2a,
    InMageRcm: enableRcm,
    InMageAzureV2: enableConfigurationServer,
    HyperVReplicaAzure: enableHyperV,
  }[provider];
  const testNetworkId = testNetwork === null ? undefined : network(testNetwork ?? "test");
  const { fabric, recoveryFabric, itemIds } = await enable({
    azure,
    put,
    run,
    properties,
    machines,
    testNetworkId,
    testAddress,
  });
  const planId = `${vault}/replicationRecoveryPlans/plan`;
  await put(planId, {
    properties: {
      primaryFabricId: fabric,
      recoveryFabricId: recoveryFabric,
      failoverDeploymentModel: "ResourceManager",
      groups: itemIds.map((id, index) => ({
        groupType: "Boot",
        replicationProtectedItems: [{ id, virtualMachineId: `vm-${index}` }],
        startGroupActions: index === 0 ? actions : [],
        endGroupActions: [],
      })),
    },
  });
  const distrust = trust(azure.simulator);
  const connection = await connect(azureSettings({}, azure.simulator.environment()), "asr-test/0");
  const before = new Set(azure.simulator.liveResources().map(({ id }) => id.toLowerCase()));
  const testResources = () =>
    azure.simulator
      .liveResources()
      .filter(({ id }) => !before.has(id.toLowerCase()))
      .map(({ name }) => name);
  return {
    azure,
    connection,
    clock: clockOf(azure),
    vault,
    planId,
    network,
    itemIds,
    properties,
    put,
    testResources,
    traces: async () => {
      const states = await Promise.all(
        itemIds.map(async (id) => {
          const { testFailoverState, allowedOperations } = (await properties(id)) as {
            readonly testFailoverState?: string | null;
            readonly allowedOperations: readonly string[];
          };
          const isClean =
            ["None", ""].includes(testFailoverState ?? "") && allowedOperations.includes("TestFailover");
          return isClean ? [] : [`${id}: ${testFailoverState ?? ""} ${JSON.stringify(allowedOperations)}`];
        }),
      );
      return [...states.flat(), ...testResources()];
    },
    close: async () => {
      distrust();
      await azure.close();
    },
  };
}

/** Simulated time: a wait moves the clock, and lets everybody else have a turn. */
export function clockOf({ simulator }: RawAzure): DrillClock {
  return {
    now: () => simulator.clock.now().getTime(),
    wait: async (milliseconds, signal) => {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      if (signal?.aborted !== true) simulator.clock.advance(milliseconds / 1000);
    },
  };
}

type SeededMachine = NonNullable<Seed["azureVirtualMachines"]>[number];

function azureMachine(name: string, index: number): SeededMachine {
  return {
    name,
    resourceGroup: "rg1",
    location: "westeurope",
    size: "Standard_D2s_v3",
    osType: "Linux",
    disks: [{ name: `${name}-os`, sizeGiB: 30, sku: "Premium_LRS" }],
    nics: [
      {
        name: `${name}-nic`,
        subnetId: `${network("production")}/subnets/apps`,
        privateIpAddress: `10.0.0.${index + 4}`,
      },
    ],
  };
}

function premisesMachine(name: string, index: number) {
  return {
    name,
    id: `vc1_${name}`,
    osType: "Linux" as const,
    disks: [{ name: "os", id: `${name}-os`, sizeGiB: 40 }],
    nics: [
      {
        macAddress: `00:50:56:00:00:0${index + 1}`,
        networkName: "lan",
        ipAddress: `192.168.1.${index + 10}`,
      },
    ],
  };
}

interface Making {
  readonly azure: RawAzure;
  readonly put: (id: string, body: unknown) => Promise<void>;
  readonly run: (method: string, id: string, body?: unknown) => Promise<unknown>;
  readonly properties: (id: string) => Promise<Record<string, unknown>>;
  readonly machines: readonly string[];
  readonly testNetworkId: string | undefined;
  readonly testAddress: string | undefined;
}

interface Made {
  readonly fabric: string;
  readonly recoveryFabric: string;
  readonly itemIds: readonly string[];
}

async function policyAndMappings(
  { put }: Making,
  containers: readonly (readonly [string, string])[],
  providerSpecificInput: Readonly<Record<string, unknown>>,
): Promise<string> {
  const policyId = `${vault}/replicationPolicies/p`;
  await put(policyId, { properties: { providerSpecificInput } });
  for (const [from, to] of containers) {
    await put(`${from}/replicationProtectionContainerMappings/m`, {
      properties: {
        policyId,
        targetProtectionContainerId: to,
        providerSpecificInput: { instanceType: providerSpecificInput["instanceType"] },
      },
    });
  }
  return policyId;
}

/** Waits until the first replication of an item has gone by. */
async function protectedItem({ azure, properties }: Making, item: string): Promise<string> {
  for (let times = 0; times < 50; times += 1) {
    if ((await properties(item))["protectionState"] === "Protected") return item;
    azure.simulator.clock.advance(600);
  }
  throw new Error(`${item} is not protected.`);
}

async function enableA2a(making: Making): Promise<Made> {
  const { put, run, properties, machines, testNetworkId, testAddress } = making;
  const container = (region: string) =>
    `${vault}/replicationFabrics/${region}/replicationProtectionContainers/${region}`;
  for (const region of ["westeurope", "northeurope"]) {
    await put(`${vault}/replicationFabrics/${region}`, {
      properties: { customDetails: { instanceType: "Azure", location: region } },
    });
    await put(container(region), { properties: { providerSpecificInput: [{ instanceType: "A2A" }] } });
  }
  const [there, back] = [container("westeurope"), container("northeurope")];
  const policyId = await policyAndMappings(
    making,
    [
      [there, back],
      [back, there],
    ],
    {
      instanceType: "A2A",
      multiVmSyncStatus: "Enable",
      recoveryPointHistory: 1440,
    },
  );
  const itemIds: string[] = [];
  for (const name of machines) {
    const item = `${there}/replicationProtectedItems/${name}`;
    await put(item, {
      properties: {
        policyId,
        providerSpecificDetails: {
          instanceType: "A2A",
          fabricObjectId: `${group}/providers/Microsoft.Compute/virtualMachines/${name}`,
          recoveryContainerId: back,
          recoveryResourceGroupId: group,
          recoveryAzureNetworkId: network("recovery"),
          recoverySubnetName: "apps",
          vmManagedDisks: [
            {
              diskId: `${group}/providers/Microsoft.Compute/disks/${name}-os`,
              primaryStagingAzureStorageAccountId: `${group}/providers/Microsoft.Storage/storageAccounts/cache`,
              recoveryResourceGroupId: group,
            },
          ],
        },
      },
    });
    itemIds.push(await protectedItem(making, item));
    if (testNetworkId !== undefined) {
      await run("PATCH", item, {
        properties: {
          selectedTfoAzureNetworkId: testNetworkId,
          recoveryAzureVMName: name,
          ...(testAddress === undefined ? {} : { vmNics: await testNics(properties, item, testAddress) }),
          providerSpecificDetails: { instanceType: "A2A" },
        },
      });
    }
  }
  const fabrics = `${vault}/replicationFabrics`;
  return { fabric: `${fabrics}/westeurope`, recoveryFabric: `${fabrics}/northeurope`, itemIds };
}

/** The adapters of an item with a static address in tests. */
async function testNics(properties: Making["properties"], item: string, address: string) {
  const details = (await properties(item))["providerSpecificDetails"] as {
    readonly vmNics: readonly {
      readonly nicId: string;
      readonly ipConfigs: readonly { readonly name: string }[];
    }[];
  };
  return details.vmNics.map(({ nicId, ipConfigs }) => ({
    nicId,
    ipConfigs: ipConfigs.map(({ name }) => ({
      ipConfigName: name,
      isPrimary: true,
      recoverySubnetName: "apps",
      tfoSubnetName: "apps",
      tfoStaticIPAddress: address,
    })),
  }));
}

async function enableRcm(making: Making): Promise<Made> {
  const { azure, put, machines, testNetworkId } = making;
  azure.simulator.register({
    schema: "asr-seed/1",
    vmwareSites: [
      {
        name: "s1",
        resourceGroup: "rg1",
        location: "northeurope",
        vCenters: [{ name: "vc1" }],
        runAsAccounts: [{ name: "acc1" }],
        machines: machines.map(premisesMachine),
      },
    ],
    appliances: [{ name: "appl1", vaultId: vault, siteId: site, id: "ps-1" }],
  });
  const fabric = `${vault}/replicationFabrics/v1-vmwarefabric`;
  const [container] = (await listOf(azure, `${fabric}/replicationProtectionContainers`)).map(({ id }) => id);
  if (container === undefined) throw new Error("The site has no container.");
  const policyId = await policyAndMappings(making, [[container, "Microsoft Azure"]], {
    instanceType: "InMageRcm",
    recoveryPointHistoryInMinutes: 1440,
  });
  const itemIds: string[] = [];
  for (const name of machines) {
    const item = `${container}/replicationProtectedItems/${name}`;
    await put(item, {
      properties: {
        policyId,
        providerSpecificDetails: {
          instanceType: "InMageRcm",
          fabricDiscoveryMachineId: `${site}/machines/vc1_${name}`,
          processServerId: "ps-1",
          targetResourceGroupId: group,
          targetNetworkId: network("recovery"),
          targetSubnetName: "apps",
          ...(testNetworkId === undefined ? {} : { testNetworkId, testSubnetName: "apps" }),
          targetVmName: name,
          disksToInclude: [{ diskId: `${name}-os`, diskType: "Premium_LRS", logStorageAccountId: "/x" }],
        },
      },
    });
    itemIds.push(await protectedItem(making, item));
  }
  return { fabric, recoveryFabric: "Microsoft Azure", itemIds };
}

async function enableConfigurationServer(making: Making): Promise<Made> {
  const { azure, put, run, machines, testNetworkId } = making;
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
        machines: machines.map(premisesMachine),
      },
    ],
  });
  const fabric = `${vault}/replicationFabrics/cs1`;
  const [container] = (await listOf(azure, `${fabric}/replicationProtectionContainers`)).map(({ id }) => id);
  if (container === undefined) throw new Error("The configuration server has no container.");
  const policyId = await policyAndMappings(making, [[container, "Microsoft Azure"]], {
    instanceType: "InMageAzureV2",
    multiVmSyncStatus: "Disable",
  });
  const protectable = await listOf(azure, `${container}/replicationProtectableItems`);
  const itemIds: string[] = [];
  for (const name of machines) {
    const item = `${container}/replicationProtectedItems/${name}`;
    await put(item, {
      properties: {
        policyId,
        protectableItemId: protectable.find(({ properties }) => properties.friendlyName === name)?.id,
        providerSpecificDetails: {
          instanceType: "InMageAzureV2",
          processServerId: "PS",
          runAsAccountId: "2",
          targetAzureV2ResourceGroupId: group,
          targetAzureNetworkId: network("recovery"),
          targetAzureSubnetId: "apps",
          targetAzureVmName: name,
          disksToInclude: [{ diskId: `${name}-os`, diskType: "Standard_LRS", logStorageAccountId: "/x" }],
        },
      },
    });
    itemIds.push(await protectedItem(making, item));
    if (testNetworkId !== undefined) {
      await run("PATCH", item, {
        properties: {
          selectedTfoAzureNetworkId: testNetworkId,
          providerSpecificDetails: { instanceType: "InMageAzureV2" },
        },
      });
    }
  }
  return { fabric, recoveryFabric: "Microsoft Azure", itemIds };
}

interface Listed {
  readonly id: string;
  readonly properties: { readonly friendlyName?: string };
}

async function listOf(azure: RawAzure, id: string): Promise<readonly Listed[]> {
  const { body } = await azure.send("GET", `${id}?api-version=${siteRecoveryVersion}`);
  return (body as { readonly value: readonly Listed[] }).value;
}

async function enableHyperV(making: Making): Promise<Made> {
  const { azure, put, machines } = making;
  azure.simulator.register({
    schema: "asr-seed/1",
    hyperVServers: [
      { name: "host1", vaultId: vault, site: "site1", virtualMachines: machines.map(premisesMachine) },
    ],
  });
  const fabric = `${vault}/replicationFabrics/site1`;
  const [container] = (await listOf(azure, `${fabric}/replicationProtectionContainers`)).map(({ id }) => id);
  if (container === undefined) throw new Error("The site has no container.");
  const policyId = await policyAndMappings(making, [[container, "Microsoft Azure"]], {
    instanceType: "HyperVReplicaAzure",
    recoveryPointHistoryDuration: 2,
  });
  const protectable = await listOf(azure, `${container}/replicationProtectableItems`);
  const itemIds: string[] = [];
  for (const name of machines) {
    const item = `${container}/replicationProtectedItems/${name}`;
    await put(item, {
      properties: {
        policyId,
        protectableItemId: protectable.find(({ properties }) => properties.friendlyName === name)?.id,
        providerSpecificDetails: {
          instanceType: "HyperVReplicaAzure",
          targetAzureV2ResourceGroupId: group,
          targetAzureNetworkId: network("recovery"),
          targetAzureSubnetId: "apps",
          targetAzureVmName: name,
          vmName: name,
        },
      },
    });
    itemIds.push(await protectedItem(making, item));
  }
  return { fabric, recoveryFabric: "Microsoft Azure", itemIds };
}

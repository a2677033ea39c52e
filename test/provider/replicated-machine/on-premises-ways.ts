import { expect } from "vitest";
import type { PropertyMap } from "../../../plugin-protocol/property-value";
import type { Seed } from "../../../simulator/seed";
import type { RawAzure } from "../../simulator/raw-client";

const version = "?api-version=2025-01-01";

/** A vault that machines on premises replicate to, and requests about it. */
export interface OnPremisesWorld {
  readonly azure: RawAzure;
  readonly vault: string;
  /** Sends, waits, and fails the test unless Azure reports success. */
  readonly succeeded: (method: string, id: string, body?: unknown) => Promise<void>;
  readonly listOf: (id: string) => Promise<readonly { readonly id: string }[]>;
  readonly detailsOf: (id: string) => Promise<object>;
}

/** @param vault its id; made when it is absent. */
export async function onPremisesWorld(azure: RawAzure, vault: string): Promise<OnPremisesWorld> {
  const run = (method: string, id: string, body?: unknown) =>
    azure.sendAndWait(method, `${id}${version}`, body);
  const bodyOf = async (id: string) => (await azure.send("GET", `${id}${version}`)).body;
  await run("PUT", vault, { location: "westeurope", sku: { name: "RS0", tier: "Standard" }, properties: {} });
  return {
    azure,
    vault,
    succeeded: async (method, id, body) => {
      expect((await run(method, id, body)).body).toMatchObject({ status: "Succeeded" });
    },
    listOf: async (id) =>
      ((await bodyOf(id)) as { readonly value: readonly { readonly id: string }[] }).value,
    detailsOf: async (id) =>
      ((await bodyOf(id)) as { readonly properties: { readonly providerSpecificDetails: object } }).properties
        .providerSpecificDetails,
  };
}

const machineOf = (name: string) => ({
  name,
  osType: "Linux" as const,
  disks: [
    { name: "os", id: "disk-os", sizeGiB: 40 },
    { name: "data", id: "disk-data", sizeGiB: 100 },
  ],
  nics: [{ macAddress: "00:50:56:00:00:01", networkName: "lan", ipAddress: "192.168.1.10" }],
});

/** What differs from one way of replicating to the next. */
export interface OnPremisesWay {
  readonly name: string;
  /** Name of its machine. */
  readonly machine: string;
  readonly instanceType: string;
  readonly policy: Readonly<Record<string, unknown>>;
  /** Makes the machine known; its container. */
  readonly register: (world: OnPremisesWorld) => Promise<string>;
  /** Whether the machine is a protectable item. */
  readonly isListed: boolean;
  readonly given: (world: OnPremisesWorld) => PropertyMap;
  readonly changed: PropertyMap;
  /** What the item shows of the given and of the changed. */
  readonly shows: Readonly<Record<string, unknown>>;
  readonly showsChanged: Readonly<Record<string, unknown>>;
  /** What failing over without Pulumi takes, up to where reprotection is possible. */
  readonly failOver: readonly (readonly [action: string, direction?: string])[];
  readonly afterReprotection: Readonly<Record<string, unknown>>;
}

async function firstContainer({ vault, listOf }: OnPremisesWorld, fabric: string): Promise<string> {
  const [container] = await listOf(`${vault}/replicationFabrics/${fabric}/replicationProtectionContainers`);
  return container?.id ?? "";
}

const hyperVWay = (
  name: string,
  machine: string,
  fabric: string,
  seed: (vaultId: string) => Partial<Seed>,
): OnPremisesWay => ({
  name,
  machine,
  register: (world) => {
    world.azure.simulator.register({ schema: "asr-seed/1", ...seed(world.vault) });
    return firstContainer(world, fabric);
  },
  instanceType: "HyperVReplicaAzure",
  policy: { recoveryPointHistoryDuration: 2 },
  isListed: true,
  given: ({ azure }) => ({
    vmName: machine,
    targetAzureV2ResourceGroupId: azure.group,
    targetVmTags: { app: "shop" },
    licenseType: "WindowsServer",
    vmNics: [{ sourceIPAddress: "192.168.1.10", ipConfigs: [{ recoveryStaticIPAddress: "10.1.0.9" }] }],
  }),
  changed: { targetAzureVmName: `${machine}-dr`, targetVmSize: "Standard_D4s_v3" },
  shows: {
    targetVmTags: { app: "shop" },
    licenseType: "WindowsServer",
    vmNics: [{ ipConfigs: [{ recoveryStaticIPAddress: "10.1.0.9" }] }],
  },
  showsChanged: { recoveryAzureVmName: `${machine}-dr`, recoveryAzureVMSize: "Standard_D4s_v3" },
  failOver: [
    ["plannedFailover", "PrimaryToRecovery"],
    ["failoverCommit"],
    ["plannedFailover", "RecoveryToPrimary"],
    ["failoverCommit"],
  ],
  afterReprotection: { protectionState: "Protected", activeLocation: "Primary" },
});

/** Machines on premises, one for each way of replicating. */
export const onPremisesWays: readonly OnPremisesWay[] = [
  {
    name: "VMware, modernized",
    machine: "rcm1",
    instanceType: "InMageRcm",
    policy: { recoveryPointHistoryInMinutes: 1440 },
    register: ({ azure, vault }) => {
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
            machines: [{ ...machineOf("rcm1"), id: "vc1_rcm1" }],
          },
        ],
        appliances: [{ name: "appl1", vaultId: vault, siteId: site, id: "ps-1" }],
      });
      return Promise.resolve(
        `${vault}/replicationFabrics/v1-vmwarefabric/replicationProtectionContainers/s1replicationcontainer`,
      );
    },
    isListed: false,
    given: ({ azure }) => ({
      fabricDiscoveryMachineId: `${azure.group}/providers/Microsoft.OffAzure/VMwareSites/s1vmwaresite/machines/vc1_rcm1`,
      processServerId: "ps-1",
      targetResourceGroupId: azure.group,
      disksToInclude: ["disk-os", "disk-data"].map((diskId) => ({
        diskId,
        diskType: "Premium_LRS",
        logStorageAccountId: `${azure.group}/providers/Microsoft.Storage/storageAccounts/cache`,
      })),
      vmNics: [{ sourceIPAddress: "192.168.1.10", isPrimaryNic: true, targetStaticIPAddress: "10.1.0.9" }],
      reprotection: {
        reprotectAgentId: "ps-1",
        datastoreName: "ds",
        logStorageAccountId: `${azure.group}/providers/Microsoft.Storage/storageAccounts/cache`,
      },
    }),
    changed: { targetVmName: "rcm1-dr", targetVmSize: "Standard_D4s_v3", licenseType: "WindowsServer" },
    shows: { vmNics: [{ targetIPAddress: "10.1.0.9", targetIPAddressType: "Static" }] },
    showsChanged: { targetVmName: "rcm1-dr", targetVmSize: "Standard_D4s_v3", licenseType: "WindowsServer" },
    failOver: [["unplannedFailover", "PrimaryToRecovery"], ["failoverCommit"]],
    afterReprotection: { protectionState: "Protected", activeLocation: "Recovery" },
  },
  {
    name: "VMware, classic",
    machine: "classic1",
    instanceType: "InMageAzureV2",
    policy: { multiVmSyncStatus: "Disable" },
    register: (world) => {
      const { azure, vault } = world;
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
            machines: [machineOf("classic1")],
          },
        ],
      });
      return firstContainer(world, "cs1");
    },
    isListed: true,
    given: ({ azure }) => ({
      processServerId: "PS",
      runAsAccountId: "2",
      targetAzureV2ResourceGroupId: azure.group,
      targetNicTags: { app: "shop" },
      vmNics: [{ ipConfigs: [{ recoveryStaticIPAddress: "10.1.0.9" }] }],
    }),
    changed: { targetAzureVmName: "classic1-dr", targetAvailabilityZone: "2" },
    shows: {
      targetNicTags: { app: "shop" },
      vmNics: [{ ipConfigs: [{ recoveryStaticIPAddress: "10.1.0.9" }] }],
    },
    showsChanged: { recoveryAzureVMName: "classic1-dr", targetAvailabilityZone: "2" },
    failOver: [["unplannedFailover", "PrimaryToRecovery"], ["failoverCommit"]],
    afterReprotection: { protectionState: "Protected", activeLocation: "Recovery" },
  },
  hyperVWay("Hyper-V, site", "site-vm1", "site1", (vaultId) => ({
    hyperVServers: [{ name: "host1", vaultId, site: "site1", virtualMachines: [machineOf("site-vm1")] }],
  })),
  hyperVWay("Hyper-V, cloud of Virtual Machine Manager", "cloud-vm1", "vmm1", (vaultId) => ({
    vmmServers: [
      {
        name: "vmm1",
        fabric: "vmm1",
        vaultId,
        clouds: [{ name: "gold", virtualMachines: [machineOf("cloud-vm1")] }],
      },
    ],
  })),
];

/** A machine that may replicate: its policy and mapping are there. */
export interface OnPremisesMachine {
  readonly itemId: string;
  /** Inputs of its resource. @param more into what is given for the way, @param own beside it. */
  readonly inputs: (more?: PropertyMap, own?: PropertyMap) => PropertyMap;
}

/** Makes a way's machine known, with its policy and mapping. */
export async function prepared(world: OnPremisesWorld, way: OnPremisesWay): Promise<OnPremisesMachine> {
  const container = await way.register(world);
  const { instanceType } = way;
  const policyId = `${world.vault}/replicationPolicies/${way.machine}`;
  await world.succeeded("PUT", policyId, {
    properties: { providerSpecificInput: { instanceType, ...way.policy } },
  });
  await world.succeeded("PUT", `${container}/replicationProtectionContainerMappings/m`, {
    properties: {
      policyId,
      targetProtectionContainerId: "Microsoft Azure",
      providerSpecificInput: { instanceType },
    },
  });
  const listed: PropertyMap = way.isListed
    ? { protectableItemId: (await world.listOf(`${container}/replicationProtectableItems`))[0]?.id ?? "" }
    : {};
  return {
    itemId: `${container}/replicationProtectedItems/${way.machine}`,
    inputs: (more = {}, own = {}) => ({
      protectionContainerId: container,
      name: way.machine,
      policyId,
      ...listed,
      [inputOf(way)]: { ...way.given(world), ...more },
      ...own,
    }),
  };
}

/** The steps of a failover without Pulumi, one after the other. @param onStep called after each. */
export async function failOver(
  { succeeded }: OnPremisesWorld,
  { failOver: steps, instanceType }: OnPremisesWay,
  itemId: string,
  onStep: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (const [action, failoverDirection] of steps) {
    await succeeded("POST", `${itemId}/${action}`, {
      properties: { failoverDirection, providerSpecificDetails: { instanceType } },
    });
    await onStep();
  }
}

/** Name of the nested input of a way. */
export function inputOf({ instanceType }: OnPremisesWay): string {
  return instanceType.charAt(0).toLowerCase() + instanceType.slice(1);
}

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PropertyMap } from "../../../plugin-protocol/property-value";
import { rawAzure, type RawAzure } from "../../simulator/raw-client";
import { machineVerbs, type MachineVerbs } from "./machine-world";

let azure: RawAzure;
let verbs: MachineVerbs;
let vault: string;
const version = "?api-version=2025-01-01";

beforeEach(async () => {
  azure = await rawAzure();
  verbs = machineVerbs(azure.simulator);
  vault = `${azure.group}/providers/Microsoft.RecoveryServices/vaults/v1`;
  await run("PUT", vault, { location: "westeurope", sku: { name: "RS0", tier: "Standard" }, properties: {} });
});
afterEach(() => azure.close());

const run = (method: string, id: string, body?: unknown) =>
  azure.sendAndWait(method, `${id}${version}`, body);
const succeeded = async (method: string, id: string, body?: unknown) => {
  expect((await run(method, id, body)).body).toMatchObject({ status: "Succeeded" });
};
const bodyOf = async (id: string) => (await azure.send("GET", `${id}${version}`)).body;
const firstOf = async (id: string) =>
  ((await bodyOf(id)) as { readonly value: readonly { readonly id: string }[] }).value[0]?.id ?? "";
const detailsOf = async (id: string) =>
  ((await bodyOf(id)) as { readonly properties: { readonly providerSpecificDetails: object } }).properties
    .providerSpecificDetails;

const machine = {
  name: "app1",
  osType: "Linux" as const,
  disks: [
    { name: "os", id: "disk-os", sizeGiB: 40 },
    { name: "data", id: "disk-data", sizeGiB: 100 },
  ],
  nics: [{ macAddress: "00:50:56:00:00:01", networkName: "lan", ipAddress: "192.168.1.10" }],
};

/** What differs from one way of replicating to the next. */
interface Way {
  readonly name: string;
  readonly instanceType: string;
  readonly policy: Readonly<Record<string, unknown>>;
  /** Makes the machine known; its container. */
  readonly register: () => Promise<string>;
  /** Whether the machine is a protectable item. */
  readonly isListed: boolean;
  readonly given: () => PropertyMap;
  readonly changed: PropertyMap;
  /** What the item shows of the given and of the changed. */
  readonly shows: Readonly<Record<string, unknown>>;
  readonly showsChanged: Readonly<Record<string, unknown>>;
  /** What failing over without Pulumi takes, up to where reprotection is possible. */
  readonly failOver: readonly (readonly [action: string, direction?: string])[];
  readonly afterReprotection: Readonly<Record<string, unknown>>;
}

const hyperV = (seed: Parameters<RawAzure["simulator"]["register"]>[0], fabric: string) => async () => {
  azure.simulator.register(seed);
  return firstOf(`${vault}/replicationFabrics/${fabric}/replicationProtectionContainers`);
};

const hyperVWay: Omit<Way, "name" | "register"> = {
  instanceType: "HyperVReplicaAzure",
  policy: { recoveryPointHistoryDuration: 2 },
  isListed: true,
  given: () => ({
    vmName: "app1",
    targetAzureV2ResourceGroupId: azure.group,
    targetVmTags: { app: "shop" },
    licenseType: "WindowsServer",
    vmNics: [{ sourceIPAddress: "192.168.1.10", ipConfigs: [{ recoveryStaticIPAddress: "10.1.0.9" }] }],
  }),
  changed: { targetAzureVmName: "app1-dr", targetVmSize: "Standard_D4s_v3" },
  shows: {
    targetVmTags: { app: "shop" },
    licenseType: "WindowsServer",
    vmNics: [{ ipConfigs: [{ recoveryStaticIPAddress: "10.1.0.9" }] }],
  },
  showsChanged: { recoveryAzureVmName: "app1-dr", recoveryAzureVMSize: "Standard_D4s_v3" },
  failOver: [
    ["plannedFailover", "PrimaryToRecovery"],
    ["failoverCommit"],
    ["plannedFailover", "RecoveryToPrimary"],
    ["failoverCommit"],
  ],
  afterReprotection: { protectionState: "Protected", activeLocation: "Primary" },
};

const ways: readonly Way[] = [
  {
    name: "VMware, modernized",
    instanceType: "InMageRcm",
    policy: { recoveryPointHistoryInMinutes: 1440 },
    register: () => {
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
      return Promise.resolve(
        `${vault}/replicationFabrics/v1-vmwarefabric/replicationProtectionContainers/s1replicationcontainer`,
      );
    },
    isListed: false,
    given: () => ({
      fabricDiscoveryMachineId: `${azure.group}/providers/Microsoft.OffAzure/VMwareSites/s1vmwaresite/machines/vc1_app1`,
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
    changed: { targetVmName: "app1-dr", targetVmSize: "Standard_D4s_v3", licenseType: "WindowsServer" },
    shows: { vmNics: [{ targetIPAddress: "10.1.0.9", targetIPAddressType: "Static" }] },
    showsChanged: { targetVmName: "app1-dr", targetVmSize: "Standard_D4s_v3", licenseType: "WindowsServer" },
    failOver: [["unplannedFailover", "PrimaryToRecovery"], ["failoverCommit"]],
    afterReprotection: { protectionState: "Protected", activeLocation: "Recovery" },
  },
  {
    name: "VMware, classic",
    instanceType: "InMageAzureV2",
    policy: { multiVmSyncStatus: "Disable" },
    register: () => {
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
      return firstOf(`${vault}/replicationFabrics/cs1/replicationProtectionContainers`);
    },
    isListed: true,
    given: () => ({
      processServerId: "PS",
      runAsAccountId: "2",
      targetAzureV2ResourceGroupId: azure.group,
      targetNicTags: { app: "shop" },
      vmNics: [{ ipConfigs: [{ recoveryStaticIPAddress: "10.1.0.9" }] }],
    }),
    changed: { targetAzureVmName: "app1-dr", targetAvailabilityZone: "2" },
    shows: {
      targetNicTags: { app: "shop" },
      vmNics: [{ ipConfigs: [{ recoveryStaticIPAddress: "10.1.0.9" }] }],
    },
    showsChanged: { recoveryAzureVMName: "app1-dr", targetAvailabilityZone: "2" },
    failOver: [["unplannedFailover", "PrimaryToRecovery"], ["failoverCommit"]],
    afterReprotection: { protectionState: "Protected", activeLocation: "Recovery" },
  },
  {
    name: "Hyper-V, site",
    ...hyperVWay,
    register: () =>
      hyperV(
        {
          schema: "asr-seed/1",
          hyperVServers: [{ name: "host1", vaultId: vault, site: "site1", virtualMachines: [machine] }],
        },
        "site1",
      )(),
  },
  {
    name: "Hyper-V, cloud of Virtual Machine Manager",
    ...hyperVWay,
    register: () =>
      hyperV(
        {
          schema: "asr-seed/1",
          vmmServers: [
            {
              name: "vmm1",
              fabric: "vmm1",
              vaultId: vault,
              clouds: [{ name: "gold", virtualMachines: [machine] }],
            },
          ],
        },
        "vmm1",
      )(),
  },
];

const inputOf = (instanceType: string) => instanceType.charAt(0).toLowerCase() + instanceType.slice(1);

describe.each(ways)("$name", (way) => {
  let inputs: (more?: PropertyMap, own?: PropertyMap) => PropertyMap;

  beforeEach(async () => {
    const container = await way.register();
    const policyId = `${vault}/replicationPolicies/p`;
    const { instanceType } = way;
    await succeeded("PUT", policyId, {
      properties: { providerSpecificInput: { instanceType, ...way.policy } },
    });
    await succeeded("PUT", `${container}/replicationProtectionContainerMappings/m`, {
      properties: {
        policyId,
        targetProtectionContainerId: "Microsoft Azure",
        providerSpecificInput: { instanceType },
      },
    });
    const listed: PropertyMap = way.isListed
      ? { protectableItemId: await firstOf(`${container}/replicationProtectableItems`) }
      : {};
    inputs = (more = {}, own = {}) => ({
      protectionContainerId: container,
      name: "app1",
      policyId,
      ...listed,
      [inputOf(instanceType)]: { ...way.given(), ...more },
      ...own,
    });
  });

  it("is protected, changed, failed over, replicates back and is disabled", async () => {
    const created = await verbs.create(inputs());
    expect(await detailsOf(created.id)).toMatchObject(way.shows);
    expect((await verbs.diff(created, inputs())).changes).toEqual(new Map());
    expect((await verbs.read(created, inputs()))?.inputs).toEqual(verbs.shaped(inputs()));

    const diff = await verbs.diff(created, inputs(way.changed));
    expect(diff.replaces).toEqual([]);
    const updated = await verbs.update(created, inputs(way.changed));
    expect(await detailsOf(created.id)).toMatchObject({ ...way.shows, ...way.showsChanged });
    expect((await verbs.read(updated, inputs(way.changed)))?.inputs).toEqual(
      verbs.shaped(inputs(way.changed)),
    );
    expect(verbs.told.warnings).toEqual([]);

    for (const [action, failoverDirection] of way.failOver) {
      const { instanceType } = way;
      await succeeded("POST", `${created.id}/${action}`, {
        properties: { failoverDirection, providerSpecificDetails: { instanceType } },
      });
      expect((await verbs.diff(updated, inputs())).replaces).toEqual([]);
      expect(verbs.told.warnings.at(-1)).toMatch(/^app1 .*neither changed nor replaced/);
      await expect(verbs.delete(updated, inputs())).rejects.toThrow(/disableWhenFailedOver/);
    }
    const wanted = inputs(way.changed, { reprotectWhenCommitted: true });
    expect([...(await verbs.diff(updated, wanted)).changes.keys()]).toEqual(["reprotectWhenCommitted"]);
    const turned = await verbs.update(updated, wanted);
    expect(turned.outputs).toMatchObject(way.afterReprotection);
    expect((await verbs.diff(turned, wanted)).changes).toEqual(new Map());
    expect((await verbs.read(turned, wanted))?.inputs).toEqual(verbs.shaped(wanted));
    const forced = { ...turned, outputs: { ...turned.outputs, disableWhenFailedOver: true } };
    await verbs.delete(forced, wanted);
    expect(await verbs.read(turned, wanted)).toBeUndefined();
  });

  it("is imported with what its item shows", async () => {
    const created = await verbs.create(inputs(way.changed));
    const imported = await verbs.importById(created.id);
    expect(imported?.inputs).toMatchObject({ name: "app1", [inputOf(way.instanceType)]: way.changed });
    expect(
      (await verbs.diff({ id: created.id, outputs: imported?.outputs ?? {} }, imported?.inputs ?? {}))
        .changes,
    ).toEqual(new Map());
  });
});

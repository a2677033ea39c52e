import type { Cloud } from "../cloud";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../json";
import type { SeededAzureItem, SeededOnPremisesItem } from "../seed-states";
import type { StoredResource } from "../store/resource";
import { machineOf } from "../types/recovery-services/replication/protectable-machine";
import { containerType, protectableItemType } from "../types/recovery-services/type-names";
import { happened } from "./past";

/** Where an item lies, and what has to be mapped for it. */
export interface Place {
  readonly itemId: string;
  readonly policyId: string;
  readonly mappings: readonly { readonly from: string; readonly to: string }[];
  readonly container: string;
  readonly recoveryContainer: string;
}

/** Fabrics and containers of an Azure machine, made where they are absent. */
export function azurePlace(cloud: Cloud, item: SeededAzureItem): Place {
  demandVault(cloud, item.vaultId);
  const side = ({ location, fabric, container }: SeededAzureItem["primary"]) => {
    const fabricId = `${item.vaultId}/replicationFabrics/${fabric ?? location}`;
    const now = cloud.clock.now();
    if (!cloud.store.has(fabricId)) {
      const customDetails = { instanceType: "Azure", location };
      happened(cloud, "put", fabricId, { properties: { customDetails } }, now);
    }
    const id = `${fabricId}/replicationProtectionContainers/${container ?? `${location}-container`}`;
    if (!cloud.store.has(id)) {
      const providerSpecificInput = [{ instanceType: "A2A" }];
      happened(cloud, "put", id, { properties: { providerSpecificInput } }, now);
    }
    return id;
  };
  const container = side(item.primary);
  const recoveryContainer = side(item.recovery);
  const name = item.name ?? item.virtualMachineId.split("/").at(-1) ?? "";
  return {
    itemId: `${container}/replicationProtectedItems/${name}`,
    policyId: `${item.vaultId}/replicationPolicies/${item.policy?.name ?? "a2a-policy"}`,
    mappings: [
      { from: container, to: recoveryContainer },
      ...(item.reverseMapping === false ? [] : [{ from: recoveryContainer, to: container }]),
    ],
    container,
    recoveryContainer,
  };
}

/** What enables an Azure machine, with all its disks. */
export function azureEnableInput(cloud: Cloud, item: SeededAzureItem, place: Place): JsonObject {
  const vm = cloud.store.get(item.virtualMachineId);
  const storage = objectAt(objectAt(vm?.envelope, "properties"), "storageProfile");
  const disks = [objectAt(storage, "osDisk"), ...objectsAt(storage, "dataDisks")];
  const { target } = item;
  return enabling(place, {
    instanceType: "A2A",
    fabricObjectId: item.virtualMachineId,
    recoveryContainerId: place.recoveryContainer,
    recoveryResourceGroupId: target.resourceGroupId,
    ...given("recoveryAzureNetworkId", target.networkId),
    ...given("recoverySubnetName", target.subnet),
    ...given("recoveryAvailabilityZone", target.zone),
    ...given("recoveryAvailabilitySetId", target.availabilitySetId),
    vmManagedDisks: disks.map((disk) => ({
      diskId: stringAt(objectAt(disk, "managedDisk"), "id"),
      primaryStagingAzureStorageAccountId: cacheOf(item),
      recoveryResourceGroupId: target.resourceGroupId,
      ...given("recoveryReplicaDiskAccountType", target.diskType),
      ...given("recoveryTargetDiskAccountType", target.diskType),
    })),
  });
}

/** The container of a machine on premises. @throws Error when the fabric has none. */
export function onPremisesPlace(cloud: Cloud, item: SeededOnPremisesItem): Place {
  demandVault(cloud, item.vaultId);
  const fabricId = `${item.vaultId}/replicationFabrics/${item.fabric}`;
  const containers = cloud.store.owned(fabricId, containerType);
  const wanted = item.container?.toLowerCase();
  const container = containers.find(
    (each) =>
      wanted === undefined ||
      each.name.toLowerCase() === wanted ||
      stringAt(objectAt(each.envelope, "properties"), "friendlyName")?.toLowerCase() === wanted,
  );
  if (!container) {
    throw new Error(
      `The seed's item '${item.machine}' lies in '${fabricId}'${item.container === undefined ? "" : ` and '${item.container}'`}, which is not there: list its appliance, server or site first.`,
    );
  }
  return {
    itemId: `${container.id}/replicationProtectedItems/${item.name ?? item.machine}`,
    policyId: `${item.vaultId}/replicationPolicies/${item.policy?.name ?? `${item.provider.toLowerCase()}-policy`}`,
    mappings: [{ from: container.id, to: "Microsoft Azure" }],
    container: container.id,
    recoveryContainer: "Microsoft Azure",
  };
}

/** What enables a machine on premises, with all its disks. */
export function onPremisesEnableInput(cloud: Cloud, item: SeededOnPremisesItem, place: Place): JsonObject {
  const { target } = item;
  if (item.provider === "InMageRcm") return applianceInput(cloud, item, place);
  const protectable = cloud.store
    .owned(place.container, protectableItemType)
    .find((each) => stringAt(objectAt(each.envelope, "properties"), "friendlyName") === item.machine);
  if (!protectable) throw new Error(`The seed's machine '${item.machine}' is not in '${place.container}'.`);
  const machine = machineOf(protectable);
  const settings = {
    targetAzureV2ResourceGroupId: target.resourceGroupId,
    targetAzureVmName: target.vmName ?? item.machine,
    ...given("targetAzureNetworkId", target.networkId),
    ...given("targetAzureSubnetId", target.subnet),
    ...given("targetVmSize", target.size),
    ...given("targetAvailabilityZone", target.zone),
    ...given("targetAvailabilitySetId", target.availabilitySetId),
  };
  const disks = machine.disks.map((disk) => ({
    diskId: disk.id,
    diskType: target.diskType ?? "Standard_LRS",
    logStorageAccountId: cacheOf(item),
  }));
  const input =
    item.provider === "InMageAzureV2"
      ? { ...settings, ...processServer(cloud, place), disksToInclude: disks }
      : { ...settings, vmName: item.machine, disksToIncludeForManagedDisks: disks };
  return enabling(place, { instanceType: item.provider, ...input }, protectable.id);
}

function applianceInput(cloud: Cloud, item: SeededOnPremisesItem, place: Place): JsonObject {
  const { target } = item;
  const fabric = cloud.store.get(fabricIdOf(place));
  const custom = objectAt(objectAt(fabric?.envelope, "properties"), "customDetails");
  const siteId = stringAt(custom, "vmwareSiteId") ?? "";
  const machine = cloud.store.owned(siteId).find((each) => isMachine(each, item.machine));
  if (!machine)
    throw new Error(`The seed's machine '${item.machine}' has not been discovered in '${siteId}'.`);
  return enabling(place, {
    instanceType: "InMageRcm",
    fabricDiscoveryMachineId: machine.id,
    ...processServer(cloud, place),
    targetResourceGroupId: target.resourceGroupId,
    targetVmName: target.vmName ?? item.machine,
    ...given("targetVmSize", target.size),
    ...given("targetNetworkId", target.networkId),
    ...given("targetSubnetName", target.subnet),
    ...given("targetAvailabilityZone", target.zone),
    ...given("targetAvailabilitySetId", target.availabilitySetId),
    disksDefault: { diskType: target.diskType ?? "Standard_LRS", logStorageAccountId: cacheOf(item) },
  });
}

function isMachine(resource: StoredResource, name: string): boolean {
  if (!/\/machines$/i.test(resource.type)) return false;
  return resource.name === name || objectAt(resource.envelope, "properties")["displayName"] === name;
}

function processServer(cloud: Cloud, place: Place): JsonObject {
  const fabric = cloud.store.get(fabricIdOf(place));
  const custom = objectAt(objectAt(fabric?.envelope, "properties"), "customDetails");
  return given("processServerId", stringAt(objectsAt(custom, "processServers")[0], "id"));
}

function fabricIdOf(place: Place): string {
  return place.container.replace(/\/replicationProtectionContainers\/.*$/i, "");
}

function enabling(place: Place, providerSpecificDetails: JsonObject, protectableItemId?: string): JsonObject {
  return {
    properties: {
      policyId: place.policyId,
      ...given("protectableItemId", protectableItemId),
      providerSpecificDetails,
    },
  };
}

function cacheOf(item: SeededAzureItem | SeededOnPremisesItem): string {
  return (
    item.target.cacheStorageAccountId ??
    `${item.target.resourceGroupId}/providers/Microsoft.Storage/storageAccounts/asrcache`
  );
}

function given(name: string, value: string | undefined): JsonObject {
  return value === undefined ? {} : { [name]: value };
}

function demandVault(cloud: Cloud, vaultId: string): void {
  if (cloud.store.get(vaultId)?.type === "Microsoft.RecoveryServices/vaults") return;
  throw new Error(`The seed names the vault '${vaultId}', which does not exist: list it under vaults.`);
}

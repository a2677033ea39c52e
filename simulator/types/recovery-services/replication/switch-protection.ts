import { parseResourceId } from "../../../arm/resource-id";
import type { Cloud } from "../../../cloud";
import { newGuid } from "../../../guid";
import { isObject, objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import type { StoredResource } from "../../../store/resource";
import type { ExistingResourceRequest, Outcome } from "../../resource-type";
import { referred } from "../site-recovery-entity";
import { refused } from "../site-recovery-error";
import { siteRecoveryId } from "../site-recovery-id";
import { accepted } from "../site-recovery-write";
import { containerType, mappingType, protectedItemType } from "../type-names";
import { busy, demandAllowed, itemStep, readItem, settled } from "./item-record";

/** By analogy: only the polls of a switch were recorded. */
const seconds = { switch: 10 * 60, untilProtected: 15 * 60 };

/**
 * `POST {container}/switchprotection`: an Azure machine that was failed over and committed replicates back. The item
 * moves into the container it is recovered in, where it keeps its name.
 */
export function switchProtection(request: ExistingResourceRequest): Outcome {
  const given = objectAt(request.body, "properties");
  const input = objectAt(given, "providerSpecificDetails");
  const { item, target } = demandSwitchable(
    request,
    stringAt(given, "replicationProtectedItemName") ?? "",
    input,
  );
  const operationId = newGuid();
  return accepted(request, {
    job: {
      scenarioName: "ReverseReplication",
      friendlyName: "Reprotect",
      targetInstanceType: "ProtectionEntity",
      tasks: [
        "Prerequisites check for reprotection",
        "Prepare the virtual machine",
        "Reverse replication",
        "Starting initial replication",
      ],
    },
    operationId,
    seconds: seconds.switch,
    alongside: [
      busy(request.cloud, item, "reprotecting", { scenarioName: "ReverseReplication", id: operationId }),
    ],
    effects: [itemStep("switched", item.id, { targetId: target.id, input })],
    failureEffects: [{ kind: "store", resource: item }],
  });
}

/**
 * An item of the container that can replicate back, and the container it goes to.
 *
 * @throws ArmError 400 when it is not there, not in a state for it, or the mapping back is missing; 409 while it is busy.
 */
export function demandSwitchable(
  request: ExistingResourceRequest,
  name: string,
  input: JsonObject,
): { readonly item: StoredResource; readonly target: StoredResource } {
  const { cloud, existing: container } = request;
  const item = cloud.store.get(`${container.id}/replicationProtectedItems/${name}`);
  if (!item) {
    throw refused(
      "ReplicationProtectedItemNotFound",
      `The protection container '${container.name}' has no protected item '${name}'.`,
    );
  }
  demandA2a(input);
  const { properties } = readItem(cloud, item);
  const id = parseResourceId(item.id);
  if (!id) throw new Error(`${item.id} is no resource id.`);
  demandAllowed({ ...request, id, existing: item }, ["ReverseReplicate"]);
  const target = containerToGoTo(cloud, container, input, properties);
  return { item, target };
}

/** @throws ArmError 400: the other providers re-protect by the item's own `reProtect`. */
export function demandA2a(input: JsonObject): void {
  if (stringAt(input, "instanceType") === "A2A") return;
  throw refused("InvalidParameter", "Protection is switched by the provider 'A2A' alone.");
}

/** The container that what is in `container` switches to. @throws ArmError 400 when there is none, or no mapping back. */
export function containerToGoTo(
  cloud: Cloud,
  container: StoredResource,
  input: JsonObject,
  properties: JsonObject,
): StoredResource {
  // Azure PowerShell names the target of the mapping back, which is the container the item is still in.
  const named = stringAt(input, "recoveryContainerId");
  const target = referred(
    cloud,
    named === undefined || named.toLowerCase() === container.id.toLowerCase()
      ? stringAt(properties, "recoveryContainerId")
      : named,
    containerType,
    "recoveryContainerId",
  );
  demandWayBack(cloud, target, container);
  return target;
}

/** The step at the end of a switch. */
export function switched(data: unknown, cloud: Cloud, time: string): void {
  if (!isObject(data)) return;
  const item = cloud.store.get(stringAt(data, "id") ?? "");
  const target = cloud.store.get(stringAt(data, "targetId") ?? "");
  const id = item && target && parseResourceId(`${target.id}/replicationProtectedItems/${item.name}`);
  if (!item || !target || !id) return;
  const moved = cloud.record(
    id,
    protectedItemType,
    { properties: turnedRound(cloud, item, target, objectAt(data, "input")) },
    { hidden: hiddenAfter(item) },
  );
  cloud.store.remove(item.id);
  cloud.store.put(settled(cloud, moved, "replicating"));
  cloud.operations.start({
    style: "unattended",
    method: "POST",
    resourceId: moved.id,
    apiVersion: "",
    seconds: seconds.untilProtected,
    effects: [itemStep("protect", moved.id)],
    startedAt: time,
  });
}

/** What was the far side is the near one now. */
function turnedRound(
  cloud: Cloud,
  item: StoredResource,
  target: StoredResource,
  input: JsonObject,
): JsonObject {
  const { properties, details } = readItem(cloud, item);
  const container = cloud.store.get(item.id.replace(/\/replicationProtectedItems\/[^/]+$/i, ""));
  const fabric = cloud.store.get(item.id.replace(/\/replicationProtectionContainers\/.*$/i, ""));
  const machineId = stringAt(details, "recoveryFabricObjectId") ?? stringAt(details, "fabricObjectId");
  const disks = objectsAt(input, "vmManagedDisks");
  return {
    ...properties,
    primaryFabricFriendlyName: properties["recoveryFabricFriendlyName"],
    recoveryFabricFriendlyName: properties["primaryFabricFriendlyName"],
    recoveryFabricId: siteRecoveryId(fabric?.id ?? ""),
    primaryProtectionContainerFriendlyName: objectAt(target.envelope, "properties")["friendlyName"],
    recoveryProtectionContainerFriendlyName: properties["primaryProtectionContainerFriendlyName"],
    recoveryContainerId: siteRecoveryId(container?.id ?? ""),
    policyId: input["policyId"] ?? properties["policyId"],
    activeLocation: "Primary",
    providerSpecificDetails: {
      ...details,
      fabricObjectId: machineId,
      recoveryFabricObjectId: details["fabricObjectId"],
      primaryFabricLocation: details["recoveryFabricLocation"],
      recoveryFabricLocation: details["primaryFabricLocation"],
      primaryAvailabilityZone: details["recoveryAvailabilityZone"],
      recoveryAvailabilityZone: input["recoveryAvailabilityZone"] ?? details["primaryAvailabilityZone"],
      recoveryAzureResourceGroupId:
        input["recoveryResourceGroupId"] ?? details["recoveryAzureResourceGroupId"],
      recoveryAvailabilitySet: input["recoveryAvailabilitySetId"] ?? null,
      selectedRecoveryAzureNetworkId: null,
      selectedTfoAzureNetworkId: null,
      protectedManagedDisks: objectsAt(details, "protectedManagedDisks").map((disk, index) => ({
        ...disk,
        ...(disks[index] === undefined
          ? {}
          : {
              primaryStagingAzureStorageAccountId: disks[index]["primaryStagingAzureStorageAccountId"],
              recoveryResourceGroupId: disks[index]["recoveryResourceGroupId"],
            }),
      })),
      vmNics: [],
      rpoInSeconds: null,
      lastRpoCalculatedTime: null,
    },
  };
}

function hiddenAfter(item: StoredResource): JsonObject {
  const machine = stringAt(item.hidden, "failoverMachineId");
  return machine === undefined ? {} : { machineId: machine.toLowerCase() };
}

/** Re-protection takes a container mapping back: forgotten, it is refused. */
function demandWayBack(cloud: Cloud, from: StoredResource, to: StoredResource): void {
  const hasMapping = cloud.store
    .owned(from.id, mappingType)
    .some(
      (mapping) =>
        stringAt(objectAt(mapping.envelope, "properties"), "targetProtectionContainerId")?.toLowerCase() ===
        to.id.toLowerCase(),
    );
  if (hasMapping) return;
  throw refused(
    "ProtectionContainerNotPaired",
    `The protection container '${from.name}' is not mapped to '${to.name}'.`,
    400,
    { recommendedAction: "Create the container mapping of the reverse direction first." },
  );
}

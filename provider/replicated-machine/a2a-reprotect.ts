import { stringOf, type PropertyMap } from "../../plugin-protocol/property-value";
import type { PropertyDescription } from "../property-description";
import { disksAfterFailover } from "./a2a-disks";
import { armId } from "./described";
import { isAtHome } from "./direction";
import type { ProtectedItem } from "./item";
import { entriesOf } from "./keyed-list";
import type { ItemRequest, Missing } from "./machine-kind";
import { containerId, placeOf } from "./place";

/** `a2a.reprotection`. */
export const reprotection: PropertyDescription = {
  type: "object",
  description:
    "How the machine replicates back after a failover. Write it down in quiet times: `reprotectWhenCommitted` is then all that is to be changed after one.",
  object: {
    name: "ReplicatedMachineA2aReprotection",
    description: "What replicating back takes, from the recovery region to the region of the source.",
    properties: {
      primaryStagingAzureStorageAccountId: {
        ...armId("Cache storage account in the recovery region."),
        required: true,
      },
      recoveryResourceGroupId: armId(
        "Resource group that the machine comes back to. Default: that of the machine at the source.",
      ),
      policyId: armId("Policy of the container mapping back. Default: the item's own."),
      recoveryAvailabilitySetId: armId("Availability set that the machine comes back to."),
    },
  },
};

/**
 * `switchprotection` of the container that the item is in. As Azure PowerShell does it: the recovery container is
 * the target of the mapping back, which is the container that the item is still in.
 */
export function a2aReprotect(
  given: PropertyMap,
  inputs: PropertyMap,
  item: ProtectedItem,
): ItemRequest | Missing {
  const place = placeOf(item.id);
  if (place === undefined) throw new Error(`${item.id} is no id of a protected item.`);
  const source = stringOf(given["fabricObjectId"]);
  const isForward = isAtHome(item, inputs);
  const how = given["reprotection"] as PropertyMap | undefined;
  if (isForward && how === undefined) {
    return {
      missing:
        "a2a.reprotection is missing: replicating back needs a cache storage account in the recovery region (a2a.reprotection.primaryStagingAzureStorageAccountId)",
    };
  }
  const sourceGroup = /^(.*?\/resourceGroups\/[^/]+)/i.exec(source ?? "")?.[1];
  const forward = entriesOf(given["vmManagedDisks"]);
  const groupId = isForward
    ? (stringOf(how?.["recoveryResourceGroupId"]) ?? sourceGroup)
    : stringOf(given["recoveryResourceGroupId"]);
  const disks = disksAfterFailover(item).map(({ diskId, source: disk }, index) => {
    const own = isForward ? undefined : forward[index];
    return {
      diskId,
      primaryStagingAzureStorageAccountId: own
        ? own["primaryStagingAzureStorageAccountId"]
        : how?.["primaryStagingAzureStorageAccountId"],
      recoveryResourceGroupId: own?.["recoveryResourceGroupId"] ?? groupId,
      recoveryReplicaDiskAccountType: disk["recoveryReplicaDiskAccountType"],
      recoveryTargetDiskAccountType: disk["recoveryTargetDiskAccountType"],
    };
  });
  const forwardOnly = [
    "recoveryAvailabilitySetId",
    "recoveryAvailabilityZone",
    "recoveryProximityPlacementGroupId",
  ];
  const settings = isForward
    ? { recoveryAvailabilitySetId: how?.["recoveryAvailabilitySetId"] }
    : Object.fromEntries(forwardOnly.map((name) => [name, given[name]]));
  return {
    target: `${containerId(place)}/switchprotection`,
    body: {
      properties: {
        replicationProtectedItemName: place.name,
        providerSpecificDetails: {
          instanceType: "A2A",
          recoveryContainerId: containerId(place),
          recoveryResourceGroupId: groupId,
          policyId:
            (isForward ? how?.["policyId"] : undefined) ?? inputs["policyId"] ?? item.properties["policyId"],
          vmManagedDisks: disks,
          ...settings,
        },
      },
    },
  };
}

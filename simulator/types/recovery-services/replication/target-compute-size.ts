import { parseResourceId, type ResourceId } from "../../../arm/resource-id";
import type { Cloud } from "../../../cloud";
import type { StoredResource } from "../../../store/resource";
import type { ResourceType } from "../../resource-type";
import { siteRecoveryView } from "../site-recovery-entity";
import { protectedItemType } from "../type-names";

const sizeType = `${protectedItemType}/targetComputeSizes`;

/** A few sizes of each kind: cores, memory in GiB, data disks, NICs, premium storage. Source: the published sizes of Azure virtual machines. */
const sizes: readonly (readonly [string, number, number, number, number, boolean])[] = [
  ["Basic_A0", 1, 0.75, 1, 2, false],
  ["Standard_A0", 1, 0.75, 1, 2, false],
  ["Standard_DS1_v2", 1, 3.5, 4, 2, true],
  ["Standard_D2s_v3", 2, 8, 4, 2, true],
  ["Standard_D4s_v3", 4, 16, 8, 2, true],
  ["Standard_D8s_v3", 8, 32, 16, 4, true],
  ["Standard_E4s_v3", 4, 32, 8, 2, true],
  ["Standard_F4s_v2", 4, 8, 8, 2, true],
];

/** Sizes a machine could have after a failover. */
export const targetComputeSize: ResourceType = {
  type: sizeType,
  modelled: "a list of eight sizes, the same for every machine",
  history: true,
  listShowsNullNextLink: true,
  view: siteRecoveryView,
  list: ({ parentId }, cloud) =>
    parentId === undefined ? undefined : sizes.map((size) => sizeRecord(cloud, parentId, size)),
};

function sizeRecord(cloud: Cloud, itemId: string, size: (typeof sizes)[number]): StoredResource {
  const [name, cpuCoresCount, memoryInGB, maxDataDiskCount, maxNicsCount, isPremium] = size;
  // An item's id and a name without slashes make a resource id.
  const id = parseResourceId(`${itemId}/targetComputeSizes/${name}`) as ResourceId;
  return cloud.record(id, sizeType, {
    properties: {
      name,
      friendlyName: name,
      cpuCoresCount,
      vCPUsAvailable: cpuCoresCount,
      memoryInGB,
      maxDataDiskCount,
      maxNicsCount,
      errors: [],
      highIopsSupported: isPremium ? "Supported" : "NotSupported",
      hyperVGenerations: isPremium ? ["V1", "V2"] : ["V1"],
    },
  });
}

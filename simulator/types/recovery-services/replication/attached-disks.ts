import type { Cloud } from "../../../cloud";
import { objectsAt, stringAt, type JsonObject } from "../../../json";
import type { StoredResource } from "../../../store/resource";
import { managedDisks } from "./a2a-disks";
import { azureVmIfThere } from "./azure-vm";

/**
 * The details of an Azure machine's item with the disks that were attached since protection was enabled. Documented:
 * with `autoProtectionOfDataDisk` they replicate by themselves, into the group and over the cache account of the others;
 * without, they show as unprotected.
 */
export function withAttachedDisks(cloud: Cloud, item: StoredResource, details: JsonObject): JsonObject {
  if (details["instanceType"] !== "A2A") return details;
  const known = item.hidden?.["knownDisks"];
  const vm = azureVmIfThere(cloud, stringAt(details, "fabricObjectId"));
  if (!Array.isArray(known) || !vm) return details;
  const before = objectsAt(details, "protectedManagedDisks");
  const has = (id: string) =>
    known.includes(id.toLowerCase()) || before.some((disk) => stringAt(disk, "diskId") === id.toLowerCase());
  const attached = vm.disks
    .map((disk, index) => ({ disk, lun: index - 1 }))
    .filter(({ disk }) => !has(disk.id));
  const [pattern] = before;
  if (attached.length === 0 || !pattern) return details;
  if (details["autoProtectionOfDataDisk"] !== "Enabled") {
    const unprotectedDisks = attached.map(({ lun }) => ({
      diskLunId: lun,
      diskAutoProtectionStatus: "Disabled",
    }));
    return { ...details, unprotectedDisks };
  }
  const added = managedDisks(
    vm,
    attached.map(({ disk }) => ({
      diskId: disk.id,
      primaryStagingAzureStorageAccountId: pattern["primaryStagingAzureStorageAccountId"],
      recoveryResourceGroupId: pattern["recoveryResourceGroupId"],
    })),
  );
  return { ...details, protectedManagedDisks: [...before, ...added] };
}

import type { Cloud } from "../../../cloud";
import { objectsAt, stringAt, type JsonObject } from "../../../json";
import { refused } from "../site-recovery-error";
import { azureVm, type AzureDisk, type AzureVm } from "./azure-vm";

/** The managed disks of an item from its input. @throws ArmError 400 for a disk that is not the machine's. */
export function managedDisks(vm: AzureVm, inputs: readonly JsonObject[]): readonly JsonObject[] {
  return inputs.map((input) => {
    const diskId = stringAt(input, "diskId") ?? "";
    for (const field of ["primaryStagingAzureStorageAccountId", "recoveryResourceGroupId"]) {
      if (stringAt(input, field) !== undefined) continue;
      throw refused("InvalidParameter", `The disk '${diskId}' lacks the required '${field}'.`);
    }
    const disk = vm.disks.find((each) => each.id.toLowerCase() === diskId.toLowerCase());
    if (!disk && vm.disks.length > 0) {
      throw refused(
        "DiskNotFound",
        `The disk '${diskId}' is not attached to the virtual machine '${vm.name}'. It has: ${vm.disks.map((each) => each.name).join(", ")}.`,
      );
    }
    return managedDisk(input, disk ?? bare(diskId));
  });
}

/** Disks after `addDisks`. @throws ArmError 400 for a disk that is protected already or not the machine's. */
export function addedManagedDisks(
  cloud: Cloud,
  details: JsonObject,
  inputs: readonly JsonObject[],
): readonly JsonObject[] {
  const before = objectsAt(details, "protectedManagedDisks");
  const ids = before.map(idOf);
  const twice = inputs
    .map((input) => stringAt(input, "diskId") ?? "")
    .find((id) => ids.includes(id.toLowerCase()));
  if (twice !== undefined) throw refused("DiskAlreadyProtected", `The disk '${twice}' is protected already.`);
  if (inputs.length === 0) return before;
  const vm = azureVm(cloud, stringAt(details, "fabricObjectId"));
  return [...before, ...managedDisks(vm, inputs)];
}

/** Disks after `removeDisks`. @throws ArmError 400 for a disk that is not protected or holds the operating system. */
export function removedManagedDisks(details: JsonObject, given: unknown): readonly JsonObject[] {
  const ids = Array.isArray(given) ? given.map(String) : [];
  const before = objectsAt(details, "protectedManagedDisks");
  for (const id of ids) {
    const disk = before.find((each) => idOf(each) === id.toLowerCase());
    if (!disk) throw refused("DiskNotProtected", `The disk '${id}' is not protected.`);
    if (disk["diskType"] === "OperatingSystem")
      throw refused(
        "OsDiskCannotBeRemoved",
        `The disk '${id}' holds the operating system and stays protected.`,
      );
  }
  const gone = ids.map((id) => id.toLowerCase());
  return before.filter((disk) => !gone.includes(idOf(disk)));
}

/** Disks after a PATCH. @throws ArmError 400 for a disk that is not protected. */
export function updatedManagedDisks(
  details: JsonObject,
  inputs: readonly JsonObject[],
): readonly JsonObject[] {
  const before = objectsAt(details, "protectedManagedDisks");
  for (const input of inputs) {
    const id = stringAt(input, "diskId") ?? "";
    if (!before.some((disk) => idOf(disk) === id.toLowerCase()))
      throw refused("DiskNotProtected", `The disk '${id}' is not protected.`);
  }
  return before.map((disk) => {
    const input = inputs.find((each) => stringAt(each, "diskId")?.toLowerCase() === idOf(disk));
    const { diskId: _diskId, diskEncryptionInfo: _encryption, ...given } = input ?? {};
    return { ...disk, ...given };
  });
}

function idOf(disk: JsonObject): string {
  return stringAt(disk, "diskId")?.toLowerCase() ?? "";
}

function bare(id: string): AzureDisk {
  return { id, name: id.split("/").at(-1) ?? "", isOsDisk: false, capacityInBytes: 0, sku: "Standard_LRS" };
}

/** A protected managed disk, field by field as recorded. */
function managedDisk(input: JsonObject, disk: AzureDisk): JsonObject {
  const groupId = stringAt(input, "recoveryResourceGroupId") ?? "";
  return {
    diskId: disk.id.toLowerCase(),
    recoveryResourceGroupId: groupId,
    recoveryTargetDiskId: null,
    recoveryReplicaDiskId: `${groupId}/providers/Microsoft.Compute/disks/${disk.name}-ASRReplica`,
    recoveryOrignalTargetDiskId: null,
    recoveryReplicaDiskAccountType: input["recoveryReplicaDiskAccountType"] ?? disk.sku,
    recoveryTargetDiskAccountType: input["recoveryTargetDiskAccountType"] ?? disk.sku,
    recoveryDiskEncryptionSetId: input["recoveryDiskEncryptionSetId"] ?? null,
    primaryDiskEncryptionSetId: null,
    diskName: disk.name,
    diskCapacityInBytes: disk.capacityInBytes,
    primaryStagingAzureStorageAccountId: input["primaryStagingAzureStorageAccountId"],
    diskType: disk.isOsDisk ? "OperatingSystem" : "Data",
    resyncRequired: false,
    monitoringPercentageCompletion: null,
    monitoringJobType: null,
    dataPendingInStagingStorageAccountInMB: 0,
    dataPendingAtSourceAgentInMB: 0,
    diskState: "Protected",
    allowedDiskLevelOperation: [],
    isDiskEncrypted: false,
    secretIdentifier: null,
    dekKeyVaultArmId: null,
    isDiskKeyEncrypted: false,
    keyIdentifier: null,
    kekKeyVaultArmId: null,
    failoverDiskName: disk.name,
    tfoDiskName: `${disk.name}-ASRtest`,
  };
}

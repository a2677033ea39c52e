import type { PropertyMap, PropertyValue } from "../../plugin-protocol/property-value";
import { stringOf } from "../../plugin-protocol/property-value";
import type { NamedObject, PropertyDescription } from "../property-description";
import { armId, requiredArmId, text } from "./described";
import { isSameText, objectsIn, textIn, type Json, type ProtectedItem } from "./item";
import { entriesOf } from "./keyed-list";
import { shownFields } from "./nic-settings";

const keyInfo: NamedObject = {
  name: "ReplicatedMachineKeyInfo",
  description: "A key or secret of Azure Disk Encryption, and the vault it lies in.",
  properties: {
    identifier: text("Address of the secret (disk encryption key) or key (key encryption key)."),
    keyVaultResourceArmId: armId("Key vault that holds it."),
  },
};

const keyOfVault = (what: string): PropertyDescription => ({
  type: "object",
  description: `${what} of an encrypted disk.`,
  object: keyInfo,
});

/** `vmManagedDisks` of Azure machines. */
export const vmManagedDisks: PropertyDescription = {
  type: "list",
  description:
    "Disks to protect, each named: a disk that is not in the list is not protected. Disks are added and removed in place. Default: none, which the service refuses for a machine with managed disks.",
  items: {
    type: "object",
    description: "One managed disk.",
    object: {
      name: "ReplicatedMachineManagedDisk",
      description: "A managed disk of an Azure virtual machine that replicates.",
      properties: {
        diskId: requiredArmId("The disk at the source."),
        primaryStagingAzureStorageAccountId: {
          ...requiredArmId("Cache storage account in the region of the source."),
          replaces: true,
        },
        recoveryResourceGroupId: {
          ...requiredArmId("Resource group of the replica and of the disk after a failover."),
          replaces: true,
        },
        recoveryReplicaDiskAccountType: text(
          "SKU of the replica, for example `Premium_LRS`. Default: that of the source.",
        ),
        recoveryTargetDiskAccountType: text("SKU of the disk after a failover. Default: that of the source."),
        recoveryDiskEncryptionSetId: {
          ...armId("Disk encryption set of the disk after a failover."),
          replaces: true,
        },
        diskEncryptionKeyInfo: keyOfVault("Disk encryption key in the target region"),
        keyEncryptionKeyInfo: keyOfVault("Key encryption key in the target region"),
        failoverDiskName: text("Name of the disk that a failover makes."),
        tfoDiskName: text("Name of the disk that a test failover makes."),
      },
    },
  },
};

const enableNames = [
  "diskId",
  "primaryStagingAzureStorageAccountId",
  "recoveryResourceGroupId",
  "recoveryReplicaDiskAccountType",
  "recoveryTargetDiskAccountType",
  "recoveryDiskEncryptionSetId",
];

const updateNames = [
  "recoveryReplicaDiskAccountType",
  "recoveryTargetDiskAccountType",
  "failoverDiskName",
  "tfoDiskName",
];

/** Disks as enabling and adding take them. */
export function disksToEnable(given: PropertyValue | undefined): readonly Json[] {
  return entriesOf(given).map((disk) => ({ ...picked(disk, enableNames), ...encryptionOf(disk) }));
}

/** `managedDiskUpdateDetails`: the disks that are protected, as the program wants them. */
export function disksToUpdate(given: PropertyValue | undefined, item: ProtectedItem): readonly Json[] {
  const isProtected = protectedIds(item);
  return entriesOf(given)
    .filter((disk) => isProtected.includes(idOf(disk)))
    .map((disk) => ({ diskId: disk["diskId"], ...picked(disk, updateNames), ...encryptionOf(disk) }))
    .filter((disk) => Object.keys(disk).length > 1);
}

/** Disks of the program that are not protected yet. */
export function disksToAdd(given: PropertyValue | undefined, item: ProtectedItem): readonly Json[] {
  const isProtected = protectedIds(item);
  return disksToEnable(entriesOf(given).filter((disk) => !isProtected.includes(idOf(disk))));
}

/** Protected disks that the program named before and names no more; what the service protects by itself stays. */
export function disksToRemove(
  given: PropertyValue | undefined,
  before: PropertyValue | undefined,
  item: ProtectedItem,
): readonly string[] {
  const wanted = entriesOf(given).map(idOf);
  const named = entriesOf(before).map(idOf);
  return objectsIn(item.details, "protectedManagedDisks")
    .map((disk) => textIn(disk, "diskId") ?? "")
    .filter((id) => named.includes(id.toLowerCase()) && !wanted.includes(id.toLowerCase()));
}

/** The program's disks as the item shows them, without those that are not protected. */
export function shownDisks(given: PropertyValue | undefined, item: ProtectedItem): readonly PropertyMap[] {
  const shown = objectsIn(item.details, "protectedManagedDisks");
  return entriesOf(given).flatMap((disk) => {
    const found = shown.find((each) => isSameText(textIn(each, "diskId"), stringOf(disk["diskId"])));
    if (found === undefined) return [];
    const names = Object.fromEntries([...enableNames, ...updateNames].map((name) => [name, name]));
    return [shownFields(disk, found, names)];
  });
}

/**
 * Disks of the machine that a failover made, for replicating back: known by the id the service shows, else by the
 * name it says a failover gives them.
 */
export function disksAfterFailover(
  item: ProtectedItem,
): readonly { readonly diskId: string; readonly source: Json }[] {
  return objectsIn(item.details, "protectedManagedDisks").map((disk) => {
    const group = textIn(disk, "recoveryResourceGroupId") ?? "";
    const name = textIn(disk, "failoverDiskName") ?? textIn(disk, "diskName") ?? "";
    return {
      diskId: textIn(disk, "recoveryTargetDiskId") ?? `${group}/providers/Microsoft.Compute/disks/${name}`,
      source: disk,
    };
  });
}

function protectedIds(item: ProtectedItem): readonly string[] {
  return objectsIn(item.details, "protectedManagedDisks").map((disk) =>
    (textIn(disk, "diskId") ?? "").toLowerCase(),
  );
}

function idOf(disk: PropertyMap): string {
  return (stringOf(disk["diskId"]) ?? "").toLowerCase();
}

function picked(from: PropertyMap, names: readonly string[]): Json {
  return Object.fromEntries(
    names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]] as const])),
  );
}

/** The REST API's `diskEncryptionInfo`, whose two parts name the same things differently. */
function encryptionOf(disk: PropertyMap): Json {
  const secret = disk["diskEncryptionKeyInfo"] as PropertyMap | undefined;
  const key = disk["keyEncryptionKeyInfo"] as PropertyMap | undefined;
  if (secret === undefined && key === undefined) return {};
  return {
    diskEncryptionInfo: {
      ...(secret === undefined
        ? {}
        : {
            diskEncryptionKeyInfo: {
              secretIdentifier: secret["identifier"],
              keyVaultResourceArmId: secret["keyVaultResourceArmId"],
            },
          }),
      ...(key === undefined
        ? {}
        : {
            keyEncryptionKeyInfo: {
              keyIdentifier: key["identifier"],
              keyVaultResourceArmId: key["keyVaultResourceArmId"],
            },
          }),
    },
  };
}

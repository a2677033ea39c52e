import { isPropertyMap } from "../../plugin-protocol/property-value";
import { classicMachine } from "./classic-machine";
import { armId, oneOf, required, text } from "./described";
import { asGivenIn, directionOf } from "./in-mage-rcm";
import type { MachineKind } from "./machine-kind";
import { nicKeys, vmNics } from "./nic-inputs";
import { classicSettings, diskType, targetAzureSubnetId } from "./on-premises-settings";
import type { Settings } from "./setting";

const flag = (description: string) => oneOf(["true", "false"], description);

const settings: Settings = {
  hvHostVmId: {
    property: text("Hyper-V's id of the machine. Default: that of the protectable item."),
    shown: null,
  },
  vmName: {
    property: text("Name of the machine on its host. Default: that of the protectable item."),
    shown: null,
  },
  osType: { property: oneOf(["Windows", "Linux"], "Operating system of the machine."), shown: null },
  vhdId: { property: text("Id of the disk that holds the operating system."), shown: null },
  targetStorageAccountId: {
    property: armId("Storage account that replication writes to, for unmanaged disks."),
    shown: "recoveryAzureStorageAccount",
  },
  useManagedDisks: {
    property: flag('Managed disks after a failover, `"true"` or `"false"`.'),
    update: { in: "details" },
  },
  useManagedDisksForReplication: { property: flag("Replication writes to managed disks."), shown: null },
  targetAzureVmName: {
    property: text("Name of the machine after a failover. Default: its own."),
    update: { in: "item", name: "recoveryAzureVMName" },
    shown: "recoveryAzureVmName",
  },
  ...classicSettings,
};

/** Hyper-V machines, of sites and of VMM clouds, to Azure. */
export const hyperVReplicaAzure: MachineKind = {
  input: "hyperVReplicaAzure",
  instanceType: "HyperVReplicaAzure",
  backwardTypes: [],
  description:
    "A Hyper-V machine that replicates to Azure (`HyperVReplicaAzure`): of a Hyper-V site, or of a cloud of Virtual Machine Manager.",
  settings,
  special: {
    disksToInclude: {
      type: "list",
      replaces: true,
      description: "Ids of the disks to protect, with unmanaged disks. Default: all.",
      items: text("Id of a disk, as the protectable item shows it."),
    },
    disksToIncludeForManagedDisks: {
      type: "list",
      replaces: true,
      description: "Disks to protect, with managed disks. Default: all.",
      items: {
        type: "object",
        description: "One disk.",
        object: {
          name: "ReplicatedMachineHyperVDisk",
          description: "A disk of a Hyper-V machine that replicates to a managed disk.",
          properties: {
            diskId: required("Id of the disk, as the protectable item shows it."),
            logStorageAccountId: armId("Cache storage account."),
            diskType,
            diskEncryptionSetId: armId("Disk encryption set of the disk in Azure."),
          },
        },
      },
    },
    targetAzureSubnetId,
    vmNics,
    reprotection: {
      type: "object",
      description: "How the machine replicates to Azure again after it has failed back.",
      object: {
        name: "ReplicatedMachineHyperVReprotection",
        description: "What replicating again takes.",
        properties: {
          storageAccountId: armId("Storage account that replication writes to. Default: as before."),
          logStorageAccountId: armId("Cache storage account. Default: as before."),
        },
      },
    },
  },
  keyedLists: { disksToInclude: ["diskId"], disksToIncludeForManagedDisks: ["diskId"], vmNics: nicKeys },
  ...classicMachine(settings, ["disksToInclude", "disksToIncludeForManagedDisks", "targetAzureSubnetId"]),
  reprotect: (given, _inputs, item) => ({
    target: `${item.id}/reProtect`,
    body: {
      properties: {
        failoverDirection: directionOf(false),
        providerSpecificDetails: {
          instanceType: "HyperVReplicaAzure",
          ...asGivenIn(given, ["hvHostVmId", "vmName", "osType", "logStorageAccountId"]),
          ...(given["vhdId"] === undefined ? {} : { vHDId: given["vhdId"] }),
          ...(isPropertyMap(given["reprotection"]) ? given["reprotection"] : {}),
        },
      },
    },
  }),
};

import type { PropertyMap } from "../../plugin-protocol/property-value";
import type { PropertyDescription } from "../property-description";
import { classicMachine } from "./classic-machine";
import { armId, required, text } from "./described";
import { asGivenIn, directionOf } from "./in-mage-rcm";
import type { MachineKind } from "./machine-kind";
import { nicKeys, vmNics } from "./nic-inputs";
import { classicSettings, diskType, targetAzureSubnetId } from "./on-premises-settings";
import type { Settings } from "./setting";

const settings: Settings = {
  masterTargetId: { property: text("Id of the master target server. Default: the process server's own.") },
  processServerId: { property: text("Id of the process server. Default: the configuration server's own.") },
  runAsAccountId: {
    property: text("Id of the account on the configuration server that installs the agent; no credential."),
    shown: null,
  },
  storageAccountId: {
    property: armId("Storage account that replication writes to, for unmanaged disks."),
    shown: "recoveryAzureStorageAccount",
  },
  multiVmGroupId: { property: text("GUID of the group of machines with common recovery points.") },
  multiVmGroupName: { property: text("Machines of one group fail over to a common recovery point.") },
  targetAzureVmName: {
    property: text("Name of the machine after a failover. Default: its own."),
    update: { in: "item", name: "recoveryAzureVMName" },
    shown: "recoveryAzureVMName",
  },
  ...classicSettings,
};

const reprotection: PropertyDescription = {
  type: "object",
  description: "How the machine replicates back after a failover. Default: by the servers it came from.",
  object: {
    name: "ReplicatedMachineClassicReprotection",
    description: "What replicating back to VMware by a configuration server takes, and forth again.",
    properties: {
      masterTargetId: text("Id of the master target server on premises."),
      processServerId: text("Id of the process server, in Azure for the way back."),
      runAsAccountId: text("Id of the account that installs the agent; no credential."),
      retentionDrive: text("Drive of the master target for retention; the way back."),
      datastoreName: text("Datastore that the machine comes back to."),
      policyId: armId("Policy of the way back."),
      logStorageAccountId: armId("Cache storage account."),
      storageAccountId: armId("Storage account that replication writes to."),
    },
  },
};

/** VMware and physical machines by a configuration server (classic) to Azure. */
export const inMageAzureV2: MachineKind = {
  input: "inMageAzureV2",
  instanceType: "InMageAzureV2",
  backwardTypes: ["InMage"],
  description:
    "A VMware or physical machine that replicates to Azure by a configuration server (classic, `InMageAzureV2`).",
  settings,
  special: {
    disksToInclude: {
      type: "list",
      replaces: true,
      description: "Disks to protect. Default: all. A change needs replication to be enabled anew.",
      items: {
        type: "object",
        description: "One disk.",
        object: {
          name: "ReplicatedMachineClassicDisk",
          description: "A disk of a machine on premises that replicates.",
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
    reprotection,
  },
  keyedLists: { disksToInclude: ["diskId"], vmNics: nicKeys },
  ...classicMachine(settings, ["disksToInclude", "targetAzureSubnetId"]),
  reprotect: (given, inputs, item) => {
    const how = (given["reprotection"] as PropertyMap | undefined) ?? {};
    const isBackward = item.instanceType === "InMage";
    const { policyId, retentionDrive, datastoreName, ...servers } = how;
    const providerSpecificDetails = isBackward
      ? {
          instanceType: "InMage",
          ...asGivenIn({ ...given, ...how }, ["masterTargetId", "processServerId", "runAsAccountId"]),
          ...asGivenIn({ ...(retentionDrive === undefined ? {} : { retentionDrive }) }, ["retentionDrive"]),
          ...(datastoreName === undefined ? {} : { datastoreName }),
          profileId: inputs["policyId"],
        }
      : {
          instanceType: "InMageAzureV2",
          ...asGivenIn(given, [
            "masterTargetId",
            "processServerId",
            "runAsAccountId",
            "logStorageAccountId",
            "storageAccountId",
          ]),
          ...servers,
          ...(policyId === undefined ? {} : { policyId }),
        };
    return {
      target: `${item.id}/reProtect`,
      body: { properties: { failoverDirection: directionOf(isBackward), providerSpecificDetails } },
    };
  },
};

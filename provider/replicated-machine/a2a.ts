import { stringOf } from "../../plugin-protocol/property-value";
import {
  disksToAdd,
  disksToEnable,
  disksToRemove,
  disksToUpdate,
  shownDisks,
  vmManagedDisks,
} from "./a2a-disks";
import { a2aReprotect, reprotection } from "./a2a-reprotect";
import { armId, oneOf, requiredArmId, text } from "./described";
import { isSameText, textIn } from "./item";
import type { MachineKind } from "./machine-kind";
import { nicKeys, vmNics } from "./nic-inputs";
import { nicsToSend, shownNics } from "./nic-settings";
import { enabledBy, shownSettings, updatedBy, type Settings } from "./setting";

const settings: Settings = {
  fabricObjectId: { property: requiredArmId("The virtual machine to protect.") },
  recoveryContainerId: {
    property: requiredArmId(
      "Protection container of the recovery region; zone to zone, that of the same region's second container.",
    ),
    shown: null,
  },
  recoveryResourceGroupId: {
    property: requiredArmId("Resource group of the machine after a failover."),
    update: { in: "details" },
    shown: "recoveryAzureResourceGroupId",
  },
  recoveryAzureNetworkId: {
    property: armId("Virtual network after a failover. Default: the one that a network mapping names."),
    update: { in: "item", name: "selectedRecoveryAzureNetworkId" },
    shown: "selectedRecoveryAzureNetworkId",
  },
  recoveryAvailabilityZone: {
    property: text("Zone after a failover; zone to zone, another one than the machine's."),
  },
  recoveryAvailabilitySetId: {
    property: armId("Availability set after a failover."),
    update: { in: "item" },
    shown: "recoveryAvailabilitySet",
  },
  recoveryProximityPlacementGroupId: {
    property: armId("Proximity placement group after a failover."),
    update: { in: "details" },
  },
  recoveryVirtualMachineScaleSetId: {
    property: armId("Flexible scale set that the machine joins in a failover."),
    update: { in: "details" },
  },
  recoveryCapacityReservationGroupId: {
    property: armId("Capacity reservation group that a failover draws on."),
    update: { in: "details" },
  },
  recoveryBootDiagStorageAccountId: {
    property: armId("Storage account for boot diagnostics after a failover."),
    update: { in: "details" },
  },
  recoveryAzureVMName: {
    property: text("Name of the machine after a failover. Default: its own."),
    enable: false,
    update: { in: "item" },
  },
  recoveryAzureVMSize: {
    property: text("Size of the machine after a failover. Default: its own, where the region has it."),
    enable: false,
    update: { in: "item" },
  },
  selectedTfoAzureNetworkId: {
    property: armId("Virtual network of test failovers that name none."),
    enable: false,
    update: { in: "item" },
  },
  tfoAzureVMName: {
    property: text("Name of the machine that a test failover makes. Default: its own with `-test`."),
    enable: false,
    update: { in: "details" },
  },
  multiVmGroupName: {
    property: text("Machines of one group fail over to a common recovery point, by a recovery plan only."),
  },
  multiVmGroupId: { property: text("GUID of that group.") },
  autoProtectionOfDataDisk: {
    property: oneOf(
      ["Enabled", "Disabled"],
      "Whether disks that are attached later are protected by themselves.",
    ),
  },
};

/** Azure virtual machines to another region or zone. */
export const a2a: MachineKind = {
  input: "a2a",
  instanceType: "A2A",
  backwardTypes: [],
  description: "An Azure virtual machine that replicates to another region or zone (`A2A`).",
  settings,
  special: {
    vmManagedDisks,
    recoverySubnetName: text(
      "Subnet after a failover, for adapters that name none. Default: one of the same name, else the alphabetically first.",
    ),
    vmNics,
    reprotection,
  },
  keyedLists: { vmManagedDisks: ["diskId"], vmNics: nicKeys },
  sourceOf: (inputs) => stringOf((inputs["a2a"] as Record<string, never> | undefined)?.["fabricObjectId"]),
  protects: ({ details }, source) =>
    isSameText(textIn(details, "fabricObjectId"), source) ||
    isSameText(textIn(details, "recoveryFabricObjectId"), source),
  enable: (given) => ({
    ...enabledBy(settings, given),
    ...(given["recoverySubnetName"] === undefined ? {} : { recoverySubnetName: given["recoverySubnetName"] }),
    ...(given["vmManagedDisks"] === undefined
      ? {}
      : { vmManagedDisks: disksToEnable(given["vmManagedDisks"]) }),
  }),
  update: (given, before, item) => {
    const fields = updatedBy(settings, given, item.details);
    const disks = disksToUpdate(given["vmManagedDisks"], item);
    const vmNicsToSend = nicsToSend(item.details, {
      given: given["vmNics"],
      before: before?.["vmNics"],
      // Enabling has set it; sent again, it would undo what was chosen for an adapter since.
      subnetName:
        before === undefined || before["recoverySubnetName"] === given["recoverySubnetName"]
          ? undefined
          : stringOf(given["recoverySubnetName"]),
    });
    return {
      item: { ...fields.item, vmNics: vmNicsToSend },
      details: { ...fields.details, ...(disks.length === 0 ? {} : { managedDiskUpdateDetails: disks }) },
    };
  },
  shown: (given, item) => ({
    ...given,
    ...shownSettings(settings, given, item.details),
    ...(given["vmManagedDisks"] === undefined
      ? {}
      : { vmManagedDisks: shownDisks(given["vmManagedDisks"], item) }),
    ...(given["vmNics"] === undefined ? {} : { vmNics: shownNics(item.details, given["vmNics"]) }),
  }),
  disks: {
    add: (given, item) => {
      const disks = disksToAdd(given["vmManagedDisks"], item);
      return disks.length === 0 ? undefined : { vmManagedDisks: disks };
    },
    remove: (given, before, item) => {
      const ids = disksToRemove(given["vmManagedDisks"], before?.["vmManagedDisks"], item);
      return ids.length === 0 ? undefined : { vmManagedDisksIds: ids };
    },
  },
  reprotect: a2aReprotect,
};

import { stringOf, type PropertyMap } from "../../plugin-protocol/property-value";
import type { NamedObject, PropertyDescription } from "../property-description";
import { armId, required, requiredArmId, tags, text } from "./described";
import { isSameText, objectsIn, textIn } from "./item";
import { entriesOf } from "./keyed-list";
import type { ItemRequest, MachineKind, Missing } from "./machine-kind";
import { nicKeys, rcmNics } from "./nic-inputs";
import { diskType, licenseType, sqlServerLicenseType } from "./on-premises-settings";
import { rcmNicsToSend, shownRcmNics } from "./rcm-nic-settings";
import { enabledBy, shownSettings, updatedBy, type Settings } from "./setting";

const diskSettings = {
  logStorageAccountId: requiredArmId("Cache storage account."),
  diskType: { ...diskType, required: true } as PropertyDescription,
  diskEncryptionSetId: armId("Disk encryption set of the disk in Azure."),
};

const settings: Settings = {
  fabricDiscoveryMachineId: {
    property: requiredArmId(
      "The machine as the appliance discovered it (`Microsoft.OffAzure/VMwareSites/machines`).",
    ),
  },
  processServerId: { property: required("Id of the appliance's process server.") },
  runAsAccountId: {
    property: text("Id of the account on the appliance that installs the mobility agent; no credential."),
  },
  multiVmGroupName: { property: text("Machines of one group fail over to a common recovery point.") },
  targetResourceGroupId: {
    property: requiredArmId("Resource group of the machine after a failover."),
    update: { in: "details" },
  },
  targetNetworkId: { property: armId("Virtual network after a failover."), update: { in: "details" } },
  testNetworkId: {
    property: armId("Virtual network of test failovers that name none."),
    update: { in: "details" },
  },
  targetVmName: {
    property: text("Name of the machine after a failover. Default: its own."),
    update: { in: "details" },
  },
  targetVmSize: {
    property: text("Size of the machine after a failover. Default: chosen by the service."),
    update: { in: "details" },
  },
  targetAvailabilitySetId: {
    property: armId("Availability set after a failover."),
    update: { in: "details" },
  },
  targetAvailabilityZone: { property: text("Zone after a failover."), update: { in: "details" } },
  targetProximityPlacementGroupId: {
    property: armId("Proximity placement group after a failover."),
    update: { in: "details" },
  },
  targetBootDiagnosticsStorageAccountId: {
    property: armId("Storage account for boot diagnostics after a failover."),
    update: { in: "details" },
  },
  licenseType: { ...licenseType, update: { in: "details" } },
  sqlServerLicenseType,
  targetVmTags: {
    property: tags("Tags of the machine after a failover."),
    update: { in: "details" },
    form: "tag-list",
  },
  targetManagedDiskTags: {
    property: tags("Tags of its disks."),
    update: { in: "details" },
    form: "tag-list",
  },
  targetNicTags: {
    property: tags("Tags of its network adapters."),
    update: { in: "details" },
    form: "tag-list",
  },
  seedManagedDiskTags: { property: tags("Tags of the disks that replication writes to."), form: "tag-list" },
};

const disk: NamedObject = {
  name: "ReplicatedMachineRcmDisk",
  description: "A disk of a modernized VMware or physical machine that replicates.",
  properties: { diskId: required("UUID of the disk, as discovered."), ...diskSettings },
};

const reprotection: PropertyDescription = {
  type: "object",
  description:
    "How the machine replicates back after a failover. Write it down in quiet times: `reprotectWhenCommitted` is then all that is to be changed after one.",
  object: {
    name: "ReplicatedMachineRcmReprotection",
    description: "What replicating back to VMware takes, and forth again after the failback.",
    properties: {
      reprotectAgentId: required("Id of the appliance's reprotection agent."),
      datastoreName: required("Datastore that the machine comes back to."),
      logStorageAccountId: requiredArmId("Cache storage account in the target region."),
      policyId: armId("Policy (`InMageRcmFailback`) of the way back. Default: that of the service."),
    },
  },
};

/** VMware and physical machines by a replication appliance (modernized) to Azure. */
export const inMageRcm: MachineKind = {
  input: "inMageRcm",
  instanceType: "InMageRcm",
  backwardTypes: ["InMageRcmFailback"],
  description:
    "A VMware or physical machine that replicates to Azure by a replication appliance (modernized, `InMageRcm`).",
  settings,
  special: {
    disksToInclude: {
      type: "list",
      description:
        "Disks to protect. Disks are added in place; one that leaves the list replicates on, since the service removes none. Give these, or `disksDefault` for all disks.",
      items: { type: "object", description: "One disk.", object: disk },
    },
    disksDefault: {
      type: "object",
      description: "What holds for every disk of the machine, where disks are not listed.",
      replaces: true,
      object: {
        name: "ReplicatedMachineRcmDiskDefault",
        description: "What holds for every disk.",
        properties: diskSettings,
      },
    },
    targetSubnetName: text("Subnet of the target network, for adapters that name none."),
    testSubnetName: text("Subnet of the test network, for adapters that name none."),
    vmNics: rcmNics,
    reprotection,
  },
  keyedLists: { disksToInclude: ["diskId"], vmNics: nicKeys },
  sourceOf: (inputs) =>
    stringOf((inputs["inMageRcm"] as PropertyMap | undefined)?.["fabricDiscoveryMachineId"]),
  // An item on its way back no longer names the machine that was discovered; it never moves, so its name tells.
  protects: ({ details, instanceType }, source) =>
    instanceType === "InMageRcmFailback" || isSameText(textIn(details, "fabricDiscoveryMachineId"), source),
  enable: (given) => ({
    ...enabledBy(settings, given),
    ...asGivenIn(given, ["disksToInclude", "disksDefault", "targetSubnetName", "testSubnetName"]),
  }),
  update: (given, before, item) => {
    const changed = (name: string) =>
      before === undefined || before[name] === given[name] ? undefined : stringOf(given[name]);
    return {
      item: {},
      details: {
        ...updatedBy(settings, given, item.details).details,
        vmNics: rcmNicsToSend(item.details, {
          given: given["vmNics"],
          before: before?.["vmNics"],
          subnetName: changed("targetSubnetName"),
          testSubnetName: changed("testSubnetName"),
        }),
      },
    };
  },
  shown: (given, item) => ({
    ...given,
    ...shownSettings(settings, given, item.details),
    ...(given["disksToInclude"] === undefined
      ? {}
      : {
          disksToInclude: entriesOf(given["disksToInclude"]).filter((each) =>
            objectsIn(item.details, "protectedDisks").some((shown) =>
              isSameText(textIn(shown, "diskId"), stringOf(each["diskId"])),
            ),
          ),
        }),
    ...(given["vmNics"] === undefined ? {} : { vmNics: shownRcmNics(item.details, given["vmNics"]) }),
  }),
  disks: {
    add: (given, item) => {
      const shown = objectsIn(item.details, "protectedDisks").map((each) =>
        textIn(each, "diskId")?.toLowerCase(),
      );
      const disks = entriesOf(given["disksToInclude"]).filter(
        (each) => !shown.includes(stringOf(each["diskId"])?.toLowerCase()),
      );
      return disks.length === 0 ? undefined : { disks };
    },
  },
  reprotect: (given, inputs, item): ItemRequest | Missing => {
    const how = given["reprotection"] as PropertyMap | undefined;
    const isBackward = item.instanceType === "InMageRcmFailback";
    if (!isBackward && how === undefined) {
      return {
        missing:
          "inMageRcm.reprotection is missing: replicating back needs reprotectAgentId, datastoreName and logStorageAccountId",
      };
    }
    const providerSpecificDetails = isBackward
      ? {
          instanceType: "InMageRcmFailback",
          processServerId: given["processServerId"],
          runAsAccountId: given["runAsAccountId"],
          policyId: inputs["policyId"],
        }
      : { instanceType: "InMageRcm", ...how };
    return {
      target: `${item.id}/reProtect`,
      body: { properties: { failoverDirection: directionOf(isBackward), providerSpecificDetails } },
    };
  },
};

/** The direction of the failover that reprotection follows. */
export function directionOf(isBackward: boolean): string {
  return isBackward ? "RecoveryToPrimary" : "PrimaryToRecovery";
}

/** Inputs that are sent under their own names. */
export function asGivenIn(given: PropertyMap, names: readonly string[]): PropertyMap {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

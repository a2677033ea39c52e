import { providers } from "../documents";
import type { FieldRow } from "../row";

export const machinesRows: readonly FieldRow[] = [
  { path: "machines{}.sourceName", value: "bad_name!", refusedAt: "machines.one.azureName" },
  {
    path: "machines{}.sourceId",
    of: "azure",
    value: `${providers}/Microsoft.Compute/virtualMachines/other`,
    reaches: {
      "ReplicatedMachine dr-replication-one: a2a.fabricObjectId": `${providers}/Microsoft.Compute/virtualMachines/other`,
    },
  },
  {
    path: "machines{}.discoveredId",
    value: "other",
    reaches: { "ReplicatedMachine dr-replication-one: inMageRcm.fabricDiscoveryMachineId": "other" },
  },
  {
    path: "machines{}.azureName",
    value: "other",
    reaches: { "ReplicatedMachine dr-replication-one: inMageRcm.targetVmName": "other" },
  },
  {
    path: "machines{}.osFamily",
    of: "hyperv",
    value: "linux",
    reaches: { "ReplicatedMachine dr-replication-one: hyperVReplicaAzure.osType": "Linux" },
  },
  {
    path: "machines{}.policy",
    given: { "policies[1]": { name: "two", instanceType: "InMageRcm" } },
    value: "two",
    reaches: {
      "ReplicatedMachine dr-replication-one: policyId": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/dr-policies-two`,
    },
  },
  {
    path: "machines{}.recoveryResourceGroupId",
    value: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other",
    reaches: {
      "ReplicatedMachine dr-replication-one: inMageRcm.targetResourceGroupId":
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other",
    },
  },
  {
    path: "machines{}.targetSize",
    value: "Standard_D4s_v5",
    reaches: { "ReplicatedMachine dr-replication-one: inMageRcm.targetVmSize": "Standard_D4s_v5" },
  },
  {
    path: "machines{}.licenseType",
    value: "WindowsServer",
    reaches: { "ReplicatedMachine dr-replication-one: inMageRcm.licenseType": "WindowsServer" },
  },
  {
    path: "machines{}.licenseType",
    of: "azure",
    value: "WindowsServer",
    refusedAt: "machines.one.licenseType",
  },
  { path: "machines{}.availabilityZone", value: "2", refusedAt: "machines.one.availabilityZone" },
  {
    path: "machines{}.availabilitySetId",
    value: `${providers}/Microsoft.Compute/availabilitySets/other`,
    reaches: {
      "ReplicatedMachine dr-replication-one: inMageRcm.targetAvailabilitySetId": `${providers}/Microsoft.Compute/availabilitySets/other`,
    },
  },
  {
    path: "machines{}.proximityPlacementGroupId",
    value: `${providers}/Microsoft.Compute/proximityPlacementGroups/other`,
    reaches: {
      "ReplicatedMachine dr-replication-one: inMageRcm.targetProximityPlacementGroupId": `${providers}/Microsoft.Compute/proximityPlacementGroups/other`,
    },
  },
  {
    path: "machines{}.cacheStorage",
    given: { additionalCacheStorage: [{ id: `${providers}/Microsoft.Storage/storageAccounts/two` }] },
    value: 2,
    reaches: {
      "ReplicatedMachine dr-replication-one: inMageRcm.disksDefault.logStorageAccountId": `${providers}/Microsoft.Storage/storageAccounts/two`,
    },
  },
  {
    path: "machines{}.multiVmGroup",
    value: "other",
    reaches: { "ReplicatedMachine dr-replication-one: inMageRcm.multiVmGroupName": "other" },
  },
  {
    path: "machines{}.multiVmGroup",
    of: "classic",
    value: "other",
    reaches: { "ReplicatedMachine dr-replication-one: inMageAzureV2.multiVmGroupName": "other" },
  },
  {
    path: "machines{}.multiVmGroup",
    of: "azure",
    value: "other",
    reaches: { "ReplicatedMachine dr-replication-one: a2a.multiVmGroupName": "other" },
  },
  { path: "machines{}.multiVmGroup", of: "hyperv", value: "other", refusedAt: "machines.one.multiVmGroup" },
  {
    path: "machines{}.wave",
    value: 2,
    idle: "Tells the reader in which wave `asr plan` put the machine; its recovery plan says the same.",
  },
  {
    path: "machines{}.disks[].sourceId",
    value: "other",
    reaches: { "ReplicatedMachine dr-replication-one: inMageRcm.disksToInclude[0].diskId": "other" },
  },
  {
    path: "machines{}.disks[].sourceId",
    of: "classic",
    value: "other",
    reaches: { "ReplicatedMachine dr-replication-one: inMageAzureV2.disksToInclude[0].diskId": "other" },
  },
  {
    path: "machines{}.disks[].sourceId",
    of: "hyperv",
    value: "other",
    reaches: {
      "ReplicatedMachine dr-replication-one: hyperVReplicaAzure.disksToIncludeForManagedDisks[0].diskId":
        "other",
    },
  },
  {
    path: "machines{}.disks[].sourceId",
    of: "azure",
    value: `${providers}/Microsoft.Compute/disks/other`,
    reaches: {
      "ReplicatedMachine dr-replication-one: a2a.vmManagedDisks[0].diskId": `${providers}/Microsoft.Compute/disks/other`,
    },
  },
  {
    path: "machines{}.disks[].targetType",
    given: { "machines.one.disks": [{ sourceId: "d" }] },
    value: "premium-ssd",
    reaches: { "ReplicatedMachine dr-replication-one: inMageRcm.disksToInclude[0].diskType": "Premium_LRS" },
  },
  {
    path: "machines{}.disks[].targetType",
    of: "classic",
    given: { "machines.one.disks": [{ sourceId: "d" }] },
    value: "premium-ssd",
    reaches: {
      "ReplicatedMachine dr-replication-one: inMageAzureV2.diskType": "Premium_LRS",
      "ReplicatedMachine dr-replication-one: inMageAzureV2.disksToInclude[0].diskType": "Premium_LRS",
    },
  },
  {
    path: "machines{}.disks[].targetType",
    of: "hyperv",
    given: { "machines.one.disks": [{ sourceId: "d" }] },
    value: "premium-ssd",
    reaches: {
      "ReplicatedMachine dr-replication-one: hyperVReplicaAzure.diskType": "Premium_LRS",
      "ReplicatedMachine dr-replication-one: hyperVReplicaAzure.disksToIncludeForManagedDisks[0].diskType":
        "Premium_LRS",
    },
  },
  {
    path: "machines{}.disks[].targetType",
    of: "azure",
    value: "premium-ssd",
    reaches: {
      "ReplicatedMachine dr-replication-one: a2a.vmManagedDisks[0].recoveryTargetDiskAccountType":
        "Premium_LRS",
    },
  },
  { path: "machines{}.disks[].targetTier", value: "X99", refusedAt: "machines.one.disks[0].targetTier" },
  {
    path: "machines{}.disks[].excluded",
    given: { "machines.one.disks": [{ sourceId: "d" }, { sourceId: "e" }] },
    value: true,
    reaches: {
      "ReplicatedMachine dr-replication-one: inMageRcm.disksToInclude[0].diskId": "e",
      "ReplicatedMachine dr-replication-one: inMageRcm.disksToInclude[1].diskId": undefined,
      "ReplicatedMachine dr-replication-one: inMageRcm.disksToInclude[1].diskType": undefined,
    },
  },
  {
    path: "machines{}.disks[].excluded",
    of: "classic",
    given: { "machines.one.disks": [{ sourceId: "d" }, { sourceId: "e" }] },
    value: true,
    reaches: {
      "ReplicatedMachine dr-replication-one: inMageAzureV2.disksToInclude[0].diskId": "e",
      "ReplicatedMachine dr-replication-one: inMageAzureV2.disksToInclude[1].diskId": undefined,
      "ReplicatedMachine dr-replication-one: inMageAzureV2.disksToInclude[1].diskType": undefined,
    },
  },
  {
    path: "machines{}.disks[].excluded",
    of: "hyperv",
    given: { "machines.one.disks": [{ sourceId: "d" }, { sourceId: "e" }] },
    value: true,
    reaches: {
      "ReplicatedMachine dr-replication-one: hyperVReplicaAzure.disksToIncludeForManagedDisks[0].diskId": "e",
      "ReplicatedMachine dr-replication-one: hyperVReplicaAzure.disksToIncludeForManagedDisks[1].diskId":
        undefined,
      "ReplicatedMachine dr-replication-one: hyperVReplicaAzure.disksToIncludeForManagedDisks[1].diskType":
        undefined,
    },
  },
  {
    path: "machines{}.disks[].excluded",
    given: { "machines.one.disks": [{}] },
    value: true,
    refusedAt: "machines.one.disks[0].excluded",
  },
  { path: "machines{}.nics[].name", value: "other", idle: "Identifies the adapter to the reader." },
  {
    path: "machines{}.nics[].macAddress",
    value: "00:50:56:00:00:01",
    idle: "Identifies the adapter to the reader.",
  },
  {
    path: "machines{}.nics[].primary",
    given: { "machines.one.nics": [{ primary: true }, {}] },
    at: "machines.one.nics[1].primary",
    value: true,
    refusedAt: "machines.one.nics[1].primary",
  },
  {
    path: "machines{}.nics[].subnet",
    value: "one",
    reaches: { "ReplicatedMachine dr-replication-one: inMageRcm.targetSubnetName": "one" },
  },
  {
    path: "machines{}.nics[].subnet",
    of: "classic",
    value: "one",
    reaches: {
      "ReplicatedMachine dr-replication-one: inMageAzureV2.vmNics[0].ipConfigs[0].recoverySubnetName": "one",
    },
  },
  {
    path: "machines{}.nics[].subnet",
    of: "hyperv",
    value: "one",
    reaches: {
      "ReplicatedMachine dr-replication-one: hyperVReplicaAzure.vmNics[0].ipConfigs[0].recoverySubnetName":
        "one",
    },
  },
  {
    path: "machines{}.nics[].subnet",
    of: "azure",
    value: "one",
    reaches: { "ReplicatedMachine dr-replication-one: a2a.vmNics[0].ipConfigs[0].recoverySubnetName": "one" },
  },
  {
    path: "machines{}.nics[].staticIp",
    value: "10.0.0.9",
    reaches: {
      "ReplicatedMachine dr-replication-one: inMageRcm.vmNics[0].targetStaticIPAddress": "10.0.0.9",
    },
  },
  {
    path: "machines{}.nics[].staticIp",
    of: "classic",
    value: "10.0.0.9",
    reaches: {
      "ReplicatedMachine dr-replication-one: inMageAzureV2.vmNics[0].ipConfigs[0].recoveryStaticIPAddress":
        "10.0.0.9",
    },
  },
  {
    path: "machines{}.nics[].staticIp",
    of: "hyperv",
    value: "10.0.0.9",
    reaches: {
      "ReplicatedMachine dr-replication-one: hyperVReplicaAzure.vmNics[0].ipConfigs[0].recoveryStaticIPAddress":
        "10.0.0.9",
    },
  },
  {
    path: "machines{}.nics[].staticIp",
    of: "azure",
    value: "10.0.0.9",
    reaches: {
      "ReplicatedMachine dr-replication-one: a2a.vmNics[0].ipConfigs[0].recoveryStaticIPAddress": "10.0.0.9",
    },
  },
  {
    path: "machines{}.nics[].testFailoverSubnet",
    value: "one",
    reaches: { "ReplicatedMachine dr-replication-one: inMageRcm.testSubnetName": "one" },
  },
  {
    path: "machines{}.nics[].testFailoverSubnet",
    of: "classic",
    value: "one",
    reaches: {
      "ReplicatedMachine dr-replication-one: inMageAzureV2.vmNics[0].ipConfigs[0].tfoSubnetName": "one",
    },
  },
  {
    path: "machines{}.nics[].testFailoverSubnet",
    of: "hyperv",
    value: "one",
    reaches: {
      "ReplicatedMachine dr-replication-one: hyperVReplicaAzure.vmNics[0].ipConfigs[0].tfoSubnetName": "one",
    },
  },
  {
    path: "machines{}.nics[].testFailoverSubnet",
    of: "azure",
    value: "one",
    reaches: { "ReplicatedMachine dr-replication-one: a2a.vmNics[0].ipConfigs[0].tfoSubnetName": "one" },
  },
  {
    path: "machines{}.nics[].testFailoverStaticIp",
    value: "10.0.0.9",
    reaches: { "ReplicatedMachine dr-replication-one: inMageRcm.vmNics[0].testStaticIPAddress": "10.0.0.9" },
  },
  {
    path: "machines{}.nics[].testFailoverStaticIp",
    of: "classic",
    value: "10.0.0.9",
    reaches: {
      "ReplicatedMachine dr-replication-one: inMageAzureV2.vmNics[0].ipConfigs[0].tfoStaticIPAddress":
        "10.0.0.9",
    },
  },
  {
    path: "machines{}.nics[].testFailoverStaticIp",
    of: "hyperv",
    value: "10.0.0.9",
    reaches: {
      "ReplicatedMachine dr-replication-one: hyperVReplicaAzure.vmNics[0].ipConfigs[0].tfoStaticIPAddress":
        "10.0.0.9",
    },
  },
  {
    path: "machines{}.nics[].testFailoverStaticIp",
    of: "azure",
    value: "10.0.0.9",
    reaches: {
      "ReplicatedMachine dr-replication-one: a2a.vmNics[0].ipConfigs[0].tfoStaticIPAddress": "10.0.0.9",
    },
  },
  {
    path: "machines{}.tags{}",
    value: "other",
    reaches: { "ReplicatedMachine dr-replication-one: inMageRcm.targetVmTags.one": "other" },
  },
  {
    path: "machines{}.tags{}",
    of: "classic",
    value: "other",
    reaches: { "ReplicatedMachine dr-replication-one: inMageAzureV2.targetVmTags.one": "other" },
  },
  {
    path: "machines{}.tags{}",
    of: "hyperv",
    value: "other",
    reaches: { "ReplicatedMachine dr-replication-one: hyperVReplicaAzure.targetVmTags.one": "other" },
  },
  { path: "machines{}.tags{}", of: "azure", value: "other", refusedAt: "machines.one.tags" },
];

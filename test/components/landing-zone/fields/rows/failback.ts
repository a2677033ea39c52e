import { providers } from "../documents";
import type { FieldRow } from "../row";
import { storageAccountRows } from "./storage-account";

export const failbackRows: readonly FieldRow[] = [
  {
    path: "failback.policy<id>.name",
    given: {
      "failback.policy": {
        name: "first",
        id: `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/one`,
      },
    },
    value: "other",
    reaches: {
      "output: policyIds.first": undefined,
      "output: policyIds.other": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/one`,
    },
    appearing: ["recoveryservices:ReplicationPolicy dr-policies-other"],
    disappearing: ["recoveryservices:ReplicationPolicy dr-policies-first"],
  },
  {
    path: "failback.policy<id>.id",
    given: {
      "failback.policy": {
        name: "first",
        id: `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/one`,
      },
    },
    value: `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/other`,
    reaches: {
      "recoveryservices:ReplicationPolicy dr-policies-first: id": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/other`,
      "output: policyIds.first": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/other`,
    },
  },
  {
    path: "failback.policy.name",
    given: { "failback.policy": { name: "back", instanceType: "InMageRcmFailback" } },
    value: "other",
    reaches: {
      "output: policyIds.back": undefined,
      "output: policyIds.other": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/dr-policies-other`,
    },
    appearing: ["recoveryservices:ReplicationPolicy dr-policies-other"],
    disappearing: ["recoveryservices:ReplicationPolicy dr-policies-back"],
  },
  {
    path: "failback.policy.instanceType",
    given: { "failback.policy": { name: "back", instanceType: "InMageRcmFailback" } },
    value: "InMageRcm",
    reaches: {
      "recoveryservices:ReplicationPolicy dr-policies-back: properties.providerSpecificInput.instanceType":
        "InMageRcm",
    },
  },
  {
    path: "failback.policy.recoveryPointRetentionInMinutes",
    given: { "failback.policy": { name: "back", instanceType: "InMageRcmFailback" } },
    value: 120,
    refusedAt: "failback.policy.recoveryPointRetentionInMinutes",
  },
  {
    path: "failback.policy.appConsistentFrequencyInMinutes",
    given: { "failback.policy": { name: "back", instanceType: "InMageRcmFailback" } },
    value: 180,
    reaches: {
      "recoveryservices:ReplicationPolicy dr-policies-back: properties.providerSpecificInput.appConsistentFrequencyInMinutes": 180,
    },
  },
  {
    path: "failback.policy.crashConsistentFrequencyInMinutes",
    given: { "failback.policy": { name: "back", instanceType: "InMageRcmFailback" } },
    value: 10,
    refusedAt: "failback.policy.crashConsistentFrequencyInMinutes",
  },
  {
    path: "failback.policy.replicationIntervalInSeconds",
    of: "hyperv",
    given: { "failback.policy": { name: "back", instanceType: "HyperVReplicaAzure" } },
    value: 30,
    reaches: {
      "recoveryservices:ReplicationPolicy dr-policies-back: properties.providerSpecificInput.replicationInterval": 30,
    },
  },
  {
    path: "failback.policy.rpoThresholdInMinutes",
    of: "classic",
    given: { "failback.policy": { name: "back", instanceType: "InMageAzureV2" } },
    value: 30,
    reaches: {
      "recoveryservices:ReplicationPolicy dr-policies-back: properties.providerSpecificInput.recoveryPointThresholdInMinutes": 30,
    },
  },
  {
    path: "failback.policy.multiVmSync",
    given: { "failback.policy": { name: "back", instanceType: "InMageRcmFailback" } },
    value: true,
    refusedAt: "failback.policy.multiVmSync",
  },
  ...storageAccountRows({
    path: "failback.cacheStorage",
    at: "failback.cacheStorage",
    resources: "dr-failback-cache",
    name: "third",
    idReaches: ["output: failbackCacheStorageAccountId"],
    logIdReaches: [],
  }),
  {
    path: "failback.network<id>.id",
    given: { "failback.network": { id: `${providers}/Microsoft.Network/virtualNetworks/one` } },
    value: `${providers}/Microsoft.Network/virtualNetworks/other`,
    reaches: {
      "network:VirtualNetwork dr-failback-network-recovery-network: id": `${providers}/Microsoft.Network/virtualNetworks/other`,
      "output: failbackNetworkId": `${providers}/Microsoft.Network/virtualNetworks/other`,
    },
  },
  {
    path: "failback.network.name",
    given: {
      "failback.network": {
        name: "vnet-back",
        addressSpaces: ["10.0.0.0/16"],
        subnets: [{ name: "one", addressPrefix: "10.0.0.0/24" }],
      },
    },
    value: "other",
    reaches: { "network:VirtualNetwork dr-failback-network-recovery-network: virtualNetworkName": "other" },
  },
  {
    path: "failback.network.location",
    given: {
      "failback.network": {
        name: "vnet-back",
        addressSpaces: ["10.0.0.0/16"],
        subnets: [{ name: "one", addressPrefix: "10.0.0.0/24" }],
      },
    },
    value: "uksouth",
    reaches: {
      "network:NetworkSecurityGroup dr-failback-network-recovery-security: location": "uksouth",
      "network:VirtualNetwork dr-failback-network-recovery-network: location": "uksouth",
    },
  },
  {
    path: "failback.network.addressSpaces[]",
    given: {
      "failback.network": {
        name: "vnet-back",
        addressSpaces: ["10.0.0.0/16"],
        subnets: [{ name: "one", addressPrefix: "10.0.0.0/24" }],
      },
    },
    value: "10.0.0.0/8",
    reaches: {
      "network:VirtualNetwork dr-failback-network-recovery-network: addressSpace.addressPrefixes[0]":
        "10.0.0.0/8",
    },
  },
  {
    path: "failback.network.subnets[].name",
    given: {
      "failback.network": {
        name: "vnet-back",
        addressSpaces: ["10.0.0.0/16"],
        subnets: [{ name: "one", addressPrefix: "10.0.0.0/24" }],
      },
    },
    value: "other",
    reaches: { "network:VirtualNetwork dr-failback-network-recovery-network: subnets[0].name": "other" },
  },
  {
    path: "failback.network.subnets[].addressPrefix",
    given: {
      "failback.network": {
        name: "vnet-back",
        addressSpaces: ["10.0.0.0/16"],
        subnets: [{ name: "one", addressPrefix: "10.0.0.0/24" }],
      },
    },
    value: "10.0.1.0/24",
    reaches: {
      "network:VirtualNetwork dr-failback-network-recovery-network: subnets[0].addressPrefix": "10.0.1.0/24",
    },
  },
  {
    path: "failback.network.subnets[].networkSecurityGroupId",
    given: {
      "failback.network": {
        name: "vnet-back",
        addressSpaces: ["10.0.0.0/16"],
        subnets: [{ name: "one", addressPrefix: "10.0.0.0/24" }],
      },
    },
    value: `${providers}/Microsoft.Network/networkSecurityGroups/other`,
    reaches: {
      "network:VirtualNetwork dr-failback-network-recovery-network: subnets[0].networkSecurityGroup.id": `${providers}/Microsoft.Network/networkSecurityGroups/other`,
    },
  },
  {
    path: "failback.network.subnets[].routeTableId",
    given: {
      "failback.network": {
        name: "vnet-back",
        addressSpaces: ["10.0.0.0/16"],
        subnets: [{ name: "one", addressPrefix: "10.0.0.0/24" }],
      },
    },
    value: `${providers}/Microsoft.Network/routeTables/other`,
    reaches: {
      "network:VirtualNetwork dr-failback-network-recovery-network: subnets[0].routeTable.id": `${providers}/Microsoft.Network/routeTables/other`,
    },
  },
  {
    path: "failback.network.subnets[].serviceEndpoints[]",
    given: {
      "failback.network": {
        name: "vnet-back",
        addressSpaces: ["10.0.0.0/16"],
        subnets: [{ name: "one", addressPrefix: "10.0.0.0/24" }],
      },
    },
    value: "Microsoft.Storage",
    reaches: {
      "network:VirtualNetwork dr-failback-network-recovery-network: subnets[0].serviceEndpoints[0].service":
        "Microsoft.Storage",
    },
  },
  {
    path: "failback.network.dnsServers[]",
    given: {
      "failback.network": {
        name: "vnet-back",
        addressSpaces: ["10.0.0.0/16"],
        subnets: [{ name: "one", addressPrefix: "10.0.0.0/24" }],
      },
    },
    value: "10.0.0.9",
    reaches: {
      "network:VirtualNetwork dr-failback-network-recovery-network: dhcpOptions.dnsServers[0]": "10.0.0.9",
    },
  },
  {
    path: "failback.network.tags{}",
    given: {
      "failback.network": {
        name: "vnet-back",
        addressSpaces: ["10.0.0.0/16"],
        subnets: [{ name: "one", addressPrefix: "10.0.0.0/24" }],
      },
    },
    value: "other",
    reaches: {
      "network:NetworkSecurityGroup dr-failback-network-recovery-security: tags.one": "other",
      "network:VirtualNetwork dr-failback-network-recovery-network: tags.one": "other",
    },
  },
];

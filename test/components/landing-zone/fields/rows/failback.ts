import { providers } from "../documents";
import type { FieldRow } from "../row";

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
  {
    path: "failback.cacheStorage<id>.id",
    given: { "failback.cacheStorage": { id: `${providers}/Microsoft.Storage/storageAccounts/one` } },
    value: `${providers}/Microsoft.Storage/storageAccounts/other`,
    reaches: {
      "storage:StorageAccount dr-failback-cache-account: id": `${providers}/Microsoft.Storage/storageAccounts/other`,
      "output: failbackCacheStorageAccountId": `${providers}/Microsoft.Storage/storageAccounts/other`,
    },
  },
  {
    path: "failback.cacheStorage<id>.logStorage<id>.id",
    given: {
      "failback.cacheStorage": {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { id: `${providers}/Microsoft.Storage/storageAccounts/log` },
      },
    },
    value: `${providers}/Microsoft.Storage/storageAccounts/other`,
    reaches: {
      "storage:StorageAccount dr-failback-cache-log: id": `${providers}/Microsoft.Storage/storageAccounts/other`,
    },
  },
  {
    path: "failback.cacheStorage<id>.logStorage.name",
    given: {
      "failback.cacheStorage": {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { name: "thirdlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "othername",
    reaches: { "storage:StorageAccount dr-failback-cache-log: accountName": "othername" },
  },
  {
    path: "failback.cacheStorage<id>.logStorage.location",
    given: {
      "failback.cacheStorage": {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { name: "thirdlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "uksouth",
    reaches: { "storage:StorageAccount dr-failback-cache-log: location": "uksouth" },
  },
  {
    path: "failback.cacheStorage<id>.logStorage.kind",
    given: {
      "failback.cacheStorage": {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { name: "thirdlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "Storage",
    reaches: { "storage:StorageAccount dr-failback-cache-log: kind": "Storage" },
  },
  {
    path: "failback.cacheStorage<id>.logStorage.sku",
    given: {
      "failback.cacheStorage": {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { name: "thirdlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "Standard_ZRS",
    reaches: { "storage:StorageAccount dr-failback-cache-log: sku.name": "Standard_ZRS" },
  },
  {
    path: "failback.cacheStorage.name",
    given: { "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "othername",
    reaches: { "storage:StorageAccount dr-failback-cache-account: accountName": "othername" },
  },
  {
    path: "failback.cacheStorage.location",
    given: { "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "uksouth",
    reaches: { "storage:StorageAccount dr-failback-cache-account: location": "uksouth" },
  },
  {
    path: "failback.cacheStorage.kind",
    given: { "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "Storage",
    reaches: { "storage:StorageAccount dr-failback-cache-account: kind": "Storage" },
  },
  {
    path: "failback.cacheStorage.sku",
    given: { "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "Standard_ZRS",
    reaches: { "storage:StorageAccount dr-failback-cache-account: sku.name": "Standard_ZRS" },
  },
  {
    path: "failback.cacheStorage.accessTier",
    given: { "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "Hot",
    reaches: { "storage:StorageAccount dr-failback-cache-account: accessTier": "Hot" },
  },
  {
    path: "failback.cacheStorage.firewall.defaultAction",
    given: {
      "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" },
      "failback.cacheStorage.firewall": { defaultAction: "Deny" },
    },
    value: "Allow",
    reaches: { "storage:StorageAccount dr-failback-cache-account: networkRuleSet.defaultAction": "Allow" },
  },
  {
    path: "failback.cacheStorage.firewall.bypass[]",
    given: {
      "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" },
      "failback.cacheStorage.firewall": { defaultAction: "Deny" },
    },
    value: "Logging",
    reaches: { "storage:StorageAccount dr-failback-cache-account: networkRuleSet.bypass": "Logging" },
  },
  {
    path: "failback.cacheStorage.firewall.subnetIds[]",
    given: {
      "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" },
      "failback.cacheStorage.firewall": { defaultAction: "Deny" },
    },
    value: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/other`,
    reaches: {
      "storage:StorageAccount dr-failback-cache-account: networkRuleSet.virtualNetworkRules[0].virtualNetworkResourceId": `${providers}/Microsoft.Network/virtualNetworks/one/subnets/other`,
    },
  },
  {
    path: "failback.cacheStorage.firewall.ipRules[]",
    given: {
      "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" },
      "failback.cacheStorage.firewall": { defaultAction: "Deny" },
    },
    value: "203.0.113.0/24",
    reaches: {
      "storage:StorageAccount dr-failback-cache-account: networkRuleSet.ipRules[0].iPAddressOrRange":
        "203.0.113.0/24",
    },
  },
  {
    path: "failback.cacheStorage.privateEndpoints[].name",
    given: {
      "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" },
      "failback.cacheStorage.privateEndpoints": [
        { subnetId: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/one` },
      ],
    },
    value: "other",
    reaches: { "network:PrivateEndpoint dr-failback-cache-endpoint: privateEndpointName": "other" },
  },
  {
    path: "failback.cacheStorage.privateEndpoints[].subnetId",
    given: {
      "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" },
      "failback.cacheStorage.privateEndpoints": [
        { subnetId: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/one` },
      ],
    },
    value: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/other`,
    reaches: {
      "network:PrivateEndpoint dr-failback-cache-endpoint: subnet.id": `${providers}/Microsoft.Network/virtualNetworks/one/subnets/other`,
    },
  },
  {
    path: "failback.cacheStorage.privateEndpoints[].privateDnsZoneIds[]",
    given: {
      "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" },
      "failback.cacheStorage.privateEndpoints": [
        { subnetId: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/one` },
      ],
    },
    value: `${providers}/Microsoft.Network/privateDnsZones/other`,
    appearing: ["network:PrivateDnsZoneGroup dr-failback-cache-endpoint-dns"],
  },
  {
    path: "failback.cacheStorage.minimumTlsVersion",
    given: { "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "TLS1_3",
    refusedAt: "failback.cacheStorage.minimumTlsVersion",
  },
  {
    path: "failback.cacheStorage.publicBlobAccess",
    given: { "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" } },
    value: true,
    reaches: { "storage:StorageAccount dr-failback-cache-account: allowBlobPublicAccess": true },
  },
  {
    path: "failback.cacheStorage.blobSoftDelete",
    given: { "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" } },
    value: false,
    appearing: ["storage:BlobServiceProperties dr-failback-cache-blobs"],
  },
  {
    path: "failback.cacheStorage.hierarchicalNamespace",
    given: { "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" } },
    value: false,
    reaches: { "storage:StorageAccount dr-failback-cache-account: isHnsEnabled": false },
  },
  {
    path: "failback.cacheStorage.tags{}",
    given: { "failback.cacheStorage": { name: "third", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "other",
    reaches: { "storage:StorageAccount dr-failback-cache-account: tags.one": "other" },
  },
  {
    path: "failback.cacheStorage.logStorage<id>.id",
    given: {
      "failback.cacheStorage": {
        name: "third",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { id: `${providers}/Microsoft.Storage/storageAccounts/log` },
      },
    },
    value: `${providers}/Microsoft.Storage/storageAccounts/other`,
    reaches: {
      "storage:StorageAccount dr-failback-cache-log: id": `${providers}/Microsoft.Storage/storageAccounts/other`,
    },
  },
  {
    path: "failback.cacheStorage.logStorage.name",
    given: {
      "failback.cacheStorage": {
        name: "third",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { name: "thirdlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "othername",
    reaches: { "storage:StorageAccount dr-failback-cache-log: accountName": "othername" },
  },
  {
    path: "failback.cacheStorage.logStorage.location",
    given: {
      "failback.cacheStorage": {
        name: "third",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { name: "thirdlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "uksouth",
    reaches: { "storage:StorageAccount dr-failback-cache-log: location": "uksouth" },
  },
  {
    path: "failback.cacheStorage.logStorage.kind",
    given: {
      "failback.cacheStorage": {
        name: "third",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { name: "thirdlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "Storage",
    reaches: { "storage:StorageAccount dr-failback-cache-log: kind": "Storage" },
  },
  {
    path: "failback.cacheStorage.logStorage.sku",
    given: {
      "failback.cacheStorage": {
        name: "third",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { name: "thirdlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "Standard_ZRS",
    reaches: { "storage:StorageAccount dr-failback-cache-log: sku.name": "Standard_ZRS" },
  },
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

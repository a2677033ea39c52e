import { providers } from "../documents";
import type { FieldRow } from "../row";

export const additionalStorageRows: readonly FieldRow[] = [
  {
    path: "additionalCacheStorage[]<id>.id",
    given: { "additionalCacheStorage[0]": { id: `${providers}/Microsoft.Storage/storageAccounts/one` } },
    value: `${providers}/Microsoft.Storage/storageAccounts/other`,
    reaches: {
      "storage:StorageAccount dr-cache-2-account: id": `${providers}/Microsoft.Storage/storageAccounts/other`,
      "authorization:RoleAssignment dr-vault-cache-2-contributor: scope": `${providers}/Microsoft.Storage/storageAccounts/other`,
      "authorization:RoleAssignment dr-vault-cache-2-blob-contributor: scope": `${providers}/Microsoft.Storage/storageAccounts/other`,
    },
  },
  {
    path: "additionalCacheStorage[]<id>.logStorage<id>.id",
    given: {
      "additionalCacheStorage[0]": {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { id: `${providers}/Microsoft.Storage/storageAccounts/log` },
      },
    },
    value: `${providers}/Microsoft.Storage/storageAccounts/other`,
    reaches: {
      "storage:StorageAccount dr-cache-2-log: id": `${providers}/Microsoft.Storage/storageAccounts/other`,
      "authorization:RoleAssignment dr-vault-cache-3-contributor: scope": `${providers}/Microsoft.Storage/storageAccounts/other`,
      "authorization:RoleAssignment dr-vault-cache-3-blob-contributor: scope": `${providers}/Microsoft.Storage/storageAccounts/other`,
    },
  },
  {
    path: "additionalCacheStorage[]<id>.logStorage.name",
    given: {
      "additionalCacheStorage[0]": {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { name: "secondlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "othername",
    reaches: { "storage:StorageAccount dr-cache-2-log: accountName": "othername" },
  },
  {
    path: "additionalCacheStorage[]<id>.logStorage.location",
    given: {
      "additionalCacheStorage[0]": {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { name: "secondlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "uksouth",
    reaches: { "storage:StorageAccount dr-cache-2-log: location": "uksouth" },
  },
  {
    path: "additionalCacheStorage[]<id>.logStorage.kind",
    given: {
      "additionalCacheStorage[0]": {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { name: "secondlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "Storage",
    reaches: { "storage:StorageAccount dr-cache-2-log: kind": "Storage" },
  },
  {
    path: "additionalCacheStorage[]<id>.logStorage.sku",
    given: {
      "additionalCacheStorage[0]": {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { name: "secondlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "Standard_ZRS",
    reaches: { "storage:StorageAccount dr-cache-2-log: sku.name": "Standard_ZRS" },
  },
  {
    path: "additionalCacheStorage[].name",
    given: { "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "othername",
    reaches: { "storage:StorageAccount dr-cache-2-account: accountName": "othername" },
  },
  {
    path: "additionalCacheStorage[].location",
    given: { "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "uksouth",
    reaches: { "storage:StorageAccount dr-cache-2-account: location": "uksouth" },
  },
  {
    path: "additionalCacheStorage[].kind",
    given: { "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "Storage",
    reaches: { "storage:StorageAccount dr-cache-2-account: kind": "Storage" },
  },
  {
    path: "additionalCacheStorage[].sku",
    given: { "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "Standard_ZRS",
    reaches: { "storage:StorageAccount dr-cache-2-account: sku.name": "Standard_ZRS" },
  },
  {
    path: "additionalCacheStorage[].accessTier",
    given: { "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "Hot",
    reaches: { "storage:StorageAccount dr-cache-2-account: accessTier": "Hot" },
  },
  {
    path: "additionalCacheStorage[].firewall.defaultAction",
    given: {
      "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" },
      "additionalCacheStorage[0].firewall": { defaultAction: "Deny" },
    },
    value: "Allow",
    reaches: { "storage:StorageAccount dr-cache-2-account: networkRuleSet.defaultAction": "Allow" },
  },
  {
    path: "additionalCacheStorage[].firewall.bypass[]",
    given: {
      "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" },
      "additionalCacheStorage[0].firewall": { defaultAction: "Deny" },
    },
    value: "Logging",
    reaches: { "storage:StorageAccount dr-cache-2-account: networkRuleSet.bypass": "Logging" },
  },
  {
    path: "additionalCacheStorage[].firewall.subnetIds[]",
    given: {
      "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" },
      "additionalCacheStorage[0].firewall": { defaultAction: "Deny" },
    },
    value: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/other`,
    reaches: {
      "storage:StorageAccount dr-cache-2-account: networkRuleSet.virtualNetworkRules[0].virtualNetworkResourceId": `${providers}/Microsoft.Network/virtualNetworks/one/subnets/other`,
    },
  },
  {
    path: "additionalCacheStorage[].firewall.ipRules[]",
    given: {
      "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" },
      "additionalCacheStorage[0].firewall": { defaultAction: "Deny" },
    },
    value: "203.0.113.0/24",
    reaches: {
      "storage:StorageAccount dr-cache-2-account: networkRuleSet.ipRules[0].iPAddressOrRange":
        "203.0.113.0/24",
    },
  },
  {
    path: "additionalCacheStorage[].privateEndpoints[].name",
    given: {
      "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" },
      "additionalCacheStorage[0].privateEndpoints": [
        { subnetId: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/one` },
      ],
    },
    value: "other",
    reaches: { "network:PrivateEndpoint dr-cache-2-endpoint: privateEndpointName": "other" },
  },
  {
    path: "additionalCacheStorage[].privateEndpoints[].subnetId",
    given: {
      "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" },
      "additionalCacheStorage[0].privateEndpoints": [
        { subnetId: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/one` },
      ],
    },
    value: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/other`,
    reaches: {
      "network:PrivateEndpoint dr-cache-2-endpoint: subnet.id": `${providers}/Microsoft.Network/virtualNetworks/one/subnets/other`,
    },
  },
  {
    path: "additionalCacheStorage[].privateEndpoints[].privateDnsZoneIds[]",
    given: {
      "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" },
      "additionalCacheStorage[0].privateEndpoints": [
        { subnetId: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/one` },
      ],
    },
    value: `${providers}/Microsoft.Network/privateDnsZones/other`,
    appearing: ["network:PrivateDnsZoneGroup dr-cache-2-endpoint-dns"],
  },
  {
    path: "additionalCacheStorage[].minimumTlsVersion",
    given: { "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "TLS1_3",
    refusedAt: "additionalCacheStorage[0].minimumTlsVersion",
  },
  {
    path: "additionalCacheStorage[].publicBlobAccess",
    given: { "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" } },
    value: true,
    reaches: { "storage:StorageAccount dr-cache-2-account: allowBlobPublicAccess": true },
  },
  {
    path: "additionalCacheStorage[].blobSoftDelete",
    given: { "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" } },
    value: false,
    appearing: ["storage:BlobServiceProperties dr-cache-2-blobs"],
  },
  {
    path: "additionalCacheStorage[].hierarchicalNamespace",
    given: { "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" } },
    value: false,
    reaches: { "storage:StorageAccount dr-cache-2-account: isHnsEnabled": false },
  },
  {
    path: "additionalCacheStorage[].tags{}",
    given: { "additionalCacheStorage[0]": { name: "second", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "other",
    reaches: { "storage:StorageAccount dr-cache-2-account: tags.one": "other" },
  },
  {
    path: "additionalCacheStorage[].logStorage<id>.id",
    given: {
      "additionalCacheStorage[0]": {
        name: "second",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { id: `${providers}/Microsoft.Storage/storageAccounts/log` },
      },
    },
    value: `${providers}/Microsoft.Storage/storageAccounts/other`,
    reaches: {
      "storage:StorageAccount dr-cache-2-log: id": `${providers}/Microsoft.Storage/storageAccounts/other`,
      "authorization:RoleAssignment dr-vault-cache-3-contributor: scope": `${providers}/Microsoft.Storage/storageAccounts/other`,
      "authorization:RoleAssignment dr-vault-cache-3-blob-contributor: scope": `${providers}/Microsoft.Storage/storageAccounts/other`,
    },
  },
  {
    path: "additionalCacheStorage[].logStorage.name",
    given: {
      "additionalCacheStorage[0]": {
        name: "second",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { name: "secondlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "othername",
    reaches: { "storage:StorageAccount dr-cache-2-log: accountName": "othername" },
  },
  {
    path: "additionalCacheStorage[].logStorage.location",
    given: {
      "additionalCacheStorage[0]": {
        name: "second",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { name: "secondlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "uksouth",
    reaches: { "storage:StorageAccount dr-cache-2-log: location": "uksouth" },
  },
  {
    path: "additionalCacheStorage[].logStorage.kind",
    given: {
      "additionalCacheStorage[0]": {
        name: "second",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { name: "secondlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "Storage",
    reaches: { "storage:StorageAccount dr-cache-2-log: kind": "Storage" },
  },
  {
    path: "additionalCacheStorage[].logStorage.sku",
    given: {
      "additionalCacheStorage[0]": {
        name: "second",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { name: "secondlog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "Standard_ZRS",
    reaches: { "storage:StorageAccount dr-cache-2-log: sku.name": "Standard_ZRS" },
  },
];

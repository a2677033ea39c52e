import { providers } from "../documents";
import type { FieldRow } from "../row";

export const storageRows: readonly FieldRow[] = [
  {
    path: "cacheStorage<id>.id",
    given: { cacheStorage: { id: `${providers}/Microsoft.Storage/storageAccounts/one` } },
    value: `${providers}/Microsoft.Storage/storageAccounts/other`,
    reaches: {
      "storage:StorageAccount dr-cache-account: id": `${providers}/Microsoft.Storage/storageAccounts/other`,
      "authorization:RoleAssignment dr-vault-cache-contributor: scope": `${providers}/Microsoft.Storage/storageAccounts/other`,
      "authorization:RoleAssignment dr-vault-cache-blob-contributor: scope": `${providers}/Microsoft.Storage/storageAccounts/other`,
    },
  },
  {
    path: "cacheStorage<id>.logStorage<id>.id",
    given: {
      cacheStorage: {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { id: `${providers}/Microsoft.Storage/storageAccounts/log` },
      },
    },
    value: `${providers}/Microsoft.Storage/storageAccounts/other`,
    reaches: {
      "storage:StorageAccount dr-cache-log: id": `${providers}/Microsoft.Storage/storageAccounts/other`,
      "authorization:RoleAssignment dr-vault-cache-2-contributor: scope": `${providers}/Microsoft.Storage/storageAccounts/other`,
      "authorization:RoleAssignment dr-vault-cache-2-blob-contributor: scope": `${providers}/Microsoft.Storage/storageAccounts/other`,
    },
  },
  {
    path: "cacheStorage<id>.logStorage.name",
    given: {
      cacheStorage: {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { name: "cacheonelog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "othername",
    reaches: { "storage:StorageAccount dr-cache-log: accountName": "othername" },
  },
  {
    path: "cacheStorage<id>.logStorage.location",
    given: {
      cacheStorage: {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { name: "cacheonelog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "uksouth",
    reaches: { "storage:StorageAccount dr-cache-log: location": "uksouth" },
  },
  {
    path: "cacheStorage<id>.logStorage.kind",
    given: {
      cacheStorage: {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { name: "cacheonelog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "Storage",
    reaches: { "storage:StorageAccount dr-cache-log: kind": "Storage" },
  },
  {
    path: "cacheStorage<id>.logStorage.sku",
    given: {
      cacheStorage: {
        id: `${providers}/Microsoft.Storage/storageAccounts/one`,
        logStorage: { name: "cacheonelog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "Standard_ZRS",
    reaches: { "storage:StorageAccount dr-cache-log: sku.name": "Standard_ZRS" },
  },
  {
    path: "cacheStorage.name",
    given: { cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "othername",
    reaches: { "storage:StorageAccount dr-cache-account: accountName": "othername" },
  },
  {
    path: "cacheStorage.location",
    given: { cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "uksouth",
    reaches: { "storage:StorageAccount dr-cache-account: location": "uksouth" },
  },
  {
    path: "cacheStorage.kind",
    given: { cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "Storage",
    reaches: { "storage:StorageAccount dr-cache-account: kind": "Storage" },
  },
  {
    path: "cacheStorage.sku",
    given: { cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "Standard_ZRS",
    reaches: { "storage:StorageAccount dr-cache-account: sku.name": "Standard_ZRS" },
  },
  {
    path: "cacheStorage.accessTier",
    given: { cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "Hot",
    reaches: { "storage:StorageAccount dr-cache-account: accessTier": "Hot" },
  },
  {
    path: "cacheStorage.firewall.defaultAction",
    given: {
      cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" },
      "cacheStorage.firewall": { defaultAction: "Deny" },
    },
    value: "Allow",
    reaches: { "storage:StorageAccount dr-cache-account: networkRuleSet.defaultAction": "Allow" },
  },
  {
    path: "cacheStorage.firewall.bypass[]",
    given: {
      cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" },
      "cacheStorage.firewall": { defaultAction: "Deny" },
    },
    value: "Logging",
    reaches: { "storage:StorageAccount dr-cache-account: networkRuleSet.bypass": "Logging" },
  },
  {
    path: "cacheStorage.firewall.subnetIds[]",
    given: {
      cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" },
      "cacheStorage.firewall": { defaultAction: "Deny" },
    },
    value: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/other`,
    reaches: {
      "storage:StorageAccount dr-cache-account: networkRuleSet.virtualNetworkRules[0].virtualNetworkResourceId": `${providers}/Microsoft.Network/virtualNetworks/one/subnets/other`,
    },
  },
  {
    path: "cacheStorage.firewall.ipRules[]",
    given: {
      cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" },
      "cacheStorage.firewall": { defaultAction: "Deny" },
    },
    value: "203.0.113.0/24",
    reaches: {
      "storage:StorageAccount dr-cache-account: networkRuleSet.ipRules[0].iPAddressOrRange": "203.0.113.0/24",
    },
  },
  {
    path: "cacheStorage.privateEndpoints[].name",
    given: {
      cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" },
      "cacheStorage.privateEndpoints": [
        { subnetId: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/one` },
      ],
    },
    value: "other",
    reaches: { "network:PrivateEndpoint dr-cache-endpoint: privateEndpointName": "other" },
  },
  {
    path: "cacheStorage.privateEndpoints[].subnetId",
    given: {
      cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" },
      "cacheStorage.privateEndpoints": [
        { subnetId: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/one` },
      ],
    },
    value: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/other`,
    reaches: {
      "network:PrivateEndpoint dr-cache-endpoint: subnet.id": `${providers}/Microsoft.Network/virtualNetworks/one/subnets/other`,
    },
  },
  {
    path: "cacheStorage.privateEndpoints[].privateDnsZoneIds[]",
    given: {
      cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" },
      "cacheStorage.privateEndpoints": [
        { subnetId: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/one` },
      ],
    },
    value: `${providers}/Microsoft.Network/privateDnsZones/other`,
    appearing: ["network:PrivateDnsZoneGroup dr-cache-endpoint-dns"],
  },
  {
    path: "cacheStorage.minimumTlsVersion",
    given: { cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "TLS1_3",
    refusedAt: "cacheStorage.minimumTlsVersion",
  },
  {
    path: "cacheStorage.publicBlobAccess",
    given: { cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" } },
    value: true,
    reaches: { "storage:StorageAccount dr-cache-account: allowBlobPublicAccess": true },
  },
  {
    path: "cacheStorage.blobSoftDelete",
    given: { cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" } },
    value: false,
    appearing: ["storage:BlobServiceProperties dr-cache-blobs"],
  },
  {
    path: "cacheStorage.hierarchicalNamespace",
    given: { cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" } },
    value: false,
    reaches: { "storage:StorageAccount dr-cache-account: isHnsEnabled": false },
  },
  {
    path: "cacheStorage.tags{}",
    given: { cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" } },
    value: "other",
    reaches: { "storage:StorageAccount dr-cache-account: tags.one": "other" },
  },
  {
    path: "cacheStorage.logStorage<id>.id",
    given: {
      cacheStorage: {
        name: "cacheone",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { id: `${providers}/Microsoft.Storage/storageAccounts/log` },
      },
    },
    value: `${providers}/Microsoft.Storage/storageAccounts/other`,
    reaches: {
      "storage:StorageAccount dr-cache-log: id": `${providers}/Microsoft.Storage/storageAccounts/other`,
      "authorization:RoleAssignment dr-vault-cache-2-contributor: scope": `${providers}/Microsoft.Storage/storageAccounts/other`,
      "authorization:RoleAssignment dr-vault-cache-2-blob-contributor: scope": `${providers}/Microsoft.Storage/storageAccounts/other`,
    },
  },
  {
    path: "cacheStorage.logStorage.name",
    given: {
      cacheStorage: {
        name: "cacheone",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { name: "cacheonelog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "othername",
    reaches: { "storage:StorageAccount dr-cache-log: accountName": "othername" },
  },
  {
    path: "cacheStorage.logStorage.location",
    given: {
      cacheStorage: {
        name: "cacheone",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { name: "cacheonelog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "uksouth",
    reaches: { "storage:StorageAccount dr-cache-log: location": "uksouth" },
  },
  {
    path: "cacheStorage.logStorage.kind",
    given: {
      cacheStorage: {
        name: "cacheone",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { name: "cacheonelog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "Storage",
    reaches: { "storage:StorageAccount dr-cache-log: kind": "Storage" },
  },
  {
    path: "cacheStorage.logStorage.sku",
    given: {
      cacheStorage: {
        name: "cacheone",
        kind: "StorageV2",
        sku: "Standard_LRS",
        logStorage: { name: "cacheonelog", kind: "StorageV2", sku: "Standard_LRS" },
      },
    },
    value: "Standard_ZRS",
    reaches: { "storage:StorageAccount dr-cache-log: sku.name": "Standard_ZRS" },
  },
];

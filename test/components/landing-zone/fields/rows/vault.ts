import { providers } from "../documents";
import type { FieldRow } from "../row";

export const vaultRows: readonly FieldRow[] = [
  {
    path: "vault<id>.id",
    given: { vault: { id: `${providers}/Microsoft.RecoveryServices/vaults/rsv` } },
    value: `${providers}/Microsoft.RecoveryServices/vaults/other`,
    reaches: {
      "recoveryservices:Vault dr-vault-vault: id": `${providers}/Microsoft.RecoveryServices/vaults/other`,
      "monitor:DiagnosticSetting dr-vault-diagnostics: resourceUri": `${providers}/Microsoft.RecoveryServices/vaults/other`,
      "ReplicationFabric dr-replication-fabric: vaultId": `${providers}/Microsoft.RecoveryServices/vaults/other`,
    },
  },
  {
    path: "vault.name",
    value: "other",
    reaches: { "recoveryservices:Vault dr-vault-vault: vaultName": "other" },
  },
  {
    path: "vault.location",
    value: "northeurope",
    reaches: {
      "recoveryservices:Vault dr-vault-vault: location": "northeurope",
      "output: vaultLocation": "northeurope",
    },
  },
  {
    path: "vault.sku.name",
    value: "Standard",
    reaches: { "recoveryservices:Vault dr-vault-vault: sku.name": "Standard" },
  },
  {
    path: "vault.sku.tier",
    given: { "vault.sku.name": "RS0" },
    value: "Premium",
    reaches: { "recoveryservices:Vault dr-vault-vault: sku.tier": "Premium" },
  },
  {
    path: "vault.identity",
    value: "none",
    reaches: { "recoveryservices:Vault dr-vault-vault: identity.type": "None" },
    disappearing: [
      "authorization:RoleAssignment dr-vault-cache-contributor",
      "authorization:RoleAssignment dr-vault-cache-blob-contributor",
    ],
  },
  {
    path: "vault.userAssignedIdentityIds[]",
    given: {
      "vault.identity": "system-and-user",
      "vault.userAssignedIdentityIds": [`${providers}/Microsoft.ManagedIdentity/userAssignedIdentities/one`],
    },
    value: `${providers}/Microsoft.ManagedIdentity/userAssignedIdentities/other`,
    reaches: {
      "recoveryservices:Vault dr-vault-vault: identity.userAssignedIdentities[0]": `${providers}/Microsoft.ManagedIdentity/userAssignedIdentities/other`,
    },
  },
  {
    path: "vault.publicNetworkAccess",
    value: false,
    reaches: { "recoveryservices:Vault dr-vault-vault: properties.publicNetworkAccess": "Disabled" },
  },
  {
    path: "vault.privateEndpoints[].name",
    given: {
      "vault.privateEndpoints": [
        { subnetId: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/one` },
      ],
    },
    value: "other",
    reaches: { "network:PrivateEndpoint dr-vault-endpoint: privateEndpointName": "other" },
  },
  {
    path: "vault.privateEndpoints[].subnetId",
    given: {
      "vault.privateEndpoints": [
        { subnetId: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/one` },
      ],
    },
    value: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/other`,
    reaches: {
      "network:PrivateEndpoint dr-vault-endpoint: subnet.id": `${providers}/Microsoft.Network/virtualNetworks/one/subnets/other`,
    },
  },
  {
    path: "vault.privateEndpoints[].privateDnsZoneIds[]",
    given: {
      "vault.privateEndpoints": [
        { subnetId: `${providers}/Microsoft.Network/virtualNetworks/one/subnets/one` },
      ],
    },
    value: `${providers}/Microsoft.Network/privateDnsZones/other`,
    appearing: ["network:PrivateDnsZoneGroup dr-vault-endpoint-dns"],
  },
  {
    path: "vault.immutability",
    value: "Unlocked",
    reaches: {
      "recoveryservices:Vault dr-vault-vault: properties.securitySettings.immutabilitySettings.state":
        "Unlocked",
    },
  },
  {
    path: "vault.storageRedundancy",
    value: "LocallyRedundant",
    reaches: {
      "recoveryservices:Vault dr-vault-vault: properties.redundancySettings.standardTierStorageRedundancy":
        "LocallyRedundant",
    },
  },
  {
    path: "vault.crossRegionRestore",
    given: { "vault.storageRedundancy": "GeoRedundant" },
    value: true,
    reaches: {
      "recoveryservices:Vault dr-vault-vault: properties.redundancySettings.crossRegionRestore": "Enabled",
    },
  },
  {
    path: "vault.tags{}",
    value: "other",
    reaches: {
      "recoveryservices:Vault dr-vault-vault: tags.one": "other",
      "operationalinsights:Workspace dr-vault-workspace: tags.one": "other",
    },
  },
];

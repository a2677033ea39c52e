import { expect } from "vitest";
import { RecoveryVault } from "../../../../components";
import type { ComponentInputs } from "../row";
import { accountId, identityId, vaultId, workspaceId } from "./ids";
import { judgedBy } from "./judged";
import { endpoint, link, privateEndpoints, withZone, zone, zoneGroup } from "./private-endpoints";

const vault = "recoveryservices:Vault dr-vault";
const workspace = "operationalinsights:Workspace dr-workspace";
const setting = "monitor:DiagnosticSetting dr-diagnostics";
const identity = "managedidentity:UserAssignedIdentity dr-identity";
const role = "authorization:RoleAssignment dr-cache";

const existing = { resourceGroupName: undefined, location: undefined, "diagnostics.enabled": false };
const withIdentity = { createUserAssignedIdentity: true };
const withKey = { "encryption.keyUri": "https://one.vault.azure.net/keys/one" };
const withAccess = { "cacheAccess[0].storageAccountId": accountId("one") };
const softDelete = { "softDelete.state": "Enabled" };

export const recoveryVault: ComponentInputs = {
  component: "RecoveryVault",
  create: (name, args, opts) => new RecoveryVault(name, args, opts),
  plain: { resourceGroupName: "rg", location: "westeurope" },
  everything: { ...withIdentity, ...withZone, ...withAccess },
  rows: [
    ...judgedBy("vmware-to-azure"),
    {
      path: "vaultId",
      value: vaultId("other"),
      given: { ...existing, vaultId: vaultId("one") },
      reaches: `${vault}: id`,
    },
    { path: "vaultName", value: "other", reaches: `${vault}: vaultName` },
    {
      path: "resourceGroupName",
      value: "other",
      given: { ...withIdentity, ...withZone },
      reaches: [vault, workspace, identity, endpoint, zoneGroup, zone, link].map(
        (resource) => `${resource}: resourceGroupName`,
      ),
    },
    {
      path: "location",
      value: "northeurope",
      given: { ...withIdentity, ...withZone },
      reaches: [vault, workspace, identity, endpoint].map((resource) => `${resource}: location`),
    },
    { path: "skuName", value: "Standard", reaches: `${vault}: sku.name` },
    { path: "skuTier", value: "Premium", reaches: `${vault}: sku.tier` },
    {
      path: "systemAssignedIdentity",
      value: false,
      reaches: { [`${vault}: identity.type`]: "None" },
    },
    {
      path: "userAssignedIdentityIds[]",
      value: identityId("other"),
      reaches: {
        [`${vault}: identity.type`]: "SystemAssigned, UserAssigned",
        [`${vault}: identity.userAssignedIdentities[0]`]: identityId("other"),
      },
    },
    {
      path: "createUserAssignedIdentity",
      value: true,
      reaches: {
        [`${vault}: identity.type`]: "SystemAssigned, UserAssigned",
        [`${vault}: identity.userAssignedIdentities[0]`]: expect.stringContaining("/dr-identity") as unknown,
      },
      appearing: [identity],
    },
    {
      path: "userAssignedIdentityName",
      value: "other",
      given: withIdentity,
      reaches: `${identity}: resourceName`,
    },
    { path: "userAssignedIdentityName", value: "other", refusedAt: "userAssignedIdentityName" },
    {
      path: "publicNetworkAccess",
      value: false,
      default: /else (true|false)/,
      reaches: { [`${vault}: properties.publicNetworkAccess`]: "Disabled" },
    },
    {
      path: "publicNetworkAccess",
      value: true,
      given: withZone,
      reaches: { [`${vault}: properties.publicNetworkAccess`]: "Enabled" },
    },
    {
      path: "immutability",
      value: "Unlocked",
      reaches: `${vault}: properties.securitySettings.immutabilitySettings.state`,
    },
    {
      path: "storageRedundancy",
      value: "ZoneRedundant",
      reaches: `${vault}: properties.redundancySettings.standardTierStorageRedundancy`,
    },
    {
      path: "crossRegionRestore",
      value: true,
      reaches: { [`${vault}: properties.redundancySettings.crossRegionRestore`]: "Enabled" },
    },
    {
      path: "softDelete.state",
      value: "AlwaysON",
      given: softDelete,
      reaches: `${vault}: properties.securitySettings.softDeleteSettings.softDeleteState`,
    },
    {
      path: "softDelete.retentionInDays",
      value: 30,
      given: softDelete,
      reaches: `${vault}: properties.securitySettings.softDeleteSettings.softDeleteRetentionPeriodInDays`,
    },
    {
      path: "encryption.keyUri",
      value: "https://other.vault.azure.net/keys/other",
      given: withKey,
      reaches: `${vault}: properties.encryption.keyVaultProperties.keyUri`,
    },
    {
      path: "encryption.userAssignedIdentityId",
      value: identityId("other"),
      given: withKey,
      reaches: {
        [`${vault}: properties.encryption.kekIdentity.userAssignedIdentity`]: identityId("other"),
        [`${vault}: properties.encryption.kekIdentity.useSystemAssignedIdentity`]: false,
      },
    },
    {
      path: "encryption.infrastructureEncryption",
      value: true,
      given: withKey,
      reaches: { [`${vault}: properties.encryption.infrastructureEncryption`]: "Enabled" },
    },
    {
      path: "alerts",
      value: false,
      reaches: Object.fromEntries(
        ["JobFailures", "ReplicationIssues", "FailoverIssues"].map((what) => [
          `${vault}: properties.monitoringSettings.azureMonitorAlertSettings.alertsForAll${what}`,
          "Disabled",
        ]),
      ),
    },
    { path: "diagnostics.enabled", value: false, disappearing: [workspace, setting] },
    ...["workspaceId", "workspaceName", "categories", "settingName"].map((name) => ({
      path: name === "categories" ? "diagnostics.categories[]" : `diagnostics.${name}`,
      value: "other",
      given: { "diagnostics.enabled": false },
      refusedAt: `diagnostics.${name}`,
    })),
    {
      path: "diagnostics.workspaceId",
      value: workspaceId("other"),
      given: { "diagnostics.workspaceId": workspaceId("one") },
      reaches: `${setting}: workspaceId`,
    },
    { path: "diagnostics.workspaceName", value: "other", reaches: `${workspace}: workspaceName` },
    {
      path: "diagnostics.workspaceResourceGroupName",
      value: "other",
      reaches: `${workspace}: resourceGroupName`,
    },
    { path: "diagnostics.workspaceLocation", value: "northeurope", reaches: `${workspace}: location` },
    { path: "diagnostics.workspaceSku", value: "Free", reaches: `${workspace}: sku.name` },
    { path: "diagnostics.retentionInDays", value: 60, reaches: `${workspace}: retentionInDays` },
    { path: "diagnostics.workspaceTags{}", value: "other", reaches: `${workspace}: tags.one` },
    {
      path: "diagnostics.categories[]",
      value: "AzureSiteRecoveryEvents",
      given: { "diagnostics.categories": ["AzureSiteRecoveryJobs"] },
      reaches: `${setting}: logs[0].category`,
    },
    { path: "diagnostics.settingName", value: "other", reaches: `${setting}: name` },
    ...privateEndpoints,
    {
      path: "cacheAccess[].storageAccountId",
      value: accountId("other"),
      given: withAccess,
      reaches: [`${role}-contributor: scope`, `${role}-blob-contributor: scope`],
    },
    {
      path: "cacheAccess[].premium",
      value: true,
      given: withAccess,
      appearing: [`${role}-blob-owner`],
      disappearing: [`${role}-blob-contributor`],
    },
    {
      path: "tags{}",
      value: "other",
      given: { ...withIdentity, ...withZone },
      reaches: [vault, workspace, identity, endpoint, zone, link].map((resource) => `${resource}: tags.one`),
    },
    {
      path: "keepVersionAliases",
      value: true,
      given: { "diagnostics.enabled": false },
      reaches: "version aliases: azure-native:recoveryservices:Vault",
    },
  ],
};

import type * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import type * as pulumi from "@pulumi/pulumi";
import { mapped } from "../inputs/pending";
import type { RecoveryVaultArgs } from "./recovery-vault";

/** One pair of name and tier: mixing the spellings of the API shows as a difference that never goes away. */
const sku = { name: "RS0", tier: "Standard" } as const;

/** Inputs of a new vault. */
export function vaultInputs(
  name: string,
  args: RecoveryVaultArgs,
  ownIdentityId?: pulumi.Input<string>,
): recoveryservices.VaultArgs {
  return {
    vaultName: args.vaultName ?? `rsv-${name}`,
    resourceGroupName: args.resourceGroupName ?? "",
    location: args.location,
    sku: { name: args.skuName ?? sku.name, tier: args.skuTier ?? sku.tier },
    identity: identityInputs(args, ownIdentityId),
    properties: {
      publicNetworkAccess: mapped(
        args.publicNetworkAccess ?? (args.privateEndpoints ?? []).length === 0,
        enabled,
      ),
      monitoringSettings: { azureMonitorAlertSettings: alertSettings(args.alerts ?? true) },
      ...(args.storageRedundancy === undefined && args.crossRegionRestore === undefined
        ? {}
        : {
            redundancySettings: {
              ...(args.storageRedundancy === undefined
                ? {}
                : { standardTierStorageRedundancy: args.storageRedundancy }),
              ...(args.crossRegionRestore === undefined
                ? {}
                : { crossRegionRestore: mapped(args.crossRegionRestore, enabled) }),
            },
          }),
      ...securitySettings(args),
      ...encryption(args),
    },
    ...(args.tags === undefined ? {} : { tags: args.tags }),
  };
}

function identityInputs(
  args: RecoveryVaultArgs,
  ownIdentityId: pulumi.Input<string> | undefined,
): recoveryservices.VaultArgs["identity"] {
  const listed = args.userAssignedIdentityIds;
  const user = listed !== undefined || ownIdentityId !== undefined;
  return {
    type: mapped(args.systemAssignedIdentity ?? true, (system) =>
      system ? (user ? "SystemAssigned, UserAssigned" : "SystemAssigned") : user ? "UserAssigned" : "None",
    ),
    ...(user
      ? {
          userAssignedIdentities: mapped([listed ?? [], ownIdentityId ?? ""], ([ids, own]) =>
            [...(ids as string[]), own as string].filter((id) => id !== ""),
          ),
        }
      : {}),
  };
}

function securitySettings(args: RecoveryVaultArgs): Pick<Properties, "securitySettings"> {
  if (args.immutability === undefined && args.softDelete === undefined) return {};
  const { softDelete } = args;
  return {
    securitySettings: {
      ...(args.immutability === undefined ? {} : { immutabilitySettings: { state: args.immutability } }),
      ...(softDelete === undefined
        ? {}
        : {
            softDeleteSettings: {
              softDeleteState: softDelete.state,
              ...(softDelete.retentionInDays === undefined
                ? {}
                : { softDeleteRetentionPeriodInDays: softDelete.retentionInDays }),
            },
          }),
    },
  };
}

function encryption(args: RecoveryVaultArgs): Pick<Properties, "encryption"> {
  if (args.encryption === undefined) return {};
  const { keyUri, userAssignedIdentityId, infrastructureEncryption } = args.encryption;
  return {
    encryption: {
      keyVaultProperties: { keyUri },
      kekIdentity:
        userAssignedIdentityId === undefined
          ? { useSystemAssignedIdentity: true }
          : { useSystemAssignedIdentity: false, userAssignedIdentity: userAssignedIdentityId },
      infrastructureEncryption: mapped(infrastructureEncryption ?? false, enabled),
    },
  };
}

function alertSettings(on: pulumi.Input<boolean>) {
  const state = mapped(on, enabled);
  return {
    alertsForAllJobFailures: state,
    alertsForAllReplicationIssues: state,
    alertsForAllFailoverIssues: state,
  };
}

function enabled(on: boolean): "Enabled" | "Disabled" {
  return on ? "Enabled" : "Disabled";
}

type Properties = Extract<
  NonNullable<recoveryservices.VaultArgs["properties"]>,
  { publicNetworkAccess?: unknown }
>;

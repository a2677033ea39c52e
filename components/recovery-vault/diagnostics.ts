import * as monitor from "@pulumi/azure-native/monitor";
import * as operationalinsights from "@pulumi/azure-native/operationalinsights";
import type * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import * as pulumi from "@pulumi/pulumi";
import type { RecoveryVaultArgs } from "./recovery-vault";

/** Where the Site Recovery logs of a vault go. */
export interface VaultDiagnosticsArgs {
  /** False: no diagnostic setting and no workspace. Default: true. */
  enabled?: boolean;
  /** Id of an existing Log Analytics workspace. */
  workspaceId?: pulumi.Input<string>;
  /** Name of a new workspace. Default: `log-<name>`. */
  workspaceName?: pulumi.Input<string>;
  /** Resource group of a new workspace. Default: that of the component. */
  workspaceResourceGroupName?: pulumi.Input<string>;
  /** Region of a new workspace. Default: the vault's. */
  workspaceLocation?: pulumi.Input<string>;
  /** SKU of a new workspace. Default: `PerGB2018`. */
  workspaceSku?: pulumi.Input<string>;
  /** Days that a new workspace keeps the logs. Default: 30. */
  retentionInDays?: pulumi.Input<number>;
  /** Tags of a new workspace besides those of the component. Default: none. */
  workspaceTags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /** Log categories. Default: all seven of Site Recovery. */
  categories?: pulumi.Input<string>[];
  /** Name of the diagnostic setting. Default: `site-recovery`. */
  settingName?: pulumi.Input<string>;
}

/**
 * The log categories of a vault that belong to Site Recovery.
 *
 * @see https://learn.microsoft.com/azure/site-recovery/monitor-site-recovery-reference
 */
export const siteRecoveryLogCategories = [
  "AzureSiteRecoveryJobs",
  "AzureSiteRecoveryEvents",
  "AzureSiteRecoveryReplicatedItems",
  "AzureSiteRecoveryReplicationStats",
  "AzureSiteRecoveryRecoveryPoints",
  "AzureSiteRecoveryReplicationDataUploadRate",
  "AzureSiteRecoveryProtectedDiskDataChurn",
] as const;

const defaultRetentionInDays = 30;

/** The diagnostic setting of a vault and its workspace; the workspace's id, undefined where both are off. */
export function vaultDiagnostics(
  name: string,
  vault: recoveryservices.Vault,
  args: RecoveryVaultArgs,
  own: pulumi.CustomResourceOptions,
): pulumi.Output<string | undefined> {
  const diagnostics = args.diagnostics ?? {};
  if (diagnostics.enabled === false) return pulumi.output(undefined);
  const workspaceId =
    diagnostics.workspaceId ??
    new operationalinsights.Workspace(
      `${name}-workspace`,
      {
        workspaceName: diagnostics.workspaceName ?? `log-${name}`,
        resourceGroupName: diagnostics.workspaceResourceGroupName ?? args.resourceGroupName ?? "",
        location: diagnostics.workspaceLocation ?? args.location ?? vault.location,
        sku: { name: diagnostics.workspaceSku ?? "PerGB2018" },
        retentionInDays: diagnostics.retentionInDays ?? defaultRetentionInDays,
        ...workspaceTags(args.tags, diagnostics.workspaceTags),
      },
      own,
    ).id;
  new monitor.DiagnosticSetting(
    `${name}-diagnostics`,
    {
      name: diagnostics.settingName ?? "site-recovery",
      resourceUri: vault.id,
      workspaceId,
      logs: (diagnostics.categories ?? siteRecoveryLogCategories).map((category) => ({
        category,
        enabled: true,
      })),
    },
    own,
  );
  return pulumi.output(workspaceId);
}

type Tags = RecoveryVaultArgs["tags"];

/** Tags of the component and of the workspace in one. */
function workspaceTags(common: Tags, own: Tags): { readonly tags?: NonNullable<Tags> } {
  if (own === undefined) return common === undefined ? {} : { tags: common };
  return { tags: pulumi.all([common ?? {}, own]).apply(([all, more]) => ({ ...all, ...more })) };
}

import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import * as pulumi from "@pulumi/pulumi";
import { documentedLimits, type DocumentedLimitsArgs } from "../limits/documented-limits";
import type { SoftDeleteState, VaultImmutability, VaultRedundancy } from "../enumerations";
import { checkedInputs, throwProblems, type SeenInputs } from "../inputs/input-problems";
import { judgedScope, type JudgedScope } from "../limits/judged-scope";
import { vaultFindings, allProblems } from "./checks";
import { vaultDiagnostics, type VaultDiagnosticsArgs } from "./diagnostics";
import { vaultInputs } from "./inputs";
import { vaultPrivateEndpoints, type VaultPrivateEndpointArgs } from "./private-endpoints";
import { grantCacheAccess, type CacheAccessArgs } from "./roles";
import { withoutVersionAliases } from "../inputs/version-aliases";

/** Soft delete of what the vault stores. Sent only when given: newer subscriptions refuse to change it. */
export interface VaultSoftDeleteArgs {
  /** Whether it is on, off, or on for good. */
  state: pulumi.Input<SoftDeleteState>;
  /** Days that deleted backup items are kept. */
  retentionInDays?: pulumi.Input<number>;
}

/** Encryption of the vault by a key of one's own. */
export interface VaultEncryptionArgs {
  /** Identifier of the key in Azure Key Vault. */
  keyUri: pulumi.Input<string>;
  /** Id of the user-assigned identity that may use the key. Default: the system-assigned identity. */
  userAssignedIdentityId?: pulumi.Input<string>;
  /** Second layer of encryption; only at creation. Default: false. */
  infrastructureEncryption?: pulumi.Input<boolean>;
}

export interface RecoveryVaultArgs extends DocumentedLimitsArgs {
  /** Id of an existing vault to use instead of a new one; the arguments of a new one are then left out. */
  vaultId?: pulumi.Input<string>;
  /** Resource group of a new vault, and of what the component creates beside it. */
  resourceGroupName?: pulumi.Input<string>;
  /** Region of a new vault, such as `westeurope`. */
  location?: pulumi.Input<string>;
  /** Default: `rsv-<name>`. */
  vaultName?: pulumi.Input<string>;
  /** Default: `RS0`. */
  skuName?: pulumi.Input<string>;
  /** Default: `Standard`. */
  skuTier?: pulumi.Input<string>;
  /** System-assigned identity; needed for role assignments and private endpoints. Default: true. */
  systemAssignedIdentity?: pulumi.Input<boolean>;
  /** Ids of user-assigned identities. */
  userAssignedIdentityIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** True: creates a user-assigned identity for the vault. Default: false. */
  createUserAssignedIdentity?: boolean;
  /** Default: `id-<name>`. */
  userAssignedIdentityName?: pulumi.Input<string>;
  /**
   * Access from public networks. Default: false with private endpoints, else true, because appliances,
   * configuration servers and Mobility agents then reach the vault no other way.
   */
  publicNetworkAccess?: pulumi.Input<boolean>;
  /** Sent only when given. */
  immutability?: pulumi.Input<VaultImmutability>;
  /** Redundancy of backups. Sent only when given; set it here or through the backup API, never both. */
  storageRedundancy?: pulumi.Input<VaultRedundancy>;
  /** Restore of backups in the paired region. Sent only when given. */
  crossRegionRestore?: pulumi.Input<boolean>;
  /** Soft delete of what the vault stores. Sent only when given. */
  softDelete?: VaultSoftDeleteArgs;
  /** Encryption by a key of one's own. Default: by a key of the platform. */
  encryption?: VaultEncryptionArgs;
  /** Alerts of Azure Monitor for failed jobs, replication issues and failover issues. Default: true. */
  alerts?: pulumi.Input<boolean>;
  /** Where the Site Recovery logs go. Default: a new Log Analytics workspace. */
  diagnostics?: VaultDiagnosticsArgs;
  /**
   * Private endpoints of the sub-resource `AzureSiteRecovery`. They must stand before the first machine is
   * protected, and each of them needs a private DNS zone of its own.
   */
  privateEndpoints?: VaultPrivateEndpointArgs[];
  /** Storage accounts that the vault's identity may use for replication. */
  cacheAccess?: CacheAccessArgs[];
  /** Tags of every resource that takes tags. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /** Keeps the aliases that azure-native adds for its other API versions. Default: false. */
  keepVersionAliases?: boolean;
}

/**
 * A Recovery Services vault for Site Recovery with its identity, its logs and its rights on cache accounts. Management
 * locks are `RecoveryLock`'s, because they have to come after everything that is put into the vault.
 */
export class RecoveryVault extends pulumi.ComponentResource {
  /** Id of the vault. */
  public readonly vaultId!: pulumi.Output<string>;
  /** Name of the vault. */
  public readonly vaultName!: pulumi.Output<string>;
  /** Region of the vault. */
  public readonly location!: pulumi.Output<string>;
  /** Object id of the system-assigned identity, where there is one. */
  public readonly principalId!: pulumi.Output<string | undefined>;
  /** Id of the user-assigned identity that the component created, where it did. */
  public readonly userAssignedIdentityId!: pulumi.Output<string | undefined>;
  /** Id of the Log Analytics workspace of the logs, where they are on. */
  public readonly workspaceId!: pulumi.Output<string | undefined>;
  /** By which documents the component was judged. */
  public readonly scope!: pulumi.Output<JudgedScope | undefined>;

  /** @throws pulumi.InputPropertiesError naming every unusable argument. */
  constructor(name: string, args: RecoveryVaultArgs, opts?: pulumi.ComponentResourceOptions) {
    const limits = documentedLimits(args);
    const check = (seen: SeenInputs) => allProblems(limits, seen);
    const checked = checkedInputs(`RecoveryVault ${name}`, args, check);
    throwProblems(`RecoveryVault ${name}`, checked.problems);

    super(
      "azure-siterecovery:index:RecoveryVault",
      name,
      {},
      withoutVersionAliases(opts, args.keepVersionAliases),
    );
    for (const warning of vaultFindings(limits, { ...args }).warnings) {
      void pulumi.log.warn(`${warning.propertyPath}: ${warning.reason}`, this);
    }

    const inputs = checked.inputs;
    const own = { parent: this };
    const identity =
      inputs.createUserAssignedIdentity === true
        ? new managedidentity.UserAssignedIdentity(
            `${name}-identity`,
            {
              resourceName: inputs.userAssignedIdentityName ?? `id-${name}`,
              resourceGroupName: inputs.resourceGroupName ?? "",
              ...(inputs.location === undefined ? {} : { location: inputs.location }),
              ...(inputs.tags === undefined ? {} : { tags: inputs.tags }),
            },
            own,
          )
        : undefined;
    const vault =
      inputs.vaultId === undefined
        ? new recoveryservices.Vault(`${name}-vault`, vaultInputs(name, inputs, identity?.id), own)
        : recoveryservices.Vault.get(`${name}-vault`, inputs.vaultId, own);

    this.vaultName = vault.name;
    this.location = vault.location;
    this.principalId = vault.identity.apply((held) => held?.principalId);
    this.userAssignedIdentityId = identity?.id ?? pulumi.output(undefined);
    // An existing vault is known only once it is read: its id is not handed on before the rules agree.
    this.vaultId =
      inputs.vaultId === undefined
        ? vault.id
        : pulumi.all([vault.id, vault.location]).apply(([id, location]) => {
            throwProblems(`RecoveryVault ${name}`, vaultFindings(limits, { ...args, location }).errors);
            return id;
          });
    this.workspaceId = vaultDiagnostics(name, vault, inputs, own);
    vaultPrivateEndpoints(name, vault, inputs, own);
    grantCacheAccess(name, this.principalId, inputs.cacheAccess ?? [], own);
    this.scope = pulumi.output(judgedScope(limits));
    this.registerOutputs({
      vaultId: this.vaultId,
      vaultName: this.vaultName,
      location: this.location,
      principalId: this.principalId,
      userAssignedIdentityId: this.userAssignedIdentityId,
      workspaceId: this.workspaceId,
      scope: this.scope,
    });
  }
}

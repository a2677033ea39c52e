import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";
import { allProblems, cacheStorageFindings, withDefaults } from "./checks";
import { cacheAccountInputs, logAccountInputs } from "./inputs";
import { storagePrivateEndpoints, type StoragePrivateEndpointArgs } from "./private-endpoints";
import { documentedLimits, type DocumentedLimitsArgs } from "../limits/documented-limits";
import type { StorageRole } from "../enumerations";
import { checkedInputs, throwProblems, type SeenInputs } from "../inputs/input-problems";
import { judgedScope, type JudgedScope } from "../limits/judged-scope";
import { withoutVersionAliases } from "../inputs/version-aliases";

/** Who may reach a storage account besides what its keys and roles allow. */
export interface StorageFirewallArgs {
  /** `Allow` or `Deny` for everybody not named. Default: `Deny`. */
  defaultAction?: pulumi.Input<string>;
  /** Azure services let through: `AzureServices`, `Logging`, `Metrics` or `None`. Default: `AzureServices`, which the vault needs. */
  bypass?: pulumi.Input<pulumi.Input<string>[]>;
  /** Ids of subnets let in. */
  subnetIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** Public IPv4 addresses or ranges let in, such as those of the process server. */
  ipRanges?: pulumi.Input<pulumi.Input<string>[]>;
}

/** The standard account for replication logs that stands beside a premium replication account. */
export interface LogStorageArgs {
  /** Id of an existing account to use. */
  accountId?: pulumi.Input<string>;
  /** Default: derived from the component's name. */
  accountName?: pulumi.Input<string>;
  /** Default: that of the replication account. */
  kind?: pulumi.Input<string>;
  /** Default: `Standard_LRS`. */
  sku?: pulumi.Input<string>;
  /** Default: the replication account's region. */
  location?: pulumi.Input<string>;
}

export interface CacheStorageArgs extends DocumentedLimitsArgs {
  /** Id of an existing account to use instead of a new one; the arguments of a new one are then left out. */
  accountId?: pulumi.Input<string>;
  /** Resource group of a new account, and of private endpoints. Required unless `accountId` alone is given. */
  resourceGroupName?: pulumi.Input<string>;
  /** Region of a new account, such as `westeurope`, and of private endpoints. Required unless `accountId` alone is given. */
  location?: pulumi.Input<string>;
  /** Default: derived from the component's name. */
  accountName?: pulumi.Input<string>;
  /** ARM kind. Default: the newest kind that the edition and scenario accept (`StorageV2`, else `Storage`). */
  kind?: pulumi.Input<string>;
  /** ARM SKU name. Default: `Standard_LRS`. */
  sku?: pulumi.Input<string>;
  /** `Hot`, `Cool`, `Cold` or `Premium`. Default: what the service takes for the kind. */
  accessTier?: pulumi.Input<string>;
  /** What replication uses it for. Default: `cache`, or `replication` in the classic experience. */
  role?: StorageRole;
  /** Default: no firewall. Replicating machines write to the account from wherever they are. */
  firewall?: StorageFirewallArgs;
  /**
   * Private endpoints of the account's blobs. Documented for general purpose v2 accounts, and optional: without one
   * replication data goes to the account's public address.
   */
  privateEndpoints?: StoragePrivateEndpointArgs[];
  /** Default: `TLS1_2`. */
  minimumTlsVersion?: pulumi.Input<string>;
  /** Anonymous read access to blobs. Default: false. */
  publicBlobAccess?: pulumi.Input<boolean>;
  /** Access by account key and SAS. Default: true; replication over public endpoints uses SAS. */
  sharedKeyAccess?: pulumi.Input<boolean>;
  /** Soft delete of blobs; sent only when given. */
  blobSoftDelete?: pulumi.Input<boolean>;
  /** Hierarchical namespace (Data Lake); sent only when given. */
  hierarchicalNamespace?: pulumi.Input<boolean>;
  /**
   * Account for replication logs. Default: a new standard account where the replication account is premium,
   * none otherwise.
   */
  logAccount?: LogStorageArgs;
  /** False: no log account, even beside a premium account. Default: true. */
  createLogAccount?: boolean;
  /** Region of the vault, for the rules about both. */
  vaultLocation?: pulumi.Input<string>;
  /** Tags of every account. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /** Keeps the aliases that azure-native adds for its other API versions. Default: false. */
  keepVersionAliases?: boolean;
}

/**
 * The storage account that replication writes through: cache account, or replication account of the
 * classic experience with its log account. TLS 1.2, https only, no anonymous access.
 */
export class CacheStorage extends pulumi.ComponentResource {
  /** Id of the account. */
  public readonly accountId!: pulumi.Output<string>;
  /** Name of the account. */
  public readonly accountName!: pulumi.Output<string>;
  /** Region of the account. */
  public readonly location!: pulumi.Output<string>;
  /** ARM SKU name of the account. */
  public readonly sku!: pulumi.Output<string>;
  /** What replication uses it for; undefined where nothing says. */
  public readonly role!: pulumi.Output<string | undefined>;
  /** Id of the log account, where there is one. */
  public readonly logAccountId!: pulumi.Output<string | undefined>;
  /** By which documents the component was judged. */
  public readonly scope!: pulumi.Output<JudgedScope | undefined>;

  /** @throws pulumi.InputPropertiesError naming every unusable argument. */
  constructor(name: string, args: CacheStorageArgs, opts?: pulumi.ComponentResourceOptions) {
    const limits = documentedLimits(args);
    const defaults = withDefaults(args, limits);
    const check = (seen: SeenInputs) => allProblems(limits, seen);
    const checked = checkedInputs(`CacheStorage ${name}`, defaults, check);
    throwProblems(`CacheStorage ${name}`, checked.problems);

    super(
      "azure-siterecovery:index:CacheStorage",
      name,
      {},
      withoutVersionAliases(opts, args.keepVersionAliases),
    );
    for (const warning of cacheStorageFindings(limits, { ...defaults }).warnings) {
      void pulumi.log.warn(`${warning.propertyPath}: ${warning.reason}`, this);
    }

    const inputs = checked.inputs;
    const own = { parent: this };
    const account =
      inputs.accountId === undefined
        ? new storage.StorageAccount(`${name}-account`, cacheAccountInputs(name, inputs), own)
        : storage.StorageAccount.get(`${name}-account`, inputs.accountId, own);
    const log = logAccount(name, inputs, own);
    if (inputs.accountId === undefined && inputs.blobSoftDelete !== undefined) {
      new storage.BlobServiceProperties(
        `${name}-blobs`,
        {
          accountName: account.name,
          resourceGroupName: inputs.resourceGroupName ?? "",
          blobServicesName: "default",
          deleteRetentionPolicy: { enabled: inputs.blobSoftDelete },
        },
        own,
      );
    }

    // An existing account is known only once it is read: its id is not handed on before the rules agree.
    this.accountId =
      inputs.accountId === undefined
        ? account.id
        : pulumi
            .all([account.id, account.kind, account.sku, account.location, account.accessTier])
            .apply(([id, kind, sku, location, accessTier]) => {
              const seen = { ...args, kind, sku: sku.name, location, accessTier };
              throwProblems(`CacheStorage ${name}`, cacheStorageFindings(limits, seen).errors);
              return id;
            });
    storagePrivateEndpoints(name, this.accountId, inputs, own);
    this.accountName = account.name;
    this.location = account.location;
    this.sku = account.sku.apply((sku) => sku.name);
    this.role = pulumi.output(defaults.role);
    this.logAccountId = log?.id ?? pulumi.output(undefined);
    this.scope = pulumi.output(judgedScope(limits));
    this.registerOutputs({
      accountId: this.accountId,
      accountName: this.accountName,
      location: this.location,
      sku: this.sku,
      role: this.role,
      logAccountId: this.logAccountId,
      scope: this.scope,
    });
  }
}

/** The log account: existing, asked for, or needed because the account is premium. */
function logAccount(
  name: string,
  inputs: CacheStorageArgs,
  own: pulumi.CustomResourceOptions,
): storage.StorageAccount | undefined {
  if (inputs.logAccount?.accountId !== undefined) {
    return storage.StorageAccount.get(`${name}-log`, inputs.logAccount.accountId, own);
  }
  const log = logAccountInputs(name, inputs);
  return log === undefined ? undefined : new storage.StorageAccount(`${name}-log`, log, own);
}

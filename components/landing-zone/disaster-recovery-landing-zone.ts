import * as pulumi from "@pulumi/pulumi";
import type { LandingZone } from "../../landing-zone/document";
import { CacheStorage } from "../cache-storage/cache-storage";
import { withoutVersionAliases } from "../inputs/version-aliases";
import { documentedLimits } from "../limits/documented-limits";
import { RecoveryNetwork } from "../recovery-network/recovery-network";
import { RecoveryPlans } from "../recovery-plans/recovery-plans";
import { RecoveryVault } from "../recovery-vault/recovery-vault";
import { ReplicationPolicies } from "../replication-policies/replication-policies";
import { checkLandingZone } from "./check";
import { openedLandingZone } from "./landing-zone-argument";
import { failbackNetworkArgs, networkArgs } from "./networks";
import { landingZoneLock } from "./lock";
import { landingZoneMonitoring } from "./monitoring";
import { notDeployed } from "./not-deployed";
import { policyArgs } from "./policies";
import { deployablePlans, planArgs, recoveryPlanIds } from "./recovery-plans";
import { landingZoneReplication } from "./replication";
import { resourceGroupId, resourceGroupNames, resourceGroups } from "./resource-groups";
import { scopeOf } from "./scope";
import { cacheLevels, cacheStorageArgs } from "./storage";
import { vaultArgs } from "./vault";

export interface DisasterRecoveryLandingZoneArgs {
  /** Path of a landing-zone document, such as one that `asr plan` wrote. Either this or `document`. */
  file?: string;
  /** The landing zone itself, in the form of the document (`asr schema landing-zone`). */
  document?: LandingZone;
  /**
   * True: management locks on the vault and the storage accounts that it creates. They come last and go first, so that
   * a destroy passes; to remove or replace single things inside, take the locks off first. Default: false.
   */
  lock?: boolean;
  /** Keeps the aliases that azure-native adds for its other API versions. Default: false. */
  keepVersionAliases?: boolean;
}

/**
 * A whole disaster-recovery landing zone from one document: resource groups, vault, storage, networks, policies
 * and what replicates into them.
 */
export class DisasterRecoveryLandingZone extends pulumi.ComponentResource {
  /** Edition of the documentation that it is judged by. */
  public readonly edition!: pulumi.Output<string | undefined>;
  /** What is replicated to where. */
  public readonly scenario!: pulumi.Output<string | undefined>;
  /** `modernized` or `classic`, for VMware and physical servers. */
  public readonly experience!: pulumi.Output<string | undefined>;
  /** What the replication is for. */
  public readonly intent!: pulumi.Output<string | undefined>;
  /** Names of the resource groups by purpose: `vault`, `storage`, `network`, `monitoring`, `recovery`, `source`. */
  public readonly resourceGroupNames!: pulumi.Output<{ [purpose: string]: string }>;
  /** Id of the vault. */
  public readonly vaultId!: pulumi.Output<string>;
  /** Name of the vault. */
  public readonly vaultName!: pulumi.Output<string>;
  /** Region of the vault. */
  public readonly vaultLocation!: pulumi.Output<string>;
  /** Object id of the vault's system-assigned identity. */
  public readonly vaultPrincipalId!: pulumi.Output<string | undefined>;
  /** Id of the Log Analytics workspace of the vault's logs. */
  public readonly workspaceId!: pulumi.Output<string | undefined>;
  /** Id of the first cache storage account. */
  public readonly cacheStorageAccountId!: pulumi.Output<string | undefined>;
  /** Name of the first cache storage account. */
  public readonly cacheStorageAccountName!: pulumi.Output<string | undefined>;
  /** Id of the account for replication logs, where there is one. */
  public readonly logStorageAccountId!: pulumi.Output<string | undefined>;
  /** Id of the network that machines join at a failover. */
  public readonly recoveryNetworkId!: pulumi.Output<string | undefined>;
  /** Ids of the recovery network's subnets by their names. */
  public readonly recoverySubnetIds!: pulumi.Output<{ [name: string]: string } | undefined>;
  /** Id of the network for test failovers, where there is one. */
  public readonly testFailoverNetworkId!: pulumi.Output<string | undefined>;
  /** Ids of the replication policies by their names in the document. */
  public readonly policyIds!: pulumi.Output<{ [name: string]: string }>;
  /** Id of the cache storage account of the way back, where there is one. */
  public readonly failbackCacheStorageAccountId!: pulumi.Output<string | undefined>;
  /** Id of the network of the way back, where there is one. */
  public readonly failbackNetworkId!: pulumi.Output<string | undefined>;
  /** Ids of the protected items by the machines' keys, where there is replication. */
  public readonly protectedItemIds!: pulumi.Output<{ [key: string]: string } | undefined>;
  /** What to do on premises before machines can be protected. */
  public readonly registrationInstructions!: pulumi.Output<readonly string[] | undefined>;
  /**
   * Content of the `.VaultCredentials` file that hosts and servers on premises are registered with, where one is issued.
   *
   * @secret
   */
  public readonly registrationKey!: pulumi.Output<string | undefined>;
  /** Ids of the recovery plans by their names, new and existing. */
  public readonly recoveryPlanIds!: pulumi.Output<{ [name: string]: string } | undefined>;
  /** The outputs that this landing zone has, by name: what a stack hands on. */
  public readonly existingOutputs!: Readonly<Record<string, pulumi.Output<unknown>>>;

  /**
   * @throws pulumi.InputPropertiesError when the document has a mistake or breaks a limit; nothing is created then.
   * @throws InputError when the document cannot be read.
   */
  constructor(name: string, args: DisasterRecoveryLandingZoneArgs, opts?: pulumi.ComponentResourceOptions) {
    const opened = openedLandingZone(args);
    const { undecided } = checkLandingZone(opened);
    const { zone } = opened;
    super(
      "azure-siterecovery:index:DisasterRecoveryLandingZone",
      name,
      {},
      withoutVersionAliases(opts, args.keepVersionAliases),
    );
    for (const message of undecided) void pulumi.log.warn(message, this);
    for (const message of notDeployed(zone)) void pulumi.log.info(message, this);

    const scope = scopeOf(zone);
    const own = { parent: this };
    const groups = resourceGroups(name, zone, own);
    const { cacheStorage, networks, failback } = zone;
    const caches = cacheLevels(zone).map(
      (level, index) =>
        new CacheStorage(
          `${name}-cache${index === 0 ? "" : `-${index + 1}`}`,
          cacheStorageArgs("cache", zone, scope, groups, level, index + 1),
          own,
        ),
    );
    const [cache] = caches;
    const vault = new RecoveryVault(`${name}-vault`, vaultArgs(zone, scope, groups, caches), own);
    const network =
      networks === undefined
        ? undefined
        : new RecoveryNetwork(
            `${name}-network`,
            networkArgs(zone, scope, groups, networks.recovery, networks.testFailover),
            own,
          );
    const policies = new ReplicationPolicies(
      `${name}-policies`,
      policyArgs(zone, scope, groups, vault.vaultName),
      // A policy refers to its vault by name only: what else the vault consists of comes first.
      { ...own, dependsOn: vault },
    );
    const failbackCache =
      failback?.cacheStorage === undefined
        ? undefined
        : new CacheStorage(
            `${name}-failback-cache`,
            cacheStorageArgs("failback", zone, scope, groups, failback.cacheStorage),
            own,
          );
    const failbackNetwork =
      failback?.network === undefined
        ? undefined
        : new RecoveryNetwork(
            `${name}-failback-network`,
            failbackNetworkArgs(zone, scope, groups, failback.network),
            own,
          );

    const settled = documentedLimits(scope).judge?.scope;
    const replication = landingZoneReplication(
      `${name}-replication`,
      zone,
      {
        vaultId: vault.vaultId,
        policyIds: policies.policyIds,
        defaultPolicy: zone.policies?.[0]?.name ?? "default",
        cacheIds: caches.map(({ accountId }) => accountId),
        recoveryResourceGroupId: resourceGroupId(vault.vaultId, groups.recovery),
        recoveryNetworkId: network?.recoveryNetworkId,
        testNetworkId: networks?.testFailover === undefined ? undefined : network?.testNetworkId,
        experience: settled?.experience,
      },
      // Replication needs the rights of the vault's identity on the cache accounts, and the networks.
      { ...own, dependsOn: network === undefined ? [vault] : [vault, network] },
    );
    const plans =
      replication === undefined || deployablePlans(zone).length === 0
        ? undefined
        : new RecoveryPlans(
            `${name}-plans`,
            {
              ...scope,
              vaultId: vault.vaultId,
              primaryFabricId: replication.primaryFabricId.apply((id) => id ?? ""),
              ...(replication.recoveryFabricId === undefined
                ? {}
                : { recoveryFabricId: replication.recoveryFabricId }),
              ...(zone.replication?.zones === undefined ? {} : { zones: zone.replication.zones }),
              protectedItemIds: replication.protectedItemIds,
              ...planArgs(zone),
            },
            own,
          );
    const monitoring = landingZoneMonitoring(name, zone, groups, vault, own);
    if (args.lock === true) {
      const others = [policies, network, failbackNetwork, replication?.component, plans, ...monitoring];
      landingZoneLock(name, zone, { vault, caches, failbackCache, others }, own);
    }

    const outputs = {
      edition: settled && pulumi.output(settled.edition),
      scenario: settled && pulumi.output(settled.scenario),
      experience: settled?.experience && pulumi.output(settled.experience),
      intent: settled && pulumi.output(settled.intent),
      resourceGroupNames: pulumi.output(resourceGroupNames(zone)),
      vaultId: vault.vaultId,
      vaultName: vault.vaultName,
      vaultLocation: vault.location,
      vaultPrincipalId: vault.principalId,
      workspaceId: zone.monitoring?.workspace === undefined ? undefined : vault.workspaceId,
      cacheStorageAccountId: cache?.accountId,
      cacheStorageAccountName: cache?.accountName,
      logStorageAccountId: cacheStorage?.logStorage === undefined ? undefined : cache?.logAccountId,
      recoveryNetworkId: network?.recoveryNetworkId,
      recoverySubnetIds: network?.recoverySubnetIds,
      testFailoverNetworkId: networks?.testFailover === undefined ? undefined : network?.testNetworkId,
      policyIds: policies.policyIds,
      failbackCacheStorageAccountId: failbackCache?.accountId,
      failbackNetworkId: failbackNetwork?.recoveryNetworkId,
      protectedItemIds: replication?.protectedItemIds,
      registrationInstructions: replication?.registrationInstructions,
      registrationKey: replication?.registrationKey,
      recoveryPlanIds: recoveryPlanIds(zone, plans?.planIds),
    };
    // An output without a value would be a warning of Pulumi's in every stack that hands it on.
    this.existingOutputs = Object.fromEntries(
      Object.entries(outputs).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    );
    for (const [key, value] of Object.entries(outputs)) {
      Object.assign(this, { [key]: value ?? pulumi.output(undefined) });
    }
    this.registerOutputs(this.existingOutputs);
  }
}

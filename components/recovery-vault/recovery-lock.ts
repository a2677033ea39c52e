import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { resourceIdProblems } from "../inputs/existing";
import { inheritedDependencies } from "../inputs/inherited-dependencies";
import { checkedInputs, throwProblems, type InputProblem, type SeenInputs } from "../inputs/input-problems";
import { isPending } from "../inputs/pending";
import { withoutVersionAliases } from "../inputs/version-aliases";

export interface RecoveryLockArgs {
  /** Id of the vault to lock. */
  vaultId?: pulumi.Input<string>;
  /** Ids of the cache, replication and log accounts to lock. */
  storageAccountIds?: pulumi.Input<string>[];
  /** Name of each lock. Default: `lock-<name>`. */
  lockName?: pulumi.Input<string>;
  /** What is said about the locks in Azure. Default: that they keep disaster recovery from being deleted. */
  notes?: pulumi.Input<string>;
  /** Keeps the aliases that azure-native adds for its other API versions. Default: false. */
  keepVersionAliases?: boolean;
}

const defaultNotes = "Keeps disaster recovery from being deleted by mistake.";

/**
 * Management locks (`CanNotDelete`) on the vault and its storage accounts. A lock binds all that is inside of what it
 * locks, so that it is created last and deleted first: give everything that it protects as `dependsOn`. While it
 * stands, Azure refuses to delete policies, recovery plans, diagnostic settings, role assignments and the vault itself;
 * a machine's protection can still be ended, because Site Recovery does that by a POST, which such a lock lets through.
 * `ReadOnly` is not offered: it refuses the requests that replication, failover and tests consist of.
 */
export class RecoveryLock extends pulumi.ComponentResource {
  /** Ids of the locks: that of the vault first, then those of the accounts in the order given. */
  public readonly lockIds!: pulumi.Output<string[]>;

  /** @throws pulumi.InputPropertiesError naming every unusable argument. */
  constructor(name: string, args: RecoveryLockArgs, opts?: pulumi.ComponentResourceOptions) {
    const checked = checkedInputs(`RecoveryLock ${name}`, args, problemsOf);
    throwProblems(`RecoveryLock ${name}`, checked.problems);
    super(
      "azure-siterecovery:index:RecoveryLock",
      name,
      {},
      withoutVersionAliases(opts, args.keepVersionAliases),
    );

    const { vaultId, storageAccountIds = [], lockName, notes } = checked.inputs;
    const places = [
      ...(vaultId === undefined ? [] : [["vault", vaultId] as const]),
      ...storageAccountIds.map((id, index) => [`account-${index + 1}`, id] as const),
    ];
    // What the locks wait for has to stand in their own entries of the state: a destroy goes by those.
    const own = { parent: this, ...inheritedDependencies(opts) };
    const locks = places.map(
      ([place, scope]) =>
        new authorization.ManagementLockByScope(
          `${name}-${place}`,
          {
            scope,
            lockName: lockName ?? `lock-${name}`,
            level: authorization.LockLevel.CanNotDelete,
            notes: notes ?? defaultNotes,
          },
          own,
        ),
    );
    this.lockIds = pulumi.output(locks.map(({ id }) => id));
    this.registerOutputs({ lockIds: this.lockIds });
  }
}

function problemsOf(seen: SeenInputs): readonly InputProblem[] {
  const { vaultId, storageAccountIds = [] } = seen as RecoveryLockArgs;
  if (vaultId === undefined && storageAccountIds.length === 0) {
    return [{ propertyPath: "vaultId", reason: "Missing: give the vault's id, storageAccountIds, or both." }];
  }
  return [
    ...(vaultId === undefined || isPending(vaultId)
      ? []
      : resourceIdProblems("vaultId", vaultId, "Microsoft.RecoveryServices/vaults")),
    ...storageAccountIds.flatMap((id, index) =>
      isPending(id)
        ? []
        : resourceIdProblems(`storageAccountIds[${index}]`, id, "Microsoft.Storage/storageAccounts"),
    ),
  ];
}

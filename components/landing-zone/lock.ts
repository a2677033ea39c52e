import type * as pulumi from "@pulumi/pulumi";
import type { LandingZone, LandingZoneCacheStorage } from "../../landing-zone/document";
import type { CacheStorage } from "../cache-storage/cache-storage";
import { RecoveryLock } from "../recovery-vault/recovery-lock";
import type { RecoveryVault } from "../recovery-vault/recovery-vault";
import { cacheLevels } from "./storage";

/** All that a landing zone is made of: the locks come after it, and go before it. */
export interface LandingZoneParts {
  readonly vault: RecoveryVault;
  /** In the order of the document's levels. */
  readonly caches: readonly CacheStorage[];
  readonly failbackCache: CacheStorage | undefined;
  readonly others: readonly (pulumi.Resource | undefined)[];
}

/** Locks on the vault and the accounts that the landing zone creates; what stands already is others' to lock. */
export function landingZoneLock(
  name: string,
  zone: LandingZone,
  { vault, caches, failbackCache, others }: LandingZoneParts,
  own: pulumi.ComponentResourceOptions,
): void {
  const storageAccountIds = [
    ...cacheLevels(zone).flatMap((level, index) => createdAccounts(level, caches[index])),
    ...createdAccounts(zone.failback?.cacheStorage, failbackCache),
  ];
  const createsVault = !("id" in zone.vault);
  if (!createsVault && storageAccountIds.length === 0) return;
  new RecoveryLock(
    `${name}-lock`,
    { ...(createsVault ? { vaultId: vault.vaultId } : {}), storageAccountIds },
    {
      ...own,
      dependsOn: [vault, ...caches, failbackCache, ...others].filter((part) => part !== undefined),
    },
  );
}

/** Ids of an account and its log account, as far as they are new. */
function createdAccounts(
  level: LandingZoneCacheStorage | undefined,
  made: CacheStorage | undefined,
): pulumi.Input<string>[] {
  if (level === undefined || made === undefined) return [];
  const log = level.logStorage;
  return [
    ...("id" in level ? [] : [made.accountId]),
    ...(log === undefined || "id" in log ? [] : [made.logAccountId.apply((id) => id ?? "")]),
  ];
}

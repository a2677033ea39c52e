import type { Deployment } from "../facts/azure";
import { knownNumber, knownString } from "../facts/known";
import type { Limit } from "../matrix/schema";
import { recordsOf } from "../rules/rule";
import { parsedOnce } from "./json";
import { disksOf, itemsOf } from "./protected-items";
import { accountById, type KnownAccount } from "./storage-accounts";

/** A row of the table: so many disks of that churn fill one account of the kind. */
interface Step {
  readonly churnMBps: number;
  readonly disks: number;
}

const stepsOf = parsedOnce((limit): ReadonlyMap<string, readonly Step[]> => {
  const steps = new Map<string, Step[]>();
  for (const { kind, churnMBps, disks } of recordsOf(limit)) {
    if (typeof kind !== "string" || typeof churnMBps !== "number" || typeof disks !== "number") {
      throw new TypeError(`${limit.id} (${limit.edition}) is no table of disks by kind and churn`);
    }
    steps.set(kind, [...(steps.get(kind) ?? []), { churnMBps, disks }]);
  }
  for (const rows of steps.values()) rows.sort((a, b) => a.churnMBps - b.churnMBps);
  return steps;
});

/** How full an account is: the disks on it and the least and most share of it that they can take. */
export interface CacheLoad {
  readonly disks: number;
  readonly least: number;
  /** With every disk of unknown churn taken for the heaviest of the table. */
  readonly most: number;
}

/**
 * The load of each cache account by the table of disks. Every disk takes the share of the first row that
 * its churn does not exceed, and a disk beyond the table that of its last row.
 */
export function cacheLoads(
  limit: Limit,
  deployment: Deployment,
  caches: readonly KnownAccount[],
): ReadonlyMap<KnownAccount, CacheLoad> {
  const loads = new Map<KnownAccount, CacheLoad>();
  const only = caches.length === 1 ? caches[0] : undefined;
  for (const item of itemsOf(deployment) ?? []) {
    for (const disk of disksOf(item) ?? []) {
      const account = accountById(caches, disk.storageAccountId ?? item.logStorageAccountId) ?? only;
      const steps = account === undefined ? undefined : stepsOf(limit).get(knownString(account.kind) ?? "");
      const first = steps?.[0];
      const last = steps?.at(-1);
      if (account === undefined || steps === undefined || first === undefined || last === undefined) continue;
      const churn = knownNumber(disk.churnMBps);
      const step = steps.find((row) => churn !== undefined && churn <= row.churnMBps) ?? last;
      const before = loads.get(account) ?? { disks: 0, least: 0, most: 0 };
      loads.set(account, {
        disks: before.disks + 1,
        least: before.least + 1 / (churn === undefined ? first : step).disks,
        most: before.most + 1 / step.disks,
      });
    }
  }
  return loads;
}

import { knownNumber, knownString } from "../facts/known";
import type { Disk } from "../facts/machine";
import type { RecoveryTarget } from "../facts/site";
import type { Limit } from "../matrix/schema";
import { recordsOf } from "../rules/rule";
import { parsedOnce, numberIn, textIn, textsIn } from "./json";
import type { ReplicatedDisk } from "./disks";

/** One row of a churn table: what a disk of these tiers takes from this I/O size on. */
export interface ChurnRow {
  /** `standard`, or names of premium tiers. */
  readonly tiers: readonly string[];
  readonly ioKB: number;
  readonly averageMBps: number;
  readonly dailyGB: number | undefined;
}

export interface ChurnTable {
  readonly rows: readonly ChurnRow[];
  /** The rows of each tier, by I/O size. */
  readonly byTier: ReadonlyMap<string, readonly ChurnRow[]>;
}

export const churnTable = parsedOnce((limit: Limit): ChurnTable => {
  const rows = recordsOf(limit)
    .map((row) => ({
      tiers: textsIn(row, "tiers"),
      ioKB: numberIn(row, "ioKB"),
      averageMBps: numberIn(row, "averageMBps"),
      dailyGB: knownNumber(row["dailyGB"]),
    }))
    .toSorted((a, b) => a.ioKB - b.ioKB);
  const tiers = new Set(rows.flatMap((row) => row.tiers));
  return {
    rows,
    byTier: new Map([...tiers].map((tier) => [tier, rows.filter((row) => row.tiers.includes(tier))])),
  };
});

/**
 * The row for an I/O size: the largest documented size that does not exceed it. Below the smallest documented
 * size it is that row, the nearest there is: what exceeds it is too much, what keeps it is not documented.
 *
 * @param rows rows of one tier, by I/O size
 */
export function churnRowFor(rows: readonly ChurnRow[], averageIoKB: number): ChurnRow | undefined {
  return rows.findLast((row) => row.ioKB <= averageIoKB) ?? rows[0];
}

/** Sizes of premium disks: a disk gets the smallest tier that holds it. */
const premiumTiers = parsedOnce(
  (limit: Limit): readonly { readonly tier: string; readonly maxGiB: number }[] =>
    recordsOf(limit).map((row) => ({ tier: textIn(row, "tier"), maxGiB: numberIn(row, "maxGiB") })),
);

export type Tier = { readonly tier: string } | { readonly missing: string };

/** Storage tier that a disk replicates to, from its target type and size where it is not given. */
export function tierOf(
  disk: ReplicatedDisk,
  target: RecoveryTarget | undefined,
  sizes: Limit | undefined,
): Tier | undefined {
  const given = knownString(disk.facts.targetTier);
  if (given !== undefined) return { tier: given };
  const type: Disk["targetType"] = disk.facts.targetType ?? target?.diskType;
  const premium = type === "storage-account" ? isPremiumSku(target?.storageSku) : type === "premium-ssd";
  if (type === undefined) return { missing: "disks[].targetType" };
  if (premium === undefined) return { missing: "target.storageSku" };
  if (!premium)
    return type === "standard-hdd" || type === "storage-account" ? { tier: "standard" } : undefined;
  if (disk.sizeGiB === undefined) return { missing: "disks[].sizeGiB" };
  const size = disk.sizeGiB;
  const found = sizes === undefined ? undefined : premiumTiers(sizes).find(({ maxGiB }) => size <= maxGiB);
  return found === undefined ? undefined : { tier: found.tier };
}

function isPremiumSku(sku: unknown): boolean | undefined {
  return knownString(sku) === undefined ? undefined : /^premium/i.test(String(sku));
}

import { knownNumber, knownObject, knownString } from "../facts/known";
import type { Churn, Disk } from "../facts/machine";
import type { RecoveryTarget } from "../facts/site";
import type { Limit } from "../matrix/schema";
import { recordsOf } from "../rules/rule";
import { parsedOnce, numberIn, textIn, textsIn } from "./json";
import type { ReplicatedDisk } from "./disks";

/** Churn of a disk as far as it is known. */
export interface SeenChurn {
  readonly averageMBps: number | undefined;
  readonly peakMBps: number | undefined;
  readonly dailyGB: number | undefined;
  readonly averageIoKB: number | undefined;
}

export function churnOf(churn: Churn | null | undefined): SeenChurn {
  const known = knownObject(churn);
  return {
    averageMBps: knownNumber(known.averageMBps),
    peakMBps: knownNumber(known.peakMBps),
    dailyGB: knownNumber(known.dailyGB),
    averageIoKB: knownNumber(known.averageIoKB),
  };
}

/** One row of a churn table: what a disk of these tiers takes from this I/O size on. */
export interface ChurnRow {
  /** `standard`, or names of premium tiers. */
  readonly tiers: readonly string[];
  readonly ioKB: number;
  readonly averageMBps: number;
  readonly dailyGB: number | undefined;
}

export const churnRows = parsedOnce((limit: Limit): readonly ChurnRow[] =>
  recordsOf(limit).map((row) => ({
    tiers: textsIn(row, "tiers"),
    ioKB: numberIn(row, "ioKB"),
    averageMBps: numberIn(row, "averageMBps"),
    dailyGB: knownNumber(row["dailyGB"]),
  })),
);

/**
 * The row of a disk: of its tier, the one with the largest I/O size that does not exceed its own. Below
 * the smallest documented size that row counts, the nearest there is.
 */
export function churnRowFor(
  rows: readonly ChurnRow[],
  tier: string,
  averageIoKB: number,
): ChurnRow | undefined {
  let best: ChurnRow | undefined;
  for (const row of rows) {
    if (!row.tiers.includes(tier)) continue;
    const fits = row.ioKB <= averageIoKB;
    if (best === undefined || (fits ? row.ioKB > best.ioKB || best.ioKB > averageIoKB : row.ioKB < best.ioKB))
      best = row;
  }
  return best;
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

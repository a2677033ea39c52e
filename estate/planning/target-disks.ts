import { churnRowFor, churnTable, type ChurnTable } from "../../limits/checks/churn";
import type { Disk, DiskType } from "../../limits/facts/machine";
import type { Judge } from "../../limits/judge";
import type { Limit } from "../../limits/matrix/schema";
import { sourceOf } from "./caps";
import { diskTiersFrom } from "../../limits/disk-tiers";
import { rounded } from "./figure";
import type { PlannedChurn } from "./planned-churn";

/** Where a disk's replica goes, and why. */
export interface TargetDisk {
  readonly type: DiskType;
  /** Undefined for a type without tiers, for an unknown size, and for a size that no tier holds. */
  readonly tier: string | undefined;
  /** One sentence: what decided. */
  readonly why: string;
  /** The document or fact behind it. */
  readonly source: string;
}

export interface DiskWish {
  /** Type that the target names for all disks. */
  readonly wished: DiskType | undefined;
  /** Type where nobody asks for one and the churn allows it. */
  readonly standard: DiskType;
}

const bySize = "Azure documentation, sizes of managed disks";

/**
 * The smallest tier that holds the disk and takes its churn. A type that disk or target names stays; where
 * none does, a disk that changes faster than the row of standard storage allows goes to premium storage.
 * The strictest row counts where the I/O size is not known. Unknown churn decides nothing.
 */
export function chooseTargetDisk(disk: Disk, churn: PlannedChurn, judge: Judge, wish: DiskWish): TargetDisk {
  const asked = disk.targetType ?? wish.wished;
  const type = asked ?? wish.standard;
  if (disk.targetTier !== undefined) {
    return { type, tier: disk.targetTier, why: "The inventory names the tier.", source: "inventory" };
  }
  if (disk.sizeGiB === undefined) {
    return { type, tier: undefined, why: "Its size is not known.", source: "inventory" };
  }
  const limit = judge.context.limits.find("churn.disk");
  const size = disk.sizeGiB;
  const [smallest] = diskTiersFrom(type, size);
  const sized = (why: string, source = bySize): TargetDisk => ({ type, tier: smallest, why, source });
  if (smallest === undefined) return sized(`No tier of ${type} for ${size} GiB.`);
  const holds = `${smallest} is the smallest tier that holds ${size} GiB`;
  if (limit === undefined) {
    return sized(`${holds}; the documents of this edition and scenario have no churn by tier.`);
  }
  if (churn.averageMBps === undefined) return sized(`${holds}; its churn is not known.`);
  const rate = `${rounded(churn.averageMBps)} MB/s`;
  const table = churnTable(limit);
  const source = sourceOf(limit);
  if (type !== "premium-ssd") {
    if (takes(table, "standard", churn)) return sized(`${holds}; standard storage takes ${rate}.`, source);
    if (asked !== undefined) {
      return sized(
        `${holds}; ${rate} are above the row of standard storage, and ${type} is asked for.`,
        source,
      );
    }
  }
  return premiumTier(size, churn, rate, table, limit);
}

function premiumTier(
  size: number,
  churn: PlannedChurn,
  rate: string,
  table: ChurnTable,
  limit: Limit,
): TargetDisk {
  const type = "premium-ssd";
  const source = sourceOf(limit);
  const tiers = diskTiersFrom(type, size);
  const [smallest] = tiers;
  if (smallest === undefined)
    return { type, tier: undefined, why: `No tier for ${size} GiB.`, source: bySize };
  if (takes(table, smallest, churn)) {
    return {
      type,
      tier: smallest,
      why: `${smallest} is the smallest tier that holds ${size} GiB and takes ${rate}.`,
      source,
    };
  }
  const faster = tiers.find((tier) => takes(table, tier, churn));
  if (faster !== undefined) {
    return {
      type,
      tier: faster,
      why: `By size ${smallest}; ${rate} need ${faster}: make the disk larger or raise its performance tier.`,
      source,
    };
  }
  const listed = tiers.some((tier) => table.byTier.has(tier));
  return {
    type,
    tier: smallest,
    why: listed
      ? `By size ${smallest}; no tier of the documents takes ${rate} with I/O of ${ioText(churn)}.`
      : `${smallest} is the smallest tier that holds ${size} GiB; the documents list no churn for it.`,
    source,
  };
}

/** Whether the documents list the tier with a row that takes the churn. */
function takes(table: ChurnTable, tier: string, churn: PlannedChurn): boolean {
  const row = churnRowFor(table.byTier.get(tier) ?? [], churn.averageIoKB ?? 0);
  return (
    row !== undefined &&
    (churn.averageMBps ?? Infinity) <= row.averageMBps &&
    (row.dailyGB === undefined || (churn.dailyGB ?? Infinity) <= dailyCap(row.averageMBps, row.dailyGB))
  );
}

/**
 * The documents' daily figures are their rates × 86,400 / 1,024, rounded down: a rate within its row must not
 * fail by that rounding.
 */
function dailyCap(averageMBps: number, dailyGB: number): number {
  return Math.max(dailyGB, (averageMBps * 86_400) / 1024);
}

function ioText({ averageIoKB }: PlannedChurn): string {
  return averageIoKB === undefined ? "unknown size" : `${rounded(averageIoKB)} KB`;
}

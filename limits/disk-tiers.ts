import { azureLimit } from "./azure-values";
import { isRecord } from "./checks/json";
import { fieldOf } from "./checks/values";
import type { DiskType } from "./facts/machine";
import { recordsOf } from "./rules/rule";

/** A size of managed disks: the number that its tiers carry, and the most it holds. */
interface TierSize {
  readonly number: number;
  readonly maxGiB: number;
}

let known: readonly TierSize[] | undefined;

/** Sizes from small to large. The three families share them; the matrix has them as those of premium disks. */
function tierSizes(): readonly TierSize[] {
  if (known === undefined) {
    known = recordsOf(azureLimit("azure.premium-disk-sizes"))
      .flatMap((row) =>
        isRecord(row) && typeof row["tier"] === "string" && typeof row["maxGiB"] === "number"
          ? [{ number: Number(row["tier"].slice(1)), maxGiB: row["maxGiB"] }]
          : [],
      )
      .sort((a, b) => a.maxGiB - b.maxGiB);
  }
  return known;
}

interface TierFamily {
  readonly letter: string;
  /** Number of its smallest tier. */
  readonly smallest: number;
}

/** The family of a type's tiers; undefined for a type without tiers. */
function familyOf(type: DiskType): TierFamily | undefined {
  const families = azureLimit("azure.disk-tier-families");
  if (!isRecord(families.value) || !Object.hasOwn(families.value, type)) return undefined;
  return fieldOf(families, type) as unknown as TierFamily;
}

/** Tiers of a type that hold a size, the smallest first; none for a type without tiers. */
export function diskTiersFrom(type: DiskType, sizeGiB: number): readonly string[] {
  return diskTiersOf(type)
    .filter(({ maxGiB }) => sizeGiB <= maxGiB)
    .map(({ tier }) => tier);
}

/**
 * Tier of a disk such as `P30`: the smallest that holds it, as which it is billed and performs. Undefined for
 * a type without tiers, and for a size that no tier holds.
 */
export function diskTier(type: DiskType, sizeGiB: number): string | undefined {
  return diskTiersFrom(type, sizeGiB)[0];
}

export interface DiskTier {
  readonly tier: string;
  /** The most it holds. */
  readonly maxGiB: number;
}

const tiersByType = new Map<DiskType, readonly DiskTier[]>();

/** Every tier of a type, the smallest first; none for a type without tiers. */
export function diskTiersOf(type: DiskType): readonly DiskTier[] {
  const before = tiersByType.get(type);
  if (before !== undefined) return before;
  const family = familyOf(type);
  const tiers =
    family === undefined
      ? []
      : tierSizes()
          .filter(({ number }) => number >= family.smallest)
          .map(({ number, maxGiB }) => ({ tier: `${family.letter}${number}`, maxGiB }));
  tiersByType.set(type, tiers);
  return tiers;
}

import { isRecord } from "../../limits/checks/json";
import type { DiskType } from "../../limits/facts/machine";
import { loadMatrix } from "../../limits/matrix/load";
import { recordsOf } from "../../limits/rules/rule";

/** A size of managed disks: the number that its tiers carry, and the most it holds. */
interface TierSize {
  readonly number: number;
  readonly maxGiB: number;
}

let known: readonly TierSize[] | undefined;

/** Sizes from small to large. The three families share them; the matrix has them as those of premium disks. */
function tierSizes(): readonly TierSize[] {
  if (known === undefined) {
    const limit = loadMatrix().find(({ id }) => id === "azure.premium-disk-sizes");
    if (limit === undefined) throw new TypeError("The matrix has no sizes of managed disks.");
    known = recordsOf(limit)
      .flatMap((row) =>
        isRecord(row) && typeof row["tier"] === "string" && typeof row["maxGiB"] === "number"
          ? [{ number: Number(row["tier"].slice(1)), maxGiB: row["maxGiB"] }]
          : [],
      )
      .sort((a, b) => a.maxGiB - b.maxGiB);
  }
  return known;
}

/** Letters of the families; standard HDDs start at S4 (Azure documentation, "Azure managed disk types"). */
const letters: Readonly<Partial<Record<DiskType, { readonly letter: string; readonly smallest: number }>>> = {
  "premium-ssd": { letter: "P", smallest: 1 },
  "standard-ssd": { letter: "E", smallest: 1 },
  "standard-hdd": { letter: "S", smallest: 4 },
};

/** Tiers of a type that hold a size, the smallest first; none for a type without tiers. */
export function diskTiersFrom(type: DiskType, sizeGiB: number): readonly string[] {
  const family = letters[type];
  if (family === undefined) return [];
  return tierSizes()
    .filter(({ number, maxGiB }) => number >= family.smallest && sizeGiB <= maxGiB)
    .map(({ number }) => `${family.letter}${number}`);
}

/**
 * Tier of a disk such as `P30`: the smallest that holds it, as which it is billed and performs. Undefined for
 * a type without tiers, and for a size that no tier holds.
 */
export function diskTier(type: DiskType, sizeGiB: number): string | undefined {
  return diskTiersFrom(type, sizeGiB)[0];
}

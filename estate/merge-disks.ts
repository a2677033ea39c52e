import { quoted } from "../landing-zone/input-error";
import type { Disk } from "../limits/facts/machine";
import { noteDifferences } from "./merge-notes";
import type { NoteCollector } from "./reading-note";

/**
 * Disks complete each other by name, and where no name matches, by sizes that only one disk on either side has.
 * What does not match stands as the first inventory has it.
 */
export function mergeDisks(
  known: readonly Disk[],
  others: readonly Disk[],
  machine: string,
  notes: NoteCollector,
): readonly Disk[] {
  if (known.every(isUnnamed)) return others;
  // A list that only counts disks says nothing else of them.
  if (others.every(isUnnamed) && others.length === known.length) return known;
  const byName = pairs(known, others, ({ name }) => name?.toLowerCase());
  const matches = byName.size > 0 ? byName : pairs(known, others, ({ sizeGiB }) => sizeGiB);
  const listsSizes = others.some(({ sizeGiB }) => sizeGiB !== undefined);
  if (matches.size < others.length || (listsSizes && matches.size < known.length)) {
    notes.warning(
      `Two inventories list different disks of ${quoted(machine)}; the first one's count.`,
      {},
      "different disks",
    );
  }
  return known.map((disk) => {
    const other = matches.get(disk);
    if (other === undefined) return disk;
    noteDifferences("disks", disk, other, machine, notes);
    return { ...other, ...disk };
  });
}

/** Neither name nor size tells which disk it is. */
function isUnnamed({ name, sizeGiB }: Disk): boolean {
  return name === undefined && sizeGiB === undefined;
}

/** Disks of both sides with the same key, where nothing else on either side has it. */
function pairs(
  known: readonly Disk[],
  others: readonly Disk[],
  keyOf: (disk: Disk) => string | number | undefined,
): ReadonlyMap<Disk, Disk> {
  const single = (disks: readonly Disk[]): ReadonlyMap<string | number | undefined, Disk> =>
    new Map(
      [...Map.groupBy(disks, keyOf)].flatMap(([key, group]) =>
        key !== undefined && group.length === 1 && group[0] !== undefined ? [[key, group[0]]] : [],
      ),
    );
  const otherByKey = single(others);
  return new Map(
    [...single(known)].flatMap(([key, disk]) => {
      const other = otherByKey.get(key);
      return other === undefined ? [] : [[disk, other]];
    }),
  );
}

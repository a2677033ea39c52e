import { knownBoolean, knownNumber, knownObjects, knownString } from "../facts/known";
import { churnOf, type SeenChurn } from "../facts/churn";
import type { Disk, Machine } from "../facts/machine";
import { missing, type Missing, type Outcome, type Violation } from "../rules/rule";

/** A disk that takes part in replication, with what findings need to name it. */
export interface ReplicatedDisk {
  readonly facts: Partial<Disk>;
  /** `disk Hard disk 1`, or by position where it has no name. */
  readonly subject: string;
  /** Property path of one of its facts. */
  path(fact: keyof Disk): string;
  readonly sizeGiB: number | undefined;
  /** Whether it holds the operating system; the only disk of a machine does. */
  readonly os: boolean | undefined;
  readonly churn: SeenChurn;
}

const seen = new WeakMap<object, readonly ReplicatedDisk[] | null>();

/**
 * The machine's disks without those left out of replication on purpose, or undefined where none are
 * known: a machine without any disk cannot exist, so an empty list is a missing fact.
 */
export function replicatedDisks(machine: Machine): readonly ReplicatedDisk[] | undefined {
  let disks = seen.get(machine);
  if (disks === undefined) {
    disks = read(machine) ?? null;
    seen.set(machine, disks);
  }
  return disks ?? undefined;
}

function read(machine: Machine): readonly ReplicatedDisk[] | undefined {
  const all = knownObjects(machine.disks);
  if (all === undefined || all.length === 0) return undefined;
  return all
    .map((facts, index): ReplicatedDisk => {
      const name = knownString(facts.name);
      return {
        facts,
        subject: name === undefined ? `disk ${index + 1}` : `disk ${name}`,
        path: (fact) => `disks[${index}].${fact}`,
        sizeGiB: knownNumber(facts.sizeGiB),
        churn: churnOf(facts.churn),
        os: knownBoolean(facts.os) ?? (all.length === 1 ? true : undefined),
      };
    })
    .filter((disk) => disk.facts.excluded !== true);
}

/**
 * Judges each replicated disk by itself. `fact` names what is missing when no disk is known at all.
 * A judge answers undefined for a disk that keeps the limit.
 */
export function judgeDisks(
  machine: Machine,
  fact: keyof Disk,
  judge: (disk: ReplicatedDisk) => Violation | Missing | undefined,
): readonly Outcome[] {
  const disks = replicatedDisks(machine);
  if (disks === undefined) return [missing(`disks[].${fact}`)];
  const outcomes: Outcome[] = [];
  for (const disk of disks) {
    const outcome = judge(disk);
    if (outcome !== undefined) outcomes.push(outcome);
  }
  return outcomes;
}

/** How many data disks there are; where no disk is marked, one of them holds the operating system. */
export function dataDiskCount(disks: readonly ReplicatedDisk[]): number {
  const possible = disks.filter((disk) => disk.os !== true).length;
  const oneIsOs = possible === disks.length && disks.some((disk) => disk.os === undefined);
  return oneIsOs ? possible - 1 : possible;
}

export function gib(size: number): string {
  return `${size} GiB`;
}

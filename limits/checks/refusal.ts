import { knownBoolean } from "../facts/known";
import type { Disk, Machine } from "../facts/machine";
import type { LimitsInScope, Answer } from "../rules/rule";
import { missing, notApplicable, violation } from "../rules/rule";
import { judgeDisks, type ReplicatedDisk } from "./disks";

/** A limit that refuses any disk with a certain trait. */
export interface RefusedTrait {
  readonly limit: string;
  /** The fact that shows it, for what is missing and for the finding's path. */
  readonly fact: keyof Disk;
  /** Whether the disk has it; undefined: not known. */
  readonly has?: (disk: ReplicatedDisk) => boolean | undefined;
  /** What is observed: `shared`. */
  readonly observed: string;
  /** Full sentence about the disk. */
  readonly message: string;
}

/** Refuses every replicated disk that has the trait. */
export function refuseDisks(machine: Machine, limits: LimitsInScope, trait: RefusedTrait): Answer {
  const limit = limits.find(trait.limit);
  if (limit === undefined) return notApplicable;
  return judgeDisks(machine, trait.fact, (disk) => {
    const has = trait.has === undefined ? knownBoolean(disk.facts[trait.fact]) : trait.has(disk);
    if (has === undefined) return missing(`disks[].${trait.fact}`);
    if (!has) return undefined;
    return violation(limit, {
      subject: disk.subject,
      observed: trait.observed,
      message: trait.message,
      path: disk.path(trait.fact),
    });
  });
}

/** Whether the disk is attached in the given way. */
export function isKind(...kinds: readonly NonNullable<Disk["kind"]>[]) {
  return (disk: ReplicatedDisk): boolean | undefined => {
    const { kind } = disk.facts;
    return typeof kind === "string" ? kinds.includes(kind) : undefined;
  };
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DrillInputError } from "./drill-input-error";
import { drillEvidenceSchema, type DrillEvidence } from "./evidence";
import { manifestName, verifyEvidence } from "./manifest";

/** Name of the evidence itself in its folder. */
export const evidenceName = "drill.json";

/** A drill as the history knows it. */
export interface PastDrill {
  readonly folder: string;
  readonly evidence: DrillEvidence;
  /** The folder is as it was written. */
  readonly isUnchanged: boolean;
}

/** The drills of one plan, oldest first. */
export interface PlanHistory {
  readonly planId: string;
  readonly planName: string;
  readonly drills: readonly PastDrill[];
  /** Day of the last drill that passed and whose evidence is unchanged; null: never proven. */
  readonly lastPassedAt: string | null;
  /** Change of the plan's RTO between the last two drills that have one, in seconds. */
  readonly rtoTrendSeconds: number | null;
  /** The same of the worst RPO of its machines. */
  readonly rpoTrendSeconds: number | null;
}

export interface DrillHistory {
  readonly plans: readonly PlanHistory[];
  /** Folders that look like evidence and are none, each with why. */
  readonly unreadable: readonly { readonly folder: string; readonly why: string }[];
}

/**
 * The drills whose evidence lies in a folder or below it, by plan.
 *
 * @throws DrillInputError when the folder cannot be read.
 */
export function readHistory(folder: string): DrillHistory {
  let names: readonly string[];
  try {
    names = readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name === manifestName)
      .map((entry) => entry.parentPath)
      .sort();
  } catch {
    throw new DrillInputError(`${folder} cannot be read: name the folder that holds the evidence of drills.`);
  }
  const drills: PastDrill[] = [];
  const unreadable: { folder: string; why: string }[] = [];
  for (const each of names) {
    try {
      const evidence = drillEvidenceSchema.parse(JSON.parse(readFileSync(join(each, evidenceName), "utf8")));
      drills.push({ folder: each, evidence, isUnchanged: verifyEvidence(each).changes.length === 0 });
    } catch (error) {
      const [why = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
      unreadable.push({ folder: each, why });
    }
  }
  const byPlan = Map.groupBy(drills, ({ evidence }) => subjectKey(evidence.plan));
  return { plans: [...byPlan.values()].map(planHistory), unreadable };
}

/** Age of the oldest recovery point that a drill used. */
export function worstRpoSeconds({ machines }: DrillEvidence): number | null {
  const known = machines.flatMap(({ rpoSeconds }) => rpoSeconds ?? []);
  return known.length === 0 ? null : Math.max(...known);
}

/** Drills of one plan belong together, and those of one set of machines. */
function subjectKey({ kind, id, vaultId, groups }: DrillEvidence["plan"]): string {
  if (kind === "plan") return id.toLowerCase();
  const names = groups.flatMap(({ machines }) => machines).sort();
  return JSON.stringify([vaultId, ...names]).toLowerCase();
}

function planHistory(unsorted: readonly PastDrill[]): PlanHistory {
  const drills = unsorted.toSorted((left, right) =>
    left.evidence.startedAt.localeCompare(right.evidence.startedAt),
  );
  const last = drills.at(-1)?.evidence;
  const passed = drills.findLast(({ evidence, isUnchanged }) => evidence.outcome === "passed" && isUnchanged);
  return {
    planId: last?.plan.id ?? "",
    planName: last?.plan.name ?? "",
    drills,
    lastPassedAt: passed?.evidence.endedAt ?? null,
    rtoTrendSeconds: trend(drills.map(({ evidence }) => evidence.rto.seconds)),
    rpoTrendSeconds: trend(drills.map(({ evidence }) => worstRpoSeconds(evidence))),
  };
}

function trend(values: readonly (number | null)[]): number | null {
  const [before, last] = values.filter((value) => value !== null).slice(-2);
  return before === undefined || last === undefined ? null : Math.round((last - before) * 10) / 10;
}

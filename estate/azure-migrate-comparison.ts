import { verdicts, type Verdict } from "../limits/verdict";
import type { AssessedMachine } from "./assessment";
import type { AzureMigrateVerdict, EstateMachine } from "./document";

/** Azure Migrate's own verdicts beside ours. */
export interface AzureMigrateComparison {
  /** Machines that Azure Migrate has a verdict on. */
  readonly machines: number;
  /** Machines with the same verdict from both. */
  readonly alike: number;
  /** Every pair of verdicts that occurs: the same ones first, then by the number of machines. */
  readonly classes: readonly VerdictClass[];
}

/** The machines with one verdict of Azure Migrate and one of ours. */
export interface VerdictClass {
  readonly azureMigrate: Verdict;
  readonly verdict: Verdict;
  readonly machines: number;
  /** Why the two differ, most frequent first; none where they do not. A machine can have several. */
  readonly reasons: readonly DifferenceReason[];
}

export interface DifferenceReason {
  /**
   * What decides: `rule`: a finding here; `missing-fact`: a fact that decides here and is not known; `waiver`: a
   * finding here that somebody accepted; `azure-migrate-issue`: what Azure Migrate found; `azure-migrate-unsaid`: a
   * verdict of Azure Migrate without an issue.
   */
  readonly kind: "rule" | "waiver" | "missing-fact" | "azure-migrate-issue" | "azure-migrate-unsaid";
  /** Reference and name of the rule, name of the fact, or Azure Migrate's words; empty where it says nothing. */
  readonly what: string;
  /** Whether Azure Migrate reviews such a property at all; only of rules. */
  readonly reviewedByAzureMigrate?: boolean;
  readonly machines: number;
  /** Name of the first machine, for a look. */
  readonly example: string;
}

/**
 * Compares verdict by verdict. Azure Migrate tells whether Azure can run a machine, these rules whether Site Recovery
 * can protect it: they differ for reasons, and each machine that is judged differently has at least one.
 *
 * @param machines of the estate, in the order of the assessed ones
 * @returns undefined where the inventory carries no verdict of Azure Migrate
 */
export function compareWithAzureMigrate(
  machines: readonly EstateMachine[],
  assessed: readonly AssessedMachine[],
): AzureMigrateComparison | undefined {
  const classes = new Map<string, Class>();
  let compared = 0;
  let alike = 0;
  machines.forEach(({ azureMigrate: theirs }, index) => {
    const ours = assessed[index];
    if (theirs === undefined || ours === undefined) return;
    compared += 1;
    const key = `${theirs.readiness} ${ours.verdict}`;
    const known = classes.get(key) ?? new Class(theirs.readiness, ours.verdict);
    classes.set(key, known);
    const differ = theirs.readiness !== ours.verdict;
    if (!differ) alike += 1;
    known.add(ours.name, differ ? reasonsOf(theirs, ours) : []);
  });
  if (compared === 0) return undefined;
  const rank = ({ azureMigrate, verdict }: VerdictClass): number =>
    verdicts.indexOf(azureMigrate) * verdicts.length + verdicts.indexOf(verdict);
  const isAlike = ({ azureMigrate, verdict }: VerdictClass): number => (azureMigrate === verdict ? 0 : 1);
  return {
    machines: compared,
    alike,
    classes: [...classes.values()]
      .map((each) => each.counted())
      .sort((a, b) => isAlike(a) - isAlike(b) || b.machines - a.machines || rank(a) - rank(b)),
  };
}

type Reason = Omit<DifferenceReason, "machines" | "example">;

class Class {
  #machines = 0;
  readonly #reasons = new Map<string, { reason: Reason; machines: number; example: string }>();

  constructor(
    private readonly azureMigrate: Verdict,
    private readonly verdict: Verdict,
  ) {}

  add(machine: string, reasons: readonly Reason[]): void {
    this.#machines += 1;
    const distinct = new Map(reasons.map((reason) => [`${reason.kind}\n${reason.what}`, reason]));
    for (const [key, reason] of distinct) {
      const known = this.#reasons.get(key) ?? { reason, machines: 0, example: machine };
      known.machines += 1;
      this.#reasons.set(key, known);
    }
  }

  counted(): VerdictClass {
    return {
      azureMigrate: this.azureMigrate,
      verdict: this.verdict,
      machines: this.#machines,
      reasons: [...this.#reasons.values()]
        .sort((a, b) => b.machines - a.machines || (a.reason.what < b.reason.what ? -1 : 1))
        .map(({ reason, machines, example }) => ({ ...reason, machines, example })),
    };
  }
}

/** What decided on either side; a side that says `ready` has nothing to explain. */
function reasonsOf(theirs: AzureMigrateVerdict, ours: AssessedMachine): readonly Reason[] {
  return [...ourReasons(ours), ...theirReasons(theirs)];
}

function ourReasons({ verdict, findings, decisiveFactsMissing }: AssessedMachine): readonly Reason[] {
  if (verdict === "ready") return [];
  if (verdict === "unknown") return decisiveFactsMissing.map((what) => ({ kind: "missing-fact", what }));
  const errors = findings.filter(({ severity, waiver }) => severity === "error" && waiver === null);
  return (verdict === "not-ready" ? errors : findings).map(({ rule, ref, path, waiver }) => ({
    kind: waiver === null ? "rule" : "waiver",
    what: `${ref} ${rule}`,
    reviewedByAzureMigrate: path !== undefined && reviewed.test(path),
  }));
}

function theirReasons({ readiness, issues = [] }: AzureMigrateVerdict): readonly Reason[] {
  if (readiness === "ready") return [];
  return issues.length === 0
    ? [{ kind: "azure-migrate-unsaid", what: "" }]
    : issues.map((what) => ({ kind: "azure-migrate-issue", what }));
}

/**
 * Facts of the properties that Azure Migrate reviews: boot type, cores, memory, size and number of disks, number of
 * adapters, operating system ("Assessment calculations", Azure suitability analysis).
 */
const reviewed =
  /^(firmware|cpuCores|memoryMiB|nics|disks|disks\[\d+\]\.sizeGiB|os(\.(family|name|version|edition|architecture))?)$/;

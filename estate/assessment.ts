import type { Edition } from "../limits/editions";
import type { Finding, Undecided } from "../limits/findings";
import type { Severity } from "../limits/matrix/schema";
import type { Experience, Intent, Scenario } from "../limits/scenarios";
import type { Verdict } from "../limits/verdict";
import type { Waiver } from "../limits/waivers";
import type { AzureMigrateComparison } from "./azure-migrate-comparison";
import type { MachineOrigin } from "./document";

export type { Waiver } from "../limits/waivers";

/** Version of the assessment document. */
export const assessmentVersion = "asr-assessment/1";

/** Verdicts on an estate: the document that `asr assess --format json` prints. */
export interface Assessment {
  readonly schema: typeof assessmentVersion;
  readonly edition: Edition;
  /** ISO date that dated limits were compared with. */
  readonly asOf: string;
  readonly intent: Intent;
  readonly summary: AssessmentSummary;
  /** In the order of the inventory. */
  readonly machines: readonly AssessedMachine[];
  /** Findings about everything but single machines: target, hosts, servers, sums over the estate. */
  readonly estate: EstateJudgement;
  readonly waivers: WaiverReport;
  /** Only where two editions were compared; the rest of the document is then the second one's. */
  readonly comparison?: Comparison;
  /** Only where the inventory carries verdicts of Azure Migrate. */
  readonly azureMigrate?: AzureMigrateComparison;
}

export interface AssessmentSummary {
  readonly machines: number;
  readonly ready: number;
  readonly conditional: number;
  readonly notReady: number;
  readonly unknown: number;
  /** Disks that the inventory lists, those among them that no machine could be told for. */
  readonly disks: number;
  /** Disks of machines that share a name, which are judged with no machine; absent where there are none. */
  readonly unattributedDisks?: number;
  /** Findings that concern most machines, at most ten. */
  readonly mostFrequentFindings: readonly FrequentFinding[];
}

export interface FrequentFinding {
  readonly rule: string;
  readonly ref: string;
  readonly severity: Severity;
  readonly limit: string;
  readonly edition: Edition;
  readonly document: string;
  readonly section: string;
  /** Machines with at least one such finding. */
  readonly machines: number;
  readonly findings: number;
}

export interface AssessedMachine {
  readonly name: string;
  readonly id?: string;
  readonly scenario: Scenario;
  readonly experience?: Experience;
  /** Where the inventory lists it; absent for estate documents. */
  readonly origin?: MachineOrigin;
  readonly verdict: Verdict;
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  /** Facts without which the machine cannot be `ready`, as names of the estate document. */
  readonly decisiveFactsMissing: readonly string[];
}

/** How much of what applies to the machine could be decided, in rules. */
export interface Coverage {
  readonly decided: number;
  readonly undecided: number;
}

export interface EstateJudgement {
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  readonly decided: number;
}

export interface WaiverReport {
  /** Waivers whose date has passed: the findings they named count in full. */
  readonly expired: readonly Waiver[];
  /** Waivers that name no finding of this assessment. */
  readonly unused: readonly Waiver[];
}

/** What two editions decide differently about the same machines. */
export interface Comparison {
  readonly editions: readonly [Edition, Edition];
  readonly summaries: readonly [AssessmentSummary, AssessmentSummary];
  readonly changed: readonly ChangedMachine[];
}

export interface ChangedMachine {
  readonly name: string;
  readonly id?: string;
  readonly verdicts: readonly [Verdict, Verdict];
  /** Rules with a finding under one of the editions only. */
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
}

import type { Edition } from "../../limits/editions";
import type { Experience, Scenario } from "../../limits/scenarios";
import type { Verdict } from "../../limits/verdict";
import type { Waiver } from "../../limits/waivers";
import type { UnknownPart } from "../vault/part";
import type { ReadingCost } from "../vault/snapshot";
import type { CheckFinding, CheckUndecided } from "./check-finding";
import type { DriftReport } from "./drift/drift-report";
import type { ServiceOpinions } from "./service/service-opinions";
import type { CheckThresholds } from "./thresholds";

/** Version of the document. */
export const vaultCheckVersion = "asr-check/1";

/** Verdicts on a live vault: the document that `asr check --format json` prints. */
export interface VaultCheck {
  readonly schema: typeof vaultCheckVersion;
  readonly edition: Edition;
  /** ISO date that dated limits were compared with. */
  readonly asOf: string;
  /** ISO time that ages are counted from. */
  readonly readAt: string;
  readonly vault: { readonly id: string; readonly name: string; readonly location: string | null };
  /** Worst of the machines and of everything else; `unknown` where something could not be read. */
  readonly verdict: Verdict;
  readonly thresholds: CheckThresholds;
  readonly summary: VaultSummary;
  readonly machines: readonly CheckedMachine[];
  readonly recoveryPlans: readonly CheckedPlan[];
  /** About everything but machines and plans. */
  readonly findings: readonly CheckFinding[];
  readonly undecided: readonly CheckUndecided[];
  /** What could not be read, with the action of role-based access control that was missing. */
  readonly unread: readonly UnreadPart[];
  /** What the service itself says, beside ours. */
  readonly service: ServiceOpinions;
  /** Only where it was compared with a landing zone or a stack. */
  readonly drift?: readonly DriftReport[];
  readonly waivers: { readonly expired: readonly Waiver[]; readonly unused: readonly Waiver[] };
  readonly cost: ReadingCost;
}

export interface VaultSummary {
  readonly machines: number;
  readonly ready: number;
  readonly conditional: number;
  readonly unknown: number;
  readonly notReady: number;
  readonly recoveryPlans: number;
  /** Plans with a drill that ended well within `thresholds.drillInDays`. */
  readonly plansProven: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface CheckedMachine {
  readonly name: string;
  readonly id: string;
  readonly instanceType: string;
  readonly scenario: Scenario | null;
  readonly experience?: Experience;
  readonly verdict: Verdict;
  readonly state: MachineState;
  /** How many limits could be decided; what a vault does not tell of a machine stays open. */
  readonly coverage: { readonly decided: number; readonly undecided: number };
  readonly findings: readonly CheckFinding[];
  /** Live facts that nobody told: they make the machine `unknown`. */
  readonly undecided: readonly CheckUndecided[];
}

/** What a person on call looks at first. */
export interface MachineState {
  readonly protection: string | null;
  readonly replicationHealth: string | null;
  readonly failoverHealth: string | null;
  readonly rpoInMinutes: number | null;
  readonly activeLocation: string | null;
  readonly agentVersion: string | null;
  /** ISO time. */
  readonly lastTestFailover: string | null;
  readonly recoveryPlans: readonly string[];
}

export interface CheckedPlan {
  readonly name: string;
  readonly id: string;
  readonly verdict: Verdict;
  readonly machines: number;
  readonly lastDrill: PlanDrill | null;
  readonly findings: readonly CheckFinding[];
}

/** The newest drill that ended well. */
export interface PlanDrill {
  /** ISO time. */
  readonly at: string;
  readonly ageInDays: number;
  /** `machines`: all of its machines were tested one by one. */
  readonly by: "plan" | "machines";
}

export interface UnreadPart {
  /** Part of the vault, or what outside it. */
  readonly part: string;
  readonly action: string;
  readonly why: UnknownPart["why"];
  readonly message: string;
  /** How many things of the kind. */
  readonly count: number;
}

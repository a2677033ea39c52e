import type { CheckFinding, CheckUndecided } from "../check-finding";

/** What the service says of itself, beside what we say. */
export interface ServiceOpinions {
  readonly eligibility: readonly MachineEligibility[];
  /** Source VMs that were not asked about, because `--eligibility` allowed no more. */
  readonly eligibilityNotAsked: number;
  readonly health: ServiceHealth | null;
  /** Operating systems that the service lists, by provider; empty where it was not told. */
  readonly supportedOperatingSystems: Readonly<Record<string, readonly string[]>>;
}

/** What the service answers when asked whether a VM could be replicated. */
export interface MachineEligibility {
  readonly machine: string;
  readonly sourceVmId: string;
  readonly errors: readonly { readonly code: string; readonly message: string }[];
  /** Errors of ours by limits. */
  readonly ours: readonly string[];
}

export interface ServiceHealth {
  readonly items: number | null;
  readonly errors: number;
  readonly issues: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
}

/** Opinions with the findings that arise where they differ from ours. */
export interface ComparedOpinions {
  readonly opinions: ServiceOpinions;
  readonly findings: readonly CheckFinding[];
  readonly undecided: readonly CheckUndecided[];
}

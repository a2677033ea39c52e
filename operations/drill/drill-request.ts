import type { MachineProbes } from "./probes/probe-file";

/** What is to be drilled, and how. */
export interface DrillRequest {
  /** ARM id of the recovery plan. Either this or `machineIds`. */
  readonly planId?: string;
  /** ARM ids of protected items, each tested by itself. */
  readonly machineIds?: readonly string[];
  /** Starts the next machine when the one before is up; default: all at once. A plan has an order of its own. */
  readonly oneByOne?: boolean;
  /** ARM id of the virtual network; default: the one that all items name for tests. */
  readonly networkId?: string;
  /** Both have to be given for a network that is production or reaches it: that it may, and its name again. */
  readonly allowProductionNetwork?: boolean;
  readonly confirmProductionNetwork?: string;
  /** Leaves the test machines running. */
  readonly keep?: boolean;
  /** Preflight alone. */
  readonly dryRun?: boolean;
  readonly rtoTargetMinutes?: number;
  readonly probes?: MachineProbes;
  /** For the test failover with its probes, and again for the clean-up; default 240. */
  readonly timeoutMinutes?: number;
  /** How often a job is asked for; default 15. */
  readonly pollSeconds?: number;
  /** Resumes manual actions of the plan instead of waiting for somebody who does. */
  readonly completeManualActions?: boolean;
  /** Written into the clean-up and the evidence. */
  readonly notes?: string;
}

export const drillDefaults = { timeoutMinutes: 240, pollSeconds: 15 } as const;

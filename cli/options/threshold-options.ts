import type { Command } from "commander";
import { defaultThresholds, type CheckThresholds } from "../../operations/check/thresholds";
import { wholeNumberOption } from "./number-option";

/** Options of live checks; what is left out is the default. */
export interface ThresholdFlags {
  readonly rpoMinutes?: number;
  readonly heartbeatMinutes?: number;
  readonly stuckJobHours?: number;
  readonly failedJobDays?: number;
  readonly expiryDays?: number;
  readonly drillDays?: number;
}

export function addThresholdOptions(command: Command): Command {
  const { rpoInMinutes, heartbeatInMinutes, stuckJobInHours, failedJobInDays, expiryInDays, drillInDays } =
    defaultThresholds;
  return command
    .addOption(
      wholeNumberOption(
        "--rpo-minutes <n>",
        `RPO tolerated where the policy has no threshold, as only classic VMware ones have (default: ${rpoInMinutes})`,
      ),
    )
    .addOption(
      wholeNumberOption(
        "--heartbeat-minutes <n>",
        `silence of agents and servers tolerated (default: ${heartbeatInMinutes})`,
      ),
    )
    .addOption(
      wholeNumberOption(
        "--stuck-job-hours <n>",
        `a job that takes longer is stuck (default: ${stuckJobInHours})`,
      ),
    )
    .addOption(
      wholeNumberOption("--failed-job-days <n>", `failed jobs count this long (default: ${failedJobInDays})`),
    )
    .addOption(
      wholeNumberOption(
        "--expiry-days <n>",
        `warn this long before agents expire (default: ${expiryInDays})`,
      ),
    )
    .addOption(
      wholeNumberOption(
        "--drill-days <n>",
        `longest time between drills of a plan; a quarter by default (${drillInDays})`,
      ),
    );
}

export function thresholdsOf(flags: ThresholdFlags): CheckThresholds {
  return {
    rpoInMinutes: flags.rpoMinutes ?? defaultThresholds.rpoInMinutes,
    heartbeatInMinutes: flags.heartbeatMinutes ?? defaultThresholds.heartbeatInMinutes,
    stuckJobInHours: flags.stuckJobHours ?? defaultThresholds.stuckJobInHours,
    failedJobInDays: flags.failedJobDays ?? defaultThresholds.failedJobInDays,
    expiryInDays: flags.expiryDays ?? defaultThresholds.expiryInDays,
    drillInDays: flags.drillDays ?? defaultThresholds.drillInDays,
  };
}

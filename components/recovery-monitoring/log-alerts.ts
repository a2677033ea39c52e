import { newestItem, ofVault } from "./log-queries";

/** A log alert: a query that finds nothing as long as all is well. */
export interface LogAlert {
  /** End of the resource's name. */
  readonly key: string;
  readonly displayName: string;
  readonly description: string;
  readonly query: string;
  /** 0 (critical) to 4 (verbose), as Azure Monitor counts. */
  readonly severity: number;
  /** How far back the query looks, as an ISO 8601 duration. */
  readonly windowSize: string;
  /** How often it runs, as an ISO 8601 duration. */
  readonly evaluationFrequency: string;
}

/** What is measured against. */
export interface AlertThresholds {
  readonly vaultId: string;
  readonly rpoThresholdInMinutes: number;
  readonly drillAgeInDays: number;
}

const secondsPerMinute = 60;

/**
 * The alerts of one vault, over the table and columns that Site Recovery's logs have.
 *
 * @see https://learn.microsoft.com/azure/site-recovery/monitor-log-analytics
 */
export function logAlerts({
  vaultId,
  rpoThresholdInMinutes,
  drillAgeInDays,
}: AlertThresholds): readonly LogAlert[] {
  return [
    {
      key: "replication-critical",
      displayName: "Replication of a machine is critical",
      description: "The newest word of Site Recovery about a machine's replication health is Critical.",
      query: ofVault(vaultId, ...newestItem, 'where replicationHealth_s == "Critical"'),
      severity: 1,
      ...soon,
    },
    {
      key: "rpo-exceeded",
      displayName: `A machine's recovery point is older than ${rpoThresholdInMinutes} minutes`,
      description: `The newest RPO of a machine exceeds ${rpoThresholdInMinutes} minutes.`,
      query: ofVault(
        vaultId,
        ...newestItem,
        `where rpoInSeconds_d > ${rpoThresholdInMinutes * secondsPerMinute}`,
      ),
      severity: 2,
      ...soon,
    },
    {
      key: "job-failed",
      displayName: "A Site Recovery job failed",
      description: "A job of the vault ended with a failure.",
      query: ofVault(vaultId, 'where Category == "AzureSiteRecoveryJobs"', 'where ResultType == "Failed"'),
      severity: 2,
      ...soon,
    },
    {
      key: "drill-overdue",
      displayName: `A machine had no successful test failover for ${drillAgeInDays} days`,
      description: `The last successful test failover of a machine is more than ${drillAgeInDays} days ago, or there was none.`,
      query: ofVault(
        vaultId,
        ...newestItem,
        `where isnull(lastSuccessfulTestFailoverTime_t) or lastSuccessfulTestFailoverTime_t <= ago(${drillAgeInDays}d)`,
      ),
      severity: 3,
      ...daily,
    },
  ];
}

const soon = { windowSize: "PT1H", evaluationFrequency: "PT15M" } as const;
const daily = { windowSize: "P1D", evaluationFrequency: "P1D" } as const;

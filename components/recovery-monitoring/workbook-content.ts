import { newestItem, ofVault } from "./log-queries";

/** What the workbook shows, and against which thresholds. */
export interface WorkbookScope {
  readonly vaultId: string;
  readonly workspaceId: string;
  readonly rpoThresholdInMinutes: number;
  readonly drillAgeInDays: number;
  readonly daysShown: number;
}

/** One tile over the logs. */
interface Tile {
  readonly title: string;
  readonly visualization: "piechart" | "timechart" | "barchart" | "table";
  readonly query: readonly string[];
  /** Percent of the page's width. Default: 100. */
  readonly width?: number;
}

const secondsPerMinute = 60;

/**
 * The content of a workbook as the portal stores it: health, recovery points and test failovers of the machines, and the
 * jobs. Tables and columns are those of Site Recovery's logs.
 *
 * @see https://learn.microsoft.com/azure/site-recovery/monitor-log-analytics
 * @see https://learn.microsoft.com/azure/azure-monitor/visualize/workbooks-overview
 */
export function workbookContent(scope: WorkbookScope): object {
  const { vaultId, workspaceId } = scope;
  return {
    version: "Notebook/1.0",
    items: [
      { type: 1, name: "title", content: { json: `# Disaster recovery\n\n\`${vaultId}\`` } },
      ...tiles(scope).map((tile, index) => ({
        type: 3,
        name: `tile-${index + 1}`,
        ...(tile.width === undefined ? {} : { customWidth: String(tile.width) }),
        content: {
          version: "KqlItem/1.0",
          title: tile.title,
          query: ofVault(vaultId, ...tile.query),
          size: 0,
          queryType: 0,
          resourceType: "microsoft.operationalinsights/workspaces",
          crossComponentResources: [workspaceId],
          visualization: tile.visualization,
          noDataMessage: "Nothing in the logs.",
        },
      })),
    ],
    fallbackResourceIds: [workspaceId],
    $schema: "https://github.com/Microsoft/Application-Insights-Workbooks/blob/master/schema/workbook.json",
  };
}

function tiles({ rpoThresholdInMinutes, drillAgeInDays, daysShown }: WorkbookScope): readonly Tile[] {
  const recent = `where TimeGenerated > ago(${daysShown}d)`;
  return [
    {
      title: "Replication health",
      visualization: "piechart",
      width: 50,
      query: [...newestItem, "summarize Machines = count() by Health = replicationHealth_s"],
    },
    {
      title: `Machines by recovery point, against ${rpoThresholdInMinutes} minutes`,
      visualization: "barchart",
      width: 50,
      query: [
        ...newestItem,
        `extend Threshold = iff(isnull(rpoInSeconds_d), "unknown", iff(rpoInSeconds_d > ${rpoThresholdInMinutes * secondsPerMinute}, "older", "within"))`,
        "summarize Machines = count() by Threshold",
      ],
    },
    {
      title: `Age of the recovery point in seconds, by machine, ${daysShown} days`,
      visualization: "timechart",
      query: [
        'where Category == "AzureSiteRecoveryReplicatedItems"',
        recent,
        "where isnotempty(name_s)",
        "summarize RpoInSeconds = max(rpoInSeconds_d) by name_s, bin(TimeGenerated, 1h)",
      ],
    },
    {
      title: `Test failovers: machines without a successful one for ${drillAgeInDays} days come first`,
      visualization: "table",
      query: [
        ...newestItem,
        "extend AgeInDays = iff(isnull(lastSuccessfulTestFailoverTime_t), real(null), (now() - lastSuccessfulTestFailoverTime_t) / 1d)",
        `extend Overdue = isnull(AgeInDays) or AgeInDays >= ${drillAgeInDays}`,
        "project Machine = name_s, LastTestFailover = lastSuccessfulTestFailoverTime_t, AgeInDays = round(AgeInDays, 1), Overdue, Health = replicationHealth_s, RpoInSeconds = rpoInSeconds_d",
        "order by Overdue desc, AgeInDays desc",
      ],
    },
    {
      title: `Failed jobs, ${daysShown} days`,
      visualization: "table",
      query: [
        'where Category == "AzureSiteRecoveryJobs"',
        recent,
        'where ResultType == "Failed"',
        "project TimeGenerated, Job = OperationName, Machine = affectedResourceName_s, Result = ResultType",
        "order by TimeGenerated desc",
      ],
    },
  ];
}

import * as monitor from "@pulumi/azure-native/monitor";
import type * as pulumi from "@pulumi/pulumi";
import type { RecoveryMonitoring, RecoveryVault } from "../../components";

/** Which process server is watched, and where its alert is. */
export interface ProcessServerAlertArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  /** Region of the workspace. */
  readonly location: string;
  readonly vault: RecoveryVault;
  /** The vault's other alerts: whom they tell, this one tells. */
  readonly monitoring: RecoveryMonitoring;
  /** Name of the server in the vault. */
  readonly processServerName: string;
}

/**
 * An alert on what Site Recovery reports about a process server: processor, memory, free space, services and heartbeat.
 * All machines behind a server in trouble fall behind with it.
 *
 * @see https://learn.microsoft.com/azure/site-recovery/vmware-physical-azure-monitor-process-server
 * @see https://learn.microsoft.com/azure/site-recovery/monitor-log-analytics
 */
export function processServerAlert(name: string, args: ProcessServerAlertArgs): void {
  const { resourceGroupName, location, vault, monitoring, processServerName } = args;
  const query = vault.vaultId.apply((vaultId) =>
    [
      "AzureDiagnostics",
      // The table holds ids in upper case.
      `where ResourceId =~ "${vaultId}"`,
      'where Category == "AzureSiteRecoveryEvents"',
      `where affectedResourceName_s =~ ${JSON.stringify(processServerName)}`,
    ].join("\n| "),
  );
  new monitor.ScheduledQueryRule(name, {
    ruleName: name,
    resourceGroupName,
    location,
    displayName: `Site Recovery reports on the process server ${processServerName}`,
    description: "Processor, memory, free space, services or heartbeat of the process server.",
    severity: 2,
    enabled: true,
    scopes: [vault.workspaceId.apply((id) => id ?? "")],
    windowSize: "PT1H",
    evaluationFrequency: "PT15M",
    autoMitigate: true,
    // The table arises with the first logs, which come with the first machine.
    skipQueryValidation: true,
    criteria: { allOf: [{ query, timeAggregation: "Count", operator: "GreaterThan", threshold: 0 }] },
    actions: { actionGroups: monitoring.actionGroupId.apply((id) => (id === undefined ? [] : [id])) },
  });
}

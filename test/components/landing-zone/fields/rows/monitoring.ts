import { expect } from "vitest";
import { providers } from "../documents";
import type { FieldRow } from "../row";

export const monitoringRows: readonly FieldRow[] = [
  {
    path: "monitoring.workspace<id>.id",
    given: { "monitoring.workspace": { id: `${providers}/Microsoft.OperationalInsights/workspaces/one` } },
    value: `${providers}/Microsoft.OperationalInsights/workspaces/other`,
    reaches: {
      "monitor:DiagnosticSetting dr-vault-diagnostics: workspaceId": `${providers}/Microsoft.OperationalInsights/workspaces/other`,
      "monitor:ScheduledQueryRule dr-monitoring-replication-critical: scopes[0]": `${providers}/Microsoft.OperationalInsights/workspaces/other`,
      "monitor:ScheduledQueryRule dr-monitoring-rpo-exceeded: scopes[0]": `${providers}/Microsoft.OperationalInsights/workspaces/other`,
    },
  },
  {
    path: "monitoring.workspace.name",
    value: "other",
    reaches: { "operationalinsights:Workspace dr-vault-workspace: workspaceName": "other" },
  },
  {
    path: "monitoring.workspace.location",
    value: "uksouth",
    reaches: {
      "operationalinsights:Workspace dr-vault-workspace: location": "uksouth",
      "monitor:ScheduledQueryRule dr-monitoring-replication-critical: location": "uksouth",
      "monitor:ScheduledQueryRule dr-monitoring-rpo-exceeded: location": "uksouth",
    },
  },
  {
    path: "monitoring.workspace.sku",
    value: "Free",
    reaches: { "operationalinsights:Workspace dr-vault-workspace: sku.name": "Free" },
  },
  {
    path: "monitoring.workspace.retentionInDays",
    value: 60,
    reaches: { "operationalinsights:Workspace dr-vault-workspace: retentionInDays": 60 },
  },
  {
    path: "monitoring.workspace.tags{}",
    value: "other",
    reaches: { "operationalinsights:Workspace dr-vault-workspace: tags.one": "other" },
  },
  {
    path: "monitoring.logCategories[]",
    given: { "monitoring.logCategories": ["AzureSiteRecoveryEvents"] },
    value: "AzureSiteRecoveryJobs",
    reaches: { "monitor:DiagnosticSetting dr-vault-diagnostics: logs[0].category": "AzureSiteRecoveryJobs" },
  },
  {
    path: "monitoring.alerts.emailAddresses[]",
    value: "other@example.org",
    reaches: {
      "monitor:ScheduledQueryRule dr-monitoring-replication-critical: actions.actionGroups[0]":
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/mock/providers/azure-native:monitor:ActionGroup/dr-monitoring-action-group",
      "monitor:ScheduledQueryRule dr-monitoring-rpo-exceeded: actions.actionGroups[0]":
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/mock/providers/azure-native:monitor:ActionGroup/dr-monitoring-action-group",
      "monitor:ScheduledQueryRule dr-monitoring-job-failed: actions.actionGroups[0]":
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/mock/providers/azure-native:monitor:ActionGroup/dr-monitoring-action-group",
    },
    appearing: ["monitor:ActionGroup dr-monitoring-action-group", "AlertSetting dr-alerts"],
  },
  {
    path: "monitoring.alerts.notifyOwners",
    given: { "monitoring.alerts": {} },
    value: true,
    reaches: { "AlertSetting dr-alerts: sendToOwners": "Send" },
  },
  {
    path: "monitoring.alerts.locale",
    given: { "monitoring.alerts": {} },
    value: "de-DE",
    reaches: { "AlertSetting dr-alerts: locale": "de-DE" },
  },
  {
    path: "monitoring.logAlerts.rpoThresholdInMinutes",
    value: 7,
    reaches: {
      "monitor:ScheduledQueryRule dr-monitoring-rpo-exceeded: description":
        "The newest RPO of a machine exceeds 7 minutes.",
      "monitor:ScheduledQueryRule dr-monitoring-rpo-exceeded: displayName":
        "A machine's recovery point is older than 7 minutes",
    },
  },
  {
    path: "monitoring.logAlerts.drillAgeInDays",
    value: 7,
    reaches: {
      "monitor:ScheduledQueryRule dr-monitoring-drill-overdue: description":
        "The last successful test failover of a machine is more than 7 days ago, or there was none.",
      "monitor:ScheduledQueryRule dr-monitoring-drill-overdue: displayName":
        "A machine had no successful test failover for 7 days",
    },
  },
  {
    path: "monitoring.logAlerts.actionGroupId",
    value: `${providers}/Microsoft.Insights/actionGroups/other`,
    reaches: {
      "monitor:ScheduledQueryRule dr-monitoring-replication-critical: actions.actionGroups[0]": `${providers}/Microsoft.Insights/actionGroups/other`,
      "monitor:ScheduledQueryRule dr-monitoring-rpo-exceeded: actions.actionGroups[0]": `${providers}/Microsoft.Insights/actionGroups/other`,
      "monitor:ScheduledQueryRule dr-monitoring-job-failed: actions.actionGroups[0]": `${providers}/Microsoft.Insights/actionGroups/other`,
    },
  },
  {
    path: "monitoring.workbook.displayName",
    given: { "monitoring.workbook": {} },
    value: "other",
    reaches: { "applicationinsights:Workbook dr-monitoring-workbook: displayName": "other" },
  },
  {
    path: "monitoring.workbook.workbookName",
    given: { "monitoring.workbook": {} },
    value: "11111111-1111-4111-8111-111111111111",
    reaches: {
      "applicationinsights:Workbook dr-monitoring-workbook: resourceName":
        "11111111-1111-4111-8111-111111111111",
    },
  },
  {
    path: "monitoring.workbook.daysShown",
    given: { "monitoring.workbook": {} },
    value: 30,
    reaches: {
      "applicationinsights:Workbook dr-monitoring-workbook: serializedData": expect.stringContaining(
        "ago(30d)",
      ) as unknown,
    },
  },
];

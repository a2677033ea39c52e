import { expect } from "vitest";
import { RecoveryMonitoring } from "../../../../components";
import type { ComponentInputs } from "../row";
import { id, vaultId, workspaceId } from "./ids";

const rules = ["replication-critical", "rpo-exceeded", "job-failed", "drill-overdue"].map(
  (key) => `monitor:ScheduledQueryRule dr-${key}`,
);
const everyRule = (property: string): readonly string[] => rules.map((rule) => `${rule}: ${property}`);
const group = "monitor:ActionGroup dr-action-group";
const written = { "emailAddresses[0]": "one@example.com" };
const groupOf = (name: string): string => id("Microsoft.Insights/actionGroups", name);
const told = "actions.actionGroups[0]";
const workbook = "applicationinsights:Workbook dr-workbook";
const withWorkbook = { workbook: {} };
const holding = (text: string): unknown => expect.stringContaining(text);

/** The values of a rule whose text, query and description show a threshold. */
function thresholdOf(
  rule: string,
  number: string,
  condition: string,
  inWorkbook: string,
): Readonly<Record<string, unknown>> {
  const shown = holding(number);
  return {
    [`monitor:ScheduledQueryRule dr-${rule}: displayName`]: shown,
    [`monitor:ScheduledQueryRule dr-${rule}: description`]: shown,
    [`monitor:ScheduledQueryRule dr-${rule}: criteria.allOf[0].query`]: holding(condition),
    [`${workbook}: serializedData`]: holding(inWorkbook),
  };
}

export const recoveryMonitoring: ComponentInputs = {
  component: "RecoveryMonitoring",
  create: (name, args, opts) => new RecoveryMonitoring(name, args, opts),
  plain: {
    vaultId: vaultId("rsv"),
    workspaceId: workspaceId("log"),
    resourceGroupName: "rg",
    location: "westeurope",
  },
  everything: { ...written, ...withWorkbook },
  rows: [
    {
      path: "vaultId",
      value: vaultId("other"),
      given: withWorkbook,
      reaches: {
        ...Object.fromEntries(
          everyRule("criteria.allOf[0].query").map((query) => [
            query,
            holding(`where ResourceId =~ "${vaultId("other")}"`),
          ]),
        ),
        [`${workbook}: serializedData`]: holding(vaultId("other")),
      },
    },
    {
      path: "workspaceId",
      value: workspaceId("other"),
      given: withWorkbook,
      reaches: {
        ...Object.fromEntries(everyRule("scopes[0]").map((scope) => [scope, workspaceId("other")])),
        [`${workbook}: sourceId`]: workspaceId("other").toLowerCase(),
        [`${workbook}: serializedData`]: holding(workspaceId("other")),
      },
    },
    {
      path: "resourceGroupName",
      value: "other",
      given: { ...written, ...withWorkbook },
      reaches: [
        ...everyRule("resourceGroupName"),
        `${group}: resourceGroupName`,
        `${workbook}: resourceGroupName`,
      ],
    },
    // The action group is global: a region that is lost must not silence its own alerts.
    {
      path: "location",
      value: "northeurope",
      given: { ...written, ...withWorkbook },
      reaches: [...everyRule("location"), `${workbook}: location`],
    },
    {
      path: "actionGroupId",
      value: groupOf("other"),
      given: { actionGroupId: groupOf("one") },
      reaches: everyRule(told),
    },
    {
      path: "emailAddresses[]",
      value: "other@example.com",
      given: written,
      reaches: [`${group}: emailReceivers[0].emailAddress`, `${group}: emailReceivers[0].name`],
    },
    { path: "actionGroupName", value: "other", given: written, reaches: `${group}: actionGroupName` },
    { path: "actionGroupShortName", value: "other", given: written, reaches: `${group}: groupShortName` },
    ...["actionGroupName", "actionGroupShortName"].map((path) => ({ path, value: "other", refusedAt: path })),
    {
      path: "rpoThresholdInMinutes",
      value: 15,
      given: withWorkbook,
      reaches: thresholdOf("rpo-exceeded", "15 minutes", "where rpoInSeconds_d > 900", "> 900"),
    },
    {
      path: "drillAgeInDays",
      value: 45,
      given: withWorkbook,
      reaches: thresholdOf(
        "drill-overdue",
        "45 days",
        "lastSuccessfulTestFailoverTime_t <= ago(45d)",
        ">= 45",
      ),
    },
    {
      path: "workbook.displayName",
      value: "other",
      given: withWorkbook,
      reaches: `${workbook}: displayName`,
    },
    {
      path: "workbook.workbookName",
      value: "11111111-2222-3333-4444-555555555555",
      given: withWorkbook,
      reaches: `${workbook}: resourceName`,
    },
    {
      path: "workbook.daysShown",
      value: 11,
      given: withWorkbook,
      reaches: { [`${workbook}: serializedData`]: holding("ago(11d)") },
    },
    { path: "enabled", value: false, reaches: everyRule("enabled") },
    {
      path: "tags{}",
      value: "other",
      given: { ...written, ...withWorkbook },
      reaches: [...everyRule("tags.one"), `${group}: tags.one`, `${workbook}: tags.one`],
    },
    {
      path: "keepVersionAliases",
      value: true,
      reaches: "version aliases: azure-native:monitor:ScheduledQueryRule",
    },
  ],
};

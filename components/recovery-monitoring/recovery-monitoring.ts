import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { existingIdProblems, idleInputs, idProblems } from "../inputs/existing";
import {
  checkedInputs,
  missingInputs,
  throwProblems,
  type InputProblem,
  type SeenInputs,
} from "../inputs/input-problems";
import { isPending } from "../inputs/pending";
import { withoutVersionAliases } from "../inputs/version-aliases";
import { logAlerts } from "./log-alerts";
import { recoveryWorkbook, type RecoveryWorkbookArgs } from "./workbook";

export interface RecoveryMonitoringArgs {
  /** Id of the vault that is watched. */
  vaultId: pulumi.Input<string>;
  /** Id of the Log Analytics workspace that the vault's Site Recovery logs go to. */
  workspaceId: pulumi.Input<string>;
  /** Resource group of the alerts, of the workbook and of a new action group. */
  resourceGroupName: pulumi.Input<string>;
  /** Region of the alerts; Azure wants the workspace's. */
  location: pulumi.Input<string>;
  /** Id of an existing action group to tell. */
  actionGroupId?: pulumi.Input<string>;
  /** Addresses that a new action group writes to. Without any, and without `actionGroupId`, alerts only show in the portal. */
  emailAddresses?: string[];
  /** Default: `ag-<name>`. */
  actionGroupName?: pulumi.Input<string>;
  /** Name in messages of a new action group, at most 12 characters. Default: `recovery`. */
  actionGroupShortName?: pulumi.Input<string>;
  /** A machine whose newest recovery point is older raises an alert. Default: 30, as in Microsoft's example. */
  rpoThresholdInMinutes?: number;
  /** A machine without a successful test failover for longer raises an alert. Default: 90, as in Microsoft's example. */
  drillAgeInDays?: number;
  /**
   * A workbook over the logs: health, recovery points, test failovers and failed jobs. Azure shows its content only to
   * requests that ask for it, so that azure-native may write it once more after a refresh. Default: none.
   */
  workbook?: RecoveryWorkbookArgs;
  /** False: the alerts exist, but are off. Default: true. */
  enabled?: pulumi.Input<boolean>;
  /** Tags of every resource that takes tags. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /** Keeps the aliases that azure-native adds for its other API versions. Default: false. */
  keepVersionAliases?: boolean;
}

const defaults = { rpoThresholdInMinutes: 30, drillAgeInDays: 90, shortName: "recovery" } as const;

/** Azure Monitor's own bound on the short name of an action group. */
const shortNameLength = 12;

/** Alerts on health, recovery points, failed jobs and overdue drills of a vault, whom they tell, and a workbook. */
export class RecoveryMonitoring extends pulumi.ComponentResource {
  /** Id of the action group, new or existing, where there is one. */
  public readonly actionGroupId!: pulumi.Output<string | undefined>;
  /** Ids of the alerts: `replication-critical`, `rpo-exceeded`, `job-failed`, `drill-overdue`. */
  public readonly alertIds!: pulumi.Output<{ [key: string]: string }>;
  /** Id of the workbook, where there is one. */
  public readonly workbookId!: pulumi.Output<string | undefined>;

  /** @throws pulumi.InputPropertiesError naming every unusable argument. */
  constructor(name: string, args: RecoveryMonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
    const checked = checkedInputs(`RecoveryMonitoring ${name}`, args, problemsOf);
    throwProblems(`RecoveryMonitoring ${name}`, checked.problems);
    super(
      "azure-siterecovery:index:RecoveryMonitoring",
      name,
      {},
      withoutVersionAliases(opts, args.keepVersionAliases),
    );

    const inputs = checked.inputs;
    const own = { parent: this };
    const tags = inputs.tags === undefined ? {} : { tags: inputs.tags };
    const group = inputs.actionGroupId ?? newActionGroup(name, inputs, tags, own)?.id;
    const thresholds = {
      rpoThresholdInMinutes: inputs.rpoThresholdInMinutes ?? defaults.rpoThresholdInMinutes,
      drillAgeInDays: inputs.drillAgeInDays ?? defaults.drillAgeInDays,
    };
    // The alerts are the same whatever the vault is called: only their queries wait for its id.
    const alerts = logAlerts({ vaultId: "", ...thresholds }).map((alert, index) => {
      const query = pulumi
        .output(inputs.vaultId)
        .apply((vaultId) => logAlerts({ vaultId, ...thresholds })[index]?.query ?? "");
      const rule = new monitor.ScheduledQueryRule(
        `${name}-${alert.key}`,
        {
          ruleName: `${name}-${alert.key}`,
          resourceGroupName: inputs.resourceGroupName,
          location: inputs.location,
          displayName: alert.displayName,
          description: alert.description,
          severity: alert.severity,
          enabled: inputs.enabled ?? true,
          scopes: [inputs.workspaceId],
          windowSize: alert.windowSize,
          evaluationFrequency: alert.evaluationFrequency,
          autoMitigate: true,
          // The table arises with the first logs, which come with the first machine.
          skipQueryValidation: true,
          criteria: { allOf: [{ query, timeAggregation: "Count", operator: "GreaterThan", threshold: 0 }] },
          ...(group === undefined ? {} : { actions: { actionGroups: [group] } }),
          ...tags,
        },
        own,
      );
      return [alert.key, rule.id] as const;
    });

    const subject = { ...inputs, ...thresholds, tags };
    const workbook =
      inputs.workbook === undefined ? undefined : recoveryWorkbook(name, inputs.workbook, subject, own);

    this.actionGroupId = pulumi.output(group);
    this.alertIds = pulumi.output(Object.fromEntries(alerts));
    this.workbookId = workbook?.id ?? pulumi.output(undefined);
    this.registerOutputs({
      actionGroupId: this.actionGroupId,
      alertIds: this.alertIds,
      workbookId: this.workbookId,
    });
  }
}

function newActionGroup(
  name: string,
  inputs: RecoveryMonitoringArgs,
  tags: { tags?: RecoveryMonitoringArgs["tags"] },
  own: pulumi.CustomResourceOptions,
): monitor.ActionGroup | undefined {
  const addresses = inputs.emailAddresses ?? [];
  if (addresses.length === 0) return undefined;
  return new monitor.ActionGroup(
    `${name}-action-group`,
    {
      actionGroupName: inputs.actionGroupName ?? `ag-${name}`,
      resourceGroupName: inputs.resourceGroupName,
      // Action groups are global: a region that is lost must not silence its own alerts.
      location: "global",
      groupShortName: inputs.actionGroupShortName ?? defaults.shortName,
      enabled: true,
      emailReceivers: addresses.map((emailAddress) => ({
        name: emailAddress,
        emailAddress,
        useCommonAlertSchema: true,
      })),
      ...(tags.tags === undefined ? {} : { tags: tags.tags }),
    },
    own,
  );
}

function problemsOf(seen: SeenInputs): readonly InputProblem[] {
  const { actionGroupShortName: shortName, emailAddresses } = seen;
  const newGroup = Array.isArray(emailAddresses) && emailAddresses.length > 0;
  return [
    ...missingInputs(seen, ["vaultId", "workspaceId", "resourceGroupName", "location"]),
    ...idProblems(seen, {
      vaultId: "Microsoft.RecoveryServices/vaults",
      workspaceId: "Microsoft.OperationalInsights/workspaces",
    }),
    ...existingIdProblems(seen, {
      idName: "actionGroupId",
      type: "Microsoft.Insights/actionGroups",
      newOnly: ["emailAddresses", "actionGroupName", "actionGroupShortName"],
    }),
    ...(newGroup || seen["actionGroupId"] !== undefined
      ? []
      : idleInputs(
          seen,
          ["actionGroupName", "actionGroupShortName"],
          "It names a new action group, which only emailAddresses make: give them, or leave this out.",
        )),
    ...positive(seen, "rpoThresholdInMinutes"),
    ...positive(seen, "drillAgeInDays"),
    ...workbookProblems((seen as { readonly workbook?: SeenInputs }).workbook ?? {}),
    ...(typeof shortName === "string" && shortName.length > shortNameLength
      ? [
          {
            propertyPath: "actionGroupShortName",
            reason: `"${shortName}" has ${shortName.length} characters: Azure Monitor takes at most ${shortNameLength}.`,
          },
        ]
      : []),
  ];
}

function positive(seen: SeenInputs, name: string): readonly InputProblem[] {
  const value = seen[name];
  if (value === undefined || isPending(value) || (typeof value === "number" && value > 0)) return [];
  return [{ propertyPath: name, reason: `${JSON.stringify(value)} is no positive number: give one.` }];
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function workbookProblems(seen: SeenInputs): readonly InputProblem[] {
  const { workbookName } = seen;
  const problems = [
    ...positive(seen, "daysShown"),
    ...(workbookName === undefined || isPending(workbookName) || guid.test(workbookName as string)
      ? []
      : [
          {
            propertyPath: "workbookName",
            reason: `${JSON.stringify(workbookName)} is no GUID: Azure takes nothing else.`,
          },
        ]),
  ];
  return problems.map((problem) => ({ ...problem, propertyPath: `workbook.${problem.propertyPath}` }));
}

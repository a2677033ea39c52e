import * as pulumi from "@pulumi/pulumi";
import type { RecoveryPlanActionArgs, RecoveryPlanGroupArgs } from "../../provider/resources";
import type { RecoveryPlanGroupLevelArgs } from "./recovery-plans";

/** A script, a runbook or a step by hand, before or after a group. */
export interface RecoveryPlanActionLevelArgs {
  /** Name of the action. */
  name: pulumi.Input<string>;
  /** What is carried out. */
  kind: "script" | "automation-runbook" | "manual";
  /** `TestFailover`, `PlannedFailover`, `UnplannedFailover`: when it runs. */
  failoverTypes: pulumi.Input<string>[];
  /** `PrimaryToRecovery`, `RecoveryToPrimary`: in which directions it runs. */
  failoverDirections: pulumi.Input<string>[];
  /** Runbook: its id. */
  runbookId?: pulumi.Input<string>;
  /** Script: its path on the library share of VMM. */
  scriptPath?: pulumi.Input<string>;
  /** Runbook and script: time limit. */
  timeoutInMinutes?: number;
  /** Runbook and script: `Primary` or `Recovery`. Default: `Recovery`. */
  fabricLocation?: pulumi.Input<string>;
  /** By hand: what is to be done. */
  instructions?: pulumi.Input<string>;
}

/** The groups as the resource takes them, machines by the ids of their protected items. */
export function planGroups(
  groups: readonly RecoveryPlanGroupLevelArgs[],
  ids: pulumi.Output<{ readonly [key: string]: string }>,
): RecoveryPlanGroupArgs[] {
  return groups.map(({ groupType = "Boot", machines = [], startActions, endActions }) => ({
    groupType,
    ...(machines.length === 0
      ? {}
      : {
          replicationProtectedItems: machines.map((key) => ({ id: ids.apply((all) => idOf(all, key)) })),
        }),
    ...(startActions === undefined ? {} : { startGroupActions: startActions.map(actionInputs) }),
    ...(endActions === undefined ? {} : { endGroupActions: endActions.map(actionInputs) }),
  }));
}

/** @throws pulumi.RunError for a machine that is not replicated. */
function idOf(ids: Readonly<Record<string, string>>, key: string): string {
  const id = ids[key];
  if (id !== undefined) return id;
  throw new pulumi.RunError(
    `The recovery plans name the machine "${key}", which is none of the ${Object.keys(ids).length} protected ones.`,
  );
}

function actionInputs(action: RecoveryPlanActionLevelArgs): RecoveryPlanActionArgs {
  return {
    actionName: action.name,
    failoverTypes: action.failoverTypes,
    failoverDirections: action.failoverDirections,
    customDetails: actionDetails(action),
  };
}

function actionDetails(action: RecoveryPlanActionLevelArgs): RecoveryPlanActionArgs["customDetails"] {
  const { kind, runbookId, scriptPath, timeoutInMinutes, instructions } = action;
  const fabricLocation = action.fabricLocation ?? "Recovery";
  const timeout = timeoutInMinutes === undefined ? {} : { timeout: `PT${timeoutInMinutes}M` };
  switch (kind) {
    case "automation-runbook":
      return {
        instanceType: "AutomationRunbookActionDetails",
        fabricLocation,
        ...timeout,
        ...(runbookId === undefined ? {} : { runbookId }),
      };
    case "script":
      return {
        instanceType: "ScriptActionDetails",
        fabricLocation,
        ...timeout,
        ...(scriptPath === undefined ? {} : { path: scriptPath }),
      };
    case "manual":
      return {
        instanceType: "ManualActionDetails",
        ...(instructions === undefined ? {} : { description: instructions }),
      };
  }
}

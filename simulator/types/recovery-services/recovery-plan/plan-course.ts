import { stableGuid } from "../../../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import type { Effect } from "../../../operations/operation";
import type { StageRequest } from "../../../operations/operation-log";
import type { TaskKind } from "../job-record";

/** By analogy: what a plan does beside its machines, in simulated seconds. */
const seconds = { prerequisites: 5, action: 60, finalize: 5 };

/** What one machine of a plan contributes to an operation. */
export interface PlanPart {
  readonly itemId: string;
  readonly friendlyName: string;
  readonly seconds: number;
  readonly effects: readonly Effect[];
  readonly failureEffects: readonly Effect[];
}

/** A group with what its machines contribute. */
export interface PlanGroup {
  readonly group: JsonObject;
  readonly parts: readonly PlanPart[];
}

/** How an operation of a plan goes: its tasks, and when each of them ends. */
export interface PlanCourse {
  readonly tasks: readonly TaskKind[];
  readonly stages: readonly StageRequest[];
  readonly seconds: number;
}

interface Step {
  readonly task: TaskKind;
  readonly seconds: number;
  readonly effects?: readonly Effect[];
  readonly failureEffects?: readonly Effect[];
  readonly awaitsResume?: true;
}

/** Group by group, each with its actions before and after; the machines of a group go together. */
export function courseOf(
  groups: readonly PlanGroup[],
  operation: { readonly scenarioName: string; readonly friendlyName: string; readonly direction: string },
): PlanCourse {
  let boots = 0;
  const steps: Step[] = [
    {
      task: { friendlyName: "Prerequisites check for the recovery plan" },
      seconds: seconds.prerequisites,
    },
  ];
  for (const { group, parts } of groups) {
    const type = stringAt(group, "groupType") ?? "";
    if (type === "Boot") boots += 1;
    const name = type === "Boot" ? `Group ${boots}` : `All groups ${type.toLowerCase()}`;
    steps.push(
      ...actionSteps(objectsAt(group, "startGroupActions"), operation),
      groupStep(name, type, parts, operation),
      ...actionSteps(objectsAt(group, "endGroupActions"), operation),
    );
  }
  steps.push({ task: { friendlyName: "Finalizing the recovery plan" }, seconds: seconds.finalize });
  let elapsed = 0;
  const stages = steps.map(({ task: _task, seconds: own, effects, ...rest }) => {
    elapsed += own;
    return { ...rest, effects: effects ?? [], seconds: elapsed };
  });
  return { tasks: steps.map(({ task }) => task), stages, seconds: elapsed };
}

function groupStep(
  name: string,
  groupType: string,
  parts: readonly PlanPart[],
  operation: { readonly scenarioName: string; readonly friendlyName: string },
): Step {
  return {
    task: {
      friendlyName: groupType === "Boot" ? `${name}: ${operation.friendlyName}` : name,
      group: {
        instanceType:
          groupType === "Shutdown" ? "RecoveryPlanShutdownGroupTaskDetails" : "RecoveryPlanGroupTaskDetails",
        name,
        groupId: stableGuid(`group ${name}`),
        rpGroupType: groupType,
      },
      children: parts.map((part) => ({
        friendlyName: part.friendlyName,
        name: operation.scenarioName,
        customDetails: {
          instanceType: "VirtualMachineTaskDetails",
          jobTask: {
            jobId: null,
            jobFriendlyName: operation.friendlyName,
            targetObjectId: stableGuid(part.itemId.toLowerCase()),
            targetObjectName: part.friendlyName,
            targetInstanceType: "ProtectionEntity",
            jobScenarioName: operation.scenarioName,
          },
          skippedReason: null,
          skippedReasonString: null,
        },
      })),
    },
    seconds: Math.max(0, ...parts.map((part) => part.seconds)),
    effects: parts.flatMap(({ effects }) => effects),
    failureEffects: parts.flatMap(({ failureEffects }) => failureEffects),
  };
}

function actionSteps(
  actions: readonly JsonObject[],
  operation: { readonly scenarioName: string; readonly direction: string },
): readonly Step[] {
  const has = (action: JsonObject, name: string, wanted: string) => {
    const given = action[name];
    return Array.isArray(given) && given.includes(wanted);
  };
  return actions
    .filter(
      (action) =>
        has(action, "failoverTypes", operation.scenarioName) &&
        has(action, "failoverDirections", operation.direction),
    )
    .map((action) => {
      const details = objectAt(action, "customDetails");
      const isManual = details["instanceType"] === "ManualActionDetails";
      const name = stringAt(action, "actionName") ?? "";
      return {
        task: { friendlyName: name, customDetails: actionDetails(name, details) },
        seconds: isManual ? 0 : seconds.action,
        ...(isManual ? { awaitsResume: true as const } : {}),
      };
    });
}

function actionDetails(name: string, details: JsonObject): JsonObject {
  switch (details["instanceType"]) {
    case "ManualActionDetails":
      return {
        instanceType: "ManualActionTaskDetails",
        name,
        instructions: details["description"] ?? null,
        observation: null,
      };
    case "ScriptActionDetails":
      return {
        instanceType: "ScriptActionTaskDetails",
        name,
        path: details["path"] ?? null,
        output: null,
        isPrimarySideScript: details["fabricLocation"] === "Primary",
      };
    default:
      return {
        instanceType: "AutomationRunbookTaskDetails",
        name,
        runbookId: details["runbookId"] ?? null,
        runbookName: stringAt(details, "runbookId")?.split("/").at(-1) ?? null,
        jobOutput: null,
        isPrimarySideScript: details["fabricLocation"] === "Primary",
      };
  }
}

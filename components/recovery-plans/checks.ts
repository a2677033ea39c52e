import { findCap, type DocumentedCap } from "../limits/documented-cap";
import { judgeFacts, type DocumentedLimits, type LimitFindings } from "../limits/documented-limits";
import { idleInputs, idProblems } from "../inputs/existing";
import { missingInputs, type InputProblem, type SeenInputs } from "../inputs/input-problems";
import { known } from "../inputs/pending";
import type { RecoveryPlanActionLevelArgs } from "./plan-groups";
import type { RecoveryPlanGroupLevelArgs, RecoveryPlanLevelArgs, RecoveryPlansArgs } from "./recovery-plans";
import { splitPlan, unitOf } from "./split-plan";

/** Most machines of one plan, where the edition names a number. */
export function machineCap(limits: DocumentedLimits): DocumentedCap | undefined {
  return findCap(limits, "recovery-plan.max-machines", "machines in a recovery plan");
}

/** Everything that is wrong with the arguments, as far as they are known. */
export function recoveryPlansProblems(limits: DocumentedLimits, seen: SeenInputs): readonly InputProblem[] {
  const args = seen as unknown as RecoveryPlansArgs;
  return [
    ...limits.problems,
    ...missingInputs(seen, ["vaultId", "primaryFabricId", "protectedItemIds", "plans"]),
    ...idProblems(seen, { vaultId: "Microsoft.RecoveryServices/vaults" }),
    ...Object.entries(seen["plans"] === undefined ? {} : args.plans).flatMap(([key, plan]) =>
      planProblems(key, plan, limits, args.multiVmGroups ?? {}),
    ),
    ...(seen["plans"] === undefined ? [] : planFindings(limits, seen).errors),
  ];
}

/** What the rules say about the plans, each as it will be after cutting. */
export function planFindings(limits: DocumentedLimits, seen: SeenInputs): LimitFindings {
  const args = seen as unknown as RecoveryPlansArgs;
  const all = Object.entries(args.plans).flatMap(([key, plan]) =>
    splitPlan(plan.groups, machineCap(limits)?.value, args.multiVmGroups ?? {}).map((groups) =>
      judgeFacts(
        limits,
        "recovery-plan",
        planFacts(plan.planName ?? key, groups),
        (path) => `plans.${key}.${path}`,
      ),
    ),
  );
  return { errors: all.flatMap(({ errors }) => errors), warnings: all.flatMap(({ warnings }) => warnings) };
}

function planFacts(name: string, groups: readonly RecoveryPlanGroupLevelArgs[]) {
  return {
    name,
    groups: groups.map(({ groupType = "Boot", machines = [], startActions = [], endActions = [] }) => ({
      groupType,
      protectedItems: machines,
      actions: [...startActions, ...endActions].map(actionFacts),
    })),
  };
}

function actionFacts(action: RecoveryPlanActionLevelArgs) {
  const plain = (values: readonly unknown[]): readonly string[] =>
    values.filter((value): value is string => typeof value === "string");
  const name = known(action.name);
  return {
    ...(name === undefined ? {} : { name }),
    kind: action.kind,
    failoverTypes: plain(action.failoverTypes),
    failoverDirections: plain(action.failoverDirections),
  };
}

function planProblems(
  key: string,
  { groups }: RecoveryPlanLevelArgs,
  limits: DocumentedLimits,
  multiVmGroups: Readonly<Record<string, string>>,
): readonly InputProblem[] {
  const path = `plans.${key}`;
  const machines = groups.flatMap((group) => group.machines ?? []);
  const twice = [...new Set(machines.filter((machine, index) => machines.indexOf(machine) !== index))];
  return [
    ...(machines.length === 0
      ? [{ propertyPath: `${path}.groups`, reason: "No group has a machine: name at least one." }]
      : []),
    ...twice.map((machine) => ({
      propertyPath: `${path}.groups`,
      reason: `"${machine}" is in it twice: a machine starts in one group.`,
    })),
    ...tooLargeUnits(path, machines, limits, multiVmGroups),
    ...groups.flatMap((group, index) => actionProblems(`${path}.groups[${index}]`, group)),
  ];
}

/** A multi-VM group fails over as a whole, by one plan. */
function tooLargeUnits(
  path: string,
  machines: readonly string[],
  limits: DocumentedLimits,
  multiVmGroups: Readonly<Record<string, string>>,
): readonly InputProblem[] {
  const cap = machineCap(limits);
  if (cap === undefined) return [];
  const units = Map.groupBy(new Set(machines), (machine) => unitOf(machine, multiVmGroups));
  return [...units]
    .filter(([, members]) => members.length > cap.value)
    .map(([unit, members]) => ({
      propertyPath: `${path}.groups`,
      reason: `The multi-VM ${unit} has ${members.length} machines and cannot be cut: ${cap.text}.`,
    }));
}

/** What an action of each kind must say, and what belongs to the other kinds. */
const detailsOf = {
  "automation-runbook": { needed: "runbookId", others: ["scriptPath", "instructions"] },
  script: { needed: "scriptPath", others: ["runbookId", "instructions"] },
  manual: {
    needed: "instructions",
    others: ["runbookId", "scriptPath", "timeoutInMinutes", "fabricLocation"],
  },
} as const;

function actionProblems(path: string, group: RecoveryPlanGroupLevelArgs): readonly InputProblem[] {
  const lists = { startActions: group.startActions ?? [], endActions: group.endActions ?? [] };
  return Object.entries(lists).flatMap(([list, actions]) =>
    actions.flatMap((action, index) => {
      const seen = action as unknown as SeenInputs;
      const { needed, others } = detailsOf[action.kind];
      return [
        ...missingInputs(seen, ["name", needed]),
        ...idleInputs(
          seen,
          others,
          `An action of the kind ${action.kind} has no such setting: leave it out.`,
        ),
      ].map(({ propertyPath, reason }) => ({
        propertyPath: `${path}.${list}[${index}].${propertyPath}`,
        reason,
      }));
    }),
  );
}

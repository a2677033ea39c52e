import type { RecoveryPlan, RecoveryPlanAction, RecoveryPlanGroup } from "../azure";
import { known } from "../known";
import { InputReader, type SeenFacts } from "./input-reader";

const actionKinds: Readonly<Record<string, RecoveryPlanAction["kind"]>> = {
  ScriptActionDetails: "script",
  AutomationRunbookActionDetails: "automation-runbook",
  ManualActionDetails: "manual",
};

/** Facts of an `azure-native:recoveryservices:ReplicationRecoveryPlan`. */
export function recoveryPlanFromAzureNative(inputs: unknown): SeenFacts<RecoveryPlan> {
  return recoveryPlanAt(inputs, { name: ["recoveryPlanName"], properties: ["properties"] });
}

/** Where a plan has its name and what it consists of. */
export interface PlanPlaces {
  readonly name: readonly string[];
  readonly properties: readonly string[];
}

/**
 * Facts of a recovery plan. A protected item whose id is not known yet still counts as one machine: it keeps a
 * place of its own in the list.
 */
export function recoveryPlanAt(inputs: unknown, places: PlanPlaces): SeenFacts<RecoveryPlan> {
  const read = new InputReader(inputs);
  const name = read.string("name", places.name);
  const groups = read.list("groups", [...places.properties, "groups"]);
  return read.seen(
    known<RecoveryPlan>({
      name,
      id: read.string("id", ["id"]),
      failoverDeploymentModel: read.string("failoverDeploymentModel", [
        ...places.properties,
        "failoverDeploymentModel",
      ]),
      groups: groups?.map((group, index) => groupFacts(read, group, index)),
    }),
  );
}

function groupFacts(read: InputReader, group: unknown, index: number): RecoveryPlanGroup {
  const fact = "groups[].protectedItems";
  const list = new InputReader(group);
  const items = list.array(fact, ["replicationProtectedItems"]);
  // Read once more for the notes of the plan.
  if (items === undefined) read.array(fact, ["replicationProtectedItems"], group);
  const actions = ["startGroupActions", "endGroupActions"].flatMap(
    (side) => read.list("groups[].actions", [side], group) ?? [],
  );
  return known<RecoveryPlanGroup>({
    groupType: read.string("groups[].groupType", ["groupType"], group),
    protectedItems:
      items === undefined
        ? list.isOpen(fact)
          ? undefined
          : []
        : // By index: going through the elements would read the unknown ones.
          Array.from(
            { length: items.length },
            (_item, at) => itemId(read, items, at) ?? `group ${index + 1}, item ${at + 1}`,
          ),
    actions: actions.map((action) =>
      known<RecoveryPlanAction>({
        name: read.string("groups[].actions[].name", ["actionName"], action),
        kind: actionKinds[
          read.string("groups[].actions[].kind", ["customDetails", "instanceType"], action) ?? ""
        ],
        failoverTypes: read.strings("groups[].actions[].failoverTypes", ["failoverTypes"], action),
        failoverDirections: read.strings(
          "groups[].actions[].failoverDirections",
          ["failoverDirections"],
          action,
        ),
      }),
    ),
  });
}

function itemId(read: InputReader, items: unknown, at: number): string | undefined {
  const fact = "groups[].protectedItems[].id";
  return (
    read.string(fact, [String(at), "id"], items) ?? read.string(fact, [String(at), "virtualMachineId"], items)
  );
}

import type { LandingZone, LandingZoneRecoveryPlan } from "../../landing-zone/document";
import { allocate, type Unit } from "./allocation";
import { machinesPerRecoveryPlan } from "./caps";
import { identityOf, type LeftOutMachine, type PlannedMachine, type Planning } from "./planning";
import { preferencesOf } from "./waves";

export interface RecoveryPlanMembers {
  /** Members of each recovery plan, in order. */
  readonly plans: readonly (readonly PlannedMachine[])[];
  /** Machines of multi-VM groups that no recovery plan can hold. */
  readonly leftOut: readonly LeftOutMachine[];
}

/**
 * Cuts the machines of a landing zone into recovery plans, each of which is a wave: whole multi-VM groups, and
 * machines that belong together as long as one plan holds them.
 */
export function cutRecoveryPlans(
  units: readonly Unit<PlannedMachine>[],
  planning: Planning,
  previous: LandingZone | undefined,
  keyOf: (machine: PlannedMachine) => string | undefined,
): RecoveryPlanMembers {
  const { judge, options, assumptions } = planning;
  const cap = machinesPerRecoveryPlan(judge);
  const { machinesPerWave } = options;
  if (cap !== undefined) assumptions.add(`Kept: ${cap.text}.`);
  if (machinesPerWave !== undefined) {
    assumptions.add(`At most ${machinesPerWave} machines in a wave, as asked for.`);
  }
  const earlier = planIndexByKey(previous?.recoveryPlans ?? []);
  const allocation = allocate(
    units,
    [cap?.value, machinesPerWave].flatMap((value) =>
      value === undefined ? [] : [{ cap: value, sizeOf: () => 1 }],
    ),
    {
      ...preferencesOf(planning, "wave"),
      earlierBin: ({ members }) => {
        const key = members[0] === undefined ? undefined : keyOf(members[0]);
        return key === undefined ? undefined : earlier.get(key);
      },
    },
  );
  const most =
    machinesPerWave !== undefined && machinesPerWave < (cap?.value ?? Infinity)
      ? `at most ${machinesPerWave} machines in a wave, as asked for`
      : (cap?.text ?? "");
  return {
    plans: allocation.bins.map((bin) => bin.flatMap(({ members }) => members)),
    leftOut: allocation.tooLarge.flatMap(({ members }) =>
      members.map(({ assessed }) => ({
        ...identityOf(assessed),
        verdict: assessed.verdict,
        reasons: [
          `Its multi-VM group fails over as a whole, in one recovery plan, and has ${members.length} machines: ${most}.`,
        ],
      })),
    ),
  };
}

function planIndexByKey(plans: readonly LandingZoneRecoveryPlan[]): ReadonlyMap<string, number> {
  return new Map(
    plans.flatMap((plan, index) =>
      "groups" in plan
        ? plan.groups.flatMap(({ machines }) => (machines ?? []).map((key) => [key, index] as const))
        : [],
    ),
  );
}

import type { LandingZone, LandingZoneRecoveryPlan } from "../../landing-zone/document";
import type { RecoveryPlansArgs } from "../recovery-plans/recovery-plans";
import { protectableMachines } from "./planned-replication";

type NewPlan = Extract<LandingZoneRecoveryPlan, { readonly groups: unknown }>;

/** Plans of which every machine is protected; of the others Azure could only make a part. */
export function deployablePlans(zone: LandingZone): readonly NewPlan[] {
  const keys = new Set(protectableMachines(zone).map(([key]) => key));
  return newPlans(zone).filter(({ groups }) =>
    groups.every(({ machines }) => (machines ?? []).every((key) => keys.has(key))),
  );
}

/** Plans that the document describes; those named by id exist. */
export function newPlans(zone: LandingZone): readonly NewPlan[] {
  return (zone.recoveryPlans ?? []).filter((plan): plan is NewPlan => "groups" in plan);
}

/** The plans as the component takes them. */
export function planArgs(zone: LandingZone): Pick<RecoveryPlansArgs, "plans" | "multiVmGroups"> {
  const plans = deployablePlans(zone).map(({ name, groups }) => [name, { groups: [...groups] }] as const);
  const multiVmGroups = Object.entries(zone.machines ?? {}).flatMap(([key, { multiVmGroup }]) =>
    typeof multiVmGroup === "string" ? [[key, multiVmGroup] as const] : [],
  );
  return {
    // The document is read-only through and through; the component does not write into it.
    plans: Object.fromEntries(plans) as unknown as RecoveryPlansArgs["plans"],
    multiVmGroups: Object.fromEntries(multiVmGroups),
  };
}

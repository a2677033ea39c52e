import * as pulumi from "@pulumi/pulumi";
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

/** Ids of the plans by their names: of those that are made, and of those that the document names by id. */
export function recoveryPlanIds(
  zone: LandingZone,
  made: pulumi.Output<{ [name: string]: string }> | undefined,
): pulumi.Output<{ [name: string]: string }> | undefined {
  const existing = (zone.recoveryPlans ?? []).flatMap((plan) =>
    "id" in plan ? [[plan.name, plan.id] as const] : [],
  );
  if (existing.length === 0) return made;
  const named: Readonly<Record<string, string>> = Object.fromEntries(existing);
  return made?.apply((ids) => ({ ...named, ...ids })) ?? pulumi.output(named);
}

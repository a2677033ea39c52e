import * as pulumi from "@pulumi/pulumi";
import { RecoveryPlans, type RecoveryPlansArgs } from "../../components";

/** A recovery plan `everything`: what it takes, and the machines of the configuration. */
export interface EverythingPlanArgs extends Omit<RecoveryPlansArgs, "plans"> {
  /** Machines by their keys; without any there is no plan. */
  readonly machines: object;
}

/** One plan of all machines, in one group; the ids of its parts by their names. */
export function everythingPlan(
  name: string,
  { machines, ...args }: EverythingPlanArgs,
): pulumi.Output<{ [name: string]: string }> {
  const keys = Object.keys(machines);
  if (keys.length === 0) return pulumi.output<{ [name: string]: string }>({});
  return new RecoveryPlans(name, { ...args, plans: { everything: { groups: [{ machines: keys }] } } })
    .planIds;
}

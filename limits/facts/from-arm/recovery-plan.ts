import type { RecoveryPlan } from "../azure";
import type { SeenFacts } from "../from-azure-native";
import { recoveryPlanAt } from "../from-azure-native/recovery-plan";

/** Facts of a recovery plan as Site Recovery shows it: the JSON of `GET …/replicationRecoveryPlans/{name}`. */
export function recoveryPlanFromArm(plan: unknown): SeenFacts<RecoveryPlan> {
  return recoveryPlanAt(plan, { name: ["name"], properties: ["properties"] });
}

import type { RecoveryPlan } from "../azure";
import type { SeenFacts } from "../from-azure-native";
import { recoveryPlanAt } from "../from-azure-native/recovery-plan";

/** Facts of an `azure-siterecovery:index:RecoveryPlan`; its inputs have the names of the REST API. */
export function recoveryPlanFromAzureSiteRecovery(inputs: unknown): SeenFacts<RecoveryPlan> {
  return recoveryPlanAt(inputs, { name: ["name"], properties: [] });
}

/** Adapters from the inputs of this package's own resources into the facts that rules know. */
export {
  instanceTypeOfReplicatedMachine,
  kindInputs,
  protectedItemFromReplicatedMachine,
} from "./replicated-machine";
export { recoveryPlanFromAzureSiteRecovery } from "./recovery-plan";

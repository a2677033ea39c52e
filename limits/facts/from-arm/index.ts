/**
 * Adapters from resources as Azure Resource Manager shows them, plain JSON of the REST API, into the facts that
 * rules know.
 */
export { networkMappingFromArm } from "./network-mapping";
export { protectedItemFromArm } from "./protected-item";
export { recoveryPlanFromArm } from "./recovery-plan";
export { replicationPolicyFromArm } from "./replication-policy";
export { deploymentFromArm, type SiteRecoveryResources } from "./deployment";
export { vaultFromArm } from "./vault";

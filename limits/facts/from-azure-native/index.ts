/** Adapters from the inputs (or the state) of azure-native resources into the facts that rules know. */
export { importExportJobFromAzureNative } from "./import-export-job";
export { InputReader, type SeenFacts } from "./input-reader";
export {
  networkMappingFromAzureNative,
  privateEndpointsFromAzureNative,
  recoveryNetworkFromAzureNative,
} from "./network";
export { protectedItemFromAzureNative } from "./protected-item";
export { recoveryPlanFromAzureNative } from "./recovery-plan";
export { replicationPolicyFromAzureNative } from "./replication-policy";
export { roleAssignmentFromAzureNative } from "./role-assignment";
export { blobSoftDeleteFromAzureNative, storageAccountFromAzureNative } from "./storage-account";
export { normalizeToken } from "./token";
export { vaultFromAzureNative } from "./vault";

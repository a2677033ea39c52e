/** Types that refer to each other; names alone, so that no file has to import another type for its spelling. */
export const vaultType = "Microsoft.RecoveryServices/vaults";
export const policyType = `${vaultType}/replicationPolicies`;
export const fabricType = `${vaultType}/replicationFabrics`;
export const containerType = `${fabricType}/replicationProtectionContainers`;
export const mappingType = `${containerType}/replicationProtectionContainerMappings`;
export const protectedItemType = `${containerType}/replicationProtectedItems`;
export const networkType = `${fabricType}/replicationNetworks`;
export const networkMappingType = `${networkType}/replicationNetworkMappings`;

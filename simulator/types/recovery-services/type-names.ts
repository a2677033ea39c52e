/** Types that refer to each other; names alone, so that no file has to import another type for its spelling. */
export const containerType =
  "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers";
export const mappingType = `${containerType}/replicationProtectionContainerMappings`;
export const protectedItemType = `${containerType}/replicationProtectedItems`;

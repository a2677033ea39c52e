/** Tokens of the resources that policies look at, without versions. */
export const tokens = {
  container: "azure-native:recoveryservices:ReplicationProtectionContainer",
  fabric: "azure-native:recoveryservices:ReplicationFabric",
  blobService: "azure-native:storage:BlobServiceProperties",
  network: "azure-native:network:VirtualNetwork",
  networkMapping: "azure-native:recoveryservices:ReplicationNetworkMapping",
  policy: "azure-native:recoveryservices:ReplicationPolicy",
  privateEndpoint: "azure-native:network:PrivateEndpoint",
  protectedItem: "azure-native:recoveryservices:ReplicationProtectedItem",
  recoveryPlan: "azure-native:recoveryservices:ReplicationRecoveryPlan",
  ownContainer: "azure-siterecovery:index:ProtectionContainer",
  ownFabric: "azure-siterecovery:index:ReplicationFabric",
  ownMachine: "azure-siterecovery:index:ReplicatedMachine",
  ownRecoveryPlan: "azure-siterecovery:index:RecoveryPlan",
  importExportJob: "azure-native:importexport:Job",
  resourceGroup: "azure-native:resources:ResourceGroup",
  roleAssignment: "azure-native:authorization:RoleAssignment",
  storageAccount: "azure-native:storage:StorageAccount",
  subnet: "azure-native:network:Subnet",
  userAssignedIdentity: "azure-native:managedidentity:UserAssignedIdentity",
  vault: "azure-native:recoveryservices:Vault",
  virtualMachine: "azure-native:compute:VirtualMachine",
} as const;

/** ARM types of what a literal id can name. */
export const armTypes: Readonly<Record<string, string>> = {
  [tokens.network]: "microsoft.network/virtualnetworks",
  [tokens.policy]: "microsoft.recoveryservices/vaults/replicationpolicies",
  [tokens.storageAccount]: "microsoft.storage/storageaccounts",
  [tokens.vault]: "microsoft.recoveryservices/vaults",
};

/** Inputs that hold a resource's own name. */
export const nameProperties: Readonly<Record<string, string>> = {
  [tokens.network]: "virtualNetworkName",
  [tokens.networkMapping]: "networkMappingName",
  [tokens.policy]: "policyName",
  [tokens.privateEndpoint]: "privateEndpointName",
  [tokens.protectedItem]: "replicatedProtectedItemName",
  [tokens.recoveryPlan]: "recoveryPlanName",
  [tokens.ownMachine]: "name",
  [tokens.ownRecoveryPlan]: "name",
  [tokens.resourceGroup]: "resourceGroupName",
  [tokens.storageAccount]: "accountName",
  [tokens.vault]: "vaultName",
};

/** Types whose inputs are kept until the stack is analysed: the state that is analysed then has other shapes. */
export const watchedTokens: ReadonlySet<string> = new Set(
  // Of a virtual machine only the provider is looked at.
  Object.values(tokens).filter((token) => token !== tokens.virtualMachine),
);

const ours = "azure-siterecovery:index:";

/** The component that holds cache, replication and log accounts. */
export const cacheStorageComponent = `${ours}CacheStorage`;

/** The component that holds the networks that machines arrive in. */
export const recoveryNetworkComponent = `${ours}RecoveryNetwork`;

/** A component of this package, as it stands in the types above a resource. */
export function isOurs(type: string): boolean {
  return type.startsWith(ours);
}

/**
 * A resource of Site Recovery itself: what azure-native names Replication…, and the resources of this package's
 * own provider. Vaults are not among them (they hold backups, too), nor are the types of Azure Backup.
 */
export function isSiteRecovery(type: string): boolean {
  return /^azure-native:recoveryservices:Replication/.test(type) || isOurs(type);
}

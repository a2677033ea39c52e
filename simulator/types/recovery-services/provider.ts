import type { ResourceProvider } from "../resource-type";
import { containerMapping } from "./container-mapping";
import { replicationJob } from "./job";
import { migrationItem, migrationRecoveryPoint } from "./migration-item";
import { networkMapping, replicationNetwork } from "./network-mapping";
import { operationList } from "./operation-list";
import { privateEndpointConnection } from "./private-endpoint-connection";
import { clusterOperationResult, clusterRecoveryPoint, protectionCluster } from "./protection-cluster";
import { protectionContainer } from "./protection-container";
import { replicationFabric } from "./replication-fabric";
import { replicationPolicy } from "./replication-policy";
import {
  logicalNetwork,
  protectableItem,
  recoveryServicesProvider as registeredServer,
  storageClassification,
  storageClassificationMapping,
  vCenter,
} from "./registered-types";
import { recoveryPlan } from "./recovery-plan/recovery-plan";
import { protectedItem } from "./replication/protected-item";
import { recoveryPoint } from "./replication/recovery-points";
import { targetComputeSize } from "./replication/target-compute-size";
import { replicationEvent } from "./replication-event";
import { deletedVault, location } from "./deleted-vault";
import { vault } from "./vault";
import { vaultCertificate } from "./vault-certificate";
import { checkVaultName, vaultExtendedInfo } from "./vault-extras";
import {
  eligibilityResult,
  protectionIntent,
  replicationAppliance,
  supportedOperatingSystems,
} from "./vault-reads";
import { vaultWideLists } from "./vault-wide-list";
import { alertSetting, vaultHealth, vaultSetting } from "./vault-singletons";

export const recoveryServicesProvider: ResourceProvider = {
  namespace: "Microsoft.RecoveryServices",
  types: [
    vault,
    vaultExtendedInfo,
    vaultCertificate,
    location,
    deletedVault,
    replicationFabric,
    protectionContainer,
    containerMapping,
    replicationNetwork,
    networkMapping,
    replicationPolicy,
    replicationJob,
    alertSetting,
    vaultSetting,
    vaultHealth,
    privateEndpointConnection,
    registeredServer,
    protectableItem,
    logicalNetwork,
    storageClassification,
    protectedItem,
    recoveryPoint,
    targetComputeSize,
    replicationEvent,
    recoveryPlan,
    storageClassificationMapping,
    vCenter,
    replicationAppliance,
    supportedOperatingSystems,
    protectionIntent,
    eligibilityResult,
    migrationItem,
    migrationRecoveryPoint,
    protectionCluster,
    clusterRecoveryPoint,
    clusterOperationResult,
    ...vaultWideLists,
    operationList,
  ],
  actions: { checknameavailability: checkVaultName },
};

import type { ResourceProvider } from "../resource-type";
import { containerMapping } from "./container-mapping";
import { replicationJob } from "./job";
import { networkMapping, replicationNetwork } from "./network-mapping";
import { privateEndpointConnection } from "./private-endpoint-connection";
import { protectionContainer } from "./protection-container";
import { replicationFabric } from "./replication-fabric";
import { replicationPolicy } from "./replication-policy";
import {
  logicalNetwork,
  protectableItem,
  recoveryServicesProvider as registeredServer,
  storageClassification,
} from "./registered-types";
import { vault } from "./vault";
import { checkVaultName, vaultExtendedInfo } from "./vault-extras";
import { alertSetting, vaultHealth, vaultSetting } from "./vault-singletons";

export const recoveryServicesProvider: ResourceProvider = {
  namespace: "Microsoft.RecoveryServices",
  types: [
    vault,
    vaultExtendedInfo,
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
  ],
  actions: { checknameavailability: checkVaultName },
};

import { PhysicalServerReplication, VmwareReplication } from "../../../components";
import type { ComponentInputs } from "./row";
import { azureToAzureReplication } from "./rows/azure-to-azure-replication";
import { cacheStorage } from "./rows/cache-storage";
import { failbackInfrastructure } from "./rows/failback-infrastructure";
import { hypervSiteReplication, vmmCloudReplication } from "./rows/hyperv";
import { disasterRecoveryLandingZone } from "./rows/landing-zone";
import { recoveryLock } from "./rows/recovery-lock";
import { recoveryMonitoring } from "./rows/recovery-monitoring";
import { recoveryNetwork } from "./rows/recovery-network";
import { recoveryPlans } from "./rows/recovery-plans";
import { recoveryVault } from "./rows/recovery-vault";
import { replicationPolicies } from "./rows/replication-policies";
import { serverReplication } from "./rows/server-replication";

/** Rows of every component of the package. */
export const componentInputs: readonly ComponentInputs[] = [
  azureToAzureReplication,
  cacheStorage,
  disasterRecoveryLandingZone,
  failbackInfrastructure,
  hypervSiteReplication,
  serverReplication(
    "PhysicalServerReplication",
    (name, args, opts) => new PhysicalServerReplication(name, args, opts),
  ),
  recoveryLock,
  recoveryMonitoring,
  recoveryNetwork,
  recoveryPlans,
  recoveryVault,
  replicationPolicies,
  vmmCloudReplication,
  serverReplication("VmwareReplication", (name, args, opts) => new VmwareReplication(name, args, opts)),
];

import { newGuid } from "../../guid";
import { objectAt, stringAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { absentEntity, referred, siteRecoveryView } from "./site-recovery-entity";
import { refused } from "./site-recovery-error";
import { siteRecoveryId } from "./site-recovery-id";
import { accepted, acceptedChange } from "./site-recovery-write";
import { containerType, policyType, protectionClusterType } from "./type-names";

/** By analogy. */
const secondsToAct = 60;

/** Clusters of Azure machines with shared disks: no more than published calls show. */
export const protectionCluster: ResourceType = {
  type: protectionClusterType,
  modelled:
    "minimal: A2A; made without nodes, as published; failover, commit, test failover, cleanup, another point, repair; switched to the other container by switchClusterProtection of its own; DELETE purges",
  listShowsNullNextLink: true,
  put,
  remove: (request) =>
    accepted(request, {
      job: job("PurgeProtectionCluster"),
      seconds: secondsToAct,
      effects: [{ kind: "remove", id: request.existing.id }],
    }),
  view: siteRecoveryView,
  absent: absentEntity("ReplicationProtectionCluster"),
  actions: {
    unplannedfailover: (request) =>
      changed(request, "UnplannedFailover", {
        activeLocation: "Recovery",
        allowedOperations: [
          "CommitFailoverProtectionCluster",
          "ChangePitProtectionCluster",
          "PurgeProtectionCluster",
        ],
      }),
    applyrecoverypoint: (request) => changed(request, "ChangePit", {}),
    failovercommit: (request) =>
      changed(request, "CommitFailover", {
        allowedOperations: ["ReprotectProtectionCluster", "PurgeProtectionCluster"],
      }),
    testfailover: (request) =>
      changed(request, "TestFailover", {
        testFailoverState: "WaitingForCompletion",
        testFailoverStateDescription: "Waiting for user input",
      }),
    testfailovercleanup: (request) =>
      changed(request, "TestFailoverCleanup", {
        testFailoverState: "None",
        testFailoverStateDescription: "None",
      }),
    repairreplication: (request) => changed(request, "RepairReplication", {}),
  },
};

/** Recovery points of clusters, read-only. */
export const clusterRecoveryPoint: ResourceType = {
  type: `${protectionClusterType}/recoveryPoints`,
  modelled: "read-only; comes from seeds",
  listShowsNullNextLink: true,
  view: siteRecoveryView,
  absent: absentEntity("ClusterRecoveryPoint"),
};

/**
 * What became of an operation on a cluster, by the GUID of its job. Operations that the simulator knows are answered as
 * polls; the published call carries no signature.
 */
export const clusterOperationResult: ResourceType = {
  type: `${protectionClusterType}/operationResults`,
  modelled: "202 while the operation is under way, then the cluster; unsigned, as published",
  view: siteRecoveryView,
  absent: absentEntity("Job"),
};

const job = (scenarioName: string) => ({
  scenarioName,
  friendlyName: scenarioName,
  targetInstanceType: "ProtectionCluster",
});

function put(request: PutRequest): Outcome {
  const { cloud, id, body, existing } = request;
  const given = objectAt(body, "properties");
  const provider = stringAt(objectAt(given, "providerSpecificDetails"), "instanceType");
  if (provider !== "A2A") {
    throw refused(
      "InvalidParameter",
      `Clusters are not protected by the provider '${provider ?? ""}', only by 'A2A'.`,
    );
  }
  const policy = referred(cloud, stringAt(given, "policyId"), policyType, "policyId");
  const recovery = referred(
    cloud,
    stringAt(given, "recoveryContainerId"),
    containerType,
    "recoveryContainerId",
  );
  const [from, to] = [sideOf(request, id.parentId), sideOf(request, recovery.id)];
  const locations = { primaryFabricLocation: from.location, recoveryFabricLocation: to.location };
  const properties = {
    protectionClusterType: provider,
    primaryFabricFriendlyName: from.fabricName,
    primaryFabricProvider: "AzureFabric",
    recoveryFabricFriendlyName: to.fabricName,
    recoveryFabricId: to.fabricId,
    primaryProtectionContainerFriendlyName: from.containerName,
    recoveryProtectionContainerFriendlyName: to.containerName,
    protectionState: "NotProtected",
    protectionStateDescription: "NotProtected",
    activeLocation: "Primary",
    testFailoverState: "None",
    testFailoverStateDescription: "None",
    replicationHealth: "Normal",
    healthErrors: [],
    allowedOperations: ["UnplannedFailover", "DisableProtection"],
    policyId: siteRecoveryId(policy.id),
    policyFriendlyName: objectAt(policy.envelope, "properties")["friendlyName"],
    recoveryContainerId: siteRecoveryId(recovery.id),
    areAllClusterNodesRegistered: false,
    clusterNodeFqdns: [],
    clusterProtectedItemIds: [],
    clusterRegisteredNodes: [],
    provisioningState: "Succeeded",
    sharedDiskProperties: {
      allowedOperations: [],
      healthErrors: [],
      protectionState: "EnablingProtection",
      replicationHealth: "Normal",
      sharedDiskProviderSpecificDetails: {
        instanceType: provider,
        managementId: newGuid(),
        protectedManagedDisks: [],
        ...locations,
      },
    },
    providerSpecificDetails: {
      instanceType: provider,
      clusterManagementId: newGuid(),
      lifecycleId: newGuid(),
      initialPrimaryFabricLocation: from.location,
      initialRecoveryFabricLocation: to.location,
      initialPrimaryZone: "",
      initialRecoveryZone: "",
      ...locations,
    },
  };
  const record = cloud.record(id, protectionClusterType, { properties }, { existing });
  return accepted(request, {
    job: job("EnableProtectionCluster"),
    seconds: secondsToAct,
    effects: [{ kind: "store", resource: record }],
  });
}

/** A container and its fabric, by the names that a cluster shows of them. */
function sideOf({ cloud }: PutRequest, containerId: string | undefined) {
  const container = containerId === undefined ? undefined : cloud.store.get(containerId);
  const fabric: StoredResource | undefined = cloud.store.get(
    container?.id.replace(/\/replicationProtectionContainers\/[^/]+$/i, "") ?? "",
  );
  const properties = objectAt(fabric?.envelope, "properties");
  return {
    containerName: stringAt(objectAt(container?.envelope, "properties"), "friendlyName") ?? container?.name,
    fabricName: stringAt(properties, "friendlyName") ?? fabric?.name,
    fabricId: siteRecoveryId(fabric?.id ?? ""),
    location: stringAt(objectAt(properties, "customDetails"), "location") ?? fabric?.name,
  };
}

const changed = (request: ExistingResourceRequest, scenarioName: string, changes: JsonObject) =>
  acceptedChange(request, job(scenarioName), secondsToAct, changes);

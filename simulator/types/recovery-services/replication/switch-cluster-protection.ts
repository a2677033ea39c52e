import { demandIdle } from "../../../arm/guards";
import { parseResourceId } from "../../../arm/resource-id";
import { newGuid } from "../../../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import type { StoredResource } from "../../../store/resource";
import type { ExistingResourceRequest, Outcome } from "../../resource-type";
import { referred } from "../site-recovery-entity";
import { refused } from "../site-recovery-error";
import { siteRecoveryId } from "../site-recovery-id";
import { accepted } from "../site-recovery-write";
import { policyType, protectionClusterType } from "../type-names";
import { busy, itemStep } from "./item-record";
import { containerToGoTo, demandA2a, demandSwitchable } from "./switch-protection";

/** By analogy with the switch of one machine. */
const secondsToSwitch = 10 * 60;

/**
 * `POST {container}/switchClusterProtection`: a cluster that was failed over and committed replicates back, with those
 * of its machines that are named.
 */
export function switchClusterProtection(request: ExistingResourceRequest): Outcome {
  const { cloud, existing: container, body } = request;
  const given = objectAt(body, "properties");
  const input = objectAt(given, "providerSpecificDetails");
  demandA2a(input);
  const name = stringAt(given, "replicationProtectionClusterName") ?? "";
  const cluster = cloud.store.get(`${container.id}/replicationProtectionClusters/${name}`);
  if (!cluster) {
    throw refused(
      "ReplicationProtectionClusterNotFound",
      `The protection container '${container.name}' has no protection cluster '${name}'.`,
    );
  }
  demandCommitted(request, cluster);
  const before = objectAt(cluster.envelope, "properties");
  const target = containerToGoTo(cloud, container, input, before);
  const policy = referred(cloud, stringAt(input, "policyId"), policyType, "policyId");
  const machines = objectsAt(input, "protectedItemsDetail").map((detail) => {
    const itsInput = { ...input, ...detail };
    const itemName = stringAt(detail, "replicationProtectedItemName") ?? "";
    return { ...demandSwitchable(request, itemName, itsInput), input: itsInput };
  });
  const id = parseResourceId(`${target.id}/replicationProtectionClusters/${cluster.name}`);
  if (!id) throw new Error(`${target.id} is no resource id.`);
  const properties = turnedRound(request, before, target, {
    policyId: siteRecoveryId(policy.id),
    policyFriendlyName: objectAt(policy.envelope, "properties")["friendlyName"],
  });
  const operationId = newGuid();
  const job = { scenarioName: "ReverseReplication", id: operationId };
  return accepted(request, {
    job: {
      scenarioName: "ReverseReplication",
      friendlyName: "Reprotect",
      targetInstanceType: "ProtectionCluster",
    },
    operationId,
    seconds: secondsToSwitch,
    alongside: machines.map(({ item }) => busy(cloud, item, "reprotecting", job)),
    effects: [
      { kind: "remove", id: cluster.id },
      { kind: "store", resource: cloud.record(id, protectionClusterType, { properties }) },
      ...machines.map((machine) =>
        itemStep("switched", machine.item.id, { targetId: machine.target.id, input: machine.input }),
      ),
    ],
    failureEffects: machines.map(({ item }) => ({ kind: "store", resource: item })),
  });
}

function demandCommitted({ cloud }: ExistingResourceRequest, cluster: StoredResource): void {
  demandIdle(cloud, cluster.id);
  const properties = objectAt(cluster.envelope, "properties");
  const allowed = Array.isArray(properties["allowedOperations"]) ? properties["allowedOperations"] : [];
  if (allowed.includes("ReprotectProtectionCluster")) return;
  throw refused(
    "OperationNotAllowedInCurrentState",
    `The operation 'ReprotectProtectionCluster' is not allowed on the protection cluster '${cluster.name}'. Allowed operations: ${allowed.length === 0 ? "none" : allowed.join(", ")}.`,
    400,
    { recommendedAction: "Fail the cluster over and commit that first." },
  );
}

/** What was the far side is the near one now. */
function turnedRound(
  { existing: container }: ExistingResourceRequest,
  before: JsonObject,
  target: StoredResource,
  policy: JsonObject,
): JsonObject {
  const details = objectAt(before, "providerSpecificDetails");
  const shared = objectAt(before, "sharedDiskProperties");
  const sharedDetails = objectAt(shared, "sharedDiskProviderSpecificDetails");
  const locations = {
    primaryFabricLocation: details["recoveryFabricLocation"],
    recoveryFabricLocation: details["primaryFabricLocation"],
  };
  return {
    ...before,
    ...policy,
    primaryFabricFriendlyName: before["recoveryFabricFriendlyName"],
    recoveryFabricFriendlyName: before["primaryFabricFriendlyName"],
    recoveryFabricId: siteRecoveryId(container.id.replace(/\/replicationProtectionContainers\/.*$/i, "")),
    primaryProtectionContainerFriendlyName: objectAt(target.envelope, "properties")["friendlyName"],
    recoveryProtectionContainerFriendlyName: before["primaryProtectionContainerFriendlyName"],
    recoveryContainerId: siteRecoveryId(container.id),
    activeLocation: "Primary",
    allowedOperations: ["UnplannedFailover", "DisableProtection"],
    providerSpecificDetails: { ...details, ...locations },
    sharedDiskProperties: {
      ...shared,
      sharedDiskProviderSpecificDetails: { ...sharedDetails, ...locations },
    },
  };
}

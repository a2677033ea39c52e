import type { Cloud } from "../../../cloud";
import { newGuid, stableGuid } from "../../../guid";
import { isObject, objectAt, stringAt, type JsonObject } from "../../../json";
import type { StoredResource } from "../../../store/resource";
import type { Outcome, PutRequest } from "../../resource-type";
import { referred } from "../site-recovery-entity";
import { refused } from "../site-recovery-error";
import { siteRecoveryId, vaultIdOf } from "../site-recovery-id";
import { accepted } from "../site-recovery-write";
import { mappingType, policyType, protectedItemType, providerType } from "../type-names";
import { recordEvent } from "../replication-event";
import { busy, itemOfStep, itemStep, readItem, settled } from "./item-record";
import { inState, noScenario, stateOf } from "./item-state";
import { enablingProvider } from "./providers";
import type { Enabled, EnableRequest, ReplicationProvider } from "./replication-provider";

const job = {
  scenarioName: "EnableDr",
  friendlyName: "Enable replication",
  targetInstanceType: "ProtectionEntity",
  tasks: [
    "Prerequisites check for enabling protection",
    "Installing Mobility service and preparing target",
    "Enable replication",
    "Starting initial replication",
    "Updating the provider states",
  ],
};

/** PUT: enables protection. */
export function enable(request: PutRequest): Outcome {
  const { cloud, id, body, existing } = request;
  const given = objectAt(body, "properties");
  const input = objectAt(given, "providerSpecificDetails");
  const provider = enablingProvider(input);
  const policy = referred(cloud, stringAt(given, "policyId"), policyType, "policyId");
  const container = cloud.store.get(id.parentId ?? "");
  const fabric = cloud.store.get(
    id.parentId?.replace(/\/replicationProtectionContainers\/[^/]+$/i, "") ?? "",
  );
  if (!container || !fabric) throw new Error(`The container of ${id.id} went missing between check and use.`);
  demandPolicyOf(policy, provider);
  demandMapping(cloud, container, policy);
  const context = { cloud, key: id.key, name: id.name, given, input, policy, container, fabric };
  const enabled = provider.enable(context);
  demandUnprotected(cloud, id.id, enabled);
  if (existing && stateOf(objectAt(existing.envelope, "properties")) !== "enabling-failed") {
    return unchanged(request, existing, policy, enabled);
  }
  const operationId = newGuid();
  const record = cloud.record(
    id,
    protectedItemType,
    { properties: itemProperties(context, provider, enabled) },
    { existing, hidden: { ...enabled.hidden, machineId: enabled.machineId.toLowerCase() } },
  );
  return accepted(request, {
    job,
    operationId,
    seconds: provider.seconds.enable,
    visible: busy(cloud, record, "enabling", { scenarioName: job.scenarioName, id: operationId }),
    effects: [
      itemStep("settle", record.id, { state: provider.stateAfterEnable }),
      {
        kind: "later",
        resourceId: record.id,
        seconds: provider.seconds.untilProtected,
        effects: [itemStep("protect", record.id)],
      },
    ],
    failureEffects: [itemStep("settle", record.id, { state: "enabling-failed" })],
  });
}

/** The step after the first recovery point. */
export function protect(data: unknown, cloud: Cloud, time: string): void {
  const item = itemOfStep(data, cloud);
  if (!item) return;
  const change = readItem(cloud, item);
  const state = stateOf(change.properties);
  // A failover, a disabling or a purge in the meantime has the last word.
  if (state !== change.provider.stateAfterEnable && state !== "replicating") return;
  const providerSpecificDetails = change.provider.whenProtected(change, time);
  const isProtected = settled(cloud, item, "protected", { providerSpecificDetails });
  cloud.store.put({ ...isProtected, hidden: { ...isProtected.hidden, protectedSince: time } });
  recordEvent(
    cloud,
    isProtected,
    { code: "VmHealthNormal", type: "VmHealth", severity: "OK", description: "Virtual machine health is OK" },
    time,
  );
}

/** The step that leaves an item in the state its data names. */
export function settle(data: unknown, cloud: Cloud): void {
  const item = itemOfStep(data, cloud);
  if (!item || !isObject(data)) return;
  const changes = isObject(data["changes"]) ? data["changes"] : {};
  // Steps are written by this folder alone, with the names of states.
  cloud.store.put(settled(cloud, item, data["state"] as Parameters<typeof settled>[2], changes));
}

function itemProperties(context: EnableRequest, provider: ReplicationProvider, enabled: Enabled): JsonObject {
  const { cloud, policy, container, fabric } = context;
  const fabricProperties = objectAt(fabric.envelope, "properties");
  const vaultId = siteRecoveryId(vaultIdOf(fabric.id));
  const draft = {
    friendlyName: enabled.friendlyName,
    protectedItemType: enabled.protectedItemType,
    protectableItemId: enabled.protectableItemId === null ? null : siteRecoveryId(enabled.protectableItemId),
    recoveryServicesProviderId: providerIdOf(cloud, fabric),
    primaryFabricFriendlyName: fabricProperties["friendlyName"],
    primaryFabricProvider: fabricProviderOf(fabricProperties),
    recoveryFabricFriendlyName: enabled.recovery.fabricFriendlyName,
    recoveryFabricId: enabled.recovery.fabricId,
    primaryProtectionContainerFriendlyName: objectAt(container.envelope, "properties")["friendlyName"],
    recoveryProtectionContainerFriendlyName: enabled.recovery.containerFriendlyName,
    protectionState: "",
    protectionStateDescription: "",
    activeLocation: "Primary",
    testFailoverState: "None",
    testFailoverStateDescription: "None",
    switchProviderState: "None",
    switchProviderStateDescription: null,
    allowedOperations: [],
    replicationHealth: "Normal",
    failoverHealth: "Normal",
    healthErrors: [],
    policyId: siteRecoveryId(policy.id),
    policyFriendlyName: objectAt(policy.envelope, "properties")["friendlyName"],
    currentScenario: noScenario(vaultId),
    failoverRecoveryPointId: null,
    providerSpecificDetails: enabled.details,
    recoveryContainerId: enabled.recovery.containerId,
    eventCorrelationId: newGuid(),
  };
  return inState(draft, "enabling", provider.allowed);
}

/** Recorded for Azure; the rest by analogy. */
function fabricProviderOf(fabric: JsonObject): string {
  const instanceType = stringAt(objectAt(fabric, "customDetails"), "instanceType") ?? "";
  return `${instanceType}Fabric`;
}

function providerIdOf(cloud: Cloud, fabric: StoredResource): string {
  const registered = cloud.store.owned(fabric.id, providerType)[0];
  return siteRecoveryId(
    registered?.id ??
      `${fabric.id}/replicationRecoveryServicesProviders/${stableGuid(`dra ${fabric.id.toLowerCase()}`)}`,
  );
}

/** PUT of what is protected already: nothing to do when it is the same, a refusal when it is not. */
function unchanged(
  request: PutRequest,
  existing: StoredResource,
  policy: StoredResource,
  enabled: Enabled,
): Outcome {
  const properties = objectAt(existing.envelope, "properties");
  const same =
    stringAt(existing.hidden, "machineId") === enabled.machineId.toLowerCase() &&
    stringAt(properties, "policyId")?.toLowerCase() === policy.id.toLowerCase();
  if (!same) {
    throw refused(
      "ProtectionAlreadyEnabled",
      `The protected item '${existing.name}' already protects another machine or by another policy.`,
      409,
      { recommendedAction: "Disable its protection first, or use another name." },
    );
  }
  return accepted(request, { job, seconds: 1, effects: [] });
}

function demandPolicyOf(policy: StoredResource, provider: ReplicationProvider): void {
  const details = objectAt(objectAt(policy.envelope, "properties"), "providerSpecificDetails");
  const instanceType = stringAt(details, "instanceType");
  if (instanceType === undefined || instanceType === provider.instanceType) return;
  throw refused(
    "InvalidParameter",
    `The policy '${policy.name}' is of the provider '${instanceType}', the item of '${provider.instanceType}'.`,
  );
}

function demandMapping(cloud: Cloud, container: StoredResource, policy: StoredResource): void {
  const mappings = cloud.store.owned(container.id, mappingType);
  const policyId = policy.id.toLowerCase();
  const fits = mappings.some(
    (mapping) => stringAt(objectAt(mapping.envelope, "properties"), "policyId")?.toLowerCase() === policyId,
  );
  if (fits) return;
  throw refused(
    "ProtectionContainerNotPaired",
    `The protection container '${container.name}' is not mapped by the policy '${policy.name}'.`,
    400,
    { recommendedAction: "Create a container mapping with this policy first." },
  );
}

function demandUnprotected(cloud: Cloud, itemId: string, enabled: Enabled): void {
  const vaultId = vaultIdOf(itemId).toLowerCase();
  const other = cloud.store
    .standingFor(enabled.machineId)
    .find(
      (item) =>
        vaultIdOf(item.id).toLowerCase() === vaultId && item.id.toLowerCase() !== itemId.toLowerCase(),
    );
  if (!other) return;
  throw refused(
    "VirtualMachineAlreadyProtected",
    `The machine '${enabled.friendlyName}' is protected already, by '${other.name}'.`,
    409,
  );
}

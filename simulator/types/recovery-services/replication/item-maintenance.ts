import { demandIdle } from "../../../arm/guards";
import { newGuid } from "../../../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import type { ExistingResourceRequest, Outcome } from "../../resource-type";
import { refused } from "../site-recovery-error";
import { accepted } from "../site-recovery-write";
import { busy, demandAllowed, itemStep, readItem } from "./item-record";
import { withAgent } from "./agent-version";
import { stateOf } from "./item-state";
import { demandUsable } from "./update-checks";

/** By analogy. */
const seconds = { update: 10, disks: 15 * 60, agent: 10 * 60, health: 5, repair: 10 * 60, provider: 10 * 60 };

/** PATCH: what the service takes only once an item is protected. */
export function update(request: ExistingResourceRequest): Outcome {
  const { cloud, existing, body } = request;
  const change = readItem(cloud, existing);
  const given = objectAt(body, "properties");
  demandSettled(request, "Update");
  demandSameProvider(change.details, objectAt(given, "providerSpecificDetails"));
  const providerSpecificDetails = change.provider.update(change, given);
  const { target } = change.provider;
  demandUsable(cloud, target(change.details), target(providerSpecificDetails), providerSpecificDetails);
  return changing(request, "UpdateVmProperties", "Update the virtual machine", seconds.update, {
    providerSpecificDetails,
  });
}

/** `POST {item}/addDisks`. */
export function addDisks(request: ExistingResourceRequest): Outcome {
  return changeDisks(request, "AddDisks", "Add disks", "addDisks");
}

/** `POST {item}/removeDisks`. */
export function removeDisks(request: ExistingResourceRequest): Outcome {
  return changeDisks(request, "RemoveDisks", "Remove disks", "removeDisks");
}

function changeDisks(
  request: ExistingResourceRequest,
  scenarioName: string,
  friendlyName: string,
  action: "addDisks" | "removeDisks",
): Outcome {
  const change = readItem(request.cloud, request.existing);
  const input = diskInput(request, change.details);
  demandSettled(request, scenarioName);
  const changeOf = change.provider[action];
  if (!changeOf) throw notForProvider(change.provider.instanceType, action);
  return changing(request, scenarioName, friendlyName, seconds.disks, {
    providerSpecificDetails: changeOf(change, input),
  });
}

/** `POST {item}/resolveHealthErrors`: the errors named are gone. */
export function resolveHealthErrors(request: ExistingResourceRequest): Outcome {
  const { properties } = readItem(request.cloud, request.existing);
  const ids = objectsAt(objectAt(request.body, "properties"), "healthErrors").map(
    (each) => each["healthErrorId"],
  );
  const healthErrors = objectsAt(properties, "healthErrors").filter((each) => !ids.includes(each["errorId"]));
  const isWell = healthErrors.length === 0;
  return changing(request, "ResolveHealthErrors", "Resolve health errors", seconds.health, {
    healthErrors,
    ...(isWell ? { replicationHealth: "Normal", failoverHealth: "Normal" } : {}),
  });
}

/** `POST {item}/repairReplication`: replicates anew what has come apart. */
export function repairReplication(request: ExistingResourceRequest): Outcome {
  demandSettled(request, "RepairReplication");
  return changing(request, "RepairReplication", "Resynchronize", seconds.repair, {
    replicationHealth: "Normal",
  });
}

/** `POST {item}/updateMobilityService` and `reinstallMobilityService`. */
export function updateMobilityService(request: ExistingResourceRequest): Outcome {
  demandSettled(request, "UpdateMobilityService");
  const { details, provider } = readItem(request.cloud, request.existing);
  const providerSpecificDetails = withAgent(details, request.cloud.clock.now());
  if (!providerSpecificDetails) throw notForProvider(provider.instanceType, "updateMobilityService");
  return changing(request, "UpdateMobilityService", "Update Mobility service", seconds.agent, {
    providerSpecificDetails,
  });
}

/** `POST {item}/updateAppliance`: another appliance looks after a modernized item. */
export function updateAppliance(request: ExistingResourceRequest): Outcome {
  const { details } = readItem(request.cloud, request.existing);
  const given = objectAt(request.body, "properties");
  const input = objectAt(given, "providerSpecificDetails");
  const runAsAccountId = stringAt(input, "runAsAccountId");
  const appliance = stringAt(given, "targetApplianceId");
  return changing(request, "UpdateAppliance", "Change the appliance", seconds.provider, {
    providerSpecificDetails: {
      ...details,
      ...(runAsAccountId ? { runAsAccountId } : {}),
      ...(appliance ? { processServerId: appliance } : {}),
    },
  });
}

/** `POST {item}/switchProvider`: from the configuration server to an appliance. Only the state is modelled. */
export function switchProvider(request: ExistingResourceRequest): Outcome {
  return changing(request, "SwitchProvider", "Switch the provider", seconds.provider, {
    switchProviderState: "SwitchCompleted",
    switchProviderStateDescription: "Switch completed",
  });
}

/** `POST {item}/remove`: disables protection. */
export function disable(request: ExistingResourceRequest): Outcome {
  const { cloud, existing } = request;
  demandAllowed(request, ["DisableProtection"]);
  const operationId = newGuid();
  return accepted(request, {
    job: {
      scenarioName: "DisableDr",
      friendlyName: "Disable replication",
      targetInstanceType: "ProtectionEntity",
      tasks: ["Disabling protection", "Cleanup of the replication settings"],
    },
    operationId,
    seconds: 120,
    visible: busy(cloud, existing, "disabling", { scenarioName: "DisableDr", id: operationId }),
    effects: [{ kind: "remove", id: existing.id }],
    failureEffects: [{ kind: "store", resource: existing }],
  });
}

/** DELETE: forgets the item at the service, whatever its state; the machine keeps its agent. */
export function purge(request: ExistingResourceRequest): Outcome {
  return accepted(request, {
    job: {
      scenarioName: "PurgeProtection",
      friendlyName: "Purge a replicated item",
      targetInstanceType: "ProtectionEntity",
    },
    seconds: 30,
    effects: [{ kind: "remove", id: request.existing.id }],
  });
}

function changing(
  request: ExistingResourceRequest,
  scenarioName: string,
  friendlyName: string,
  duration: number,
  changes: JsonObject,
): Outcome {
  demandIdle(request.cloud, request.existing.id);
  return accepted(request, {
    job: { scenarioName, friendlyName, targetInstanceType: "ProtectionEntity" },
    seconds: duration,
    effects: [itemStep("change", request.existing.id, { changes })],
  });
}

function demandSettled(request: ExistingResourceRequest, operation: string): void {
  const { properties } = readItem(request.cloud, request.existing);
  demandIdle(request.cloud, request.existing.id);
  if (stateOf(properties) === "protected" && properties["testFailoverState"] !== "WaitingForCompletion")
    return;
  throw refused(
    "OperationNotAllowedInCurrentState",
    `The operation '${operation}' is not allowed on the protected item '${stringAt(properties, "friendlyName") ?? request.existing.name}' in its state '${stringAt(properties, "protectionStateDescription") ?? ""}'.`,
    400,
    { recommendedAction: "Wait until the item is protected." },
  );
}

function diskInput(request: ExistingResourceRequest, details: JsonObject): JsonObject {
  const input = objectAt(objectAt(request.body, "properties"), "providerSpecificDetails");
  demandSameProvider(details, input);
  return input;
}

function demandSameProvider(details: JsonObject, input: JsonObject): void {
  const given = stringAt(input, "instanceType");
  const own = stringAt(details, "instanceType");
  if (given === undefined || own === undefined || given === own) return;
  throw refused("InvalidParameter", `The input is of the provider '${given}', the item of '${own}'.`);
}

function notForProvider(provider: string, operation: string): Error {
  return refused(
    "OperationNotSupportedForProvider",
    `'${operation}' is not supported by the provider '${provider}'.`,
  );
}

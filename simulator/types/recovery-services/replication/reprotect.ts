import type { Cloud } from "../../../cloud";
import { newGuid } from "../../../guid";
import { objectAt, stringAt, type JsonObject } from "../../../json";
import type { ExistingResourceRequest, Outcome } from "../../resource-type";
import { refused } from "../site-recovery-error";
import { accepted } from "../site-recovery-write";
import { busy, demandAllowed, itemOfStep, itemStep, readItem, settled } from "./item-record";
import { inState } from "./item-state";
import { providerNamed } from "./providers";

/** By analogy: the answer, not the request, of a reprotection was recorded. */
const secondsToReprotect = 300;

/** `POST {item}/reProtect`. Azure machines are reprotected through their container. */
export function reprotect(request: ExistingResourceRequest): Outcome {
  const { cloud, existing, body } = request;
  demandAllowed(request, ["ReverseReplicate"]);
  const { details, provider } = readItem(cloud, existing);
  if (details["instanceType"] === "A2A") {
    throw refused(
      "OperationNotSupportedForProvider",
      `The protected item '${existing.name}' is an Azure virtual machine: it is reprotected by 'switchprotection' of its protection container.`,
    );
  }
  const input = objectAt(objectAt(body, "properties"), "providerSpecificDetails");
  if (provider.instanceType === "InMageRcm") {
    for (const field of ["reprotectAgentId", "datastoreName", "logStorageAccountId"]) {
      if (stringAt(input, field) === undefined)
        throw refused("InvalidParameter", `The reprotection lacks the required '${field}'.`);
    }
  }
  const operationId = newGuid();
  const seconds = provider.seconds.untilProtected;
  const next = providerNamed(provider.reversed ?? provider.instanceType);
  // Hyper-V has nothing to copy anew; the others replicate in the other direction from the start.
  const state = provider.reversed === undefined ? "protected" : "replicating";
  return accepted(request, {
    job: {
      scenarioName: "ReverseReplication",
      friendlyName: "Reprotect",
      targetInstanceType: "ProtectionEntity",
      tasks: ["Prerequisites check for reprotection", "Reprotecting the virtual machine"],
    },
    operationId,
    seconds: secondsToReprotect,
    visible: busy(cloud, existing, "reprotecting", { scenarioName: "ReverseReplication", id: operationId }),
    effects: [
      itemStep("turned", existing.id, { state, instanceType: next?.instanceType, input }),
      ...(state === "replicating"
        ? [
            {
              kind: "later",
              resourceId: existing.id,
              seconds,
              effects: [itemStep("turnedback", existing.id)],
            } as const,
          ]
        : []),
    ],
    failureEffects: [{ kind: "store", resource: existing }],
  });
}

/** The step at the end of a reprotection: the item replicates in the other direction, by the provider for that. */
export function turned(data: unknown, cloud: Cloud): void {
  const item = itemOfStep(data, cloud);
  if (!item) return;
  const { state, instanceType, input } = data as {
    readonly state: "protected" | "replicating";
    readonly instanceType: string;
    readonly input: JsonObject;
  };
  const { details, properties } = readItem(cloud, item);
  const isBack = item.hidden?.["forward"] !== undefined;
  const forward = isBack ? objectAt(item.hidden, "forward") : details;
  const providerSpecificDetails: JsonObject =
    instanceType === details["instanceType"]
      ? details
      : isBack
        ? forward
        : {
            instanceType,
            internalIdentifier: details["internalIdentifier"] ?? null,
            azureVirtualMachineId: stringAt(item.hidden, "failoverMachineId") ?? null,
            multiVmGroupName: details["multiVmGroupName"] ?? null,
            reprotectAgentId: input["reprotectAgentId"] ?? null,
            osType: details["osType"] ?? null,
            logStorageAccountId: input["logStorageAccountId"] ?? null,
            targetDataStoreName: input["datastoreName"] ?? null,
            targetVmName: properties["friendlyName"],
            initialReplicationProgressPercentage: 0,
            resyncRequired: "false",
            protectedDisks: [],
            vmNics: [],
          };
  const after = settled(cloud, item, state, { providerSpecificDetails });
  const keepsLocation = state === "replicating" ? { activeLocation: properties["activeLocation"] } : {};
  const { forward: _forward, ...others } = item.hidden ?? {};
  const changesProvider = instanceType !== details["instanceType"];
  const hidden = isBack || !changesProvider ? others : { ...others, forward: details };
  const envelope = { properties: { ...objectAt(after.envelope, "properties"), ...keepsLocation } };
  cloud.store.put({ ...after, envelope, hidden });
}

/** The step after the first replication in the other direction. */
export function turnedBack(data: unknown, cloud: Cloud): void {
  const item = itemOfStep(data, cloud);
  if (!item) return;
  const { properties, provider } = readItem(cloud, item);
  if (properties["protectionState"] !== "InitialReplicationInProgress") return;
  const { activeLocation } = properties;
  cloud.store.put(
    cloud.revise(item, {
      properties: { ...inState(properties, "protected", provider.allowed), activeLocation },
    }),
  );
}

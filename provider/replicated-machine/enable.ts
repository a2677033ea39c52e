import { AzureError } from "../../azure/azure-error";
import { isSame } from "../../plugin-protocol/equality";
import { stringOf, type PropertyMap } from "../../plugin-protocol/property-value";
import type { OperationContext } from "../resource-definition";
import { carryOut, isBusy } from "./carry-out";
import { demandEligible } from "./eligibility";
import { textIn, type ProtectedItem } from "./item";
import { phaseOf } from "./item-state";
import { givenFor } from "./kinds";
import { itemAt, tellProgress } from "./look";
import type { MachineKind } from "./machine-kind";
import { follow, isCancelled, send } from "./operation";
import { atRest } from "./waiting";

/**
 * Enables protection, or takes over what is there: the same machine by the same policy, from a deployment that was
 * interrupted. What a failed attempt left is disabled first.
 *
 * @param onAccepted called as soon as the service knows of the item.
 * @throws AzureError when another machine has the name, the machine is not eligible, or the service refuses.
 */
export async function enable(
  context: OperationContext,
  id: string,
  kind: MachineKind,
  inputs: PropertyMap,
  onAccepted: () => void,
): Promise<void> {
  const existing = await leftBehind(context, id, kind, inputs);
  if (existing !== undefined) {
    onAccepted();
    context.status("Protection was being enabled already; taking it over");
    return;
  }
  const source = kind.sourceOf(inputs);
  if (kind.instanceType === "A2A" && inputs["checkEligibility"] !== false && source !== undefined) {
    await demandEligible(context, source);
  }
  context.status("Enabling replication");
  try {
    const accepted = await send(context, "PUT", id, enableBody(kind, inputs));
    onAccepted();
    await follow(context, accepted, () => tellProgress(context, id));
  } catch (error) {
    if (isCancelled(error) || !isBusy(error)) throw error;
    // The answer to our own request was lost, and it was sent again: the item tells.
    const item = await itemAt(context, id);
    if (item === undefined || differenceOf(item, kind, inputs) !== undefined) throw error;
    onAccepted();
  }
}

/** The request that enables. */
export function enableBody(kind: MachineKind, inputs: PropertyMap): { readonly properties: object } {
  const { policyId, protectableItemId } = inputs;
  return {
    properties: {
      policyId,
      ...(protectableItemId === undefined ? {} : { protectableItemId }),
      providerSpecificDetails: { instanceType: kind.instanceType, ...kind.enable(givenFor(kind, inputs)) },
    },
  };
}

/** An item of the name that can be taken over; undefined when there is none, or none any more. */
async function leftBehind(
  context: OperationContext,
  id: string,
  kind: MachineKind,
  inputs: PropertyMap,
): Promise<ProtectedItem | undefined> {
  const found = await itemAt(context, id);
  if (found === undefined) return undefined;
  const difference = differenceOf(found, kind, inputs);
  if (difference !== undefined) {
    throw new AzureError(
      "AlreadyExists",
      `${id} exists already, but ${difference}: import it (pulumi import), disable its replication, or choose another name.`,
    );
  }
  const phase = phaseOf(found);
  if (phase === "disabling") {
    context.status("The machine's replication is being disabled; waiting for that");
    await atRest(context, id);
    return undefined;
  }
  if (phase !== "enabling-failed") return found;
  await clearFailed(context, id);
  return undefined;
}

/** Disables what a failed attempt to enable left behind. */
export async function clearFailed(context: OperationContext, id: string): Promise<void> {
  context.status("Disabling what a failed attempt left behind");
  await carryOut(context, id, (item) =>
    phaseOf(item) === "enabling-failed"
      ? {
          method: "POST",
          target: `${item.id}/remove`,
          body: { properties: { disableProtectionReason: "NotSpecified" } },
        }
      : undefined,
  );
}

/** How an item differs from what is wanted, as the end of "… exists already, but "; undefined: it is the one. */
export function differenceOf(
  item: ProtectedItem,
  kind: MachineKind,
  inputs: PropertyMap,
): string | undefined {
  const types = [kind.instanceType, ...kind.backwardTypes];
  if (!types.includes(item.instanceType))
    return `it replicates by ${item.instanceType}, not ${kind.instanceType}`;
  const source = kind.sourceOf(inputs);
  if (source !== undefined && !kind.protects(item, source)) {
    return `it protects another machine, "${textIn(item.properties, "friendlyName") ?? "?"}"`;
  }
  const policyId = textIn(item.properties, "policyId");
  if (policyId === undefined || kind.backwardTypes.includes(item.instanceType)) return undefined;
  return isSame(policyId, inputs["policyId"])
    ? undefined
    : `it replicates by the policy ${policyId}, not ${stringOf(inputs["policyId"]) ?? "the one given"}`;
}

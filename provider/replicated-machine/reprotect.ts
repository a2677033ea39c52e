import { AzureError } from "../../azure/azure-error";
import type { PropertyMap } from "../../plugin-protocol/property-value";
import type { OperationContext } from "../resource-definition";
import type { ProtectedItem } from "./item";
import { phaseOf, stateText } from "./item-state";
import { givenFor } from "./kinds";
import { findItem, tellProgress } from "./look";
import type { MachineKind } from "./machine-kind";
import { follow, isCancelled, send } from "./operation";
import { requiredText } from "../input-values";
import { gone } from "./create";
import { idsOf } from "./state";
import { atRest } from "./waiting";

/**
 * Makes a machine that was failed over replicate back, and waits until it is protected that way.
 *
 * @returns the item, which may lie in another container now.
 * @throws AzureError when the program does not say how, or the service refuses.
 */
export async function reprotect(
  context: OperationContext,
  item: ProtectedItem,
  kind: MachineKind,
  inputs: PropertyMap,
): Promise<ProtectedItem> {
  const request = kind.reprotect(givenFor(kind, inputs), inputs, item);
  if ("missing" in request) {
    throw new AzureError(
      "ReprotectionIncomplete",
      `The machine cannot be made to replicate back: ${request.missing}.`,
    );
  }
  const source = kind.sourceOf(inputs);
  const home = `${requiredText(inputs, "protectionContainerId")}/replicationProtectedItems/${requiredText(inputs, "name")}`;
  const find = () =>
    findItem(
      context,
      [item.id, ...idsOf(home, inputs)],
      (each) => source !== undefined && kind.protects(each, source),
    );
  context.status("Replicating back");
  try {
    const accepted = await send(context, "POST", request.target, request.body);
    await follow(context, accepted, () => tellProgress(context, item.id));
  } catch (error) {
    if (isCancelled(error)) throw error;
    // The request may have been heard although its answer was lost, and been sent again: the item tells.
    const now = await find();
    if (now === undefined || phaseOf(now) === "awaits-reprotection") throw error;
  }
  for (;;) {
    const moved = await find();
    if (moved === undefined) throw gone(item.id);
    const rested = await atRest(context, moved.id);
    // Gone from here: it has just moved.
    if (rested === undefined) continue;
    if (phaseOf(rested) === "protected") return rested;
    throw new AzureError(
      "ReprotectionFailed",
      `Replicating back has not begun: the item is in the state ${stateText(rested)}.`,
    );
  }
}

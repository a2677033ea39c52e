import { AzureError, azureErrorOf } from "../../azure/azure-error";
import { PartialFailure } from "../../plugin-protocol/partial-failure";
import type { PropertyMap } from "../../plugin-protocol/property-value";
import { requiredText } from "../input-values";
import type { CreateRequest, OperationContext, ResourceState } from "../resource-definition";
import { configure } from "./configure";
import { enable } from "./enable";
import { itemOf, type ProtectedItem } from "./item";
import { phaseOf } from "./item-state";
import { itemAt } from "./look";
import { kindOf } from "./kinds";
import { withoutLaterSettings } from "./later-settings";
import type { MachineKind } from "./machine-kind";
import { stateOf } from "./state";
import { atRest, notProtected } from "./waiting";

/**
 * Enables, waits, applies what the service only takes of protected machines.
 *
 * @throws PartialFailure when the service knows of the item and something went wrong afterwards: the next update goes on.
 */
export async function create({ inputs }: CreateRequest, context: OperationContext): Promise<ResourceState> {
  const kind = kindOf(inputs);
  const id = `${requiredText(inputs, "protectionContainerId")}/replicationProtectedItems/${requiredText(inputs, "name")}`;
  const progress = { isAccepted: false };
  try {
    await enable(context, id, kind, inputs, () => {
      progress.isAccepted = true;
    });
    const { applied, item } = await bringUp(context, id, { kind, inputs, before: undefined });
    return stateOf(id, applied, item);
  } catch (error) {
    if (!progress.isAccepted) throw error;
    // The wait may have been cancelled: what is there is asked for without its signal.
    const left = await itemAt({ ...context, signal: AbortSignal.timeout(10_000) }, id).catch(() =>
      itemOf({ id }),
    );
    if (left === undefined) throw error;
    const applied = withoutLaterSettings(kind, inputs);
    throw new PartialFailure(azureErrorOf(error).message, stateOf(id, applied, left), inputs, {
      cause: error,
    });
  }
}

interface BroughtUp {
  readonly item: ProtectedItem;
  /** Inputs that are applied. */
  readonly applied: PropertyMap;
}

/**
 * From an enabled item to a protected and configured one; with `waitFor: accepted` only as far as the item is.
 *
 * @throws AzureError when it cannot be protected or is gone.
 */
export async function bringUp(
  context: OperationContext,
  id: string,
  wanted: {
    readonly kind: MachineKind;
    readonly inputs: PropertyMap;
    readonly before: PropertyMap | undefined;
  },
): Promise<BroughtUp> {
  const { kind, inputs, before } = wanted;
  const waits = inputs["waitFor"] !== "accepted";
  const item = waits ? await atRest(context, id) : await itemAt(context, id);
  if (item === undefined) throw gone(id);
  const phase = phaseOf(item);
  if (phase === "enabling-failed") throw notProtected(item);
  if (phase !== "protected") return { item, applied: before ?? withoutLaterSettings(kind, inputs) };
  const configured = await configure(context, item, wanted);
  if (configured === undefined) throw gone(id);
  return { item: configured, applied: inputs };
}

export function gone(id: string): AzureError {
  return new AzureError(
    "ReplicatedMachineGone",
    `${id} is no longer there: run pulumi refresh, then pulumi up.`,
  );
}

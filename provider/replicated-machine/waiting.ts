import { AzureError } from "../../azure/azure-error";
import type { OperationContext } from "../resource-definition";
import { objectsIn, textIn, type ProtectedItem } from "./item";
import { currentJobId, phaseOf, stateText, type Phase } from "./item-state";
import { itemAt, progressOf } from "./look";
import { Pacing } from "./operation";

/** Phases in which an item moves on by itself. */
const moving: readonly Phase[] = ["enabling", "replicating", "reprotecting", "disabling", "failing-over"];

/**
 * Waits until an item has come to rest: protected, failed, failed over or gone.
 *
 * @returns the item; undefined when it is gone.
 * @throws AzureError `Cancelled` when the wait is ended.
 */
export async function atRest(
  context: OperationContext,
  id: string,
  keepsMoving: readonly Phase[] = moving,
): Promise<ProtectedItem | undefined> {
  const pacing = new Pacing();
  for (;;) {
    const item = await itemAt(context, id);
    if (item === undefined) return undefined;
    const isMoving = keepsMoving.includes(phaseOf(item)) || currentJobId(item) !== undefined;
    if (!isMoving) return item;
    context.status(await progressOf(context, item));
    await pacing.pause(context.signal);
  }
}

/** Waits for the job under way on an item, not for what goes on without one. */
export function withoutJob(context: OperationContext, id: string): Promise<ProtectedItem | undefined> {
  return atRest(context, id, ["enabling", "disabling", "reprotecting"]);
}

/** The error of an item that could not be protected, in the service's words. */
export function notProtected(item: ProtectedItem): AzureError {
  const errors = objectsIn(item.properties, "healthErrors");
  const [first] = errors;
  const said = errors.map((each) => {
    const message = textIn(each, "errorMessage") ?? textIn(each, "summaryMessage") ?? "";
    return `${textIn(each, "errorCode") ?? ""}: ${message} ${textIn(each, "recommendedAction") ?? ""}`.trim();
  });
  return new AzureError(
    (first && textIn(first, "errorCode")) ?? "ProtectionFailed",
    `Protection could not be enabled: the item is in the state ${stateText(item)}. ${said.join(" ")}`.trim(),
    { remedy: "Mend the cause and run pulumi up again: what is left is disabled and enabled anew." },
  );
}

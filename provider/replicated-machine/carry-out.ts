import type { HttpMethods } from "@azure/core-rest-pipeline";
import { azureErrorOf } from "../../azure/azure-error";
import type { OperationContext } from "../resource-definition";
import type { Json, ProtectedItem } from "./item";
import { tellProgress } from "./look";
import { follow, isCancelled, Pacing, send } from "./operation";
import { withoutJob } from "./waiting";

/** A step on an item; undefined: nothing to do. */
export type Step = (
  item: ProtectedItem,
) => { readonly method: HttpMethods; readonly target: string; readonly body?: Json } | undefined;

/** How often a step is taken anew when the service is busy with the item: by the pauses of a wait, some 17 minutes. */
const attempts = 40;

/**
 * Takes a step on an item and waits for its end. A refusal because of another job on the item (which may be our own
 * request, when its answer was lost) is waited out; what is left to do is then asked anew.
 *
 * @returns the item after the last job; undefined when it is gone.
 * @throws AzureError as the service says.
 */
export async function carryOut(
  context: OperationContext,
  id: string,
  step: Step,
): Promise<ProtectedItem | undefined> {
  const pacing = new Pacing();
  for (let attempt = 1; ; attempt++) {
    const item = await withoutJob(context, id);
    const request = item && step(item);
    if (request === undefined) return item;
    try {
      const accepted = await send(context, request.method, request.target, request.body);
      await follow(context, accepted, () => tellProgress(context, id));
      return await withoutJob(context, id);
    } catch (error) {
      if (isCancelled(error)) throw error;
      // The request may have been heard although its answer was lost: then nothing is left to do.
      const now = await withoutJob(context, id);
      if (now === undefined || step(now) === undefined) return now;
      if (attempt >= attempts || !isBusy(error)) throw error;
      context.status("Azure works on the machine already; waiting for it");
      await pacing.pause(context.signal);
    }
  }
}

/** Whether the service refuses because something else is under way on the item. */
export function isBusy(error: unknown): boolean {
  const { code, details } = azureErrorOf(error);
  return details.statusCode === 409 && /progress|busy|conflict|running|locked/i.test(code);
}

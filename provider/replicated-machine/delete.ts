import { AzureError, isAbsent } from "../../azure/azure-error";
import { stringOf } from "../../plugin-protocol/property-value";
import type { DeleteRequest, OperationContext } from "../resource-definition";
import { carryOut } from "./carry-out";
import { allowedOperations } from "./item-state";
import { kindsGiven } from "./kinds";
import { inWords, situationOf } from "./situation";
import { appliedInputs } from "./state";

/**
 * Ends replication: gracefully, or by a purge where the program says so. A machine that is failed over is left alone
 * unless the program says otherwise.
 *
 * @throws AzureError when the machine has failed over, or the service refuses.
 */
export async function remove({ id, inputs, state }: DeleteRequest, context: OperationContext): Promise<void> {
  const applied = appliedInputs(state, inputs);
  const [kind] = kindsGiven(applied);
  if (kind === undefined) throw new Error(`The state of ${id} names no way of replicating.`);
  const situation = await situationOf(context, id, kind, { ...applied, ...state });
  if (situation === undefined) return;
  const { item } = situation;
  if (applied["deletion"] === "purge") {
    context.status("Purging");
    await carryOut(context, item.id, (now) => ({ method: "DELETE", target: now.id })).catch(unlessGone);
    return;
  }
  if (situation.isAway && applied["disableWhenFailedOver"] !== true) {
    throw new AzureError(
      "MachineFailedOver",
      `${inWords(situation)} Its replication is not disabled, because the way back would be lost. Fail it back first; or ` +
        "set disableWhenFailedOver: true (or deletion: purge), run pulumi up, and delete it then; or keep it in Azure and " +
        "forget it here with retainOnDelete.",
    );
  }
  context.status("Disabling replication");
  const disableProtectionReason = stringOf(applied["disableProtectionReason"]) ?? "NotSpecified";
  await carryOut(context, item.id, (now) => {
    // Another request of ours, or somebody else, is at it already.
    if (
      !allowedOperations(now).includes("DisableProtection") &&
      /^disabl/i.test(String(now.properties["protectionState"]))
    )
      return undefined;
    return {
      method: "POST",
      target: `${now.id}/remove`,
      body: { properties: { disableProtectionReason } },
    };
  }).catch(unlessGone);
}

function unlessGone(error: unknown): void {
  if (!isAbsent(error)) throw error;
}

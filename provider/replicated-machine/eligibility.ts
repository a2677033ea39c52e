import { AzureError, azureErrorOf } from "../../azure/azure-error";
import type { OperationContext } from "../resource-definition";
import { isJson, objectIn, objectsIn, textIn } from "./item";
import { isCancelled, send } from "./operation";

/**
 * Asks the service whether an Azure virtual machine can be replicated. Where it cannot be asked (no right to read the
 * machine), a warning says so: enabling decides then.
 *
 * @throws AzureError with the service's codes, causes and advice when the machine is not eligible.
 */
export async function demandEligible(context: OperationContext, machineId: string): Promise<void> {
  context.status("Asking whether the machine can be replicated");
  const target = `${machineId}/providers/Microsoft.RecoveryServices/replicationEligibilityResults/default`;
  let body: unknown;
  try {
    ({ body } = await send(context, "GET", target));
  } catch (error) {
    if (isCancelled(error)) throw error;
    const { code } = azureErrorOf(error);
    context.warn(
      `Whether ${machineId} can be replicated could not be asked (${code}); enabling replication will tell.`,
    );
    return;
  }
  const errors = objectsIn(objectIn(isJson(body) ? body : {}, "properties"), "errors");
  const serious = errors.filter((each) => !/^(?:warning|information)$/i.test(textIn(each, "status") ?? ""));
  for (const each of errors.filter((error) => !serious.includes(error))) {
    context.warn(`${textIn(each, "code") ?? "Warning"}: ${textIn(each, "message") ?? ""}`);
  }
  const [first] = serious;
  if (first === undefined) return;
  const said = serious.map((each) => {
    const advice = textIn(each, "recommendedAction");
    return `${textIn(each, "code") ?? "NotEligible"}: ${textIn(each, "message") ?? "no message"}${advice === undefined ? "" : ` ${advice}`}`;
  });
  throw new AzureError(
    textIn(first, "code") ?? "NotEligible",
    `Azure Site Recovery cannot replicate ${machineId}; nothing was enabled. ${said.join(" ")}`,
  );
}

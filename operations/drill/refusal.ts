import { AzureError, azureErrorOf } from "../../azure/azure-error";
import { refusedAction } from "../../azure/refused-action";

/** Whatever a call failed with; where rights are missing, with the action and the built-in role that has it. */
export function refusalOf(error: unknown): AzureError {
  const refusal = azureErrorOf(error);
  const action = refusedAction(refusal);
  if (action === undefined || refusal.message.endsWith(roleHint(action))) return refusal;
  const stop = /[.!?]$/.test(refusal.message) ? "" : ".";
  return new AzureError(refusal.code, `${refusal.message}${stop} ${roleHint(action)}`, refusal.details, {
    cause: refusal,
  });
}

function roleHint(action: string): string {
  return `The identity needs ${action}: give it the role ${roleWith(action)}.`;
}

/**
 * The smallest built-in role that has an action of a drill.
 *
 * @see https://learn.microsoft.com/azure/site-recovery/site-recovery-role-based-linked-access-control
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
function roleWith(action: string): string {
  if (/^Microsoft\.RecoveryServices\//i.test(action)) return "Site Recovery Operator on the vault";
  if (/\/virtualMachines\/runCommands?\//i.test(action))
    return "Virtual Machine Contributor on the target resource group";
  if (/\/read$/i.test(action)) return "Reader on its resource group";
  return "that has it on its resource group";
}

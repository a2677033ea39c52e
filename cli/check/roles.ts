import { eligibilityAction } from "../../operations/check/service/eligibility";
import { readActions } from "../../operations/vault/actions";
import { surroundingActions } from "../../operations/vault/surroundings";

/** Who may run the check: two built-in roles, or a custom one with the actions alone. */
export function rolesText(withStack: boolean): string {
  const vault = [...new Set(Object.values(readActions))].sort();
  const outside = [...new Set([...Object.values(surroundingActions), eligibilityAction])].sort();
  return `Built-in roles:
  Site Recovery Reader   on the vault
  Reader                 on the target resource groups, networks, cache accounts, source VMs and their subscriptions

Or a custom role with these actions, and no data actions:
  on the vault
${vault.map((action) => `    ${action}\n`).join("")}  outside it
${outside.map((action) => `    ${action}\n`).join("")}
What may not be read is told as unknown with its action, never as fine.
${withStack ? "--stack reads the stack's state through your Pulumi backend and needs no further role in Azure.\n" : ""}`;
}

import type { CheckedVault } from "../checked-vault";
import { accountsOf } from "../storage-accounts";
import { defineCheck, notKnown, observed } from "../live-check";
import { privateEndpoints } from "../sources";
import { builtInRoleOf, neededRoles } from "../vault-roles";
import { principalsOf } from "../vault-identity";

export const check = defineCheck({
  name: "cache-account-role",
  ref: "ASR-L20",
  title: "The vault's identity has its roles on the cache accounts",
  rationale:
    "A vault with a managed identity reaches its cache accounts by it; without the roles replication stops with HvrManagedIdentityPermissionMissing.",
  remedy: "Assign the missing roles to the vault's identity on the account, or above it.",
  source: privateEndpoints("Grant required permissions to the vault"),
  needs: ["vault", "protectedItems"],
  *examine(vault) {
    const principals = principalsOf(vault.snapshot);
    if (principals.length === 0) return;
    for (const id of accountIds(vault)) {
      const name = id.split("/").at(-1) ?? id;
      const subject = { kind: "storage-account" as const, name, id };
      const account = vault.surroundings.storageAccounts.get(id.toLowerCase());
      if (account?.kind === "absent") continue;
      const roles = vault.surroundings.roles.get(id.toLowerCase());
      if (account?.kind !== "read" || roles?.kind !== "read") {
        const actions = [account, roles].flatMap((part) => (part?.kind === "unknown" ? [part.action] : []));
        yield notKnown(
          subject,
          ...(actions.length > 0 ? actions : ["Microsoft.Authorization/roleAssignments/read"]),
        );
        continue;
      }
      const has = new Set(
        roles.value.map(({ properties }) => builtInRoleOf(properties?.roleDefinitionId)).filter(Boolean),
      );
      const missing = neededRoles(account.value).filter(
        (alternatives) => !alternatives.some((role) => has.has(role)),
      );
      if (missing.length === 0) continue;
      const words = missing.map((alternatives) => alternatives[0]);
      yield observed({
        severity: "error",
        subject,
        observed: has.size === 0 ? "no role" : [...has].join(", "),
        expected: words.join(", "),
        message: `The vault's identity lacks ${words.join(" and ")} on storage account ${name}.`,
      });
    }
  },
});

function accountIds({ machines }: CheckedVault): ReadonlySet<string> {
  const spellings = new Map<string, string>();
  for (const machine of machines) {
    for (const id of accountsOf(machine)) spellings.set(id.toLowerCase(), id);
  }
  return new Set(spellings.values());
}

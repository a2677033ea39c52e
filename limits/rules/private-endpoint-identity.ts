import { siteRecoveryEndpoints } from "../checks/private-endpoints";
import { accountName, accountsOf, isPremium, type KnownAccount } from "../checks/storage-accounts";
import { listField } from "../checks/values";
import type { Deployment, RoleAssignment } from "../facts/azure";
import { knownObject, knownObjects, knownString } from "../facts/known";
import type { Limit } from "../matrix/schema";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "private-endpoint-identity",
  ref: "ASR-0057",
  title: "A vault with private endpoints has an identity with its roles on the storage accounts",
  rationale: "Behind private endpoints the vault reaches the storage accounts by its managed identity.",
  remedy: "Give the vault a managed identity, and its roles on every replication and cache account.",
  limits: ["vault.private-endpoint.identity"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("vault.private-endpoint.identity");
    if (limit === undefined) return notApplicable;
    const endpoints = siteRecoveryEndpoints(deployment);
    if (endpoints === undefined) return [missing("privateEndpoints")];
    if (endpoints.length === 0) return notApplicable;
    const { identity, name } = knownObject(deployment.vault);
    if (identity === undefined) return [missing("vault.identity")];
    if (identity === "none") {
      return [
        violation(limit, {
          subject: `vault ${knownString(name) ?? ""}`.trim(),
          observed: "no managed identity",
          message:
            "The vault has a private endpoint and no managed identity to reach the storage accounts by.",
          path: "vault.identity",
        }),
      ];
    }
    const accounts = accountsOf(deployment);
    if (accounts === undefined) return [missing("storageAccounts")];
    return accounts.flatMap((account, index) => missingRoles(limit, deployment, account, index));
  },
});

function missingRoles(limit: Limit, deployment: Deployment, account: KnownAccount, index: number): Outcome[] {
  const roles = knownObjects<RoleAssignment>(deployment.vaultRoles);
  const id = knownString(account.id)?.toLowerCase();
  const premium = isPremium(account.sku);
  if (roles === undefined) return [missing("vaultRoles")];
  if (id === undefined) return [missing("storageAccounts[].id")];
  if (premium === undefined) return [missing("storageAccounts[].sku")];
  const held = roles
    .filter(({ scope }) => {
      const over = knownString(scope)?.toLowerCase().replace(/\/+$/, "");
      return over !== undefined && (id === over || id.startsWith(`${over}/`));
    })
    .map(({ role }) => knownString(role)?.toLowerCase());
  const lacking = listField(limit, premium ? "premium" : "standard").filter(
    (role) => !held.includes(role.toLowerCase()),
  );
  if (lacking.length === 0) return [];
  return [
    violation(limit, {
      subject: accountName(account, index),
      observed: `without ${lacking.join(", ")}`,
      message: `The vault's identity lacks ${lacking.join(" and ")} on the account.`,
      path: "vaultRoles",
    }),
  ];
}

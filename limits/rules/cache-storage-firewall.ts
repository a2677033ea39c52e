import { accountName, accountsOf, type KnownAccount } from "../checks/storage-accounts";
import { textField } from "../checks/values";
import type { Deployment } from "../facts/azure";
import { knownObject, knownStrings } from "../facts/known";
import { sameResourceId } from "../facts/resource-id";
import type { Limit } from "../matrix/schema";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "cache-storage-firewall",
  ref: "ASR-0025",
  title: "The firewall of a cache account lets replication through",
  rationale:
    "Behind a firewall the service reaches the account as a trusted service, and every source machine through its subnet.",
  remedy:
    "Let trusted Microsoft services and every subnet of source machines through, or allow all networks where the vault has a user-assigned identity.",
  limits: ["azure-storage.cache.firewall", "azure-storage.cache.firewall.user-assigned-identity"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const firewall = limits.find("azure-storage.cache.firewall");
    const userAssigned = limits.find("azure-storage.cache.firewall.user-assigned-identity");
    if (firewall === undefined || userAssigned === undefined) return notApplicable;
    const accounts = accountsOf(deployment);
    if (accounts === undefined) return [missing("storageAccounts")];
    return accounts.flatMap((account, index) => {
      if (account.role === "replication" || account.firewallDefaultAction === "Allow") return [];
      if (account.firewallDefaultAction !== "Deny")
        return [missing("storageAccounts[].firewallDefaultAction")];
      const identity = knownObject(deployment.vault).identity;
      if (identity === "user" || identity === "system-and-user") {
        return [
          violation(userAssigned, {
            subject: accountName(account, index),
            observed: "firewall with a user-assigned identity on the vault",
            message:
              "The vault has a user-assigned identity, with which the cache account must allow all networks.",
            path: `storageAccounts[${index}].firewallDefaultAction`,
          }),
        ];
      }
      return [
        ...(identity === undefined ? [missing("vault.identity")] : []),
        ...exceptions(firewall, account, index, deployment),
      ];
    });
  },
});

function exceptions(limit: Limit, account: KnownAccount, index: number, deployment: Deployment): Outcome[] {
  const outcomes: Outcome[] = [];
  const subject = accountName(account, index);
  const service = textField(limit, "bypass");
  const bypass = knownStrings(account.firewallBypass);
  if (bypass === undefined) outcomes.push(missing("storageAccounts[].firewallBypass"));
  else if (!bypass.includes(service)) {
    outcomes.push(
      violation(limit, {
        subject,
        observed: bypass.length === 0 ? "no exception" : `exceptions ${bypass.join(", ")}`,
        message: `The firewall of the cache account does not let ${service} through.`,
        path: `storageAccounts[${index}].firewallBypass`,
      }),
    );
  }
  const sources = knownStrings(deployment.sourceSubnetIds);
  const allowed = knownStrings(account.firewallSubnetIds);
  if (sources === undefined) outcomes.push(missing("sourceSubnetIds"));
  else if (allowed === undefined) outcomes.push(missing("storageAccounts[].firewallSubnetIds"));
  else {
    for (const subnet of sources.filter((id) => !allowed.some((other) => sameResourceId(id, other)))) {
      outcomes.push(
        violation(limit, {
          subject,
          observed: `subnet ${subnet} is not allowed`,
          message: `The firewall of the cache account does not let the source subnet ${subnet} through.`,
          path: `storageAccounts[${index}].firewallSubnetIds`,
        }),
      );
    }
  }
  return outcomes;
}

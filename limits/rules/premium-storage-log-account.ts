import { disksOf, itemName, itemsOf, type KnownItem } from "../checks/protected-items";
import {
  accountById,
  accountName,
  accountsOf,
  isPremium,
  type KnownAccount,
} from "../checks/storage-accounts";
import type { Limit } from "../matrix/schema";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "premium-storage-log-account",
  ref: "ASR-0007",
  title: "Premium replication storage has a standard log account beside it",
  rationale:
    "The logs of ongoing changes are kept in a standard account of their own; the resource types leave it optional.",
  remedy: "Create a standard storage account and set it as the log storage account.",
  limits: ["azure-storage.premium.log-account", "azure-storage.premium.log-account.standard-targets"],
  moments: ["inventory", "component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("azure-storage.premium.log-account");
    if (limit === undefined) return notApplicable;
    const accounts = accountsOf(deployment);
    if (accounts === undefined) return [missing("storageAccounts")];
    const outcomes: Outcome[] = [];
    const judgedByItem = new Set<KnownAccount>();
    for (const [index, item] of (itemsOf(deployment) ?? []).entries()) {
      outcomes.push(...judgeItem(limit, item, index, accounts, judgedByItem));
    }
    for (const account of accounts) {
      if (account.role === "log" && isPremium(account.sku) === true) {
        outcomes.push(wrongTier(limit, accountName(account), account));
      }
    }
    const targets = accounts.filter((account) => account.role !== "log" && account.role !== "cache");
    if (targets.some((account) => isPremium(account.sku) === undefined)) {
      outcomes.push(missing("storageAccounts[].sku"));
    }
    const alone = targets.filter((account) => isPremium(account.sku) === true && !judgedByItem.has(account));
    if (alone.length === 0) return outcomes;
    const others = accounts.filter((account) => !alone.includes(account));
    if (others.some((account) => account.role === "log")) return outcomes;
    if (others.some((account) => account.role === undefined && isPremium(account.sku) !== true)) {
      return [...outcomes, missing("storageAccounts[].role")];
    }
    return [...outcomes, ...alone.map((account) => without(limit, accountName(account)))];
  },
});

function judgeItem(
  limit: Limit,
  item: KnownItem,
  index: number,
  accounts: readonly KnownAccount[],
  judged: Set<KnownAccount>,
): readonly Outcome[] {
  const data = accountById(accounts, item.storageAccountId);
  const premiumDisks = (disksOf(item) ?? []).filter((disk) => isPremium(disk.type) === true);
  const premium = data !== undefined && isPremium(data.sku) === true;
  if (!premium && premiumDisks.length === 0) return [];
  if (premium) judged.add(data);
  const own = item.logStorageAccountId;
  const ids = premium ? [own] : premiumDisks.map((disk) => disk.storageAccountId ?? own);
  const outcomes = new Map<string, Outcome>();
  for (const id of ids) {
    if (id === undefined) outcomes.set("missing", missing("protectedItems[].logStorageAccountId"));
    else if (id === null) outcomes.set("without", without(limit, itemName(item, index)));
    else {
      const log = accountById(accounts, id);
      const tier = log === undefined ? undefined : isPremium(log.sku);
      if (log !== undefined && tier === true) outcomes.set(id, wrongTier(limit, itemName(item, index), log));
    }
  }
  return [...outcomes.values()];
}

function without(limit: Limit, subject: string): Outcome {
  return violation(limit, {
    subject,
    observed: "no log account",
    message: "Replication goes to premium storage, and there is no standard storage account for its logs.",
    path: "storageAccounts",
  });
}

function wrongTier(limit: Limit, subject: string, log: KnownAccount): Outcome {
  return violation(limit, {
    subject,
    observed: `log account ${log.sku ?? ""}`,
    message: `The log account is of the premium tier (${log.sku ?? ""}); logs need a standard account.`,
    path: "storageAccounts[].sku",
  });
}

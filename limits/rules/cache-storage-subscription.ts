import { accountName, accountsOf } from "../checks/storage-accounts";
import { knownString } from "../facts/known";
import { parseResourceId } from "../facts/resource-id";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "cache-storage-subscription",
  ref: "ASR-0024",
  title: "Cache accounts belong to the subscription of the source machines",
  rationale: "The portal offers cache accounts of the source subscription only.",
  remedy: "Use an account of the source subscription, or set the account by other means than the portal.",
  limits: ["azure-storage.cache.subscription"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("azure-storage.cache.subscription");
    if (limit === undefined) return notApplicable;
    const accounts = accountsOf(deployment);
    if (accounts === undefined) return [missing("storageAccounts")];
    const source = knownString(deployment.sourceSubscriptionId)?.toLowerCase();
    if (accounts.every((account) => account.role === "replication")) return notApplicable;
    if (source === undefined) return [missing("sourceSubscriptionId")];
    return accounts.flatMap((account, index): Outcome[] => {
      if (account.role === "replication") return [];
      const own =
        knownString(account.subscriptionId) ?? parseResourceId(knownString(account.id) ?? "").subscriptionId;
      if (own === undefined) return [missing("storageAccounts[].subscriptionId")];
      if (own.toLowerCase() === source) return [];
      if (account.role === undefined) return [missing("storageAccounts[].role")];
      return [
        violation(limit, {
          subject: accountName(account, index),
          observed: `subscription ${own}`,
          message: `The cache account belongs to subscription ${own}, the source machines to ${source}.`,
          path: `storageAccounts[${index}].subscriptionId`,
        }),
      ];
    });
  },
});

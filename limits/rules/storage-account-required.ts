import { itemsOf } from "../checks/protected-items";
import { accountsOf } from "../checks/storage-accounts";
import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, numberOf, violation } from "./rule";

export const rule = defineRule({
  name: "storage-account-required",
  ref: "ASR-0031",
  title: "There is a storage account to replicate to",
  rationale: "Replicated data is written to a storage account; without one nothing can be replicated.",
  remedy: "Add a storage account for replication.",
  limits: ["azure-storage.account.required"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("azure-storage.account.required");
    if (limit === undefined) return notApplicable;
    const accounts = accountsOf(deployment);
    if (accounts === undefined) return [missing("storageAccounts")];
    if (accounts.length >= numberOf(limit)) return kept;
    // An account outside the deployment is as good.
    if (itemsOf(deployment)?.some((item) => knownString(item.storageAccountId) !== undefined) === true)
      return kept;
    return [
      violation(limit, {
        subject: "storage accounts",
        observed: `${accounts.length} accounts`,
        message: "There is no storage account to replicate to.",
        path: "storageAccounts",
      }),
    ];
  },
});

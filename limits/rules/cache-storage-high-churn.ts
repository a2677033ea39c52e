import { accountName, accountsOf } from "../checks/storage-accounts";
import { knownString } from "../facts/known";
import { defineRule, missing, notApplicable, stringOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "cache-storage-high-churn",
  ref: "ASR-0026",
  title: "High churn has a premium block blob cache account",
  rationale: "High churn is available only with a premium block blob account as cache.",
  remedy: "Create a cache account of kind BlockBlobStorage with a premium SKU.",
  limits: ["azure-storage.cache.high-churn-kind"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("azure-storage.cache.high-churn-kind");
    if (limit === undefined) return notApplicable;
    if (deployment.churn === "normal") return notApplicable;
    if (deployment.churn !== "high") return [missing("churn")];
    const accounts = accountsOf(deployment);
    if (accounts === undefined) return [missing("storageAccounts")];
    return accounts.flatMap((account, index): Outcome[] => {
      if (account.role === "replication") return [];
      const kind = knownString(account.kind);
      if (kind === undefined) return [missing("storageAccounts[].kind")];
      if (kind === stringOf(limit)) return [];
      if (account.role === undefined) return [missing("storageAccounts[].role")];
      return [
        violation(limit, {
          subject: accountName(account, index),
          observed: `kind ${kind}`,
          message: `High churn needs a cache account of kind ${stringOf(limit)}; this one is of kind ${kind}.`,
          path: `storageAccounts[${index}].kind`,
        }),
      ];
    });
  },
});

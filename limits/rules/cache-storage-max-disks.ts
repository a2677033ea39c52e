import { cacheLoads } from "../checks/cache-load";
import { itemsOf } from "../checks/protected-items";
import { accountName, accountsOf } from "../checks/storage-accounts";
import { knownString } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

/** Shares are sums of fractions; one that is full must not tip over by rounding. */
const full = 1 + 1e-9;

export const rule = defineRule({
  name: "cache-storage-max-disks",
  ref: "ASR-0027",
  title: "A cache account serves no more disks than it can",
  rationale:
    "The more the disks churn, the fewer of them one account can serve; replication falls behind beyond that.",
  remedy: "Spread the disks over more cache accounts, or use general purpose v2 accounts, which serve more.",
  limits: ["azure-storage.cache.max-disks"],
  moments: ["inventory", "component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("azure-storage.cache.max-disks");
    if (limit === undefined) return notApplicable;
    const accounts = accountsOf(deployment);
    if (accounts === undefined) return [missing("storageAccounts")];
    if (itemsOf(deployment) === undefined) return [missing("protectedItems")];
    const caches = accounts.filter((account) => account.role !== "replication");
    if (caches.length === 0) return notApplicable;
    if (caches.some((account) => knownString(account.kind) === undefined)) {
      return [missing("storageAccounts[].kind")];
    }
    return [...cacheLoads(limit, deployment, caches)].flatMap(([account, load]): Outcome[] => {
      if (load.least > full) {
        return [
          violation(limit, {
            subject: accountName(account),
            observed: `${load.disks} disks`,
            message: `The cache account serves ${load.disks} disks, which by their churn take ${load.least.toFixed(1)} accounts of kind ${account.kind ?? ""}.`,
            path: "protectedItems[].disks[].storageAccountId",
          }),
        ];
      }
      return load.most > full ? [missing("protectedItems[].disks[].churnMBps")] : [];
    });
  },
});

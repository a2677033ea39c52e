import { regionOf } from "../checks/regions";
import { accountName, accountsOf } from "../checks/storage-accounts";
import { defineRule, missing, notApplicable, stringOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "cache-storage-region",
  ref: "ASR-0023",
  title: "Cache accounts lie in the region that replication writes from or to",
  rationale:
    "Changes are written to the cache account first; enabling replication fails with an account of another region.",
  remedy: "Create the cache account in the region that the scenario asks for.",
  limits: ["azure-storage.cache.region"],
  moments: ["inventory", "component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("azure-storage.cache.region");
    if (limit === undefined) return notApplicable;
    const accounts = accountsOf(deployment);
    if (accounts === undefined) return [missing("storageAccounts")];
    const caches = accounts.filter((account) => account.role !== "replication");
    if (caches.length === 0) return notApplicable;
    const side = stringOf(limit) === "source" ? "sourceRegion" : "targetRegion";
    const expected = regionOf(deployment[side]);
    if (expected === undefined) return [missing(side)];
    return accounts.flatMap((account, index): Outcome[] => {
      if (account.role === "replication") return [];
      const region = regionOf(account.location);
      if (region === undefined) return [missing("storageAccounts[].location")];
      if (region === expected) return [];
      // It may be an account that is no cache at all.
      if (account.role === undefined) return [missing("storageAccounts[].role")];
      return [
        violation(limit, {
          subject: accountName(account, index),
          observed: region,
          message: `The cache account lies in ${region}; it must lie in the ${stringOf(limit)} region, ${expected}.`,
          path: `storageAccounts[${index}].location`,
        }),
      ];
    });
  },
});

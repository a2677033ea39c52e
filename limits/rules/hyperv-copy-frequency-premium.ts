import { disksOf, itemsOf } from "../checks/protected-items";
import { policyName } from "../checks/replication-policies";
import { accountById, accountsOf, isPremium } from "../checks/storage-accounts";
import { knownObjects } from "../facts/known";
import { defineRule, missing, notApplicable, recordsOf, violation, type Outcome } from "./rule";
import type { Deployment } from "../facts/azure";

export const rule = defineRule({
  name: "hyperv-copy-frequency-premium",
  ref: "ASR-0022",
  title: "Hyper-V copies to premium storage at a frequency that it takes",
  rationale: "The shortest copy frequency is not available with premium storage.",
  remedy: "Copy less often, or replicate to standard storage.",
  limits: ["replication-policy.hyperv.frequencies"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("replication-policy.hyperv.frequencies");
    if (limit === undefined) return notApplicable;
    const policies = knownObjects(deployment.policies);
    if (policies === undefined) return [missing("policies")];
    const standardOnly = new Set(
      recordsOf(limit)
        .filter((frequency) => frequency["premiumStorage"] === false)
        .map((frequency) => frequency["seconds"]),
    );
    return policies.flatMap((policy, index): Outcome[] => {
      const interval = policy.replicationIntervalInSeconds;
      if (interval === undefined) return [missing("policies[].replicationIntervalInSeconds")];
      if (interval === null || !standardOnly.has(interval)) return [];
      const premium = usesPremium(deployment);
      if (premium === undefined) return [missing("storageAccounts[].sku")];
      if (!premium) return [];
      return [
        violation(limit, {
          subject: policyName(policy),
          observed: `${interval} seconds with premium storage`,
          message: `A copy every ${interval} seconds is not available with premium storage.`,
          path: `policies[${index}].replicationIntervalInSeconds`,
        }),
      ];
    });
  },
});

/** Whether machines replicate to premium storage, an account or a managed disk. */
function usesPremium(deployment: Deployment): boolean | undefined {
  const accounts = accountsOf(deployment);
  const items = itemsOf(deployment);
  if (items === undefined || items.length === 0) {
    const targets = accounts?.filter((account) => account.role !== "log" && account.role !== "cache");
    if (targets === undefined) return undefined;
    if (targets.some((account) => isPremium(account.sku) === true)) return true;
    return targets.some((account) => isPremium(account.sku) === undefined) ? undefined : false;
  }
  const tiers = items.flatMap((item) => [
    ...(disksOf(item) ?? []).map((disk) => isPremium(disk.type)),
    ...(item.storageAccountId === null || item.storageAccountId === undefined
      ? []
      : [isPremium(accountById(accounts, item.storageAccountId)?.sku)]),
  ]);
  if (tiers.includes(true)) return true;
  return tiers.length === 0 || tiers.includes(undefined) ? undefined : false;
}

import { accountName, accountsOf, isPremium } from "../checks/storage-accounts";
import { knownObject, knownString } from "../facts/known";
import { defineRule, missing, notApplicable, stringsOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "classic-portal-storage",
  ref: "ASR-0035",
  title: "A vault of the classic portal replicates to geo-redundant standard storage",
  rationale: "The classic portal accepted GRS accounts only, and no premium storage.",
  remedy: "Use a geo-redundant standard account, or a vault of the Azure portal.",
  limits: ["azure-storage.classic-portal.redundancy", "azure-storage.classic-portal.premium"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const redundancy = limits.find("azure-storage.classic-portal.redundancy");
    if (redundancy === undefined) return notApplicable;
    const portal = knownObject(deployment.vault).portal;
    if (portal === "azure") return notApplicable;
    if (portal !== "classic") return [missing("vault.portal")];
    const accounts = accountsOf(deployment);
    if (accounts === undefined) return [missing("storageAccounts")];
    const premium = limits.find("azure-storage.classic-portal.premium");
    return accounts.flatMap((account, index): Outcome[] => {
      const sku = knownString(account.sku);
      if (sku === undefined) return [missing("storageAccounts[].sku")];
      if (stringsOf(redundancy).includes(sku)) return [];
      const limit = isPremium(sku) === true ? (premium ?? redundancy) : redundancy;
      return [
        violation(limit, {
          subject: accountName(account, index),
          observed: sku,
          message: `A vault of the classic portal accepts ${stringsOf(redundancy).join(", ")} only, not ${sku}.`,
          path: `storageAccounts[${index}].sku`,
        }),
      ];
    });
  },
});

import { accountName, isPremium } from "../checks/storage-accounts";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "premium-storage-support",
  ref: "ASR-0005",
  title: "Premium storage is a target only where the scenario has it",
  rationale: "Some scenarios replicate to standard storage only.",
  remedy: "Replicate to a standard account.",
  limits: ["azure-storage.premium.supported"],
  moments: ["inventory", "component", "resource", "live"],
  since: "0.1.0",
  subject: "storage-account",
  check(account, { limits, scenario }) {
    const limit = limits.find("azure-storage.premium.supported");
    if (limit === undefined) return notApplicable;
    if (limit.value === true) return kept;
    const premium = isPremium(account.sku);
    if (premium === undefined) return [missing("sku")];
    if (!premium) return kept;
    return [
      violation(limit, {
        subject: accountName(account),
        observed: account.sku ?? "",
        message: `Premium storage is not offered for ${scenario}.`,
        path: "sku",
      }),
    ];
  },
});

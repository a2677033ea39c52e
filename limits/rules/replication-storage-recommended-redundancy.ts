import { accountName, isPremium } from "../checks/storage-accounts";
import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringsOf, violation } from "./rule";

export const rule = defineRule({
  name: "replication-storage-recommended-redundancy",
  ref: "ASR-0004",
  title: "Replication accounts are geo-redundant",
  rationale:
    "With geo-redundancy the replicated data survives a regional outage, and the loss of the primary region.",
  remedy: "Use a geo-redundant account, or accept that a regional outage takes the replica as well.",
  limits: ["azure-storage.redundancy.recommended"],
  moments: ["inventory", "component", "resource", "live"],
  since: "0.1.0",
  subject: "storage-account",
  check(account, { limits }) {
    const limit = limits.find("azure-storage.redundancy.recommended");
    if (limit === undefined) return notApplicable;
    // The log account beside premium storage holds nothing worth a second region.
    if (account.role === "log" || account.role === "cache") return notApplicable;
    const sku = knownString(account.sku);
    if (sku === undefined) return [missing("sku")];
    if (isPremium(sku) === true || !/_LRS$/i.test(sku)) return kept;
    if (stringsOf(limit).includes(sku)) return kept;
    if (account.role === undefined) return [missing("role")];
    return [
      violation(limit, {
        subject: accountName(account),
        observed: sku,
        message: `The account is locally redundant (${sku}); ${stringsOf(limit).join(" or ")} is recommended.`,
        path: "sku",
      }),
    ];
  },
});

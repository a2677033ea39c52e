import { regionOf } from "../checks/regions";
import { accountName, isPremium } from "../checks/storage-accounts";
import { defineRule, kept, missing, notApplicable, stringsOf, violation } from "./rule";

export const rule = defineRule({
  name: "premium-storage-region",
  ref: "ASR-0006",
  title: "Premium replication storage lies in a region that takes it",
  rationale: "Replication to premium storage is not supported in some regions; standard storage is.",
  remedy: "Replicate to standard storage in that region, or to premium storage in another one.",
  limits: ["azure-storage.premium.excluded-regions", "azure-storage.standard.excluded-regions"],
  moments: ["inventory", "component", "resource", "live"],
  since: "0.1.0",
  subject: "storage-account",
  check(account, { limits }) {
    const premium = isPremium(account.sku);
    const limit = limits.find(
      premium === false
        ? "azure-storage.standard.excluded-regions"
        : "azure-storage.premium.excluded-regions",
    );
    if (limit === undefined) return notApplicable;
    const excluded = stringsOf(limit);
    if (excluded.length === 0) return kept;
    const region = regionOf(account.location);
    if (region === undefined) return [missing("location")];
    if (!excluded.includes(region)) return kept;
    if (premium === undefined) return [missing("sku")];
    return [
      violation(limit, {
        subject: accountName(account),
        observed: `${account.sku ?? ""} in ${region}`,
        message: `Replication to premium storage in ${region} is not supported; excluded: ${excluded.join(", ")}.`,
        path: "location",
      }),
    ];
  },
});

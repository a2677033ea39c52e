import { accountName } from "../checks/storage-accounts";
import { fieldOf, listField } from "../checks/values";
import { knownString } from "../facts/known";
import type { Limit } from "../matrix/schema";
import { defineRule, kept, missing, notApplicable, stringsOf, violation } from "./rule";

export const rule = defineRule({
  name: "replication-storage-kind",
  ref: "ASR-0002",
  title: "Replication accounts are of a kind and tier that replication accepts",
  rationale:
    "Replication writes page blobs and logs; enabling it fails with an account whose kind or tier cannot hold them.",
  remedy:
    "Use an account of an accepted kind. The kind cannot be changed back, so create a new account for replication.",
  limits: [
    "azure-storage.kind.allowed",
    "azure-storage.kind.general-purpose-v2",
    "azure-storage.kind.block-blob",
    "azure-storage.access-tier.hot",
    "azure-storage.access-tier.cool",
  ],
  moments: ["inventory", "component", "resource", "live"],
  since: "0.1.0",
  subject: "storage-account",
  check(account, { limits }) {
    const allowed = limits.find("azure-storage.kind.allowed");
    const refused = [
      limits.find("azure-storage.kind.general-purpose-v2"),
      limits.find("azure-storage.kind.block-blob"),
    ].filter((limit) => limit !== undefined);
    const tiers = [
      limits.find("azure-storage.access-tier.hot"),
      limits.find("azure-storage.access-tier.cool"),
    ].filter((limit) => limit !== undefined);
    if (allowed === undefined && refused.length === 0 && tiers.length === 0) return notApplicable;

    const subject = accountName(account);
    const kind = knownString(account.kind);
    // The kind first: it decides for most accounts, and general purpose v1 has no tier at all.
    for (const limit of refused) {
      if (kind !== undefined && stringsOf(limit).includes(kind)) {
        return [ofKind(limit, subject, kind, allowed)];
      }
    }
    const tier = knownString(account.accessTier);
    for (const limit of tiers) {
      const kinds = fieldOf(limit, "kinds");
      const concerned =
        kinds === "any" ? true : kind === undefined ? undefined : listField(limit, "kinds").includes(kind);
      if (concerned === false) continue;
      if (concerned === true && tier !== undefined && listField(limit, "accessTiers").includes(tier)) {
        return [
          violation(limit, {
            subject,
            observed: `access tier ${tier}`,
            message: `The account has access tier ${tier}, which replication does not accept.`,
            path: "accessTier",
          }),
        ];
      }
      if (concerned === true && tier === undefined && kinds !== "any") return [missing("accessTier")];
    }
    if (kind === undefined) return [missing("kind")];
    if (allowed !== undefined && !stringsOf(allowed).includes(kind)) {
      return [ofKind(allowed, subject, kind, allowed)];
    }
    return kept;
  },
});

function ofKind(limit: Limit, subject: string, kind: string, allowed: Limit | undefined) {
  const accepted = allowed === undefined ? "" : `; accepted: ${stringsOf(allowed).join(", ")}`;
  return violation(limit, {
    subject,
    observed: `kind ${kind}`,
    message: `The account is of kind ${kind}, which replication does not accept${accepted}.`,
    path: "kind",
  });
}

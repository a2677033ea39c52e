import type { StorageAccount } from "../facts/azure";
import { knownBoolean } from "../facts/known";
import type { LimitsInScope, Answer } from "../rules/rule";
import { kept, missing, notApplicable, violation } from "../rules/rule";
import { accountName } from "./storage-accounts";

/** A feature of a storage account that replication refuses. */
export interface RefusedFeature {
  readonly limit: string;
  readonly fact: "blobSoftDelete" | "hierarchicalNamespace";
  readonly observed: string;
  readonly message: string;
}

/** Refuses an account that has the feature switched on. */
export function refuseFeature(
  account: StorageAccount,
  limits: LimitsInScope,
  feature: RefusedFeature,
): Answer {
  const limit = limits.find(feature.limit);
  if (limit === undefined) return notApplicable;
  const on = knownBoolean(account[feature.fact]);
  if (on === undefined) return [missing(feature.fact)];
  if (!on) return kept;
  return [
    violation(limit, {
      subject: accountName(account),
      observed: feature.observed,
      message: feature.message,
      path: feature.fact,
    }),
  ];
}

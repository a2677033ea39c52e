import { regionOf } from "../checks/regions";
import { accountName, accountsOf } from "../checks/storage-accounts";
import { knownObject } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "storage-region",
  ref: "ASR-0009",
  title: "Replication accounts lie in the region of the vault",
  rationale: "Replicated data is written to accounts near the machines that a failover creates from it.",
  remedy: "Create the storage account in the vault's region.",
  limits: ["azure-storage.region.same-as-vault", "landing-zone.region"],
  moments: ["inventory", "component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("azure-storage.region.same-as-vault") ?? limits.find("landing-zone.region");
    if (limit === undefined) return notApplicable;
    const accounts = accountsOf(deployment);
    if (accounts === undefined) return [missing("storageAccounts")];
    if (accounts.length === 0) return notApplicable;
    const vault = regionOf(knownObject(deployment.vault).location);
    if (vault === undefined) return [missing("vault.location")];
    return accounts.flatMap((account, index): Outcome[] => {
      const region = regionOf(account.location);
      if (region === undefined) return [missing("storageAccounts[].location")];
      if (region === vault) return [];
      return [
        violation(limit, {
          subject: accountName(account, index),
          observed: region,
          message: `The storage account lies in ${region} and the vault in ${vault}.`,
          path: `storageAccounts[${index}].location`,
        }),
      ];
    });
  },
});

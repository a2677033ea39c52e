import { accountById, accountName, accountsOf } from "../checks/storage-accounts";
import { knownStrings } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "import-export-job",
  ref: "ASR-0030",
  title: "No import or export job works on a replication account",
  rationale: "The Import/Export service is not supported with accounts that replication writes to.",
  remedy: "Point the job at another account.",
  limits: ["azure-storage.import-export"],
  moments: ["stack"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("azure-storage.import-export");
    if (limit === undefined) return notApplicable;
    const accounts = accountsOf(deployment);
    if (accounts === undefined) return [missing("storageAccounts")];
    const ids = knownStrings(deployment.importExportAccountIds);
    if (ids === undefined) return [missing("importExportAccountIds")];
    return ids.flatMap((id): Outcome[] => {
      const account = accountById(accounts, id);
      if (account === undefined) return [];
      return [
        violation(limit, {
          subject: accountName(account),
          observed: "target of an import or export job",
          message: "An import or export job works on the account, which is not supported for replication.",
          path: `storageAccounts[${accounts.indexOf(account)}]`,
        }),
      ];
    });
  },
});

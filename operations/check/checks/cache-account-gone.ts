import { machineSubject } from "../checked-vault";
import { accountsOf } from "../storage-accounts";
import { defineCheck, notKnown, observed } from "../live-check";
import { monitoring } from "../sources";

export const check = defineCheck({
  name: "cache-account-gone",
  ref: "ASR-L19",
  title: "The cache account of every machine exists",
  rationale: "Changes are written to the cache account first; without it nothing replicates any more.",
  remedy: "Create the account again, or disable and enable replication with another one.",
  source: monitoring("Monitor replicated machines"),
  needs: ["protectedItems"],
  *examine({ machines, surroundings }) {
    for (const machine of machines) {
      for (const id of accountsOf(machine)) {
        const part = surroundings.storageAccounts.get(id.toLowerCase());
        if (part === undefined || part.kind === "unknown") {
          yield notKnown(machineSubject(machine), part?.action ?? "Microsoft.Storage/storageAccounts/read");
        } else if (part.kind === "absent") {
          const name = id.split("/").at(-1) ?? id;
          yield observed({
            severity: "error",
            subject: machineSubject(machine),
            observed: `${name} is not there`,
            message: `Storage account ${name}, which the machine replicates through, does not exist.`,
          });
        }
      }
    }
  },
});

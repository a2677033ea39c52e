import { endpointName, endpointsOf, targetOf } from "../checks/private-endpoints";
import { accountById, accountName, accountsOf } from "../checks/storage-accounts";
import { knownString } from "../facts/known";
import { defineRule, missing, notApplicable, stringsOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "private-endpoint-storage-kind",
  ref: "ASR-0056",
  title: "Storage accounts with a private endpoint are of a kind that takes one",
  rationale: "Private endpoints for replication are supported on general purpose v2 accounts only.",
  remedy: "Use a general purpose v2 account, or leave the endpoint out.",
  limits: ["vault.private-endpoint.storage-kind"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("vault.private-endpoint.storage-kind");
    if (limit === undefined) return notApplicable;
    const endpoints = endpointsOf(deployment);
    if (endpoints === undefined) return [missing("privateEndpoints")];
    const accounts = accountsOf(deployment);
    return endpoints.flatMap((endpoint): Outcome[] => {
      if (targetOf(endpoint, deployment) !== "storage account") return [];
      if (endpoint.targetId === undefined) return [missing("privateEndpoints[].targetId")];
      const account = accountById(accounts, endpoint.targetId);
      // An account that takes no part in replication.
      if (account === undefined) return [];
      const kind = knownString(account.kind);
      if (kind === undefined) return [missing("storageAccounts[].kind")];
      if (stringsOf(limit).includes(kind)) return [];
      return [
        violation(limit, {
          subject: accountName(account),
          observed: `kind ${kind} with ${endpointName(endpoint)}`,
          message: `The account is of kind ${kind}; a private endpoint for replication needs ${stringsOf(limit).join(" or ")}.`,
          path: "storageAccounts[].kind",
        }),
      ];
    });
  },
});

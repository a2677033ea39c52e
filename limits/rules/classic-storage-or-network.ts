import { itemName, itemsOf } from "../checks/protected-items";
import { accountName, accountsOf } from "../checks/storage-accounts";
import { knownObjects, knownString } from "../facts/known";
import { defineRule, missing, notApplicable, stringOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "classic-storage-or-network",
  ref: "ASR-0033",
  title: "Storage accounts and networks are Resource Manager resources",
  rationale:
    "Classic accounts and networks cannot be created or described through Azure Resource Manager, through which a landing zone is deployed.",
  remedy: "Use a Resource Manager storage account and network.",
  limits: ["azure-storage.classic-model", "azure-network.classic-model"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const storage = limits.find("azure-storage.classic-model");
    const network = limits.find("azure-network.classic-model");
    if (storage === undefined || network === undefined) return notApplicable;
    const outcomes: Outcome[] = [];
    const accounts = accountsOf(deployment);
    const networks = knownObjects(deployment.networks);
    if (accounts === undefined) outcomes.push(missing("storageAccounts"));
    if (networks === undefined) outcomes.push(missing("networks"));
    const add = (kind: "storage account" | "network", subject: string, path: string): void => {
      outcomes.push(
        violation(kind === "network" ? network : storage, {
          subject,
          observed: `classic ${kind}`,
          message: `A classic ${kind} cannot be part of a landing zone.`,
          path,
        }),
      );
    };
    const ofModel = (id: unknown, limit: typeof storage): boolean =>
      knownString(id)
        ?.toLowerCase()
        .includes(`/${stringOf(limit).toLowerCase()}/`) === true;
    accounts?.forEach((account, index) => {
      if (account.classic === true || ofModel(account.id, storage))
        add("storage account", accountName(account, index), `storageAccounts[${index}].classic`);
    });
    networks?.forEach((one, index) => {
      if (one.classic === true || ofModel(one.id, network))
        add("network", `network ${knownString(one.name) ?? index + 1}`, `networks[${index}].classic`);
    });
    itemsOf(deployment)?.forEach((item, index) => {
      for (const fact of ["storageAccountId", "logStorageAccountId"] as const) {
        if (ofModel(item[fact], storage))
          add("storage account", itemName(item, index), `protectedItems[${index}].${fact}`);
      }
      if (ofModel(item.networkId, network))
        add("network", itemName(item, index), `protectedItems[${index}].networkId`);
    });
    knownObjects(deployment.networkMappings)?.forEach((mapping, index) => {
      if (ofModel(mapping.recoveryNetworkId, network))
        add(
          "network",
          `network mapping ${knownString(mapping.name) ?? index + 1}`,
          `networkMappings[${index}]`,
        );
    });
    return outcomes;
  },
});

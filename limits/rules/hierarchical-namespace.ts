import { refuseFeature } from "../checks/account-switch";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "hierarchical-namespace",
  ref: "ASR-0029",
  title: "Replication accounts have no hierarchical namespace",
  rationale: "Accounts with a hierarchical namespace (Data Lake Storage) cannot be replicated to.",
  remedy: "Use an account without a hierarchical namespace; it cannot be switched off again.",
  limits: ["azure-storage.hierarchical-namespace"],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "storage-account",
  check: (account, { limits }) =>
    refuseFeature(account, limits, {
      limit: "azure-storage.hierarchical-namespace",
      fact: "hierarchicalNamespace",
      observed: "hierarchical namespace",
      message: "The account has a hierarchical namespace, which is not supported.",
    }),
});

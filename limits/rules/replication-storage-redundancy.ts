import { accountName } from "../checks/storage-accounts";
import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringsOf, violation } from "./rule";

export const rule = defineRule({
  name: "replication-storage-redundancy",
  ref: "ASR-0003",
  title: "Replication accounts have a redundancy that the document lists",
  rationale: "Replicated data can be kept in accounts of certain redundancies only.",
  remedy: "Use a SKU that the document lists, Standard_LRS or Standard_GRS for example.",
  limits: [
    "azure-storage.redundancy.allowed",
    "azure-storage.redundancy.unlisted",
    "azure-storage.redundancy.refused",
  ],
  moments: ["inventory", "component", "resource", "live"],
  since: "0.1.0",
  subject: "storage-account",
  check(account, { limits }) {
    const allowed = limits.find("azure-storage.redundancy.allowed");
    const unlisted = limits.find("azure-storage.redundancy.unlisted");
    const refused = limits.find("azure-storage.redundancy.refused");
    if (allowed === undefined && unlisted === undefined && refused === undefined) return notApplicable;
    const sku = knownString(account.sku);
    if (sku === undefined) return [missing("sku")];
    const seen = { subject: accountName(account), observed: sku, path: "sku" };
    const listed = allowed === undefined ? "" : `; listed: ${stringsOf(allowed).join(", ")}`;
    if (refused !== undefined && stringsOf(refused).includes(sku)) {
      return [violation(refused, { ...seen, message: `Redundancy ${sku} is not supported${listed}.` })];
    }
    if (unlisted !== undefined && stringsOf(unlisted).includes(sku)) {
      return [
        violation(unlisted, {
          ...seen,
          message: `Redundancy ${sku} is neither allowed nor refused by the document${listed}.`,
        }),
      ];
    }
    if (allowed !== undefined && !stringsOf(allowed).includes(sku)) {
      return [
        violation(allowed, { ...seen, message: `Redundancy ${sku} is not among the listed ones${listed}.` }),
      ];
    }
    return kept;
  },
});

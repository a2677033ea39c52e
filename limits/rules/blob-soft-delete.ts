import { refuseFeature } from "../checks/account-switch";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "blob-soft-delete",
  ref: "ASR-0028",
  title: "Replication accounts have no blob soft delete",
  rationale: "Replication deletes logs all the time; soft delete keeps every one of them and is paid for.",
  remedy: "Switch blob soft delete off, or use an account of its own for replication.",
  limits: ["azure-storage.blob-soft-delete"],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "storage-account",
  check: (account, { limits }) =>
    refuseFeature(account, limits, {
      limit: "azure-storage.blob-soft-delete",
      fact: "blobSoftDelete",
      observed: "blob soft delete",
      message: "Blob soft delete is switched on, which is not supported on an account for replication.",
    }),
});

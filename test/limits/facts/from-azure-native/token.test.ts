import { expect, it } from "vitest";
import { normalizeToken } from "../../../../limits/facts/from-azure-native";

it.each([
  ["azure-native:storage:StorageAccount", "azure-native:storage:StorageAccount"],
  ["azure-native:storage/v20230101:StorageAccount", "azure-native:storage:StorageAccount"],
  ["azure-native:storage/v20230101preview:StorageAccount", "azure-native:storage:StorageAccount"],
  ["azure-native_storage_v20240101:storage:StorageAccount", "azure-native:storage:StorageAccount"],
  ["azure-native_storage_v20240101:storage/v20240101:StorageAccount", "azure-native:storage:StorageAccount"],
  ["azure:storage/account:Account", "azure:storage/account:Account"],
  ["pulumi:pulumi:Stack", "pulumi:pulumi:Stack"],
])("%s is %s", (token, normal) => {
  expect(normalizeToken(token)).toBe(normal);
});

import { describe, expect, it } from "vitest";
import { current, in2016, in2019, saying, verdictOn, type Case } from "./judging";

const rule = "replication-storage-kind";
const vmware = "vmware-to-azure";

describe(rule, () => {
  it.each<Case>([
    [{ kind: "Storage" }, in2019(vmware), "kept"],
    [
      { kind: "StorageV2", accessTier: "Hot" },
      in2019(vmware),
      ["error azure-storage.kind.general-purpose-v2"],
    ],
    [
      { kind: "StorageV2", accessTier: "Cool" },
      in2019(vmware),
      ["error azure-storage.kind.general-purpose-v2"],
    ],
    [{ kind: "StorageV2" }, in2019("physical-to-azure"), ["error azure-storage.kind.general-purpose-v2"]],
    [
      { kind: "BlockBlobStorage", sku: "Premium_LRS" },
      in2019(vmware),
      ["error azure-storage.kind.block-blob"],
    ],
    [{ kind: "BlobStorage" }, in2019(vmware), ["error azure-storage.kind.block-blob"]],
    [{ kind: "FileStorage" }, in2019(vmware), ["error azure-storage.kind.allowed"]],
    [{ accessTier: "Hot" }, in2019(vmware), ["error azure-storage.access-tier.hot"]],
    [{ accessTier: "Cool" }, in2019(vmware), ["error azure-storage.access-tier.cool"]],
    [{ accessTier: "Cold" }, in2019(vmware), ["error azure-storage.access-tier.cool"]],
    [{}, in2019(vmware), ["? kind"]],
    [{ kind: 7, accessTier: null }, in2019(vmware), ["? kind"]],
    [{ kind: "StorageV2", accessTier: "Hot" }, current(vmware), "kept"],
    [{ kind: "StorageV2", accessTier: "Cool" }, current(vmware), "kept"],
    [{ kind: "Storage" }, current(vmware), "kept"],
    [
      { kind: "BlobStorage", accessTier: "Hot" },
      current("hyperv-to-azure"),
      ["error azure-storage.kind.block-blob"],
    ],
    [
      { kind: "BlobStorage", accessTier: "Cool" },
      current("azure-to-azure"),
      ["error azure-storage.access-tier.cool"],
    ],
    [
      { kind: "BlobStorage", accessTier: "Hot" },
      current("azure-to-azure"),
      ["warning azure-storage.access-tier.hot"],
    ],
    [{ kind: "BlobStorage" }, current("azure-to-azure"), ["? accessTier"]],
    [{ kind: "BlockBlobStorage" }, current("azure-to-azure"), "kept"],
    [{ kind: "StorageV2" }, in2016(vmware), "n/a"],
  ])("%j in %j: %j", (account, scope, expected) => {
    expect(verdictOn(rule, "storage-account", account, scope)).toEqual(expected);
  });

  it("names kind, source and what is accepted", () => {
    const [finding] = saying(
      rule,
      "storage-account",
      { name: "replica", kind: "StorageV2" },
      in2019(vmware),
    ).findings;
    expect(finding).toMatchObject({
      ref: "ASR-0002",
      subject: "storage account replica",
      observed: "kind StorageV2",
      path: "kind",
      limit: { ledger: ["azure-storage.gpv2"], source: { date: "2019-05-10", section: "Azure storage" } },
    });
    expect(finding?.message).toMatchInlineSnapshot(
      `"The account is of kind StorageV2, which replication does not accept; accepted: Storage."`,
    );
  });
});

import { fc, it as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Scenario } from "../../../limits/scenarios";
import { current, verdictOn } from "./judging";

const rule = "cache-storage-max-disks";
const refused = ["error azure-storage.cache.max-disks"];

function deployment(kind: string, count: number, churnMBps?: number) {
  const disk = churnMBps === undefined ? {} : { churnMBps };
  return {
    storageAccounts: [{ name: "cache", role: "cache", kind }],
    protectedItems: [{ disks: Array.from({ length: count }, () => disk) }],
  };
}

describe.each<[Scenario, string, number, number]>([
  ["vmware-to-azure", "Storage", 4, 600],
  ["vmware-to-azure", "Storage", 8, 300],
  ["physical-to-azure", "StorageV2", 4, 1500],
  ["hyperv-to-azure", "StorageV2", 8, 750],
  ["azure-to-azure", "Storage", 4, 300],
  ["azure-to-azure", "Storage", 8, 150],
  ["azure-to-azure", "StorageV2", 4, 750],
  ["azure-to-azure", "StorageV2", 8, 375],
])("%s, %s, %d MB/s", (scenario, kind, churn, limit) => {
  it("serves the documented number of disks and not one more", () => {
    const scope = current(scenario);
    expect(verdictOn(rule, "deployment", deployment(kind, limit - 1, churn), scope)).toBe("kept");
    expect(verdictOn(rule, "deployment", deployment(kind, limit, churn), scope)).toBe("kept");
    expect(verdictOn(rule, "deployment", deployment(kind, limit + 1, churn), scope)).toEqual(refused);
  });
});

describe("a mixture of disks", () => {
  const scope = current("azure-to-azure");
  property.prop([fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200 })])(
    "takes its shares of the table",
    (light, heavy) => {
      const facts = {
        storageAccounts: [{ name: "cache", role: "cache", kind: "Storage" }],
        protectedItems: [
          { disks: Array.from({ length: light }, () => ({ churnMBps: 3 })) },
          { disks: Array.from({ length: heavy }, () => ({ churnMBps: 7 })) },
        ],
      };
      expect(verdictOn(rule, "deployment", facts, scope)).toEqual(
        light + 2 * heavy <= 300 ? "kept" : refused,
      );
    },
  );
  it("does not pass disks whose churn is not known", () => {
    expect(verdictOn(rule, "deployment", deployment("Storage", 150), scope)).toBe("kept");
    expect(verdictOn(rule, "deployment", deployment("Storage", 151), scope)).toEqual([
      "? protectedItems[].disks[].churnMBps",
    ]);
    expect(verdictOn(rule, "deployment", deployment("Storage", 301), scope)).toEqual(refused);
  });
  it("counts each account by itself", () => {
    const disks = (id: string) => Array.from({ length: 200 }, () => ({ churnMBps: 4, storageAccountId: id }));
    const facts = {
      storageAccounts: ["a", "b"].map((name) => ({ name, role: "cache", kind: "Storage" })),
      protectedItems: [{ disks: disks("/x/a") }, { disks: disks("/x/B") }],
    };
    expect(verdictOn(rule, "deployment", facts, scope)).toBe("kept");
  });
  it("asks for what it needs", () => {
    expect(verdictOn(rule, "deployment", {}, scope)).toEqual(["? storageAccounts"]);
    expect(verdictOn(rule, "deployment", { storageAccounts: [{}] }, scope)).toEqual(["? protectedItems"]);
    expect(verdictOn(rule, "deployment", { storageAccounts: [{}], protectedItems: [] }, scope)).toEqual([
      "? storageAccounts[].kind",
    ]);
  });
});

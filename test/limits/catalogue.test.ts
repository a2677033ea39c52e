import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../limits/catalogue";
import { editions } from "../../limits/editions";
import type { Limit } from "../../limits/matrix/schema";
import type { Rule } from "../../limits/rules/rule";

const limit = (changes: Partial<Limit> = {}): Limit => ({
  id: "azure-vm.os-disk.max-size",
  edition: "2016-12",
  title: "Operating-system disk size",
  value: 1023,
  unit: "GiB",
  severity: "error",
  scenarios: ["vmware-to-azure"],
  source: { document: "Prerequisites", date: "2016-12-04", section: "Azure" },
  ledger: [],
  ...changes,
});

const rule = {
  name: "os-disk-max-size",
  limits: ["azure-vm.os-disk.max-size"],
  moments: ["live", "inventory"],
} as unknown as Rule;

describe("the catalogue", () => {
  it("joins limits with the rules that check them, moments in a fixed order", () => {
    const entries = catalogueOf(
      "2016-12",
      undefined,
      [limit(), limit({ id: "doc.title", reason: "a title" })],
      [rule],
    );
    expect(entries.map(({ id, rules, checkedAt }) => ({ id, rules, checkedAt }))).toEqual([
      { id: "azure-vm.os-disk.max-size", rules: ["os-disk-max-size"], checkedAt: ["inventory", "live"] },
      { id: "doc.title", rules: [], checkedAt: [] },
    ]);
  });

  it("keeps edition and scenario apart", () => {
    const all = [limit(), limit({ edition: "2019-05" }), limit({ scenarios: ["hyperv-to-azure"] })];
    expect(catalogueOf("2016-12", "vmware-to-azure", all, [])).toHaveLength(1);
    expect(catalogueOf("2016-12", undefined, all, [])).toHaveLength(2);
  });

  it.each(editions)("has entries for edition %s", (edition) => {
    expect(catalogueOf(edition).length).toBeGreaterThan(0);
  });
});

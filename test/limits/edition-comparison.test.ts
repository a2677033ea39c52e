import { describe, expect, it } from "vitest";
import type { CataloguedLimit } from "../../limits/catalogue";
import { compareEditions } from "../../limits/edition-comparison";
import type { Limit } from "../../limits/matrix/schema";

describe("the comparison of two editions", () => {
  const entry = (changes: Partial<Limit> = {}): CataloguedLimit => ({
    id: "azure-vm.os-disk.max-size",
    edition: "2016-12",
    title: "Operating-system disk size",
    value: 1023,
    unit: "GiB",
    severity: "error",
    scenarios: ["vmware-to-azure"],
    experiences: ["classic"],
    source: { document: "Prerequisites", date: "2016-12-04", section: "Azure" },
    ledger: [],
    checkedAt: [],
    rules: [],
    ...changes,
  });
  const kinds = (from: CataloguedLimit[], to: CataloguedLimit[]) =>
    compareEditions(from, to).changes.map(({ kind, id }) => `${kind} ${id}`);

  it("is empty for the same statements, in whatever order of keys", () => {
    expect(
      kinds([entry({ value: { a: 1, b: 2 } })], [entry({ value: { b: 2, a: 1 }, edition: "2019-05" })]),
    ).toEqual([]);
  });

  it.each([
    ["value", { value: 2048 }],
    ["unit", { unit: "MiB" }],
    ["severity", { severity: "warning" }],
  ] as const)("sees another %s", (_what, changes) => {
    expect(kinds([entry()], [entry(changes)])).toEqual(["changed azure-vm.os-disk.max-size"]);
  });

  it("sees what only one of them states", () => {
    expect(kinds([entry({ id: "a" })], [entry({ id: "b" })])).toEqual(["removed a", "added b"]);
  });

  it("compares scope by scope, and a pair of entries once", () => {
    const physical = { scenarios: ["physical-to-azure"] } as const;
    const both = { scenarios: ["vmware-to-azure", "physical-to-azure"] } as const;
    const { changes } = compareEditions([entry(), entry(physical)], [entry({ ...both, value: 2048 })]);
    expect(changes.map(({ kind, scopes }) => [kind, scopes])).toEqual([
      ["changed", ["vmware-to-azure"]],
      ["changed", ["physical-to-azure"]],
    ]);
    const [one, ...others] = compareEditions([entry(both)], [entry({ ...both, value: 2048 })]).changes;
    expect(others).toEqual([]);
    expect(one?.scopes).toEqual(["vmware-to-azure", "physical-to-azure"]);
  });

  it("takes a scenario that one edition alone documents for no change", () => {
    const hyperv = entry({ id: "hyperv", scenarios: ["hyperv-to-azure"] });
    const { experiences: _classic, ...everywhere } = entry();
    expect(compareEditions([entry(), hyperv], [everywhere])).toEqual({
      compared: ["vmware-to-azure"],
      onlyFrom: ["hyperv-to-azure"],
      onlyTo: ["vmware-to-azure (modernized)"],
      changes: [],
    });
  });

  it("compares the configuration server of earlier editions with the appliance of the newest", () => {
    const newest = entry({ value: 2048, edition: "current", experiences: ["modernized"] });
    expect(compareEditions([entry({ edition: "2019-05" })], [newest])).toMatchObject({
      compared: ["vmware-to-azure"],
      changes: [{ kind: "changed", from: { value: 1023 }, to: { value: 2048 } }],
    });
  });
});

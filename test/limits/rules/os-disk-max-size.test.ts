import { describe, expect, it } from "vitest";
import { rule } from "../../../limits/rules/os-disk-max-size";
import { judgeBy } from "../judging";

const may2019 = { edition: "2019-05", scenario: "vmware-to-azure" } as const;
const current = { edition: "current", scenario: "hyperv-to-azure" } as const;
const disk = (sizeGiB: number, os?: boolean) => ({ name: "d", sizeGiB, os });

describe("os-disk-max-size", () => {
  it.each([
    [
      "2016-12, at the limit",
      { edition: "2016-12", scenario: "vmware-to-azure" } as const,
      [disk(1023, true)],
      [],
    ],
    [
      "2016-12, a fraction above",
      { edition: "2016-12", scenario: "hyperv-to-azure" } as const,
      [disk(1023.5, true)],
      ["error disk d: 1023.5 GiB"],
    ],
    ["2019-05, at the limit", may2019, [disk(2048, true), disk(10, false)], []],
    ["2019-05, above", may2019, [disk(2049, true), disk(10, false)], ["error disk d: 2049 GiB"]],
    ["the only disk holds the system", may2019, [disk(2049)], ["error disk d: 2049 GiB"]],
    ["a data disk is another rule's", may2019, [disk(40, true), disk(4095, false)], []],
    [
      "a disk left out of replication",
      may2019,
      [disk(40, true), { ...disk(9000, false), excluded: true }],
      [],
    ],
  ])("%s", (_name, scope, disks, findings) => {
    expect(judgeBy(rule, scope, { name: "m", disks })).toEqual({ findings, missing: [], applies: true });
  });

  it.each([
    ["generation 2, at the limit", { generation: 2, disks: [disk(4095, true)] }, [], []],
    ["generation 2, above", { generation: 2, disks: [disk(4096, true)] }, ["error disk d: 4096 GiB"], []],
    ["generation 1", { generation: 1, disks: [disk(2049, true)] }, ["error disk d: 2049 GiB"], []],
    ["generation not known", { disks: [disk(2049, true)] }, [], ["generation"]],
    ["generation not known, above both", { disks: [disk(4096, true)] }, ["error disk d: 4096 GiB"], []],
  ])("current: %s", (_name, machine, findings, missing) => {
    expect(judgeBy(rule, current, machine)).toEqual({ findings, missing, applies: true });
  });

  it.each([
    ["no disks", undefined],
    ["null", null],
    ["an empty list", []],
    ["null in the list", [null]],
    ["a size that is text", [{ sizeGiB: "2049", os: true }]],
  ])("does not decide on %s", (_name, disks) => {
    expect(judgeBy(rule, may2019, { name: "m", disks })).toMatchObject({
      findings: [],
      missing: ["disks[].sizeGiB"],
    });
  });

  it("asks which disk holds the system only where it matters", () => {
    expect(judgeBy(rule, may2019, { disks: [disk(100), disk(200)] }).missing).toEqual([]);
    expect(judgeBy(rule, may2019, { disks: [disk(100), disk(3000)] }).missing).toEqual(["disks[].os"]);
  });
});

import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../landing-zone/input-error";
import { parseVmSizes, type VmSizeList } from "../../../estate/planning/vm-size-list";
import { VmSizes, type VmDemand } from "../../../estate/planning/vm-sizes";
import { machine } from "./estates";
import { sku, skus } from "./azure-lists";

const region = { region: "West Europe" };
const list = (rows: readonly object[] = skus): VmSizeList =>
  parseVmSizes(JSON.stringify(rows), "sizes.json", region);

const demand = (more: Partial<VmDemand["machine"]>, rest: Partial<VmDemand> = {}): VmDemand => ({
  machine: machine("m", { cpuCores: 4, memoryMiB: 16 * 1024, ...more }),
  premium: false,
  peakMBps: undefined,
  availabilityZone: undefined,
  ...rest,
});

const disks = (count: number) => Array.from({ length: count }, () => ({ sizeGiB: 10 }));

describe("a list of sizes", () => {
  it("is the same from the command line and from the REST API", () => {
    expect(parseVmSizes(JSON.stringify({ value: skus }), "sizes.json", region)).toEqual(list());
    expect(list().sizes[0]).toEqual({
      name: "Standard_D2s_v5",
      family: "standardDsv5Family",
      vcpus: 2,
      memoryMiB: 8192,
      maxDataDisks: 4,
      maxNics: 2,
      premiumStorage: true,
      uncachedMBps: 48,
      generations: [1, 2],
      zones: ["1", "2"],
    });
  });

  it("leaves out what nobody expects to be given, and says so", () => {
    expect(list().sizes.map(({ name }) => name)).toEqual([
      "Standard_D2s_v5",
      "Standard_D4s_v5",
      "Standard_D4s_v3",
      "Standard_D8s_v6",
      "Standard_D8s_v5",
      "Standard_E4s_v5",
      "Standard_F4_v2",
    ]);
    expect(
      list()
        .skipped.map(({ reason }) => reason)
        .sort(),
    ).toEqual([
      "not available to the subscription",
      "not of the x64 architecture",
      "of other regions",
      "with burstable vCPUs",
      "with constrained vCPUs",
      "with graphics processors",
    ]);
    const series = parseVmSizes(JSON.stringify(skus), "sizes.json", { ...region, series: ["bs", "Dsv5"] });
    expect(series.sizes.map(({ name }) => name)).toEqual([
      "Standard_D2s_v5",
      "Standard_D4s_v5",
      "Standard_D8s_v5",
      "Standard_B2s",
    ]);
  });

  it("of the older command has cores, memory and disks, under either spelling", () => {
    const rows = [
      { name: "Standard_D2s_v5", numberOfCores: 2, memoryInMB: 8192, maxDataDiskCount: 4 },
      { name: "Standard_D4s_v5", numberOfCores: "4", memoryInMb: "16384", maxDataDiskCount: "8" },
    ];
    const older = parseVmSizes(JSON.stringify(rows), "ls.json", region);
    expect(older.command).toBe("az vm list-sizes");
    const chosen = new VmSizes(older).choose(demand({}, { premium: true }));
    expect(chosen).toMatchObject({ name: "Standard_D4s_v5", family: null });
    expect(chosen.notChecked).toEqual(["premium storage: not in the list", "generation 1: not in the list"]);
  });

  it.each([
    ["[]", /no size for machines in West Europe/],
    [JSON.stringify([sku("Standard_F2s_v2", 2, 4, {}, { locations: ["eastus"] })]), /1 of other regions/],
    [JSON.stringify([sku("Standard_D2s_v5", 2, 8, { MemoryGB: "much" })]), /"much" is no number of MemoryGB/],
    ['[{"name":"a","numberOfCores":null,"memoryInMB":1,"maxDataDiskCount":1}]', /numberOfCores/],
    ["{", /sizes\.json/],
    ['{"sizes": []}', /sizes\.json/],
  ])("refuses %s", (text, message) => {
    const parsed = () => parseVmSizes(text, "sizes.json", region);
    expect(parsed).toThrow(InputError);
    expect(parsed).toThrow(message);
  });
});

describe("the size of a machine", () => {
  const choose = (...of: Parameters<typeof demand>) => new VmSizes(list()).choose(demand(...of)).name;

  it("is the smallest that has what the machine needs", () => {
    expect(choose({ cpuCores: 1, memoryMiB: 1024 })).toBe("Standard_D2s_v5");
    expect(choose({ memoryMiB: 8 * 1024 })).toBe("Standard_F4_v2");
    expect(choose({ memoryMiB: 8 * 1024 }, { premium: true })).toBe("Standard_D4s_v5");
    expect(choose({ memoryMiB: 20 * 1024 })).toBe("Standard_E4s_v5");
    expect(choose({ disks: disks(9) })).toBe("Standard_D4s_v5");
    expect(choose({ disks: disks(10) })).toBe("Standard_D8s_v5");
    expect(choose({ firmware: "uefi", cpuCores: 8 })).toBe("Standard_D8s_v6");
    expect(choose({}, { peakMBps: 97 })).toBe("Standard_D8s_v5");
    expect(choose({}, { availabilityZone: "3" })).toBeNull();
    expect(choose({ nics: [{}, {}, {}] })).toBeNull();
  });

  it("is undecided where cores, memory or disks are not known", () => {
    const { cpuCores: _, ...rest } = machine("m", { cpuCores: 4, memoryMiB: 1 });
    const chosen = new VmSizes(list()).choose({ ...demand({}), machine: rest });
    expect(chosen).toMatchObject({
      name: null,
      vcpus: null,
      why: "Undecided: the machine's cores are not known.",
    });
  });

  it("is of equal ones the cheaper, else the newest", () => {
    expect(choose({})).toBe("Standard_D4s_v5");
    const cheap = new VmSizes(list(), (name) => (name.endsWith("v3") ? 1 : 2));
    expect(cheap.choose(demand({})).name).toBe("Standard_D4s_v3");
  });

  const anySize = fc.record({
    name: fc.constantFrom("Standard_D4s_v5", "Standard_D4s_v3", "Standard_E4s_v4", "Standard_F8s"),
    vcpus: fc.integer({ min: 1, max: 16 }),
    memoryMiB: fc.integer({ min: 1, max: 64 }).map((gib) => gib * 1024),
    maxDataDisks: fc.integer({ min: 0, max: 16 }),
    premiumStorage: fc.boolean(),
  });
  test.prop([
    fc.array(anySize, { minLength: 1, maxLength: 12 }),
    fc.record({
      cpuCores: fc.integer({ min: 1, max: 16 }),
      memoryMiB: fc.integer({ min: 512, max: 64 * 1024 }),
      disks: fc.integer({ min: 1, max: 16 }).map(disks),
    }),
    fc.boolean(),
  ])("holds the machine, and no smaller one does", (sizes, facts, premium) => {
    const fits = (size: (typeof sizes)[number]): boolean =>
      size.vcpus >= facts.cpuCores &&
      size.memoryMiB >= facts.memoryMiB &&
      size.maxDataDisks >= facts.disks.length - 1 &&
      (!premium || size.premiumStorage);
    const source = { file: "f", command: "az vm list-skus", skipped: [] } as const;
    const { name, vcpus } = new VmSizes({ ...source, sizes }).choose(demand(facts, { premium }));
    const fitting = sizes.filter(fits);
    expect(name === null).toBe(fitting.length === 0);
    if (name !== null) expect(vcpus).toBe(Math.min(...fitting.map((size) => size.vcpus)));
    const reversed = new VmSizes({ ...source, sizes: sizes.toReversed() }).choose(demand(facts, { premium }));
    expect(reversed.vcpus).toBe(vcpus);
  });
});

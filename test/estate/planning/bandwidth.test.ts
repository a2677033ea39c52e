import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { ChurnSample } from "../../../estate/planning/churn-series";
import { anyMachines, estate, machine, planOf, shuffled } from "./estates";

const noGrowth = { growthPercent: 0 };
const mbps = (MBps: number): number => Math.ceil(MBps * 8.388608 * 100 - 1e-9) / 100;

describe("bandwidth from facts", () => {
  const machines = [
    machine("a", { churn: { averageMBps: 1, peakMBps: 20 } }),
    machine("b", { churn: { averageMBps: 0.5, peakMBps: 30 } }),
  ];

  it("is the sum of the peaks for all intervals, and ten averages at most for 90 % of them", () => {
    const { bandwidth } = planOf(estate(machines), noGrowth);
    expect(bandwidth).toMatchObject({
      basis: "facts",
      average: { value: mbps(1.5) },
      needed: [
        { rpoMinutes: 15, intervalsMetPercent: 100, bandwidth: { value: mbps(50) } },
        { rpoMinutes: 15, intervalsMetPercent: 90, bandwidth: { value: mbps(15) } },
      ],
    });
  });

  it("grows with the growth", () => {
    expect(planOf(estate(machines), { growthPercent: 100 }).bandwidth?.average.value).toBe(mbps(3));
  });

  it("is unknown as soon as one churn is, and names the machine", () => {
    const { bandwidth, initialReplication } = planOf(estate([...machines, machine("c")]), noGrowth);
    expect(bandwidth?.machinesOfUnknownChurn).toEqual(["c"]);
    for (const figure of [bandwidth?.average, ...(bandwidth?.needed ?? []).map((row) => row.bandwidth)]) {
      expect(figure).toMatchObject({ value: null, lacks: ["churn of c"] });
    }
    expect(initialReplication).toMatchObject({ batches: [], unplaced: [{}, {}, {}] });
  });

  it.each([
    [1000, 0, undefined],
    [5, null, "a bandwidth of at least 12.59 Mbps"],
    [50, null, "churn over time (--churn-series)"],
  ])("of %d Mbps achieves an RPO of %s", (bandwidthMbps, value, lack) => {
    const rpo = planOf(estate(machines), { ...noGrowth, bandwidthMbps }).bandwidth?.given?.achievableRpo[0]
      ?.rpo;
    expect(rpo?.value).toBe(value);
    expect(rpo?.lacks?.[0]).toBe(lack);
  });
});

describe("bandwidth from churn over time", () => {
  const minute = (index: number): number => Date.UTC(2026, 0, 1) + index * 300_000;
  const samples = (name: string, rates: readonly number[], disk?: string): readonly ChurnSample[] =>
    rates.map((MBps, index) => ({
      machine: name,
      ...(disk === undefined ? {} : { disk }),
      time: minute(index),
      MBps,
    }));

  it("is the smallest with which what waits drains in time", () => {
    // 12 MB/s for one interval of 300 s wait no longer than 300 s with 6 MB/s.
    const { bandwidth } = planOf(estate([machine("a")]), {
      ...noGrowth,
      rpoMinutes: 5,
      bandwidthMbps: 8.388608 * 6,
      churnSamples: samples("A", [0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    });
    expect(bandwidth).toMatchObject({
      basis: "series",
      machinesOfUnknownChurn: [],
      given: { achievableRpo: [{ rpo: { value: 5 } }, { rpo: { value: 0 } }] },
    });
    expect(
      bandwidth?.needed.filter(({ rpoMinutes }) => rpoMinutes === 5).map(({ bandwidth: { value } }) => value),
      // Of eleven intervals one may miss it: with 4 MB/s 2,400 MB wait at first, and 1,200 MB an interval later.
    ).toEqual([mbps(6), mbps(4)]);
  });

  it("adds a machine without a series with its peak, and is unknown where it has none", () => {
    const churnSamples = samples("a", [1, 1, 1]);
    const withPeak = machine("b", { churn: { peakMBps: 9 } });
    const [always] = planOf(estate([machine("a"), withPeak]), { ...noGrowth, rpoMinutes: 1, churnSamples })
      .bandwidth?.needed ?? [undefined];
    // Three intervals of 300 s and 60 s of objective: 9,000 MB in 960 s.
    expect(always?.bandwidth.value).toBe(mbps(9000 / 960));
    const unknown = planOf(estate([machine("a"), machine("b")]), { churnSamples });
    expect(unknown.bandwidth?.machinesOfUnknownChurn).toEqual(["b"]);
    expect(unknown.bandwidth?.needed.every((row) => row.bandwidth.value === null)).toBe(true);
  });

  it("chooses tiers by the percentile", () => {
    const rates = Array.from({ length: 100 }, (_, index) => (index < 90 ? 1 : 3));
    const subject = machine("a", {
      disks: [{ name: "d", sizeGiB: 100, os: true, targetType: "premium-ssd", churn: { averageIoKB: 8 } }],
    });
    const tier = (percentile: number): unknown =>
      planOf(estate([subject]), { ...noGrowth, percentile, churnSamples: samples("a", rates, "d") })
        .machines[0]?.disks[0]?.target?.tier;
    expect(tier(90)).toBe("P10");
    expect(tier(95)).toBe("P20");
  });
});

describe("batches of initial replication", () => {
  test.prop([anyMachines, fc.double({ min: 1, max: 5000, noNaN: true }), fc.integer({ min: 1, max: 100 })], {
    numRuns: 40,
  })("name every machine once, keep groups whole and the goal", (machines, bandwidthMbps, hours) => {
    const planned = planOf(estate(machines), { bandwidthMbps, initialReplicationHours: hours });
    const { batches = [], unplaced = [] } = planned.initialReplication ?? {};
    const names = [
      ...batches.flatMap((batch) => batch.machines.map(({ name }) => name)),
      ...unplaced.map((each) => each.machine),
    ];
    expect(names.sort()).toEqual(planned.machines.map(({ name }) => name).sort());
    for (const batch of batches) {
      const { value } = batch.duration;
      expect(value !== null && Math.floor(value * 100) / 100 - 0.01 <= hours).toBe(batch.withinGoal);
      if (!batch.withinGoal) {
        const units = new Set(
          batch.machines.map(
            ({ key }) =>
              planned.machines.find((each) => each.key === key)?.multiVmGroup?.toLowerCase() ?? key,
          ),
        );
        expect(units.size).toBe(1);
      }
    }
    const batchOf = new Map(batches.flatMap((batch) => batch.machines.map(({ key }) => [key, batch.number])));
    const groups = Map.groupBy(
      planned.machines.filter(({ multiVmGroup }) => multiVmGroup !== undefined),
      ({ multiVmGroup }) => multiVmGroup?.toLowerCase(),
    );
    for (const members of groups.values()) {
      expect(new Set(members.map(({ key }) => batchOf.get(key))).size).toBe(1);
    }
  });

  test.prop([anyMachines, fc.infiniteStream(fc.nat())], { numRuns: 15 })(
    "do not depend on the order of the inventory",
    (machines, random) => {
      const options = { bandwidthMbps: 200 };
      expect(planOf(estate(shuffled(machines, random)), options).initialReplication).toEqual(
        planOf(estate(machines), options).initialReplication,
      );
    },
  );

  it("leave later batches what the earlier ones' churn leaves", () => {
    const machines = ["a", "b"].map((name) => machine(name, { churn: { averageMBps: 1, peakMBps: 2 } }));
    const { initialReplication } = planOf(estate(machines), {
      ...noGrowth,
      bandwidthMbps: 100,
      initialReplicationHours: 3,
    });
    // 100 GiB at 100 - 8.39 Mbps take 2.61 hours; the second batch has 100 - 2 x 8.39 Mbps: 2.87 hours.
    expect(initialReplication?.batches).toMatchObject([
      { machines: [{ name: "a" }], bandwidth: { value: 91.61 }, duration: { value: 2.61 } },
      { machines: [{ name: "b" }], bandwidth: { value: 83.22 }, duration: { value: 2.87 } },
    ]);
  });

  it("say that they take at least so long where a churn is not known", () => {
    const { initialReplication } = planOf(estate([machine("a"), machine("b")]), {
      bandwidthMbps: 100,
      initialReplicationHours: 3,
    });
    const atLeast = expect.stringContaining("at least") as string;
    // Every batch names its own machines: all before it as well would grow with the square of the machines.
    expect(initialReplication?.batches).toMatchObject([
      {
        machinesOfUnknownChurn: ["a"],
        duration: { formula: atLeast, lacks: ["churn of 1 machines so far"] },
      },
      {
        machinesOfUnknownChurn: ["b"],
        duration: { formula: atLeast, lacks: ["churn of 2 machines so far"] },
      },
    ]);
  });
});

import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { EstateMachine } from "../../../estate/document";
import { churnRowFor, churnTable } from "../../../limits/checks/churn";
import { completeScope, createJudge } from "../../../limits/judge";
import { numberOf } from "../../../limits/rules/rule";
import { anyMachines, estate, machine, planOf, shuffled } from "./estates";

const { limits } = createJudge(completeScope({ scenario: "vmware-to-azure", asOf: "2026-01-01" })).context;
const churnLimit = limits.find("churn.disk");
const dailyLimit = limits.find("churn.process-server.daily");
const machinesLimit = limits.find("appliance.max-machines");
if (churnLimit === undefined || dailyLimit === undefined || machinesLimit === undefined) {
  throw new Error("The matrix lacks the limits that sizing keeps to.");
}
const { byTier } = churnTable(churnLimit);

const oneDisk = (sizeGiB: number, churn?: object, more: object = {}): EstateMachine =>
  machine("m", {
    disks: [{ name: "d", sizeGiB, os: true, ...(churn === undefined ? {} : { churn }), ...more }],
  });
const diskOf = (subject: EstateMachine, growthPercent = 0) =>
  planOf(estate([subject]), { growthPercent }).machines[0]?.disks[0]?.target;

describe("the target disk", () => {
  it.each([
    // Rows of P10 and P15: 2, 4 and 8 MB/s with I/O of 8, 16 and 32 KB; of P20 and above: 5 and 20 MB/s.
    [100, 2, 8, "P10"],
    [100, 2.1, 8, "P20"],
    [100, 4, 16, "P10"],
    [100, 7, 16, "P20"],
    [100, 8, 32, "P10"],
    [100, 5, 8, "P20"],
    [1000, 5, 8, "P30"],
  ])("of %d GiB that changes %d MB/s with %d KB is %s", (sizeGiB, averageMBps, averageIoKB, tier) => {
    const target = diskOf(oneDisk(sizeGiB, { averageMBps, averageIoKB }, { targetType: "premium-ssd" }));
    expect(target).toMatchObject({ tier, source: expect.stringContaining("Churn limits") as string });
  });

  it("that no tier is fast enough for leaves its machine out", () => {
    const planned = planOf(
      estate([oneDisk(100, { averageMBps: 21, averageIoKB: 16 }, { targetType: "premium-ssd" })]),
    );
    expect(planned.machines).toEqual([]);
    expect(planned.leftOut).toMatchObject([{ verdict: "not-ready" }]);
  });

  it("counts growth", () => {
    const disk = oneDisk(100, { averageMBps: 1.9, averageIoKB: 8 }, { targetType: "premium-ssd" });
    expect(diskOf(disk, 0)?.tier).toBe("P10");
    expect(diskOf(disk, 30)?.tier).toBe("P20");
  });

  it("is premium storage where standard storage is too slow and nobody asks for it", () => {
    expect(diskOf(oneDisk(100, { averageMBps: 3, averageIoKB: 16, dailyGB: 200 }))).toMatchObject({
      type: "premium-ssd",
      tier: "P10",
    });
    expect(diskOf(oneDisk(100, { averageMBps: 1, averageIoKB: 16, dailyGB: 50 }))).toMatchObject({
      type: "standard-ssd",
      tier: "E10",
    });
  });

  it("of unknown churn is chosen by size alone, and says so", () => {
    expect(diskOf(oneDisk(100))).toMatchObject({
      tier: "E10",
      why: expect.stringContaining("not known") as string,
    });
  });

  test.prop([anyMachines, fc.integer({ min: 0, max: 50 })], { numRuns: 25 })(
    "takes the planned churn, or the plan says that no tier does",
    (machines, growthPercent) => {
      for (const { disks } of planOf(estate(machines), { growthPercent }).machines) {
        for (const { churn, target } of disks) {
          if (target?.tier == null || churn.averageMBps === null) continue;
          const rows = byTier.get(target.tier);
          const takes = rows?.some(
            (row) => churn.averageMBps !== null && churn.averageMBps <= row.averageMBps,
          );
          expect(takes === true || /no tier of the documents|list no churn/.test(target.why)).toBe(true);
        }
      }
      expect(churnRowFor([], 8)).toBeUndefined();
    },
  );
});

describe("replication servers", () => {
  test.prop([anyMachines], { numRuns: 25 })("hold every machine once and exceed no cap", (machines) => {
    const planned = planOf(estate(machines));
    for (const { landingZone, servers } of planned.zones) {
      const keys = planned.machines.flatMap((each) => (each.landingZone === landingZone ? [each.key] : []));
      expect(servers?.servers.flatMap((server) => server.machines).sort()).toEqual([...keys].sort());
      for (const server of servers?.servers ?? []) {
        expect(server.machines.length).toBeLessThanOrEqual(numberOf(machinesLimit));
        if (server.warning === undefined) {
          expect(server.dailyChurnGB).toBeLessThanOrEqual(numberOf(dailyLimit) * 1024 + 0.01);
        }
      }
    }
  });

  it("are as many as the churn of a day asks for", () => {
    // 100 machines of 50 GB a day are 5,000 GB; a server takes 2,048.
    const machines = Array.from({ length: 100 }, (_, index) =>
      machine(`m${index}`, { churn: { dailyGB: 50 } }),
    );
    const servers = planOf(estate(machines), { growthPercent: 0 }).zones[0]?.servers;
    expect(servers?.byChurn.value).toBe(3);
    expect(servers?.byMachines.value).toBe(1);
    expect(servers?.servers).toHaveLength(3);
  });

  it("are of unknown number by churn where a churn is not known", () => {
    const servers = planOf(estate([machine("a"), machine("b", { churn: { dailyGB: 5 } })])).zones[0]?.servers;
    expect(servers?.byChurn).toMatchObject({ value: null, lacks: ["churn of 1 of 2 machines"] });
    expect(servers?.servers).toMatchObject([{ machinesOfUnknownChurn: 1, dailyChurnGB: 6.5 }]);
  });
});

describe("a plan", () => {
  test.prop([anyMachines, fc.infiniteStream(fc.nat())], { numRuns: 25 })(
    "does not depend on the order of the inventory",
    (machines, random) => {
      expect(planOf(estate(shuffled(machines, random)))).toEqual(planOf(estate(machines)));
    },
  );

  test.prop([anyMachines, fc.integer({ min: 1, max: 30 })], { numRuns: 25 })(
    "has waves of the asked size that keep groups whole",
    (machines, machinesPerWave) => {
      const planned = planOf(estate(machines), { machinesPerWave });
      const waves = Map.groupBy(planned.machines, ({ wave }) => wave);
      for (const members of waves.values()) expect(members.length).toBeLessThanOrEqual(machinesPerWave);
      const groups = Map.groupBy(
        planned.machines.filter(({ multiVmGroup }) => multiVmGroup !== undefined),
        ({ multiVmGroup }) => multiVmGroup?.toLowerCase(),
      );
      for (const members of groups.values()) expect(new Set(members.map(({ wave }) => wave)).size).toBe(1);
      expect(planned.machines.length + planned.leftOut.length).toBe(machines.length);
    },
  );

  it("moves what is named alike in one wave", () => {
    const names = ["web01", "db01", "web02", "db02", "web03"];
    const waves = planOf(estate(names.map((name) => machine(name))), { machinesPerWave: 3 }).machines;
    expect(Object.fromEntries(waves.map(({ name, wave }) => [name, wave]))).toEqual({
      db01: 1,
      db02: 1,
      web01: 2,
      web02: 2,
      web03: 2,
    });
  });

  it("puts landing zones into subscriptions by their protected disks", () => {
    const disks = Array.from({ length: 4 }, (_, index) => ({
      name: `d${index}`,
      sizeGiB: 32,
      os: index === 0,
      churn: { averageMBps: 0.1 },
    }));
    const machines = Array.from({ length: 1000 }, (_, index) => machine(`m${index}`, { disks }));
    const { subscriptions, zones } = planOf(estate(machines));
    const cap = limits.find("subscription.max-protected-disks");
    expect(cap).toBeDefined();
    expect(subscriptions.length).toBeGreaterThan(1);
    for (const { protectedDisks } of subscriptions) {
      expect(protectedDisks.value).toBeLessThanOrEqual(cap === undefined ? 0 : numberOf(cap));
    }
    expect(subscriptions.flatMap(({ landingZones }) => landingZones).sort()).toEqual(
      zones.map(({ landingZone }) => landingZone).sort(),
    );
  });
});

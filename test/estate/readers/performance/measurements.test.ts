import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { readEstate } from "../../../../estate/read";
import { Samples } from "../../../../estate/readers/performance/samples";
import { fixture } from "../../fixture";
import { temporaryFolder } from "../../temporary-folder";
import { readNoted } from "../read-notes";

const write = temporaryFolder();

const csv = (...rows: string[]): string =>
  write("perf.csv", ["Machine,Disk,Time,Write MB/s,Write IOPS,I/O size KB", ...rows].join("\n"));

describe("performance measurements", () => {
  it("become churn by percentile and peak; the machine's peak is that of the sum", async () => {
    const rows = Array.from({ length: 100 }, (_, index) => [
      `web01,Hard disk 1,t${index},${index + 1},,8`,
      `web01,Hard disk 2,t${index},${100 - index},,`,
    ]).flat();
    const { machines } = await readNoted([csv(...rows)], { scenario: "vmware-to-azure" });
    expect(machines).toEqual([
      {
        name: "web01",
        disks: [
          { name: "Hard disk 1", churn: { averageMBps: 95, peakMBps: 100, averageIoKB: 8 } },
          { name: "Hard disk 2", churn: { averageMBps: 95, peakMBps: 100 } },
        ],
        churn: { averageMBps: 101, peakMBps: 101 },
      },
    ]);
  });

  it("are kept over time for a plan that asks for them", async () => {
    const file = csv(
      "a,d1,2026-01-31T14:00:00Z,1,,",
      "a,d1,2026-01-31 15:05:00+01:00,2,,",
      "a,d2,2026-01-31T14:00,0,,",
      "b,,2026-01-31,3,,",
    );
    const { churnSamples } = await readEstate([file], { keepChurnSeries: true });
    expect(churnSamples).toEqual([
      { machine: "a", disk: "d1", time: Date.UTC(2026, 0, 31, 14), MBps: 1 },
      { machine: "a", disk: "d1", time: Date.UTC(2026, 0, 31, 14, 5), MBps: 2 },
      { machine: "b", time: Date.UTC(2026, 0, 31), MBps: 3 },
    ]);
    expect((await readEstate([file])).churnSamples).toBeUndefined();
  });

  it("are not kept over time where a time may be either of two days", async () => {
    const { churnSamples, notes } = await readEstate([csv("a,d1,01/02/2026 10:00,1,,")], {
      keepChurnSeries: true,
    });
    expect(churnSamples).toBeUndefined();
    expect(notes.map(({ message }) => message)).toContainEqual(expect.stringContaining("not over time"));
  });

  it("complete an inventory; machines of none and disks of none are named", async () => {
    const { machines, messages } = await readNoted([
      csv("WEB01,Hard disk 2,1,3,96,", "web01,hard disk 9,1,2,,", "gone,Hard disk 1,1,4,,"),
      fixture("rvtools-4.xlsx"),
    ]);
    expect(machines).toHaveLength(5);
    expect(machines[0]).toMatchObject({
      cpuCores: 4,
      disks: [{ sizeGiB: 40 }, { sizeGiB: 100, churn: { averageMBps: 3, peakMBps: 3, averageIoKB: 32 } }],
      churn: { averageMBps: 5, peakMBps: 5 },
    });
    expect(messages).toContainEqual(expect.stringContaining('list different disks of "web01"'));
    expect(messages).toContainEqual(expect.stringContaining('No inventory has the machine "gone"'));
  });

  it("that are all zero, blank or twice are no measurements", async () => {
    const { machines, messages } = await readNoted([
      csv(
        "a,d1,1,0,0,0",
        "a,d1,2,0,0,0",
        "b,d1,1,2,,",
        "b,d1,1,9,,",
        "b,d1,2,,,",
        "c,d1,1,fast,,",
        "c,_Total,1,7,,",
      ),
    ]);
    expect(machines).toEqual([
      { name: "a" },
      {
        name: "b",
        disks: [{ name: "d1", churn: { averageMBps: 2, peakMBps: 2 } }],
        churn: { averageMBps: 2, peakMBps: 2 },
      },
      { name: "c", churn: { averageMBps: 7, peakMBps: 7 } },
    ]);
    expect(messages).toContainEqual(
      expect.stringContaining('Every measurement of the disk "d1" of "a" is 0'),
    );
    expect(messages).toContainEqual(expect.stringContaining('One time comes twice for the disk "d1" of "b"'));
    expect(messages).toContainEqual(
      expect.stringMatching(/row 7, column "Write MB\/s": "fast" is not a number/),
    );
  });

  it("at different times say nothing of the machine as a whole", async () => {
    const { machines, messages } = await readNoted([csv("a,d1,1,2,,", "a,d2,2,3,,")]);
    expect(machines[0]?.churn).toBeUndefined();
    expect(machines[0]?.disks).toHaveLength(2);
    expect(messages).toContainEqual(expect.stringContaining("were not all measured at one time"));
  });

  test.prop([
    fc.array(fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 50,
    }),
  ])("never give a machine more than its disks together, nor less than one of them", (times) => {
    const samples = new Samples();
    times.forEach((rates, time) => {
      rates.forEach((rate, disk) => {
        samples.add(
          { machine: "a", disk: `d${disk}`, time: String(time), megabytesPerSecond: rate, ioKB: undefined },
          {},
        );
      });
    });
    const [machine] = samples.machines(() => undefined);
    const peaks = machine?.disks?.map(({ churn }) => churn?.peakMBps ?? NaN) ?? [];
    const peak = machine?.churn?.peakMBps ?? NaN;
    expect(peak).toBeGreaterThanOrEqual(Math.max(...peaks));
    expect(peak).toBeLessThanOrEqual(peaks.reduce((sum, one) => sum + one, 0) * (1 + 1e-9));
    expect(machine?.churn?.averageMBps).toBeLessThanOrEqual(peak);
  });
});

import { InputError, type InputPlace } from "../../../landing-zone/input-error";
import type { Churn, Disk } from "../../../limits/facts/machine";
import type { EstateMachine } from "../../document";
import type { ChurnSample } from "../../planning/churn-series";
import { sampleTime } from "./sample-time";

/** Rows of measurements held in memory; 1,000 machines with 5 disks every 5 minutes for 10 days are 14 million. */
const mostSamples = 20_000_000;

/** The share of samples that a machine's churn stays below, as the vendor's planner counts unless told otherwise. */
export const churnPercentile = 95;

interface Series {
  readonly times: number[];
  readonly values: number[];
  ioKB: number;
  ioSamples: number;
}

/** One row of measurements. */
export interface Sample {
  readonly machine: string;
  /** Undefined: the machine as a whole. */
  readonly disk: string | undefined;
  readonly time: string;
  readonly megabytesPerSecond: number;
  readonly ioKB: number | undefined;
}

/** Measurements by machine and disk, in the order in which they first came up. */
export class Samples {
  readonly #times = new Map<string, number>();
  readonly #machines = new Map<string, { readonly name: string; readonly disks: Map<string, Series> }>();
  #count = 0;

  add({ machine, disk, time, megabytesPerSecond, ioKB }: Sample, place: InputPlace): void {
    this.#count += 1;
    if (this.#count > mostSamples) {
      throw new InputError(
        `There are more than ${mostSamples.toLocaleString("en")} measurements.`,
        "Give a longer interval or fewer days.",
        place,
      );
    }
    const key = machine.toLowerCase();
    const known = this.#machines.get(key) ?? { name: machine, disks: new Map<string, Series>() };
    this.#machines.set(key, known);
    const series = known.disks.get(disk ?? "") ?? { times: [], values: [], ioKB: 0, ioSamples: 0 };
    known.disks.set(disk ?? "", series);
    const index = this.#times.get(time) ?? this.#times.size;
    this.#times.set(time, index);
    series.times.push(index);
    series.values.push(megabytesPerSecond);
    if (ioKB !== undefined) {
      series.ioKB += ioKB;
      series.ioSamples += 1;
    }
  }

  /**
   * The measurements over time, for a plan; empty where times are not of ISO 8601. What {@link machines} leaves out as
   * not measured is left out here as well.
   */
  *churnSeries(): Generator<ChurnSample> {
    const times = [...this.#times.keys()].map(sampleTime);
    if (times.includes(undefined)) return;
    for (const { name, disks } of this.#machines.values()) {
      for (const [disk, series] of disks) {
        const values = byTime(series);
        if (isSilent(values)) continue;
        for (const [index, MBps] of values) {
          const time = times[index];
          if (time === undefined) continue;
          yield { machine: name, ...(disk === "" ? {} : { disk }), time, MBps };
        }
      }
    }
  }

  /** Whether every time is one of ISO 8601. */
  get hasTimes(): boolean {
    return [...this.#times.keys()].every((text) => sampleTime(text) !== undefined);
  }

  /** @param report told of every oddity, with machine and disk */
  machines(
    report: (problem: SampleProblem, machine: string, disk: string) => void,
  ): readonly EstateMachine[] {
    return [...this.#machines.values()].map(({ name, disks }): EstateMachine => {
      const usable = [...disks].flatMap(([disk, series]) => {
        const values = byTime(series);
        if (values.size < series.times.length) report("twice", name, disk);
        if (isSilent(values)) {
          report("zero", name, disk);
          return [];
        }
        return [{ disk, values, ioKB: series.ioSamples === 0 ? undefined : series.ioKB / series.ioSamples }];
      });
      const named = usable.filter(({ disk }) => disk !== "");
      const whole = usable.find(({ disk }) => disk === "")?.values;
      const silent = [...disks.keys()].filter((disk) => disk !== "").length - named.length;
      const sums = whole ?? (silent > 0 ? undefined : sumOf(named.map(({ values }) => values)));
      if (whole === undefined && sums === undefined && named.length > 0) report("apart", name, "");
      const facts = named.map(({ disk, values, ioKB }): Disk => ({
        name: disk,
        churn: {
          ...churnOf([...values.values()]),
          ...(ioKB === undefined ? {} : { averageIoKB: ioKB }),
        },
      }));
      return {
        name,
        ...(facts.length === 0 ? {} : { disks: facts }),
        ...(sums === undefined ? {} : { churn: churnOf(sums instanceof Map ? [...sums.values()] : sums) }),
      };
    });
  }
}

/** `twice`: one time twice; `zero`: nothing but zeros; `apart`: no time at which every disk was measured. */
export type SampleProblem = "twice" | "zero" | "apart";

/** Nothing but zeros: nothing was measured. */
function isSilent(values: ReadonlyMap<number, number>): boolean {
  return [...values.values()].every((value) => value === 0);
}

/** Of a time that comes twice, the first value counts: adding them would double the churn. */
function byTime({ times, values }: Series): Map<number, number> {
  const found = new Map<number, number>();
  times.forEach((time, index) => {
    if (!found.has(time)) found.set(time, values[index] ?? 0);
  });
  return found;
}

/** Sums at the times at which every disk was measured: the peak of the sum is not the sum of the peaks. */
function sumOf(disks: readonly ReadonlyMap<number, number>[]): readonly number[] | undefined {
  const [first, ...others] = disks;
  if (first === undefined) return undefined;
  const sums: number[] = [];
  for (const [time, value] of first) {
    let sum = value;
    for (const other of others) sum += other.get(time) ?? NaN;
    if (!Number.isNaN(sum)) sums.push(sum);
  }
  return sums.length === 0 ? undefined : sums;
}

/** The percentile by nearest rank stands for the average: limits of averages hold for typical load, not for idle nights. */
function churnOf(values: readonly number[]): Churn {
  const sorted = Float64Array.from(values).sort();
  const rank = Math.ceil((churnPercentile / 100) * sorted.length);
  return { averageMBps: sorted[rank - 1], peakMBps: sorted.at(-1) };
}

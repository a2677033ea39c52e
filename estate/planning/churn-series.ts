import type { EstateMachine } from "../document";
import { dailyGBOf } from "./planned-churn";
import type { Disk } from "../../limits/facts/machine";

/** What a disk, or a machine as a whole, changed at one time. */
export interface ChurnSample {
  /** Id or name of the machine. */
  readonly machine: string;
  /** Name of the disk; the whole machine where absent. */
  readonly disk?: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly MBps: number;
}

type Rates = Map<number, number>;

/** The sum of many machines over the times of a series. */
export interface SummedSeries {
  readonly rates: readonly number[];
  readonly secondsPerInterval: number;
  /** Machines that are in the sum with their peak all the time, because they have no series. */
  readonly constant: readonly EstateMachine[];
  /** Machines of which neither a series nor a peak is known; they are not in the sum. */
  readonly unknown: readonly EstateMachine[];
}

/** Churn over time of machines and their disks, by id or else by name. Machines that share a name have none. */
export class ChurnSeries {
  readonly #byMachine = new Map<string, Map<string, Rates>>();
  readonly #times: readonly number[];
  readonly #shared: ReadonlySet<string>;

  constructor(samples: Iterable<ChurnSample>, machines: readonly EstateMachine[]) {
    const times = new Set<number>();
    for (const { machine, disk, time, MBps } of samples) {
      const disks = this.#byMachine.get(machine.toLowerCase()) ?? new Map<string, Rates>();
      this.#byMachine.set(machine.toLowerCase(), disks);
      const rates: Rates = disks.get(disk ?? "") ?? new Map<number, number>();
      disks.set(disk ?? "", rates);
      rates.set(time, MBps);
      times.add(time);
    }
    this.#times = [...times].sort((a, b) => a - b);
    const names = Map.groupBy(machines, ({ name }) => name.toLowerCase());
    this.#shared = new Set([...names].flatMap(([name, { length }]) => (length > 1 ? [name] : [])));
  }

  get isEmpty(): boolean {
    return this.#times.length === 0;
  }

  /** The usual time between samples: the median of the gaps. */
  get secondsPerInterval(): number {
    const gaps = this.#times
      .slice(1)
      .map((time, index) => time - (this.#times[index] ?? 0))
      .sort((a, b) => a - b);
    return (gaps[Math.floor(gaps.length / 2)] ?? 0) / 1000;
  }

  ofDisk(machine: EstateMachine, disk: Disk): readonly number[] | undefined {
    const rates = disk.name === undefined ? undefined : this.#disksOf(machine)?.get(disk.name);
    return rates === undefined ? undefined : [...rates.values()];
  }

  /** Sum of the machine's disks at every time that all of them have a sample for. */
  ofMachine(machine: EstateMachine): ReadonlyMap<number, number> | undefined {
    const disks = this.#disksOf(machine);
    if (disks === undefined) return undefined;
    const whole = disks.get("");
    if (whole !== undefined) return whole;
    const [first, ...others] = disks.values();
    const sums: Rates = new Map();
    for (const [time, rate] of first ?? []) {
      if (!others.every((rates) => rates.has(time))) continue;
      sums.set(
        time,
        others.reduce((sum, rates) => sum + (rates.get(time) ?? 0), rate),
      );
    }
    return sums.size === 0 ? undefined : sums;
  }

  /**
   * The machines together, with growth. Where a machine has no sample for a time it counts with its peak; one
   * without a series counts with its peak all the time.
   */
  sum(
    machines: readonly EstateMachine[],
    growthPercent: number,
    peakOf: (machine: EstateMachine) => number | undefined,
  ): SummedSeries {
    const factor = 1 + growthPercent / 100;
    const rates = this.#times.map(() => 0);
    const constant: EstateMachine[] = [];
    const unknown: EstateMachine[] = [];
    for (const machine of machines) {
      const own = this.ofMachine(machine);
      if (own === undefined) {
        const peak = peakOf(machine);
        (peak === undefined ? unknown : constant).push(machine);
        rates.forEach((rate, index) => {
          rates[index] = rate + (peak ?? 0);
        });
        continue;
      }
      const highest = [...own.values()].reduce((most, rate) => Math.max(most, rate), 0);
      this.#times.forEach((time, index) => {
        rates[index] = (rates[index] ?? 0) + (own.get(time) ?? highest) * factor;
      });
    }
    return { rates, secondsPerInterval: this.secondsPerInterval, constant, unknown };
  }

  #disksOf({ id, name }: EstateMachine): ReadonlyMap<string, Rates> | undefined {
    const known = id === undefined ? undefined : this.#byMachine.get(id.toLowerCase());
    if (known !== undefined) return known;
    return this.#shared.has(name.toLowerCase()) ? undefined : this.#byMachine.get(name.toLowerCase());
  }
}

/** The value that this percentage of the samples do not exceed (nearest rank). */
export function percentileOf(values: readonly number[], percentile: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(Math.ceil((percentile / 100) * sorted.length) - 1, 0)];
}

/**
 * The machine with the mean of its series as average and daily churn: readers of measurements give a percentile as
 * average, which says too little of what a line or a server carries in a day. The peak is the higher one.
 */
export function withSeriesFacts(machine: EstateMachine, series: ChurnSeries): EstateMachine {
  const own = series.ofMachine(machine);
  if (own === undefined) return machine;
  const rates = [...own.values()];
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const peak = rates.reduce((most, rate) => Math.max(most, rate), 0);
  return {
    ...machine,
    churn: {
      ...machine.churn,
      averageMBps: mean,
      dailyGB: dailyGBOf(mean),
      peakMBps: Math.max(machine.churn?.peakMBps ?? 0, peak),
    },
  };
}

/** The machine's disks with the percentile of their series as average churn, which tiers are chosen by. */
export function withPercentiles(
  machine: EstateMachine,
  series: ChurnSeries | undefined,
  percentile: number,
): EstateMachine {
  if (series === undefined || machine.disks === undefined) return machine;
  return {
    ...machine,
    disks: machine.disks.map((disk) => {
      const rates = series.ofDisk(machine, disk);
      const value = rates === undefined ? undefined : percentileOf(rates, percentile);
      if (value === undefined) return disk;
      // A daily amount of another source says nothing about the percentile.
      const { averageIoKB } = disk.churn ?? {};
      return {
        ...disk,
        churn: { averageMBps: value, ...(averageIoKB === undefined ? {} : { averageIoKB }) },
      };
    }),
  };
}

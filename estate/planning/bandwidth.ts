import type { EstateMachine } from "../document";
import type { ChurnSeries, SummedSeries } from "./churn-series";
import { rounded, sumOf, type Figure } from "./figure";
import { churnOfMachine } from "./planned-churn";
import type { PlanningOptions } from "./planning-options";
import { achievableRpo, smallestBandwidth, violationsOf, type ChurnIntervals } from "./rpo";

/** What the line towards Azure has to carry. */
export interface BandwidthPlan {
  /** `series`: churn over time; `facts`: average and peak of the machines alone. */
  readonly basis: "series" | "facts";
  readonly machines: number;
  /** Names of machines without churn; every figure is unknown as long as there is one. */
  readonly machinesOfUnknownChurn: readonly string[];
  /** Below it replication never keeps up. */
  readonly average: Figure;
  readonly needed: readonly NeededBandwidth[];
  /** What the bandwidth that was given achieves. */
  readonly given?: {
    readonly mbps: number;
    readonly achievableRpo: readonly { readonly intervalsMetPercent: number; readonly rpo: Figure }[];
  };
  /** What the line for 90 % of the intervals means; only of a series. */
  readonly whatIf?: { readonly violationsPerDay: Figure; readonly oldestRecoveryPoint: Figure };
}

export interface NeededBandwidth {
  readonly rpoMinutes: number;
  /** Share of the intervals in which the objective is met. */
  readonly intervalsMetPercent: number;
  readonly bandwidth: Figure;
}

/** Shares and objectives that the vendor's planner reports ("Analyze the deployment planner report"). */
const sharesPercent = [100, 90] as const;
const usualObjectives = [15, 30, 60] as const;

const report =
  "Azure Site Recovery Deployment Planner, report, bandwidth for RPO met 100 % and 90 % of the time";

const bitsPerMegabyte = 8 * 1024 * 1024;
const bitsPerMegabit = 1_000_000;

/** Mbps of a rate in MB/s; MB count in 1,024s and Mbps in 1,000s. */
export function mbpsOf(MBps: number): number {
  return (MBps * bitsPerMegabyte) / bitsPerMegabit;
}

export function megabytesOf(mbps: number): number {
  return (mbps * bitsPerMegabit) / bitsPerMegabyte;
}

/** Bandwidth for machines that replicate over one line. Undefined where there are none. */
export function planBandwidth(
  machines: readonly EstateMachine[],
  options: PlanningOptions,
  series: ChurnSeries | undefined,
): BandwidthPlan | undefined {
  if (machines.length === 0) return undefined;
  const churn = machines.map((machine) => churnOfMachine(machine, options.growthPercent));
  const averageMBps = sumOf(churn.map(({ averageMBps: value }) => value));
  const average = figureOf(
    averageMBps === undefined ? undefined : rounded(mbpsOf(averageMBps), "up"),
    "Mbps",
    `average churn of ${machines.length} machines plus ${options.growthPercent} % growth × 8.388608`,
    "replication that carries less than what changes falls behind for ever",
    namesOf(machines.filter((_, index) => churn[index]?.averageMBps === undefined)),
  );
  if (series !== undefined && !series.isEmpty) {
    const summed = series.sum(
      machines,
      options.growthPercent,
      (machine) => churnOfMachine(machine, options.growthPercent).peakMBps,
    );
    return { machines: machines.length, average, ...ofSeries(summed, options) };
  }
  const unknown = machines.filter((_, index) => churn[index]?.peakMBps === undefined);
  return {
    basis: "facts",
    machines: machines.length,
    machinesOfUnknownChurn: unknown.map(({ name }) => name),
    average,
    ...ofFacts(sumOf(churn.map(({ peakMBps }) => peakMBps)), averageMBps, namesOf(unknown), options),
  };
}

function ofSeries(
  summed: SummedSeries,
  options: PlanningOptions,
): Omit<BandwidthPlan, "machines" | "average"> {
  const { rates, secondsPerInterval, constant, unknown } = summed;
  const intervals: ChurnIntervals = { rates, secondsPerInterval };
  const lacks = namesOf(unknown);
  const known = <T>(value: T): T | undefined => (lacks.length === 0 ? value : undefined);
  const how =
    `${rates.length} intervals of ${secondsPerInterval} s, ${options.growthPercent} % growth` +
    (constant.length === 0
      ? ""
      : `, ${constant.length} machines without a series with their peak all the time`);
  const objectives = [...new Set([options.rpoMinutes, ...usualObjectives])].sort((a, b) => a - b);
  const needed = objectives.flatMap((rpoMinutes) =>
    sharesPercent.map((percent): NeededBandwidth => ({
      rpoMinutes,
      intervalsMetPercent: percent,
      bandwidth: figureOf(
        known(rounded(mbpsOf(smallestBandwidth(intervals, rpoMinutes * 60, percent / 100)), "up")),
        "Mbps",
        `smallest bandwidth with which what waits drains within ${rpoMinutes} minutes in ${percent} % of ${how}`,
        report,
        lacks,
      ),
    })),
  );
  const line = needed.find(
    ({ rpoMinutes, intervalsMetPercent }) => rpoMinutes === options.rpoMinutes && intervalsMetPercent === 90,
  )?.bandwidth.value;
  const { bandwidthMbps } = options;
  return {
    basis: "series",
    machinesOfUnknownChurn: unknown.map(({ name }) => name),
    needed,
    ...(line === null || line === undefined ? {} : { whatIf: whatIfOf(intervals, line, options.rpoMinutes) }),
    ...(bandwidthMbps === undefined
      ? {}
      : {
          given: {
            mbps: bandwidthMbps,
            achievableRpo: sharesPercent.map((percent) => ({
              intervalsMetPercent: percent,
              rpo: figureOf(
                known(
                  rounded(achievableRpo(intervals, megabytesOf(bandwidthMbps), percent / 100) / 60, "up"),
                ),
                "minutes",
                `what waits / ${bandwidthMbps} Mbps, not exceeded in ${percent} % of ${how}`,
                "Azure Site Recovery Deployment Planner, report, achievable RPO for a given bandwidth",
                lacks,
              ),
            })),
          },
        }),
  };
}

function whatIfOf(intervals: ChurnIntervals, mbps: number, rpoMinutes: number): BandwidthPlan["whatIf"] {
  const { runs, oldestSeconds } = violationsOf(intervals, megabytesOf(mbps), rpoMinutes * 60);
  const days = (intervals.rates.length * intervals.secondsPerInterval) / 86_400;
  const source = "Azure Site Recovery Deployment Planner, report, what-if analysis";
  return {
    violationsPerDay: figureOf(
      days === 0 ? undefined : rounded(runs / days),
      "a day",
      `${runs} times that the objective of ${rpoMinutes} minutes is missed with ${mbps} Mbps / ${rounded(days)} days`,
      source,
      days === 0 ? ["a series of more than one time"] : [],
    ),
    oldestRecoveryPoint: figureOf(
      rounded(oldestSeconds / 60, "up"),
      "minutes",
      `most that waits / ${mbps} Mbps`,
      source,
      [],
    ),
  };
}

/** Without a series peaks may fall together and last: their sum is enough whatever happens. */
function ofFacts(
  peakMBps: number | undefined,
  averageMBps: number | undefined,
  lacks: readonly string[],
  { rpoMinutes, bandwidthMbps }: PlanningOptions,
): Pick<BandwidthPlan, "needed" | "given"> {
  const always = figureOf(
    peakMBps === undefined ? undefined : rounded(mbpsOf(peakMBps), "up"),
    "Mbps",
    "sum of the machines' peaks, growth included, × 8.388608: an upper bound, without a series",
    report,
    lacks,
  );
  const mostlyMBps =
    peakMBps === undefined || averageMBps === undefined
      ? undefined
      : Math.min(peakMBps, averageMBps / (1 - 0.9));
  const mostly = figureOf(
    mostlyMBps === undefined ? undefined : rounded(mbpsOf(mostlyMBps), "up"),
    "Mbps",
    "the lesser of the sum of peaks and ten times the sum of averages, × 8.388608: a rate is above ten times its average in less than a tenth of the time",
    `${report}; Markov's inequality in place of a series`,
    averageMBps === undefined && lacks.length === 0 ? ["average churn"] : lacks,
  );
  return {
    needed: [
      { rpoMinutes, intervalsMetPercent: 100, bandwidth: always },
      { rpoMinutes, intervalsMetPercent: 90, bandwidth: mostly },
    ],
    ...(bandwidthMbps === undefined
      ? {}
      : {
          given: {
            mbps: bandwidthMbps,
            achievableRpo: [
              { intervalsMetPercent: 100, rpo: rpoOfFacts(bandwidthMbps, peakMBps, averageMBps, lacks) },
            ],
          },
        }),
  };
}

function rpoOfFacts(
  mbps: number,
  peakMBps: number | undefined,
  averageMBps: number | undefined,
  lacks: readonly string[],
): Figure {
  const source = "Azure Site Recovery Deployment Planner, report, achievable RPO for a given bandwidth";
  if (peakMBps !== undefined && megabytesOf(mbps) >= peakMBps) {
    const peak = rounded(mbpsOf(peakMBps));
    return figureOf(
      0,
      "minutes",
      `${mbps} Mbps carry the sum of the peaks, ${peak} Mbps: nothing waits`,
      source,
      [],
    );
  }
  if (averageMBps !== undefined && megabytesOf(mbps) < averageMBps) {
    const least = rounded(mbpsOf(averageMBps), "up");
    return figureOf(
      undefined,
      "minutes",
      `${mbps} Mbps are below the average churn of ${least} Mbps: what waits grows for ever`,
      source,
      [`a bandwidth of at least ${least} Mbps`],
    );
  }
  return figureOf(
    undefined,
    "minutes",
    "what waits / bandwidth; how long the peaks last is not known",
    source,
    lacks.length > 0 ? lacks : ["churn over time (--churn-series)"],
  );
}

function figureOf(
  value: number | undefined,
  unit: string,
  formula: string,
  source: string,
  lacks: readonly string[],
): Figure {
  return { value: value ?? null, unit, formula, source, ...(lacks.length === 0 ? {} : { lacks }) };
}

/** Machines named in a message. */
const mostNamed = 5;

function namesOf(machines: readonly EstateMachine[]): readonly string[] {
  if (machines.length === 0) return [];
  const named = machines.slice(0, mostNamed).map(({ name }) => name);
  const more = machines.length - named.length;
  return [`churn of ${named.join(", ")}${more > 0 ? ` and ${more} more machines` : ""}`];
}

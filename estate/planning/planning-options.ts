/**
 * Figures that a plan rests on and that no document states as a limit. Each is an option with a default, and
 * every plan lists them with their sources.
 */
export interface PlanningOptions {
  /** Recovery point objective in minutes. */
  readonly rpoMinutes: number;
  /** What is added to every measured figure for growth, in percent. */
  readonly growthPercent: number;
  /** Percentile of a measured series that is planned for, 0 to 100. */
  readonly percentile: number;
  /** Hours in which a batch of initial replication shall finish. */
  readonly initialReplicationHours: number;
  /** Test failovers of every machine in a year. */
  readonly drillsPerYear: number;
  /** Days that machines of a test failover run. */
  readonly daysPerDrill: number;
  /** Bandwidth towards Azure in Mbps (1,000,000 bits a second); the needed one is planned with where absent. */
  readonly bandwidthMbps?: number;
}

/** One of the figures as a plan lists it. */
export interface PlanningAssumption {
  readonly option: string;
  readonly value: number | null;
  readonly unit: string;
  readonly meaning: string;
  /** The user, or where the default comes from. */
  readonly source: string;
}

interface OptionRow {
  readonly key: keyof PlanningOptions;
  readonly option: string;
  readonly standard?: number;
  readonly unit: string;
  readonly meaning: string;
  readonly source: string;
}

const planner = "default of the Azure Site Recovery Deployment Planner";

/**
 * Names and defaults. The defaults are those of the vendor's planner: `-DesiredRPO`, `-GrowthFactor`,
 * `-GoalToCompleteIR` of its report command and the percentiles of its configuration file ("Run the
 * deployment planner", "Analyze the deployment planner report").
 */
const rows: readonly OptionRow[] = [
  {
    key: "rpoMinutes",
    option: "--rpo-minutes",
    standard: 15,
    unit: "minutes",
    meaning: "Recovery point objective that the bandwidth is planned for.",
    source: `${planner} (-DesiredRPO)`,
  },
  {
    key: "growthPercent",
    option: "--growth-percent",
    standard: 30,
    unit: "%",
    meaning: "Added to every measured churn.",
    source: `${planner} (-GrowthFactor)`,
  },
  {
    key: "percentile",
    option: "--percentile",
    standard: 95,
    unit: "%",
    meaning: "Percentile of a churn series that disk tiers are planned for.",
    source: `${planner} (configuration file, DataChurn)`,
  },
  {
    key: "initialReplicationHours",
    option: "--initial-replication-hours",
    standard: 72,
    unit: "hours",
    meaning: "Time in which a batch of initial replication shall finish.",
    source: `${planner} (-GoalToCompleteIR)`,
  },
  {
    key: "drillsPerYear",
    option: "--drills-per-year",
    standard: 4,
    unit: "drills",
    meaning: "Test failovers of every machine in a year, for costs.",
    source: `${planner} (cost estimation)`,
  },
  {
    key: "daysPerDrill",
    option: "--days-per-drill",
    standard: 7,
    unit: "days",
    meaning: "Time that machines run for a test failover, for costs.",
    source: `${planner} (cost estimation)`,
  },
  {
    key: "bandwidthMbps",
    option: "--bandwidth-mbps",
    unit: "Mbps",
    meaning: "Bandwidth towards Azure, for replication alone.",
    source: "none given: the plan says how much is needed",
  },
];

/** The options with their defaults. */
export function planningOptions(given: Partial<PlanningOptions>): PlanningOptions {
  const options: Partial<Record<keyof PlanningOptions, number>> = {};
  for (const { key, standard } of rows) {
    const value = given[key] ?? standard;
    if (value !== undefined) options[key] = value;
  }
  return options as PlanningOptions;
}

/** Every option with its value and source, as plans list them. */
export function planningAssumptions(given: Partial<PlanningOptions>): readonly PlanningAssumption[] {
  return rows.map(({ key, option, standard, unit, meaning, source }) => ({
    option,
    value: given[key] ?? standard ?? null,
    unit,
    meaning,
    source: given[key] === undefined ? source : "given",
  }));
}

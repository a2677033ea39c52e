import { isRecord, parsedOnce } from "../checks/json";
import { knownNumber, knownObject, knownObjects } from "../facts/known";
import type { Appliance } from "../facts/site";
import type { Limit } from "../matrix/schema";
import {
  defineRule,
  missing,
  notApplicable,
  numberOf,
  violation,
  type LimitsInScope,
  type Outcome,
} from "./rule";

interface Step {
  readonly aboveMachines: number;
  readonly aboveDailyChurnTB: number;
  readonly cpuCores: number;
  readonly memoryGiB: number;
  readonly cacheDiskGiB: number;
}

const stepOf = parsedOnce((limit: Limit): Step => {
  const value = isRecord(limit.value) ? limit.value : {};
  const figure = (key: keyof Step): number => Number(value[key]);
  return {
    aboveMachines: figure("aboveMachines"),
    aboveDailyChurnTB: figure("aboveDailyChurnTB"),
    cpuCores: figure("cpuCores"),
    memoryGiB: figure("memoryGiB"),
    cacheDiskGiB: figure("cacheDiskGiB"),
  };
});

export const rule = defineRule({
  name: "appliance-load",
  ref: "ASR-0194",
  title: "The appliance is not overloaded",
  rationale: "One appliance replicates a limited number of machines, and many of them need a larger one.",
  remedy: "Enlarge the appliance, or move machines to another appliance of the vault.",
  limits: ["appliance.max-machines", "appliance.sizing.large"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "estate",
  check(estate, { limits }) {
    const most = limits.find("appliance.max-machines");
    const large = limits.find("appliance.sizing.large");
    if (most === undefined && large === undefined) return notApplicable;
    if (typeof estate.appliance !== "object") return [missing("appliance")];
    // One appliance replicates all machines of the estate unless it says how many are its own.
    const count =
      knownNumber(knownObject(estate.appliance).machineCount) ?? knownObjects(estate.machines)?.length;
    const appliance = {
      ...knownObject(estate.appliance),
      ...(count === undefined ? {} : { machineCount: count }),
    };
    return [...judgeCount(appliance, limits), ...judgeSize(appliance, limits)];
  },
});

function judgeCount(appliance: Appliance, limits: LimitsInScope): readonly Outcome[] {
  const limit = limits.find("appliance.max-machines");
  if (limit === undefined) return [];
  const machines = knownNumber(appliance.machineCount);
  if (machines === undefined) return [missing("appliance.machineCount")];
  if (machines <= numberOf(limit)) return [];
  return [
    violation(limit, {
      subject: "machines",
      observed: `${machines} machines`,
      message: `The appliance replicates ${machines} machines; at most ${numberOf(limit)} are supported.`,
      path: "appliance.machineCount",
    }),
  ];
}

/** The documented size for many machines or much churn. */
function judgeSize(appliance: Appliance, limits: LimitsInScope): readonly Outcome[] {
  const limit = limits.find("appliance.sizing.large");
  if (limit === undefined) return [];
  const step = stepOf(limit);
  const machines = knownNumber(appliance.machineCount);
  const churn = knownNumber(appliance.dailyChurnTB);
  const many = machines !== undefined && machines > step.aboveMachines;
  const much = churn !== undefined && churn > step.aboveDailyChurnTB;
  if (!many && !much) return machines === undefined ? [missing("appliance.machineCount")] : [];
  const why = many ? `${machines} machines` : `${churn ?? ""} TB of churn a day`;
  return (
    [
      ["cpuCores", "cores", step.cpuCores],
      ["memoryGiB", "GiB of memory", step.memoryGiB],
      ["cacheDiskGiB", "GiB of cache disk", step.cacheDiskGiB],
    ] as const
  ).flatMap(([fact, unit, least]): readonly Outcome[] => {
    const seen = knownNumber(appliance[fact]);
    if (seen === undefined) return [missing(`appliance.${fact}`)];
    if (seen >= least) return [];
    return [
      violation(limit, {
        subject: fact,
        observed: `${seen} ${unit}`,
        message: `For ${why} the appliance needs ${least} ${unit}; it has ${seen}.`,
        path: `appliance.${fact}`,
      }),
    ];
  });
}

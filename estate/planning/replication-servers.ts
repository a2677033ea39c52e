import { numberField } from "../../limits/checks/values";
import { numberOf } from "../../limits/rules/rule";
import { convert } from "../../limits/units";
import { allocate, type Capacity } from "./allocation";
import { sourceOf } from "./caps";
import { rounded, sumOf, type Figure } from "./figure";
import type { PlacedMachine } from "./placed-machines";
import { churnOfMachine } from "./planned-churn";
import type { ZoneToSize } from "./sizing";

/** The servers that replicate the machines of a landing zone. */
export interface ServerSizing {
  readonly role: "replication-appliance" | "process-server";
  readonly byMachines: Figure;
  readonly byChurn: Figure;
  readonly servers: readonly PlannedServer[];
}

export interface PlannedServer {
  readonly name: string;
  /** Keys of its machines in the landing zone. */
  readonly machines: readonly string[];
  /** Their churn in a day, growth included; a least one where some are not known. */
  readonly dailyChurnGB: number;
  readonly machinesOfUnknownChurn: number;
  /** Hardware that the documents name for it. */
  readonly size?: Figure & { readonly large: boolean };
  /** Only where one machine alone exceeds what a server takes. */
  readonly warning?: string;
}

/**
 * As many servers as the documents ask for by machines and by churn a day; multi-VM groups stay on one.
 * Undefined for scenarios in which the hosts replicate themselves.
 */
export function planServers({ placed, planning }: ZoneToSize): ServerSizing | undefined {
  const { judge, figures } = planning;
  const { experience } = judge.scope;
  if (experience === undefined) return undefined;
  const most = judge.context.limits.find("appliance.max-machines");
  const daily = judge.context.limits.find("churn.process-server.daily");
  const dailyCap = daily === undefined ? undefined : convert(numberOf(daily), "TiB", "GiB");
  const churnOf = ({ planned }: PlacedMachine): number | undefined =>
    churnOfMachine(planned.machine, figures.growthPercent).dailyGB;

  const capacities: Capacity<PlacedMachine>[] = [];
  if (most !== undefined) capacities.push({ cap: numberOf(most), sizeOf: () => 1 });
  if (dailyCap !== undefined) {
    // A machine of unknown churn finds its place by count; the server says that its sum is a least one.
    capacities.push({ cap: dailyCap, sizeOf: (machine) => churnOf(machine) ?? 0 });
  }
  const units = Map.groupBy(placed, ({ planned, key }) => {
    const group = planned.machine.multiVmGroup;
    return group === undefined || group === null ? `machine ${key}` : `group ${group.toLowerCase()}`;
  });
  const allocation = allocate(
    [...units.values()].map((members) => ({ members })),
    capacities,
  );
  const role = experience === "modernized" ? "replication-appliance" : "process-server";
  const bins = [
    ...allocation.bins.map((bin) => ({ members: bin.flatMap(({ members }) => members), tooMuch: false })),
    ...allocation.tooLarge.map(({ members }) => ({ members, tooMuch: true })),
  ];
  const growth = `growth of ${figures.growthPercent} %`;
  const total = sumOf(placed.map(churnOf));
  const unknown = placed.filter((machine) => churnOf(machine) === undefined);
  const least = placed.reduce((sum, machine) => sum + (churnOf(machine) ?? 0), 0);
  return {
    role,
    byMachines: {
      value: most === undefined ? null : Math.ceil(placed.length / numberOf(most)),
      unit: "servers",
      formula:
        most === undefined
          ? "machines / machines of one server"
          : `${placed.length} machines / ${numberOf(most)} of one server, rounded up`,
      source: most === undefined ? `edition ${judge.scope.edition}` : sourceOf(most),
      ...(most === undefined ? { lacks: ["a documented number of machines of one server"] } : {}),
    },
    byChurn: {
      value: dailyCap === undefined || total === undefined ? null : Math.ceil(total / dailyCap),
      unit: "servers",
      formula:
        dailyCap === undefined
          ? "churn in a day / churn in a day of one server"
          : `${total === undefined ? "at least " : ""}${rounded(least)} GB a day with ${growth} / ${dailyCap} GB of one server, rounded up`,
      source: daily === undefined ? `edition ${judge.scope.edition}` : sourceOf(daily),
      ...(dailyCap === undefined
        ? { lacks: ["a documented churn of one server"] }
        : unknown.length === 0
          ? {}
          : { lacks: [`churn of ${unknown.length} of ${placed.length} machines`] }),
    },
    servers: bins.map(({ members, tooMuch }, index): PlannedServer => {
      const known = members.map(churnOf);
      const dailyChurnGB = known.reduce<number>((sum, value) => sum + (value ?? 0), 0);
      const size = sizeOfAppliance(members.length, dailyChurnGB, planning);
      return {
        name: `${role}-${index + 1}`,
        machines: members.map(({ key }) => key),
        dailyChurnGB: rounded(dailyChurnGB),
        machinesOfUnknownChurn: known.filter((value) => value === undefined).length,
        ...(size === undefined ? {} : { size }),
        ...(tooMuch
          ? {
              warning:
                "These machines stay together and change more than one server takes; spread their load.",
            }
          : {}),
      };
    }),
  };
}

/** The documented hardware: the ordinary one, or the larger one for many machines or much churn. */
function sizeOfAppliance(
  machines: number,
  dailyChurnGB: number,
  { judge }: ZoneToSize["planning"],
): PlannedServer["size"] {
  const cores = judge.context.limits.find("appliance.cpu-cores");
  const large = judge.context.limits.find("appliance.sizing.large");
  if (cores === undefined || large === undefined) return undefined;
  const aboveMachines = numberField(large, "aboveMachines");
  const aboveGB = convert(numberField(large, "aboveDailyChurnTB"), "TiB", "GiB");
  const isLarge = machines > aboveMachines || dailyChurnGB > aboveGB;
  const limit = isLarge ? large : cores;
  return {
    large: isLarge,
    value: isLarge ? numberField(large, "cpuCores") : numberField(cores, "atLeast"),
    unit: "cores",
    formula: `${machines} machines and ${rounded(dailyChurnGB)} GB a day; the large size from above ${aboveMachines} machines or ${aboveGB} GB a day`,
    source: sourceOf(limit),
  };
}

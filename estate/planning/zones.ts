import { allocate, type Capacity, type Unit } from "./allocation";
import { disksPerSubscription } from "./caps";
import type { EarlierPlan } from "./earlier-plan";
import { replicatedDisksOf } from "./planned-churn";
import type { PlannedMachine, Planning, ZoneUnits } from "./planning";
import { inWaveOrder, preferencesOf } from "./waves";

export interface ZoneAllocation {
  readonly zones: readonly ZoneUnits[];
  readonly tooLarge: readonly Unit<PlannedMachine>[];
}

/**
 * Shares the machines of a scope out to landing zones, within the documented caps. Machines of an earlier plan
 * stay in its landing zones while they fit; new landing zones get numbers that none has yet.
 */
export function allocateToZones(
  units: readonly Unit<PlannedMachine>[],
  planning: Planning,
  earlier: EarlierPlan,
  taken: ReadonlySet<number>,
): ZoneAllocation {
  const { scope } = planning.judge;
  const known = earlier.numbersOf(scope);
  const allocation = allocate(inWaveOrder(units, planning), capacitiesOf(planning), {
    ...preferencesOf(planning, "vault"),
    earlierBin: ({ members }) => {
      for (const { machine } of members) {
        const place = earlier.placeOf(machine, scope);
        if (place !== undefined) return known.indexOf(place.number);
      }
      return undefined;
    },
  });
  const used = new Set([...taken, ...earlier.zones.map((_, index) => index + 1)]);
  const zones = allocation.bins.map((bin, index): ZoneUnits => {
    const number = known[index] ?? nextFree(used);
    used.add(number);
    const previous = earlier.zones[number - 1];
    return {
      number,
      units: bin,
      ...(previous === undefined || known[index] === undefined ? {} : { previous }),
    };
  });
  return { zones, tooLarge: allocation.tooLarge };
}

function nextFree(used: ReadonlySet<number>): number {
  let number = 1;
  while (used.has(number)) number += 1;
  return number;
}

function capacitiesOf({ judge, options, assumptions }: Planning): readonly Capacity<PlannedMachine>[] {
  const capacities: Capacity<PlannedMachine>[] = [];
  const disks = disksPerSubscription(judge);
  if (disks !== undefined) {
    capacities.push({ cap: disks.value, sizeOf: ({ machine }) => replicatedDisksOf(machine).length });
    assumptions.add(
      `Kept: ${disks.text}; landing zones that exceed it together lie in several subscriptions.`,
    );
  }
  if (options.machinesPerVault !== undefined) {
    capacities.push({ cap: options.machinesPerVault, sizeOf: () => 1 });
    assumptions.add(`At most ${options.machinesPerVault} machines in a landing zone, as asked for.`);
  }
  return capacities;
}

import type { DependencyOrder } from "./dependency-order";
import type { PlacedMachine } from "./placed-machines";

/** A wave: the machines of one recovery plan. */
export interface WavePlan {
  readonly wave: number;
  readonly landingZone: number;
  readonly recoveryPlan: string;
  readonly machines: number;
  readonly bootGroups: number;
  /** What the machines belong to, most machines first. */
  readonly applications: readonly { readonly name: string; readonly machines: number }[];
  /** Machines that something in an earlier wave needs. */
  readonly neededEarlier: readonly string[];
}

/** The waves in their order. */
export function wavePlans(
  placed: readonly PlacedMachine[],
  order: DependencyOrder | undefined,
): readonly WavePlan[] {
  const waveOf = new Map(placed.map(({ planned, wave }) => [planned, wave]));
  const needed = new Set<PlacedMachine["planned"]>();
  if (order !== undefined) {
    for (const { planned, wave } of placed) {
      for (const { members } of order.ofMachine(planned)?.needs ?? []) {
        for (const member of members) if ((waveOf.get(member) ?? 0) > wave) needed.add(member);
      }
    }
  }
  return [...Map.groupBy(placed, ({ wave }) => wave)]
    .sort(([a], [b]) => a - b)
    .map(([wave, members]) => ({
      wave,
      landingZone: members[0]?.landingZone ?? 0,
      recoveryPlan: members[0]?.recoveryPlan ?? "",
      machines: members.length,
      bootGroups: members.reduce((most, { bootGroup }) => Math.max(most, bootGroup), 1),
      applications: [...Map.groupBy(members, ({ application }) => application)]
        .map(([name, { length }]) => ({ name, machines: length }))
        .sort((a, b) => b.machines - a.machines || (a.name < b.name ? -1 : 1)),
      neededEarlier: members.flatMap(({ planned }) => (needed.has(planned) ? [planned.machine.name] : [])),
    }));
}

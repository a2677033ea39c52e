import { isDeepStrictEqual } from "node:util";
import type { LandingZone, LandingZoneMachine } from "../../landing-zone/document";
import type { EarlierPlace } from "./earlier-plan";

/** What a plan changes in the landing zones of an earlier one. */
export interface PlanDifference {
  readonly added: readonly MachinePlace[];
  readonly removed: readonly MachinePlace[];
  readonly changed: readonly ChangedPlace[];
  /** Changes besides machines and recovery plans, by landing zone: the keys of its document. */
  readonly zones: readonly { readonly landingZone: number; readonly keys: readonly string[] }[];
}

export interface MachinePlace {
  readonly name: string;
  /** Number of the landing zone. */
  readonly landingZone: number;
  readonly key: string;
}

export interface ChangedPlace extends MachinePlace {
  /** What is different: `landingZone`, `disks`, `wave` … */
  readonly what: readonly string[];
}

type Placed = EarlierPlace & { readonly machine: LandingZoneMachine };

/** Compares landing zones; machines are the same by identity and scenario, else by name. */
export function differenceOf(before: readonly LandingZone[], after: readonly LandingZone[]): PlanDifference {
  const old = placesOf(before);
  const added: MachinePlace[] = [];
  const changed: ChangedPlace[] = [];
  for (const [identity, now] of placesOf(after)) {
    const then = old.get(identity);
    old.delete(identity);
    if (then === undefined) {
      added.push(placeOf(now));
      continue;
    }
    const what = [
      ...(then.number === now.number ? [] : ["landingZone"]),
      ...(then.key === now.key ? [] : ["key"]),
      ...changedKeys(then.machine, now.machine),
    ];
    if (what.length > 0) changed.push({ ...placeOf(now), what });
  }
  return {
    added,
    removed: [...old.values()].map(placeOf),
    changed,
    zones: zoneChanges(before, after),
  };
}

export function isSame({ added, removed, changed, zones }: PlanDifference): boolean {
  return added.length + removed.length + changed.length + zones.length === 0;
}

function placesOf(zones: readonly LandingZone[]): Map<string, Placed> {
  const places = new Map<string, Placed>();
  zones.forEach((zone, index) => {
    for (const [key, machine] of Object.entries(zone.machines ?? {})) {
      const identity = `${zone.scenario} ${machine.sourceId ?? ""} ${(machine.sourceName ?? key).toLowerCase()}`;
      // Two machines that nothing tells apart are told apart by their keys.
      const own = places.has(identity) ? `${identity}\n${index} ${key}` : identity;
      places.set(own, { number: index + 1, key, machine });
    }
  });
  return places;
}

function placeOf({ number, key, machine }: Placed): MachinePlace {
  return { name: machine.sourceName ?? key, landingZone: number, key };
}

/** Parts of the document that are told machine by machine, or follow from that. */
const followingKeys = new Set(["machines", "recoveryPlans"]);

function zoneChanges(before: readonly LandingZone[], after: readonly LandingZone[]): PlanDifference["zones"] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => {
    const [then, now] = [before[index], after[index]];
    const keys =
      then === undefined || now === undefined
        ? [then === undefined ? "new" : "gone"]
        : changedKeys(then, now).filter((key) => !followingKeys.has(key));
    return { landingZone: index + 1, keys };
  }).filter(({ keys }) => keys.length > 0);
}

function changedKeys(before: object, after: object): readonly string[] {
  const [then, now] = [before, after] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].filter(
    (key) => !isDeepStrictEqual(then[key], now[key]),
  );
}

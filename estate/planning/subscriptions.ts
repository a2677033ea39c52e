import { allocate } from "./allocation";
import { disksPerSubscription, sourceOf } from "./caps";
import type { Figure } from "./figure";
import { disksOf, type ZoneToSize } from "./sizing";

/** Landing zones that can lie in one subscription. */
export interface SubscriptionPlan {
  readonly number: number;
  /** Numbers of landing zones. */
  readonly landingZones: readonly number[];
  readonly protectedDisks: Figure;
}

/** As few subscriptions as the documented number of protected disks allows. */
export function planSubscriptions(zones: readonly ZoneToSize[]): readonly SubscriptionPlan[] {
  const caps = zones.flatMap(({ planning }) => disksPerSubscription(planning.judge) ?? []);
  const [cap] = [...caps].sort((a, b) => a.value - b.value);
  const bins = allocate(
    zones.map((zone) => ({ members: [zone] })),
    cap === undefined ? [] : [{ cap: cap.value, sizeOf: disksOf }],
  ).bins;
  return bins.map((bin, index) => {
    const members = bin.flatMap((unit) => unit.members);
    return {
      number: index + 1,
      landingZones: members.map(({ number }) => number),
      protectedDisks: {
        value: members.reduce((sum, zone) => sum + disksOf(zone), 0),
        unit: "disks",
        formula:
          cap === undefined
            ? "sum of the disks that replicate; the edition documents no most"
            : `sum of the disks that replicate, at most ${cap.value}`,
        source: cap === undefined ? "inventory" : sourceOf(cap.limit),
      },
    };
  });
}

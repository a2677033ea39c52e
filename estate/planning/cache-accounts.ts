import { cacheShare, sourceOf } from "./caps";
import { rounded, type Figure } from "./figure";
import { churnOfDisk, replicatedDisksOf } from "./planned-churn";
import type { ZoneToSize } from "./sizing";

/** The cache account of a landing zone and how full its machines make it. */
export interface CacheAccountSizing {
  readonly kind: string;
  readonly sku: string;
  readonly location: string;
  readonly disks: number;
  /** Disks whose churn is not known: each counts as one of the highest documented churn. */
  readonly disksOfUnknownChurn: number;
  /** In percent; not known where the documents give no table for the scenario. */
  readonly load: Figure;
}

export function sizeCacheAccount({ zone, placed, planning }: ZoneToSize): CacheAccountSizing | undefined {
  const account = zone.cacheStorage;
  if (account === undefined || !("kind" in account)) return undefined;
  const { growthPercent } = planning.figures;
  const disks = placed.flatMap(({ planned }) => replicatedDisksOf(planned.machine));
  const share = cacheShare(planning.judge, account.kind, growthPercent);
  const used = placed.reduce((sum, { planned }) => sum + (share?.shareOf(planned.machine) ?? 0), 0);
  return {
    kind: account.kind,
    sku: account.sku,
    location: account.location ?? zone.sourceRegion ?? zone.region,
    disks: disks.length,
    disksOfUnknownChurn: disks.filter((disk) => churnOfDisk(disk, growthPercent).averageMBps === undefined)
      .length,
    load:
      share === undefined
        ? {
            value: null,
            unit: "%",
            formula: "disks of the account / disks that the documents allow at their churn",
            source: `edition ${planning.judge.scope.edition}`,
            lacks: ["a documented number of disks of one cache account in this edition and scenario"],
          }
        : {
            value: rounded(used * 100, "up"),
            unit: "%",
            formula: `sum over ${disks.length} disks of 1 / (disks of one account at the disk's average churn plus ${growthPercent} % growth)`,
            source: sourceOf(share.limit),
          },
  };
}

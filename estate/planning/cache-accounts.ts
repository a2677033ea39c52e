import type { LandingZone } from "../../landing-zone/document";
import { allocate } from "./allocation";
import { cacheShare, sourceOf } from "./caps";
import { rounded, type Figure } from "./figure";
import { churnOfDisk, replicatedDisksOf } from "./planned-churn";
import type { PlannedMachine, Planning } from "./planning";
import type { NewCacheStorage } from "./resources";
import type { ZoneToSize } from "./sizing";

/** Cache accounts of a landing zone and which machines write to which. */
export interface CacheAccountShares {
  readonly count: number;
  readonly numberOf: (machine: PlannedMachine) => number;
}

/**
 * As many accounts as the churn of the disks asks for; every machine writes to one. One account where the
 * documents give no table for the scenario.
 */
export function shareOutToCacheAccounts(
  machines: readonly PlannedMachine[],
  { kind }: NewCacheStorage,
  { judge, figures, assumptions }: Planning,
  previous: LandingZone | undefined,
  keyOf: (machine: PlannedMachine) => string | undefined,
): CacheAccountShares {
  const share = cacheShare(judge, kind, figures.growthPercent);
  if (share === undefined) return { count: 1, numberOf: () => 1 };
  assumptions.add(`Kept: ${share.text}.`);
  const { bins, tooLarge } = allocate(
    machines.map((planned) => ({ members: [planned] })),
    [{ cap: 1, sizeOf: ({ machine }) => share.shareOf(machine) }],
    {
      earlierBin: ({ members: [planned] }) => {
        const key = planned === undefined ? undefined : keyOf(planned);
        const earlier = key === undefined ? undefined : previous?.machines?.[key];
        return earlier === undefined ? undefined : (earlier.cacheStorage ?? 1) - 1;
      },
    },
  );
  // A machine that no account takes has one of its own, whose load says so.
  const accounts = [...bins, ...tooLarge.map((unit) => [unit])];
  const numbers = new Map(
    accounts.flatMap((units, index) =>
      units.flatMap(({ members }) => members.map((member) => [member, index + 1] as const)),
    ),
  );
  return { count: Math.max(1, accounts.length), numberOf: (machine) => numbers.get(machine) ?? 1 };
}

/** A cache account of a landing zone and how full its machines make it. */
export interface CacheAccountSizing {
  /** 1 is `cacheStorage` of the landing zone, 2 the first of `additionalCacheStorage`. */
  readonly number: number;
  readonly kind: string;
  readonly sku: string;
  readonly location: string;
  readonly machines: number;
  readonly disks: number;
  /** Disks whose churn is not known: each counts as one of the highest documented churn. */
  readonly disksOfUnknownChurn: number;
  /** In percent; not known where the documents give no table for the scenario. */
  readonly load: Figure;
}

/** None where nothing replicates to Azure. */
export function sizeCacheAccounts({ zone, placed, planning }: ZoneToSize): readonly CacheAccountSizing[] {
  const levels = [
    ...(zone.cacheStorage === undefined ? [] : [zone.cacheStorage]),
    ...(zone.additionalCacheStorage ?? []),
  ];
  return levels.flatMap((account, index): readonly CacheAccountSizing[] => {
    if (!("kind" in account)) return [];
    const number = index + 1;
    const { growthPercent } = planning.figures;
    const machines = placed
      .filter(({ cacheAccount }) => cacheAccount === number)
      .map(({ planned }) => planned.machine);
    const disks = machines.flatMap(replicatedDisksOf);
    const share = cacheShare(planning.judge, account.kind, growthPercent);
    const used = machines.reduce((sum, machine) => sum + (share?.shareOf(machine) ?? 0), 0);
    return [
      {
        number,
        kind: account.kind,
        sku: account.sku,
        location: account.location ?? zone.sourceRegion ?? zone.region,
        machines: machines.length,
        disks: disks.length,
        disksOfUnknownChurn: disks.filter(
          (disk) => churnOfDisk(disk, growthPercent).averageMBps === undefined,
        ).length,
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
                // A sum of many shares is a hair above 100 % where it is 100 %.
                value: rounded(Number((used * 100).toFixed(6)), "up"),
                unit: "%",
                formula: `sum over ${disks.length} disks of 1 / (disks of one account at the disk's average churn plus ${growthPercent} % growth)`,
                source: sourceOf(share.limit),
              },
      },
    ];
  });
}

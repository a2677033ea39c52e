import { InputError } from "../../landing-zone/input-error";
import { sumOf, type Figure } from "./figure";
import type { PlacedMachine } from "./placed-machines";
import { quotaCommand, regionalQuota, type QuotaList } from "./quota-list";
import type { ZoneToSize } from "./sizing";
import type { SubscriptionPlan } from "./subscriptions";

/** vCPU quota that a subscription needs in the recovery region for all of its machines at once. */
export interface VcpuQuota {
  /** Number of the subscription in the plan. */
  readonly subscription: number;
  readonly region: string;
  /** The region as a whole first, then families by name; machines of undecided size are in the first alone. */
  readonly families: readonly FamilyQuota[];
}

export interface FamilyQuota {
  /** Name of the quota, `cores` for the region as a whole. */
  readonly family: string;
  readonly machines: number;
  readonly needed: Figure;
  /** Quota that is not used yet. */
  readonly free: Figure;
  /** What has to be asked for; 0 where the free quota is enough. */
  readonly missing: Figure;
}

const source =
  "Azure Site Recovery Deployment Planner, report, cores needed before a test failover or failover";

/** vCPUs that the machines of a landing zone need in Azure at once, as in a test failover of all of them. */
export function vcpuQuota({ placed }: ZoneToSize): Figure {
  return neededOf(placed);
}

/**
 * Demand and quota by family; each list speaks of one subscription, the first of the first.
 *
 * @throws InputError when there are more lists than subscriptions.
 */
export function planQuotas(
  zones: readonly ZoneToSize[],
  subscriptions: readonly SubscriptionPlan[],
  lists: readonly QuotaList[],
): readonly VcpuQuota[] {
  const [beyond] = lists.slice(Math.max(1, subscriptions.length));
  if (beyond !== undefined) {
    throw new InputError(
      `It is the quota of a subscription that the plan does not have: the machines need ${subscriptions.length}.`,
      "Give one quota for each subscription of the plan, in its order.",
      { file: beyond.file },
    );
  }
  const byNumber = new Map(zones.map((zone) => [zone.number, zone]));
  return subscriptions.flatMap(({ number, landingZones }): readonly VcpuQuota[] => {
    const placed = landingZones.flatMap((zone) => byNumber.get(zone)?.placed ?? []);
    const region = byNumber.get(landingZones[0] ?? 0)?.zone.region;
    if (region === undefined || placed.length === 0) return [];
    const own = lists[number - 1];
    const families = Map.groupBy(placed, ({ vmSize }) => vmSize?.family ?? undefined);
    return [
      {
        subscription: number,
        region,
        families: [
          familyQuota(regionalQuota, placed, region, own),
          ...[...families]
            .flatMap(([family, machines]) => (family === undefined ? [] : [{ family, machines }]))
            .sort((a, b) => (a.family < b.family ? -1 : 1))
            .map(({ family, machines }) => familyQuota(family, machines, region, own)),
        ],
      },
    ];
  });
}

function familyQuota(
  family: string,
  placed: readonly PlacedMachine[],
  region: string,
  list: QuotaList | undefined,
): FamilyQuota {
  const needed = neededOf(placed);
  const quota = list?.quotas.get(family.toLowerCase());
  const quotaSource = list === undefined ? quotaCommand(region) : `az vm list-usage, ${list.file}`;
  const lacksQuota =
    quota !== undefined
      ? []
      : [
          list === undefined
            ? `quota of the subscription (${quotaCommand(region)}, --quota)`
            : `${family} in ${list.file}`,
        ];
  const free = quota === undefined ? undefined : Math.max(0, quota.limit - quota.used);
  const lacks = [...(needed.lacks ?? []), ...lacksQuota];
  return {
    family,
    machines: placed.length,
    needed,
    free: {
      value: free ?? null,
      unit: "vCPUs",
      formula: quota === undefined ? "limit - used" : `limit ${quota.limit} - used ${quota.used}`,
      source: quotaSource,
      ...(lacksQuota.length === 0 ? {} : { lacks: lacksQuota }),
    },
    missing: {
      value: needed.value === null || free === undefined ? null : Math.max(0, needed.value - free),
      unit: "vCPUs",
      formula: `needed${needed.value === null ? "" : ` ${needed.value}`} - free${free === undefined ? "" : ` ${free}`}, at least 0`,
      source: quotaSource,
      ...(lacks.length === 0 ? {} : { lacks }),
    },
  };
}

/** vCPUs of the sizes; where no list of sizes was given, the machines' cores. */
function neededOf(placed: readonly PlacedMachine[]): Figure {
  const sized = placed.some(({ vmSize }) => vmSize !== undefined);
  const vcpus = placed.map(({ vmSize, planned }) =>
    sized ? (vmSize?.vcpus ?? undefined) : planned.machine.cpuCores,
  );
  const unknown = vcpus.filter((value) => value === undefined).length;
  return {
    value: sumOf(vcpus) ?? null,
    unit: "vCPUs",
    formula: sized
      ? `sum of the vCPUs of the sizes of ${placed.length} machines`
      : `sum of the cores of ${placed.length} machines, one vCPU a core`,
    source,
    ...(unknown === 0
      ? {}
      : { lacks: [`${sized ? "size" : "cores"} of ${unknown} of ${placed.length} machines`] }),
  };
}

import { landingZoneVersion, type LandingZone } from "../../landing-zone/document";
import { regionProblem } from "../../limits/azure-values";
import { normalizeRegion } from "../../limits/facts/region";
import type { Waiver } from "../../limits/waivers";
import { bootGroupsOf } from "./boot-groups";
import { shareOutToCacheAccounts } from "./cache-accounts";
import type { EarlierPlan } from "./earlier-plan";
import { UniqueNames } from "./names";
import { planNetwork, type PlannedNetwork } from "./networks";
import { standardDiskType } from "./target-disk-type";
import { placeMachine, type PlacedMachine } from "./placed-machines";
import type { LeftOutMachine, PlannedMachine, Planning, ZoneUnits } from "./planning";
import { cutRecoveryPlans } from "./recovery-plans";
import { chooseAvailabilityZone, chooseCacheStorage, policyKind } from "./resources";
import { sourceRegionOf } from "./source-region";
import { applicationOf } from "./waves";

/** What one landing zone is built from, besides its machines. */
export interface Building extends Planning {
  readonly earlier: EarlierPlan;
  /** Address spaces of the inventory and of other landing zones. */
  readonly takenAddressSpaces: ReadonlySet<string>;
  /** Waves before those of this landing zone. */
  readonly wavesBefore: number;
}

export interface BuiltLandingZone {
  readonly number: number;
  readonly zone: LandingZone;
  /** The machines as planned, in the order of their waves. */
  readonly placed: readonly PlacedMachine[];
  readonly waves: number;
  /** Machines of multi-VM groups that no recovery plan can hold. */
  readonly leftOut: readonly LeftOutMachine[];
}

const policyName = "default";

/** The landing zone of one vault. */
export function buildLandingZone(
  { number, units, previous }: ZoneUnits,
  building: Building,
): BuiltLandingZone {
  const { document, judge, options, assumptions } = building;
  const { scenario, experience, edition } = judge.scope;
  const target = document.target ?? {};
  const region = normalizeRegion(building.region);
  const sourceRegion = scenario === "azure-to-azure" ? normalizeRegion(sourceRegionOf(document)) : undefined;
  const suffix = number === 1 ? region : `${region}-${number}`;

  const keys = keysOf(
    units.flatMap(({ members }) => members),
    building,
    number,
  );
  const cut = cutRecoveryPlans(units, building, previous, (planned) => keys.get(planned));
  const kept = cut.plans.flat();
  const network = planNetwork(
    kept.map(({ machine }) => machine),
    building.takenAddressSpaces,
    previous?.networks?.recovery,
    options.recoverySubnets,
  );
  const zone = chooseAvailabilityZone(judge, target);
  const cache = chooseCacheStorage(judge, target, sourceRegion ?? region);
  for (const { reason } of [zone, cache]) if (reason !== undefined) assumptions.add(reason);

  const accounts = shareOutToCacheAccounts(kept, cache.value, building, previous, (planned) =>
    keys.get(planned),
  );
  const standardType = standardDiskType(building);
  const takenAddresses = new Set<string>();
  const planNames = cut.plans.map((_, index) => `plan-${suffix}-${index + 1}`);
  const groups = cut.plans.map((members) => bootGroupsOf(members, building));
  const placed = cut.plans.flatMap((members, index) =>
    members.map((planned) =>
      placeMachine(planned, {
        key: keys.get(planned) ?? "",
        policy: policyName,
        network,
        takenAddresses,
        wished: target.diskType,
        standardType,
        judge,
        growthPercent: building.figures.growthPercent,
        percentile: building.figures.percentile,
        series: building.series,
        sizes: building.sizes,
        availabilityZone: zone.value,
        wave: building.wavesBefore + index + 1,
        recoveryPlan: planNames[index] ?? "",
        bootGroup: (groups[index] ?? []).findIndex((group) => group.includes(planned)) + 1,
        application: applicationOf(planned, building),
        cacheAccount: accounts.numberOf(planned),
        landingZone: number,
      }),
    ),
  );
  const kind = policyKind(judge);
  const waivers = waiversOf(placed);
  // The region of the machines is one that Azure told.
  const newer = [
    ...(options.newRegions?.includes(region) === true ? [region] : []),
    ...(sourceRegion === undefined || regionProblem(sourceRegion) === undefined ? [] : [sourceRegion]),
  ];
  return {
    number,
    leftOut: cut.leftOut,
    placed,
    waves: cut.plans.length,
    zone: {
      schema: landingZoneVersion,
      edition,
      scenario,
      ...(experience === undefined ? {} : { experience }),
      region,
      ...(sourceRegion === undefined ? {} : { sourceRegion }),
      ...(newer.length === 0 ? {} : { newRegions: newer }),
      resourceGroups: { vault: { name: `rg-asr-${suffix}` } },
      vault: { name: `rsv-asr-${suffix}`, identity: "system" },
      ...(kind === undefined
        ? {}
        : {
            cacheStorage: cache.value,
            ...(accounts.count === 1
              ? {}
              : { additionalCacheStorage: Array.from({ length: accounts.count - 1 }, () => cache.value) }),
            networks: {
              recovery: networkOf(`vnet-asr-${suffix}`, network),
              testFailover: networkOf(`vnet-asr-${suffix}-test`, network),
            },
            policies: [
              {
                name: policyName,
                instanceType: kind,
                ...(kind === "InMageAzureV2" && options.rpoMinutes !== undefined
                  ? { rpoThresholdInMinutes: options.rpoMinutes }
                  : {}),
              },
            ],
          }),
      ...(placed.length === 0
        ? {}
        : {
            machines: Object.fromEntries(placed.map(({ key, machine }) => [key, machine])),
            recoveryPlans: groups.map((plan, index) => ({
              name: planNames[index] ?? "",
              groups: plan.map((members) => ({
                groupType: "Boot" as const,
                machines: members.map((member) => keys.get(member) ?? ""),
              })),
            })),
          }),
      monitoring: { workspace: { name: `log-asr-${suffix}` } },
      ...(waivers.length === 0 ? {} : { waivers }),
    },
  };
}

/** Keys of the machines map: those of the earlier plan first, so that a new machine renames no other. */
function keysOf(
  machines: readonly PlannedMachine[],
  { earlier, judge }: Building,
  number: number,
): ReadonlyMap<PlannedMachine, string> {
  const names = new UniqueNames();
  const keys = new Map<PlannedMachine, string>();
  for (const planned of machines) {
    const place = earlier.placeOf(planned.machine, judge.scope);
    if (place?.number === number && names.take(place.key)) keys.set(planned, place.key);
  }
  for (const planned of machines) {
    if (!keys.has(planned)) keys.set(planned, names.of(planned.machine.name));
  }
  return keys;
}

/** What is accepted about the machines: the landing zone is judged by the same rules when it is deployed. */
function waiversOf(placed: readonly PlacedMachine[]): readonly Waiver[] {
  return placed.flatMap(({ key, planned }) =>
    planned.assessed.findings.flatMap(({ rule, waiver }, index, findings) =>
      waiver === null || findings.findIndex((other) => other.rule === rule && other.waiver !== null) !== index
        ? []
        : [{ rule, subject: key, ...waiver }],
    ),
  );
}

function networkOf(name: string, { addressSpaces, subnets }: PlannedNetwork) {
  return { name, addressSpaces: [...addressSpaces], subnets: [...subnets] };
}

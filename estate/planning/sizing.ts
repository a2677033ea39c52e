import type { BuiltLandingZone } from "./landing-zone";
import { planBandwidth, type BandwidthPlan } from "./bandwidth";
import { planInitialReplication, type InitialReplication } from "./initial-replication";
import { sizeCacheAccounts, type CacheAccountSizing } from "./cache-accounts";
import { planServers, type ServerSizing } from "./replication-servers";
import type { Figure } from "./figure";
import { hyperVVolumes, type HyperVVolume } from "./hyperv-volumes";
import { planCosts, type CostPlan } from "./costs";
import { planQuotas, vcpuQuota, type VcpuQuota } from "./quota";
import { wavePlans, type WavePlan } from "./wave-plans";
import { summarizeVmSizes, type VmSizeSummary } from "./vm-size-summary";
import { recoveryAddresses, type RecoveryAddress } from "./recovery-addresses";
import { scopeDocuments, type ScopeDocuments } from "./scope-documents";
import { planSubscriptions, type SubscriptionPlan } from "./subscriptions";
import { sizeMachine, type SizedMachine } from "./sized-machines";
import type { Planning, PlanOptions } from "./planning";
import type { PlanningOptions } from "./planning-options";
import { replicatedDisksOf } from "./planned-churn";

/** What a plan needs besides its landing zones; every figure with its formula and source. */
export interface Sizing {
  /** Every planned machine, in the order of the waves. */
  readonly machines: readonly SizedMachine[];
  readonly waves: readonly WavePlan[];
  /** One a landing zone, in their order. */
  readonly zones: readonly ZoneSizing[];
  readonly subscriptions: readonly SubscriptionPlan[];
  /** vCPU quota by subscription and family. */
  readonly quotas: readonly VcpuQuota[];
  /** How sizes of virtual machines were chosen, and how many machines each has. */
  readonly vmSizes: VmSizeSummary;
  /** Absent where no prices were given. */
  readonly costs?: CostPlan;
  /** Fixed addresses of the machines at the recovery site. */
  readonly addresses: readonly RecoveryAddress[];
  /** Volumes of Hyper-V hosts that planned disks are known to lie on. */
  readonly hyperVVolumes: readonly HyperVVolume[];
  /** Firewall lists and prerequisites of servers, one a scenario. */
  readonly documents: readonly ScopeDocuments[];
  /** Of the machines that replicate over the site's line; absent where none does. */
  readonly bandwidth?: BandwidthPlan;
  readonly initialReplication?: InitialReplication;
}

export interface ZoneSizing {
  /** Number of the landing zone: 1 is `landing-zone.yaml`, 2 `landing-zone-2.yaml`. */
  readonly landingZone: number;
  readonly machines: number;
  readonly disks: number;
  readonly recoveryPlans: number;
  readonly vcpus: Figure;
  /** None where nothing replicates to Azure. */
  readonly cacheAccounts: readonly CacheAccountSizing[];
  /** Servers on premises that replicate the machines; absent where the hosts do it themselves. */
  readonly servers?: ServerSizing;
}

export type ZoneToSize = BuiltLandingZone & { readonly planning: Planning };

export function sizeEstate(
  zones: readonly ZoneToSize[],
  options: PlanningOptions,
  given: PlanOptions = {},
): Sizing {
  // Azure VMs replicate within Azure.
  const overLine = zones
    .filter(({ planning }) => planning.judge.scope.scenario !== "azure-to-azure")
    .flatMap(({ placed }) => placed);
  const bandwidth = planBandwidth(
    overLine.map(({ planned }) => planned.machine),
    options,
    zones[0]?.planning.series,
  );
  const placed = zones.flatMap((zone) => zone.placed);
  const subscriptions = planSubscriptions(zones);
  const costs = planCosts(placed, given.prices, options);
  return {
    ...(bandwidth === undefined
      ? {}
      : { bandwidth, initialReplication: planInitialReplication(overLine, bandwidth, options) }),
    machines: placed.map((each) => sizeMachine(each, options.growthPercent)),
    waves: wavePlans(placed, zones[0]?.planning.order),
    zones: zones.map((zone): ZoneSizing => {
      const servers = planServers(zone);
      return {
        landingZone: zone.number,
        machines: zone.placed.length,
        disks: disksOf(zone),
        recoveryPlans: zone.waves,
        vcpus: vcpuQuota(zone),
        cacheAccounts: sizeCacheAccounts(zone),
        ...(servers === undefined ? {} : { servers }),
      };
    }),
    subscriptions,
    quotas: planQuotas(zones, subscriptions, given.quotas ?? []),
    vmSizes: summarizeVmSizes(placed, given.vmSizes, zones[0]?.zone.region),
    ...(costs === undefined ? {} : { costs }),
    addresses: zones.flatMap(({ placed, zone }) => {
      const recovery = zone.networks?.recovery;
      return recovery !== undefined && "subnets" in recovery
        ? recoveryAddresses(placed, recovery.subnets)
        : [];
    }),
    hyperVVolumes: hyperVVolumes(zones),
    documents: scopeDocuments(zones),
  };
}

export function disksOf({ placed }: ZoneToSize): number {
  return placed.reduce((sum, { planned }) => sum + replicatedDisksOf(planned.machine).length, 0);
}

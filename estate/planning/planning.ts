import type { LandingZone } from "../../landing-zone/document";
import type { Judge } from "../../limits/judge";
import type { Verdict } from "../../limits/verdict";
import type { AssessedMachine } from "../assessment";
import type { EstateDocument, EstateMachine } from "../document";
import type { PlanningOptions } from "./planning-options";
import type { Unit } from "./allocation";
import type { DependencyOrder } from "./dependency-order";
import type { PriceList } from "./price-list";
import type { QuotaList } from "./quota-list";
import type { VmSizeList } from "./vm-size-list";
import type { VmSizes } from "./vm-sizes";
import type { ChurnSample, ChurnSeries } from "./churn-series";

export interface PlanOptions extends Partial<PlanningOptions> {
  /** Target region; wins over the document's. */
  readonly region?: string;
  /** Regions that are newer than the list of this version: the landing zone vouches for them. */
  readonly newRegions?: readonly string[];
  /** Most machines of one landing zone; the documented caps alone where absent. */
  readonly machinesPerVault?: number;
  /** Most machines of one wave; as many as a recovery plan holds where absent. */
  readonly machinesPerWave?: number;
  /** What tells which machines belong together; their names by default. */
  readonly waveBy?: WaveBy;
  /** Its first group, or the whole match, names what a machine belongs to; the letters a name starts with by default. */
  readonly wavePattern?: RegExp;
  /** Address ranges of recovery subnets by the name of the source network, so that machines keep their addresses. */
  readonly recoverySubnets?: ReadonlyMap<string, string>;
  /** Churn of machines and disks over time. */
  readonly churnSamples?: readonly ChurnSample[];
  /** Sizes of virtual machines to choose from; without them sizes stay undecided. */
  readonly vmSizes?: VmSizeList;
  /** vCPU quota of the subscriptions, in the order of the plan. */
  readonly quotas?: readonly QuotaList[];
  /** What things cost; there are no built-in prices. */
  readonly prices?: PriceList;
  /** Landing zones of an earlier plan: machines keep their vault and key while the caps allow it. */
  readonly previous?: readonly LandingZone[];
}

/**
 * `name`: by their names and multi-VM groups; `group`: by multi-VM groups alone; `dependencies`: by who connects
 * to whom, what others need first; `tag:NAME`: by the value of a tag, a value a wave.
 */
export const waveRules = ["name", "group", "dependencies"] as const;

export type WaveBy = (typeof waveRules)[number] | `tag:${string}`;

/** A machine of the plan with its verdict. */
export interface PlannedMachine {
  readonly machine: EstateMachine;
  readonly assessed: AssessedMachine;
}

export interface LeftOutMachine {
  readonly name: string;
  readonly id?: string;
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
}

/** What planning a scope needs to know. */
export interface Planning {
  readonly document: EstateDocument;
  readonly judge: Judge;
  readonly region: string;
  readonly options: PlanOptions;
  /** The figures of the options, defaults included. */
  readonly figures: PlanningOptions;
  readonly series: ChurnSeries | undefined;
  /** Chooses sizes of machines; undefined without a list of them. */
  readonly sizes: VmSizes | undefined;
  /** Who needs whom; undefined unless waves follow dependencies. */
  readonly order: DependencyOrder | undefined;
  /** Sentences are added while planning. */
  readonly assumptions: Set<string>;
}

/** Machines of one landing zone to be, with the number that its file has. */
export interface ZoneUnits {
  readonly number: number;
  readonly units: readonly Unit<PlannedMachine>[];
  /** The landing zone that an earlier plan had under this number. */
  readonly previous?: LandingZone;
}

export function identityOf({ name, id }: AssessedMachine): { readonly name: string; readonly id?: string } {
  return { name, ...(id === undefined ? {} : { id }) };
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

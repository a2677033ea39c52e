import type { LandingZone } from "../landing-zone/document";
import { completeScope, createJudge, type Judge } from "../limits/judge";
import { hasExperience, type Experience, type Scenario } from "../limits/scenarios";
import type { Verdict } from "../limits/verdict";
import { InputError } from "../landing-zone/input-error";
import type { AssessedMachine, Assessment } from "./assessment";
import type { EstateDocument, EstateMachine } from "./document";
import { allocate, type Allocation, type Capacity, type Unit } from "./planning/allocation";
import { cacheShare, disksPerSubscription } from "./planning/caps";
import { buildLandingZone } from "./planning/landing-zone";
import { chooseCacheStorage } from "./planning/resources";
import { unitsOf } from "./planning/units";

/** Version of the plan document. */
export const planVersion = "asr-plan/1";

export interface PlanOptions {
  /** Target region; wins over the document's. */
  readonly region?: string;
  /** Recovery point objective, where the policy has a threshold to alert at. */
  readonly rpoMinutes?: number;
  /** Most machines of one landing zone; the documented caps alone where absent. */
  readonly machinesPerVault?: number;
}

/** A proposal of landing zones that hold every machine that can be protected. */
export interface Plan {
  readonly schema: typeof planVersion;
  readonly edition: Assessment["edition"];
  readonly asOf: string;
  /** One a vault; the first has no number in its names. */
  readonly landingZones: readonly LandingZone[];
  /** Machines that no landing zone holds, and why. */
  readonly leftOut: readonly LeftOutMachine[];
  /** What was assumed, and which documented caps were kept to, as sentences. */
  readonly assumptions: readonly string[];
}

export interface LeftOutMachine {
  readonly name: string;
  readonly id?: string;
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
}

/** A machine of the plan with its verdict. */
export interface PlannedMachine {
  readonly machine: EstateMachine;
  readonly assessed: AssessedMachine;
}

/** Region where neither the inventory nor the user names one. */
const defaultRegion = "westeurope";

/**
 * Plans landing zones from an assessed estate. Machines that are ready or conditional are planned, multi-VM
 * groups as a whole; every documented cap is kept. The plan does not depend on the order of the machines.
 *
 * @param assessment of the same document
 * @throws InputError when Azure VMs are planned and their region is not known.
 */
export function plan(document: EstateDocument, assessment: Assessment, options: PlanOptions = {}): Plan {
  const all = document.machines.map((machine, index): PlannedMachine => {
    const assessed = assessment.machines[index];
    if (assessed?.name !== machine.name) throw new TypeError("The assessment is of another document.");
    return { machine, assessed };
  });
  const assumptions = new Set<string>();
  const region = options.region ?? document.target?.region;
  if (region === undefined) {
    assumptions.add(
      `The inventory names no target region; ${defaultRegion} is planned. --region plans for another.`,
    );
  }
  const { units, leftOut } = unitsOf(all);
  const missed = [...leftOut];
  const zones: LandingZone[] = [];
  for (const scope of scopesOf(all)) {
    const own = units.filter(({ members }) => sameScope(members[0], scope));
    const judge = judgeOf(scope, assessment, document);
    const planning = { document, judge, region: region ?? defaultRegion, options, assumptions };
    const allocation = allocateToZones(own, planning);
    for (const unit of allocation.tooLarge) {
      for (const { assessed } of unit.members) {
        missed.push({
          ...identityOf(assessed),
          verdict: assessed.verdict,
          reasons: [
            `Its multi-VM group of ${unit.members.length} machines is larger than one landing zone can hold.`,
          ],
        });
      }
    }
    // A scope without a machine that can be protected still gets its landing zone, to be filled later.
    const bins = allocation.bins.length === 0 && zones.length === 0 ? [[]] : allocation.bins;
    for (const bin of bins) {
      const built = buildLandingZone(bin, { ...planning, number: zones.length + 1, earlier: zones });
      zones.push(built.zone);
      missed.push(...built.leftOut);
    }
  }
  return {
    schema: planVersion,
    edition: assessment.edition,
    asOf: assessment.asOf,
    landingZones: zones,
    leftOut: missed.sort((a, b) => compareText(keyOf(a), keyOf(b))),
    assumptions: [...assumptions],
  };
}

/** Machines that are judged, and therefore planned, alike. */
interface PlanScope {
  readonly scenario: Scenario;
  readonly experience?: Experience;
}

function scopesOf(machines: readonly PlannedMachine[]): readonly PlanScope[] {
  const counts = new Map<string, { readonly scope: PlanScope; count: number }>();
  for (const { assessed } of machines) {
    const key = `${assessed.scenario} ${assessed.experience ?? ""}`;
    const known = counts.get(key) ?? {
      scope: { scenario: assessed.scenario, experience: assessed.experience },
      count: 0,
    };
    counts.set(key, known);
    known.count += 1;
  }
  // The scenario of most machines comes first.
  return [...counts]
    .sort(([a, one], [b, other]) => other.count - one.count || compareText(a, b))
    .map(([, { scope }]) => scope);
}

function sameScope(member: PlannedMachine | undefined, scope: PlanScope): boolean {
  return member?.assessed.scenario === scope.scenario && member.assessed.experience === scope.experience;
}

function judgeOf(scope: PlanScope, assessment: Assessment, document: EstateDocument): Judge {
  const { edition, intent, asOf } = assessment;
  return createJudge(
    completeScope({
      edition,
      intent,
      asOf,
      scenario: scope.scenario,
      ...(hasExperience(scope.scenario) ? { experience: scope.experience } : {}),
      site: document,
    }),
  );
}

/** What planning a scope needs to know. */
export interface Planning {
  readonly document: EstateDocument;
  readonly judge: Judge;
  readonly region: string;
  readonly options: PlanOptions;
  /** Sentences are added while planning. */
  readonly assumptions: Set<string>;
}

function allocateToZones(
  units: readonly Unit<PlannedMachine>[],
  { judge, document, region, options, assumptions }: Planning,
): Allocation<PlannedMachine> {
  const capacities: Capacity<PlannedMachine>[] = [];
  const disks = disksPerSubscription(judge);
  if (disks !== undefined) {
    capacities.push({ cap: disks.value, sizeOf: ({ machine }) => replicatedDisks(machine) });
    assumptions.add(
      `Kept: ${disks.text}; every landing zone beyond the first needs a subscription or a raised limit of its own where it is reached.`,
    );
  }
  const cache = cacheShare(judge, chooseCacheStorage(judge, document.target ?? {}, region).value.kind);
  if (cache !== undefined) {
    capacities.push({ cap: 1, sizeOf: ({ machine }) => cache.shareOf(machine) });
    assumptions.add(`Kept, with one cache account a landing zone: ${cache.text}.`);
  }
  if (options.machinesPerVault !== undefined) {
    capacities.push({ cap: options.machinesPerVault, sizeOf: () => 1 });
    assumptions.add(`At most ${options.machinesPerVault} machines in a landing zone, as asked for.`);
  }
  return allocate(units, capacities);
}

function replicatedDisks(machine: EstateMachine): number {
  return (machine.disks ?? []).filter(({ excluded }) => excluded !== true).length;
}

export function identityOf({ name, id }: AssessedMachine): { readonly name: string; readonly id?: string } {
  return { name, ...(id === undefined ? {} : { id }) };
}

function keyOf({ name, id }: { readonly name: string; readonly id?: string }): string {
  return `${name.toLowerCase()}\n${id ?? ""}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The region of Azure VMs, where their cache account lies. @throws InputError when it is not known. */
export function sourceRegionOf(document: EstateDocument): string {
  const region = document.target?.storageRegion;
  if (region === undefined) {
    throw new InputError(
      "The region of the Azure VMs is not known.",
      "Name the region of their cache account, which is the same, as target.storageRegion in an estate document.",
    );
  }
  return region;
}

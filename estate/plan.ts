import type { LandingZone } from "../landing-zone/document";
import type { Assessment } from "./assessment";
import type { EstateDocument } from "./document";
import { ChurnSeries, withSeriesFacts } from "./planning/churn-series";
import { EarlierPlan } from "./planning/earlier-plan";
import { buildLandingZone, type BuiltLandingZone } from "./planning/landing-zone";
import { addressSpacesOf } from "./planning/networks";
import {
  compareText,
  identityOf,
  type LeftOutMachine,
  type PlannedMachine,
  type Planning,
  type PlanOptions,
} from "./planning/planning";
import { planningAssumptions, planningOptions, type PlanningAssumption } from "./planning/planning-options";
import { withFasterDisks } from "./planning/retiering";
import { isInScope, judgeOfScope, scopesOf } from "./planning/scopes";
import { sizeEstate, type Sizing } from "./planning/sizing";
import { unitsOf } from "./planning/units";
import { VmSizes } from "./planning/vm-sizes";
import { allocateToZones } from "./planning/zones";

export type { LeftOutMachine, PlanOptions } from "./planning/planning";

/** Version of the plan document. */
export const planVersion = "asr-plan/1";

/** A proposal of landing zones that hold every machine that can be protected. */
export interface Plan extends Sizing {
  readonly schema: typeof planVersion;
  readonly edition: Assessment["edition"];
  readonly asOf: string;
  /** One a vault; the first has no number in its names. */
  readonly landingZones: readonly LandingZone[];
  /** Machines that no landing zone holds, and why. */
  readonly leftOut: readonly LeftOutMachine[];
  /** Figures that no document states, each with its source. */
  readonly options: readonly PlanningAssumption[];
  /** What was assumed, and which documented caps were kept to, as sentences. */
  readonly assumptions: readonly string[];
}

/** Region where neither the inventory nor the user names one. */
const defaultRegion = "westeurope";

/** Region that is planned for: of the user, else of the inventory, else the default. */
export function targetRegion({ target }: EstateDocument, { region }: PlanOptions): string {
  return region ?? target?.region ?? defaultRegion;
}

/**
 * Plans landing zones from an assessed estate. Machines that are ready or conditional are planned, multi-VM
 * groups as a whole; every documented cap is kept. The plan does not depend on the order of the machines.
 *
 * @param assessment of the same document
 * @throws InputError when Azure VMs are planned and their region is not known.
 */
export function plan(document: EstateDocument, assessment: Assessment, options: PlanOptions = {}): Plan {
  const series =
    options.churnSamples === undefined ? undefined : new ChurnSeries(options.churnSamples, document.machines);
  const all = document.machines.map((machine, index): PlannedMachine => {
    const assessed = assessment.machines[index];
    if (assessed?.name !== machine.name) throw new TypeError("The assessment is of another document.");
    return { machine: series === undefined ? machine : withSeriesFacts(machine, series), assessed };
  });
  const assumptions = new Set<string>();
  const region = targetRegion(document, options);
  if ((options.region ?? document.target?.region) === undefined) {
    assumptions.add(
      `The inventory names no target region; ${defaultRegion} is planned. --region plans for another.`,
    );
  }
  const figures = planningOptions(options);
  const sizes =
    options.vmSizes === undefined
      ? undefined
      : new VmSizes(options.vmSizes, (name) => options.prices?.of({ kind: "vm", name, windows: false }));
  const scopes = scopesOf(all).map((scope) => ({
    scope,
    planning: {
      document,
      judge: judgeOfScope(scope, assessment, document),
      region,
      options,
      figures,
      series,
      sizes,
      assumptions,
    } satisfies Planning,
  }));
  const { units, leftOut } = unitsOf(
    all.map((planned) => {
      const own = scopes.find(({ scope }) => isInScope(planned, scope));
      return own === undefined ? planned : withFasterDisks(planned, own.planning);
    }),
  );
  const missed = [...leftOut];
  const earlier = new EarlierPlan(options.previous ?? []);
  const takenSpaces = new Set([
    ...addressSpacesOf(document.machines),
    ...earlier.zones.flatMap(recoverySpacesOf),
  ]);
  const built: (BuiltLandingZone & { readonly planning: Planning })[] = [];
  for (const { scope, planning } of scopes) {
    const own = units.filter(({ members }) => isInScope(members[0], scope));
    const allocation = allocateToZones(own, planning, earlier, new Set(built.map(({ number }) => number)));
    for (const { members } of allocation.tooLarge) {
      const reason = `Its multi-VM group of ${members.length} machines is larger than one landing zone can hold.`;
      for (const { assessed } of members) {
        missed.push({ ...identityOf(assessed), verdict: assessed.verdict, reasons: [reason] });
      }
    }
    // A scope without a machine that can be protected still gets its landing zone, to be filled later.
    const zones =
      allocation.zones.length === 0 && built.length === 0 ? [{ number: 1, units: [] }] : allocation.zones;
    for (const units of zones) {
      const landingZone = buildLandingZone(units, {
        ...planning,
        earlier,
        takenAddressSpaces: takenSpaces,
        wavesBefore: built.reduce((sum, { waves }) => sum + waves, 0),
      });
      built.push({ ...landingZone, planning });
      for (const space of recoverySpacesOf(landingZone.zone)) takenSpaces.add(space);
      missed.push(...landingZone.leftOut);
    }
  }
  built.sort((a, b) => a.number - b.number);
  return {
    schema: planVersion,
    edition: assessment.edition,
    asOf: assessment.asOf,
    ...sizeEstate(built, figures, options),
    landingZones: built.map(({ zone }) => zone),
    leftOut: missed.sort((a, b) => compareText(keyOf(a), keyOf(b))),
    options: planningAssumptions(options),
    assumptions: [...assumptions],
  };
}

function recoverySpacesOf({ networks }: LandingZone): readonly string[] {
  return networks !== undefined && "addressSpaces" in networks.recovery
    ? networks.recovery.addressSpaces
    : [];
}

function keyOf({ name, id }: { readonly name: string; readonly id?: string }): string {
  return `${name.toLowerCase()}\n${id ?? ""}`;
}

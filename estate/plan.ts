import type { LandingZone } from "../landing-zone/document";
import { InputError, quoted } from "../landing-zone/input-error";
import type { Assessment } from "./assessment";
import type { EstateDocument } from "./document";
import type { Unit } from "./planning/allocation";
import { ChurnSeries, withSeriesFacts } from "./planning/churn-series";
import { DependencyOrder } from "./planning/dependency-order";
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
import { tagOf, waveTag } from "./planning/waves";
import { allocateToZones } from "./planning/zones";
import { demandKnownNetworks } from "./planning/recovery-subnets";

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
 * @throws InputError when Azure VMs are planned and their region is not known, or when a recovery subnet is given for a
 * network that no machine is in, or is too small for those that are.
 */
export function plan(document: EstateDocument, assessment: Assessment, options: PlanOptions = {}): Plan {
  const series =
    options.churnSamples === undefined ? undefined : new ChurnSeries(options.churnSamples, document.machines);
  const all = document.machines.map((machine, index): PlannedMachine => {
    const assessed = assessment.machines[index];
    if (assessed?.name !== machine.name) throw new TypeError("The assessment is of another document.");
    return { machine: series === undefined ? machine : withSeriesFacts(machine, series), assessed };
  });
  if (options.recoverySubnets !== undefined) demandKnownNetworks(document.machines, options.recoverySubnets);
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
      order: undefined,
      assumptions,
    } satisfies Planning,
  }));
  const machines = all.map((planned) => {
    const own = scopes.find(({ scope }) => isInScope(planned, scope));
    return own === undefined ? planned : withFasterDisks(planned, own.planning);
  });
  const { units, leftOut } = unitsOf(machines);
  const order =
    options.waveBy === "dependencies" ? orderOf(units, machines, document, assumptions) : undefined;
  noteWaves(units, options, assumptions);
  const missed = [...leftOut];
  const earlier = new EarlierPlan(options.previous ?? []);
  const takenSpaces = new Set([
    ...addressSpacesOf(document.machines),
    ...earlier.zones.flatMap(recoverySpacesOf),
  ]);
  const built: (BuiltLandingZone & { readonly planning: Planning })[] = [];
  for (const { scope, planning: withoutOrder } of scopes) {
    const planning = { ...withoutOrder, order };
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

/**
 * Who needs whom.
 *
 * @throws InputError when no inventory has a connection.
 */
function orderOf(
  units: readonly Unit<PlannedMachine>[],
  machines: readonly PlannedMachine[],
  document: EstateDocument,
  assumptions: Set<string>,
): DependencyOrder {
  if ((document.dependencies ?? []).length === 0) {
    throw new InputError(
      "Waves shall follow dependencies, and no inventory has one.",
      "Name a dependency export of Azure Migrate among the files, or use --wave-by name.",
    );
  }
  const order = new DependencyOrder(units, document, new Map(machines.map((each, index) => [each, index])));
  assumptions.add(
    "A machine that opens a connection needs the one it connects to, which fails over in the same wave or an earlier one; machines that need each other in a circle stay in one wave while it holds them.",
  );
  if (order.unresolved.length > 0) {
    const named = order.unresolved.slice(0, mostNamed).join(", ");
    const more = order.unresolved.length - mostNamed;
    assumptions.add(
      `Ends of connections that are no machine of the inventory, or of several, count for nothing: ${named}${more > 0 ? ` and ${more} more` : ""}.`,
    );
  }
  return order;
}

/** @throws InputError when no machine has the tag that makes waves. */
function noteWaves(
  units: readonly Unit<PlannedMachine>[],
  options: PlanOptions,
  assumptions: Set<string>,
): void {
  const tag = waveTag(options);
  if (tag === undefined) return;
  const members = units.flatMap((unit) => unit.members);
  const without = members.filter((member) => tagOf(member, tag) === undefined).length;
  if (members.length > 0 && without === members.length) {
    const known = [...new Set(members.flatMap(({ machine }) => Object.keys(machine.tags ?? {})))].sort();
    throw new InputError(
      `No machine that can be planned has the tag ${quoted(tag)}.`,
      known.length === 0
        ? "The inventories have no tags: name machines with `tags` in an estate document."
        : `Use one of ${known.slice(0, mostNamed).map(quoted).join(", ")}.`,
    );
  }
  if (without > 0) {
    assumptions.add(
      `${without} of ${members.length} machines have no tag ${tag}; they come last, in waves of their own.`,
    );
  }
}

/** Names in a message. */
const mostNamed = 10;

function recoverySpacesOf({ networks }: LandingZone): readonly string[] {
  return networks !== undefined && "addressSpaces" in networks.recovery
    ? networks.recovery.addressSpaces
    : [];
}

function keyOf({ name, id }: { readonly name: string; readonly id?: string }): string {
  return `${name.toLowerCase()}\n${id ?? ""}`;
}

import type { Preferences, Unit } from "./allocation";
import { compareText, type PlannedMachine, type Planning, type PlanOptions } from "./planning";

/** The letters a name starts with: `shop` of `shop-web-01`, `web` of `web01`. */
const firstLetters = /^\p{L}+/u;

/** Tags order as people count: wave 2 before wave 10. */
const tagOrder = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The name of the tag of `tag:NAME`. */
export function waveTag({ waveBy }: PlanOptions): string | undefined {
  return waveBy?.startsWith("tag:") === true ? waveBy.slice("tag:".length) : undefined;
}

/** Value of a tag, whose name compares without case as in Azure; undefined where the machine has none. */
export function tagOf({ machine }: PlannedMachine, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const value = Object.entries(machine.tags ?? {}).find(([key]) => key.toLowerCase() === wanted)?.[1];
  return value === undefined || value.trim() === "" ? undefined : value.trim();
}

/**
 * What a machine belongs to, so that it is moved and failed over with the rest of it, as reports name it: its
 * multi-VM group, else what the rule of the plan says.
 */
export function applicationOf(member: PlannedMachine, { options, order }: Planning): string {
  const { machine } = member;
  const tag = waveTag(options);
  if (tag !== undefined) return tagOf(member, tag) ?? `without the tag ${tag}`;
  const dependencies = order?.ofMachine(member);
  if (dependencies !== undefined) return dependencies.application;
  if (machine.multiVmGroup !== undefined && machine.multiVmGroup !== null) return machine.multiVmGroup;
  if (options.waveBy === "group") return machine.name;
  const found = (options.wavePattern ?? firstLetters).exec(machine.name);
  return found?.[1] ?? found?.[0] ?? machine.name;
}

/** What allocations prefer so that units that belong together stay together, in the order of the waves. */
export function preferencesOf(
  planning: Planning,
  stage: "vault" | "wave",
): Pick<Preferences<PlannedMachine>, "togetherBy" | "apartBy" | "after"> {
  const { options, order } = planning;
  if (order !== undefined) {
    return {
      togetherBy: (unit) => {
        const dependencies = order.of(unit);
        return dependencies === undefined ? [] : [dependencies.applicationKey, dependencies.circle];
      },
      after: (unit) => order.of(unit)?.needs ?? [],
    };
  }
  const keyOf = ({ members: [first] }: Unit<PlannedMachine>): string => {
    if (first === undefined) return "";
    // A group of that name and machines whose names start so are two things, save where a tag decides.
    const kind = waveTag(options) === undefined && hasGroup(first) ? "group" : "machines";
    return `${kind} ${applicationOf(first, planning).toLowerCase()}`;
  };
  const togetherBy = (unit: Unit<PlannedMachine>): readonly string[] => [keyOf(unit)];
  // A wave has machines of one tag; vaults may share them.
  return waveTag(options) === undefined || stage === "vault"
    ? { togetherBy }
    : { togetherBy, apartBy: keyOf };
}

/** The units in the order in which they fill vaults and waves. */
export function inWaveOrder(
  units: readonly Unit<PlannedMachine>[],
  planning: Planning,
): readonly Unit<PlannedMachine>[] {
  const tag = waveTag(planning.options);
  if (planning.order !== undefined) {
    const own = new Set(units);
    return planning.order.units.filter((unit) => own.has(unit));
  }
  if (tag === undefined) return units;
  const valueOf = ({ members }: Unit<PlannedMachine>): string | undefined =>
    members[0] === undefined ? undefined : tagOf(members[0], tag);
  return units
    .map((unit, index) => ({ unit, index, value: valueOf(unit) }))
    .sort(
      (a, b) =>
        Number(a.value === undefined) - Number(b.value === undefined) ||
        tagOrder.compare(a.value ?? "", b.value ?? "") ||
        compareText(a.value ?? "", b.value ?? "") ||
        a.index - b.index,
    )
    .map(({ unit }) => unit);
}

function hasGroup({ machine }: PlannedMachine): boolean {
  return machine.multiVmGroup !== undefined && machine.multiVmGroup !== null;
}

import { quoted } from "../landing-zone/input-error";
import type { EstateDocument, EstateMachine } from "./document";
import { mergeDisks } from "./merge-disks";
import { noteDifference, noteDifferences } from "./merge-notes";
import type { NoteCollector } from "./reading-note";
import { counterpart, MachineIndex } from "./same-machine";
import { scenarioOf } from "./scenario";

/**
 * One estate from several. A machine of a later one completes the same machine of an earlier one: told by an
 * id that is unique everywhere, else by its UUID, else by id and name, else by a name that only one on either
 * side has. The others are added. What an earlier inventory says wins, and differences are noted.
 */
export function mergeEstates(
  first: EstateDocument,
  others: readonly EstateDocument[],
  notes: NoteCollector,
): EstateDocument {
  return others.reduce((merged, other) => mergeTwo(merged, other, notes), first);
}

function mergeTwo(first: EstateDocument, second: EstateDocument, notes: NoteCollector): EstateDocument {
  const machines: EstateMachine[] = [...first.machines];
  const known = new MachineIndex(first.machines);
  const own = new MachineIndex(second.machines);
  const taken = new Set<number>();
  const added: string[] = [];
  for (const machine of second.machines) {
    const index = counterpart(machine, first.machines, known, own);
    const before = index === undefined ? undefined : first.machines[index];
    if (index === undefined || before === undefined || taken.has(index)) {
      if (known.named(machine.name).length > 0) {
        notes.warning(
          `Machines of the name ${quoted(machine.name)} in several inventories cannot be told to be the same and are kept apart.`,
          {},
          "same name, kept apart",
        );
      }
      added.push(machine.name);
      machines.push(ownScenario(machine, first, second));
      continue;
    }
    taken.add(index);
    if (before.name.toLowerCase() !== machine.name.toLowerCase()) {
      notes.warning(
        `The machine is called ${quoted(before.name)} in one inventory and ${quoted(machine.name)} in another, under one id; the first name counts.`,
        {},
        "one id, two names",
      );
    }
    machines[index] = mergeMachines(before, machine, notes);
  }
  // Inventories of one estate that overlap are expected to have the same machines.
  for (const name of taken.size === 0 ? [] : added) {
    notes.info(
      `The machine ${quoted(name)} is in one of several inventories only.`,
      {},
      "in one inventory only",
    );
  }
  const { hosts, unattributedDisks, dependencies, scenario, experience, ...site } = second;
  const allHosts = mergeByName(first.hosts, hosts);
  const allUnattributed = [...(first.unattributedDisks ?? []), ...(unattributedDisks ?? [])];
  const allDependencies = [...(first.dependencies ?? []), ...(dependencies ?? [])];
  return {
    // What holds for all machines of the second inventory does not hold for those of the first.
    ...(first.machines.length > 0 ? {} : { scenario, experience }),
    ...site,
    ...first,
    ...(site.target === undefined ? {} : { target: { ...site.target, ...first.target } }),
    ...(allHosts.length === 0 ? {} : { hosts: allHosts }),
    ...(allUnattributed.length === 0 ? {} : { unattributedDisks: allUnattributed }),
    ...(allDependencies.length === 0 ? {} : { dependencies: allDependencies }),
    machines,
  };
}

/** Machines keep the scenario of their own inventory: the one it names for all, or that of their kind. */
function ownScenario(machine: EstateMachine, first: EstateDocument, second: EstateDocument): EstateMachine {
  const scenario =
    machine.scenario ??
    second.scenario ??
    (first.scenario === undefined || machine.kind === undefined ? undefined : scenarioOf(machine, second));
  const experience = machine.experience ?? second.experience;
  return {
    ...machine,
    ...(scenario === undefined || scenario === first.scenario ? {} : { scenario }),
    ...(experience === undefined || experience === first.experience ? {} : { experience }),
  };
}

/** Different programs name and number machines differently; that is no difference between machines. */
const identity: ReadonlySet<string> = new Set(["name", "id", "scenario", "experience", "origin"]);

/** Lists whose elements belong together; everything else of a machine is one fact. */
const lists = new Set(["disks", "volumes", "nics", "storageControllers"]);

function mergeMachines(known: EstateMachine, other: EstateMachine, notes: NoteCollector): EstateMachine {
  const merged: Record<string, unknown> = { ...other, ...known };
  for (const [key, value] of Object.entries(other) as [keyof EstateMachine, unknown][]) {
    const before: unknown = known[key];
    if (before === undefined || identity.has(key)) continue;
    if (key === "disks") {
      merged[key] = mergeDisks(known.disks ?? [], other.disks ?? [], known.name, notes);
    } else if (isRecord(before) && isRecord(value)) {
      merged[key] = { ...value, ...before };
      noteDifferences(key, before, value, known.name, notes);
    } else if (!lists.has(key) && before !== value) {
      noteDifference(key, known.name, notes);
    }
  }
  return merged as unknown as EstateMachine;
}

function mergeByName<T extends { readonly name?: string }>(
  first: readonly T[] = [],
  second: readonly T[] = [],
): readonly T[] {
  const names = new Set(first.map(({ name }) => name?.toLowerCase()));
  return [
    ...first.map((item) => ({
      ...second.find(({ name }) => name !== undefined && name === item.name),
      ...item,
    })),
    ...second.filter(({ name }) => name === undefined || !names.has(name.toLowerCase())),
  ];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import { quoted } from "../landing-zone/input-error";
import type { Disk } from "../limits/facts/machine";
import type { EstateDocument, EstateMachine } from "./document";
import type { NoteCollector } from "./reading-note";
import { MachinesByName } from "./readers/machines-by-name";

/**
 * One estate from several. A machine of a later one completes the machine of the same id and name, or of the
 * same name where only one on either side has it; the others are added. What an earlier inventory says
 * wins, and differences are noted.
 */
export function mergeEstates(
  first: EstateDocument,
  others: readonly EstateDocument[],
  notes: NoteCollector,
): EstateDocument {
  return others.reduce((merged, other) => mergeTwo(merged, other, notes), first);
}

function mergeTwo(first: EstateDocument, second: EstateDocument, notes: NoteCollector): EstateDocument {
  const machines = [...first.machines];
  const firstByName = new MachinesByName<number>();
  const secondByName = new MachinesByName<EstateMachine>();
  machines.forEach((machine, index) => {
    firstByName.add(machine.name, index);
  });
  for (const machine of second.machines) secondByName.add(machine.name, machine);
  for (const machine of second.machines) {
    const own = ownScenario(machine, first, second);
    const index = counterpart(
      machine,
      machines,
      firstByName.find(machine.name),
      secondByName.find(machine.name),
    );
    const known = index === undefined ? undefined : machines[index];
    if (index === undefined || known === undefined) {
      if (firstByName.find(machine.name).length > 0) {
        notes.warning(
          `Machines of the name ${quoted(machine.name)} in several inventories cannot be told to be the same and are kept apart.`,
          {},
          "same name, kept apart",
        );
      }
      machines.push(own);
    } else {
      machines[index] = mergeMachines(known, machine, notes);
    }
  }
  const { hosts, unattributedDisks, ...site } = second;
  const allHosts = mergeByName(first.hosts, hosts);
  const allUnattributed = [...(first.unattributedDisks ?? []), ...(unattributedDisks ?? [])];
  return {
    ...site,
    ...first,
    ...(site.target === undefined ? {} : { target: { ...site.target, ...first.target } }),
    ...(allHosts.length === 0 ? {} : { hosts: allHosts }),
    ...(allUnattributed.length === 0 ? {} : { unattributedDisks: allUnattributed }),
    machines,
  };
}

/** Index of the machine that is the same one, among those of its name. */
function counterpart(
  machine: EstateMachine,
  machines: readonly EstateMachine[],
  named: readonly number[],
  sameNameInSecond: readonly EstateMachine[],
): number | undefined {
  const sameId = named.filter((index) => machine.id !== undefined && machines[index]?.id === machine.id);
  if (sameId.length === 1) return sameId[0];
  const [only] = named;
  if (named.length !== 1 || only === undefined || sameNameInSecond.length !== 1) return undefined;
  // Two different ids: two machines, however they are called.
  return machine.id !== undefined && machines[only]?.id !== undefined ? undefined : only;
}

/** Machines keep the scenario of their own inventory. */
function ownScenario(machine: EstateMachine, first: EstateDocument, second: EstateDocument): EstateMachine {
  const scenario = machine.scenario ?? second.scenario;
  const experience = machine.experience ?? second.experience;
  return {
    ...machine,
    ...(scenario === undefined || scenario === first.scenario ? {} : { scenario }),
    ...(experience === undefined || experience === first.experience ? {} : { experience }),
  };
}

/** Lists whose elements belong together; everything else of a machine is one fact. */
const lists = new Set(["disks", "volumes", "nics", "storageControllers"]);

function mergeMachines(known: EstateMachine, other: EstateMachine, notes: NoteCollector): EstateMachine {
  const merged: Record<string, unknown> = { ...other, ...known };
  for (const [key, value] of Object.entries(other) as [keyof EstateMachine, unknown][]) {
    const before: unknown = known[key];
    if (before === undefined || key === "name" || key === "scenario" || key === "experience") continue;
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

/** Disks complete each other by name; where the names do not match, those of the first inventory stand. */
function mergeDisks(
  known: readonly Disk[],
  others: readonly Disk[],
  machine: string,
  notes: NoteCollector,
): readonly Disk[] {
  const byName = new Map(others.map((disk) => [disk.name?.toLowerCase(), disk]));
  const matched = known.filter(({ name }) => name !== undefined && byName.has(name.toLowerCase()));
  if (known.every(({ name, sizeGiB }) => name === undefined && sizeGiB === undefined)) return others;
  if (matched.length !== known.length || known.length !== others.length) {
    notes.warning(
      `Two inventories list different disks of ${quoted(machine)}; the first one's count.`,
      {},
      "different disks",
    );
  }
  return known.map((disk) => {
    const other = disk.name === undefined ? undefined : byName.get(disk.name.toLowerCase());
    if (other === undefined) return disk;
    noteDifferences("disks", disk, other, machine, notes);
    return { ...other, ...disk };
  });
}

function noteDifferences(
  key: string,
  before: object,
  after: object,
  machine: string,
  notes: NoteCollector,
): void {
  for (const [fact, value] of Object.entries(after)) {
    const known = (before as Record<string, unknown>)[fact];
    if (fact !== "name" && known !== undefined && typeof known !== "object" && known !== value) {
      noteDifference(`${key}.${fact}`, machine, notes);
    }
  }
}

function noteDifference(fact: string, machine: string, notes: NoteCollector): void {
  notes.warning(
    `Two inventories differ in ${fact} of ${quoted(machine)}; the first one counts.`,
    {},
    `differ in ${fact}`,
  );
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

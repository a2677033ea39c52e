import { quoted } from "../landing-zone/input-error";
import type { Disk } from "../limits/facts/machine";
import type { EstateDocument, EstateMachine } from "./document";
import type { NoteCollector } from "./reading-note";
import { MachinesByName } from "./readers/machines-by-name";
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

/** Positions of machines by what identifies them. */
class MachineIndex {
  readonly #byId = new Map<string, number[]>();
  readonly #byUuid = new Map<string, number[]>();
  readonly #byName = new MachinesByName<number>();

  constructor(machines: readonly EstateMachine[]) {
    machines.forEach(({ id, biosId, name }, index) => {
      if (id !== undefined) remember(this.#byId, id.toLowerCase(), index);
      if (biosId !== undefined) remember(this.#byUuid, biosId.toLowerCase(), index);
      this.#byName.add(name, index);
    });
  }

  identified(id: string | undefined): readonly number[] {
    return (id === undefined ? undefined : this.#byId.get(id.toLowerCase())) ?? [];
  }

  withUuid(uuid: string | undefined): readonly number[] {
    return (uuid === undefined ? undefined : this.#byUuid.get(uuid.toLowerCase())) ?? [];
  }

  named(name: string): readonly number[] {
    return this.#byName.find(name);
  }
}

function remember(map: Map<string, number[]>, key: string, index: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [index]);
  else known.push(index);
}

/** Ids that no two machines anywhere have: resource ids and GUIDs. `vm-12` is one of a single vCenter. */
const uniqueId = /^\/subscriptions\/|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

/** Position of the machine that is the same one in the first inventory. */
function counterpart(
  machine: EstateMachine,
  machines: readonly EstateMachine[],
  known: MachineIndex,
  own: MachineIndex,
): number | undefined {
  const { id, biosId, name } = machine;
  const sameId = known.identified(id);
  if (sameId.length === 1 && uniqueId.test(id ?? "")) return sameId[0];
  const sameUuid = known.withUuid(biosId);
  if (sameUuid.length === 1 && own.withUuid(biosId).length === 1) return sameUuid[0];
  const named = known.named(name);
  const both = sameId.filter((index) => named.includes(index));
  if (both.length === 1) return both[0];
  const [only] = named;
  if (named.length !== 1 || only === undefined || own.named(name).length !== 1) return undefined;
  const candidate = machines[only];
  // Two different ids of one kind: two machines, however they are called.
  return contradicts(id, candidate?.id) || contradicts(biosId, candidate?.biosId) ? undefined : only;
}

/** Different programs give different ids: `vm-12` says nothing against a resource id. */
function contradicts(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return uniqueId.test(one) === uniqueId.test(other) && one.toLowerCase() !== other.toLowerCase();
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
const identity: ReadonlySet<string> = new Set(["name", "id", "scenario", "experience"]);

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

/**
 * Disks complete each other by name, and where no name matches, by sizes that only one disk on either side has.
 * What does not match stands as the first inventory has it.
 */
function mergeDisks(
  known: readonly Disk[],
  others: readonly Disk[],
  machine: string,
  notes: NoteCollector,
): readonly Disk[] {
  if (known.every(({ name, sizeGiB }) => name === undefined && sizeGiB === undefined)) return others;
  const byName = pairs(known, others, ({ name }) => name?.toLowerCase());
  const matches = byName.size > 0 ? byName : pairs(known, others, ({ sizeGiB }) => sizeGiB);
  const listsSizes = others.some(({ sizeGiB }) => sizeGiB !== undefined);
  if (matches.size < others.length || (listsSizes && matches.size < known.length)) {
    notes.warning(
      `Two inventories list different disks of ${quoted(machine)}; the first one's count.`,
      {},
      "different disks",
    );
  }
  return known.map((disk) => {
    const other = matches.get(disk);
    if (other === undefined) return disk;
    noteDifferences("disks", disk, other, machine, notes);
    return { ...other, ...disk };
  });
}

/** Disks of both sides with the same key, where nothing else on either side has it. */
function pairs(
  known: readonly Disk[],
  others: readonly Disk[],
  keyOf: (disk: Disk) => string | number | undefined,
): ReadonlyMap<Disk, Disk> {
  const single = (disks: readonly Disk[]): ReadonlyMap<string | number | undefined, Disk> =>
    new Map(
      [...Map.groupBy(disks, keyOf)].flatMap(([key, group]) =>
        key !== undefined && group.length === 1 && group[0] !== undefined ? [[key, group[0]]] : [],
      ),
    );
  const otherByKey = single(others);
  return new Map(
    [...single(known)].flatMap(([key, disk]) => {
      const other = otherByKey.get(key);
      return other === undefined ? [] : [[disk, other]];
    }),
  );
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

import { quoted } from "../../../landing-zone/input-error";
import type { NoteCollector } from "../../reading-note";
import type { TableRow } from "../../table-row";
import { MachinesByName } from "../machines-by-name";
import type { RvtoolsMachine } from "./machines";

/** The part of a row that says which machine it is about. */
export type IdentityRow = Pick<TableRow<"name" | "vmId" | "uuid" | "vcenter">, "text" | "placeOf">;

/** The machines of vInfo, as the rows of the other tabs refer to them: by id, else by UUID, else by name. */
export class Roster {
  readonly machines: RvtoolsMachine[] = [];
  readonly #byId = new Map<string, RvtoolsMachine[]>();
  readonly #byBareId = new Map<string, RvtoolsMachine[]>();
  readonly #byUuid = new Map<string, RvtoolsMachine[]>();
  readonly #byName = new MachinesByName<RvtoolsMachine>();
  /** Rows of vInfo that are no machines; rows of other tabs about them are not missed. */
  readonly #leftOut = new Set<string>();

  constructor(
    private readonly notes: NoteCollector,
    /** Tab that lists the machines. */
    private readonly tab = "vInfo",
  ) {}

  add(machine: RvtoolsMachine, row: IdentityRow): void {
    this.machines.push(machine);
    remember(this.#byId, idKey(row), machine);
    remember(this.#byBareId, machine.facts.id, machine);
    remember(this.#byUuid, row.text("uuid")?.toLowerCase(), machine);
    this.#byName.add(machine.name, machine);
  }

  /** Marks a row of vInfo as one that other tabs may still mention. */
  leaveOut(name: string, row: IdentityRow): void {
    this.#leftOut.add(
      row.text("vmId") === undefined ? `name ${name.toLowerCase()}` : `id ${idKey(row) ?? ""}`,
    );
  }

  /** Whether a row is about a machine, or something else, that was added before. */
  knows(row: IdentityRow): boolean {
    const name = row.text("name") ?? "";
    if (this.#leftOut.has(`id ${idKey(row) ?? ""}`)) return true;
    if (row.text("vmId") !== undefined) return this.#byId.has(idKey(row) ?? "");
    return this.#byName.find(name).length > 0 || this.#leftOut.has(`name ${name.toLowerCase()}`);
  }

  /** The machine that a row is about; undefined (with a note) where that cannot be told. */
  find(row: IdentityRow): RvtoolsMachine | undefined {
    const name = row.text("name");
    const machine =
      only(this.#byId.get(idKey(row) ?? "")) ?? only(this.#byUuid.get(row.text("uuid")?.toLowerCase() ?? ""));
    if (machine !== undefined) {
      if (name !== undefined && name.toLowerCase() !== machine.name.toLowerCase()) {
        this.notes.warning(
          `The row names ${quoted(name)}, but its id is that of ${quoted(machine.name)}; the id counts.`,
          row.placeOf("name"),
          "id and name disagree",
        );
      }
      return machine;
    }
    if (name === undefined) {
      this.notes.warning("The row has no machine name and is left out.", row.placeOf("name"));
      return undefined;
    }
    if (this.#leftOut.has(`id ${idKey(row) ?? ""}`) || this.#leftOut.has(`name ${name.toLowerCase()}`)) {
      if (this.#byName.find(name).length === 0) return undefined;
    }
    const named = this.#byName.find(name);
    if (named.length === 1 && !this.contradicts(named[0], row)) return named[0];
    this.notes.warning(
      named.length > 1
        ? `${named.length} machines have the name ${quoted(name)} and the row has no id that tells them apart; it is left out.`
        : `The machine ${quoted(name)} is not in ${this.tab}; the row is left out.`,
      row.placeOf("name"),
      named.length > 1 ? "name is shared" : "not in vInfo",
    );
    return undefined;
  }

  /** Whether the row has an id of its own that is not the machine's. */
  private contradicts(machine: RvtoolsMachine | undefined, row: IdentityRow): boolean {
    const id = row.text("vmId");
    return id !== undefined && machine?.facts.id !== undefined && machine.facts.id !== id;
  }

  /** The machine's id, with its vCenter where another vCenter has a machine of that id. */
  uniqueId({ facts, vcenter }: RvtoolsMachine): string | undefined {
    const { id } = facts;
    if (id === undefined || vcenter === undefined) return id;
    return (this.#byBareId.get(id)?.length ?? 0) > 1 ? `${vcenter}/${id}` : id;
  }

  /** Whether the name is shared with another machine. */
  sharesName(machine: RvtoolsMachine): boolean {
    return this.#byName.find(machine.name).length > 1;
  }
}

/** Ids such as vm-12 are unique within one vCenter only. */
function idKey(row: IdentityRow): string | undefined {
  const id = row.text("vmId");
  return id === undefined ? undefined : `${row.text("vcenter")?.toLowerCase() ?? ""}/${id}`;
}

function remember<M>(map: Map<string, M[]>, key: string | undefined, machine: M): void {
  if (key === undefined) return;
  const known = map.get(key);
  if (known === undefined) map.set(key, [machine]);
  else known.push(machine);
}

function only<M>(machines: readonly M[] | undefined): M | undefined {
  return machines?.length === 1 ? machines[0] : undefined;
}

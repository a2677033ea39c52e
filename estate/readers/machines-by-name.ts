/** Machines by a name that several of them may share. Rows without another key can be attributed to a unique name only. */
export class MachinesByName<M> {
  readonly #byName = new Map<string, M[]>();

  add(name: string, machine: M): void {
    const known = this.#byName.get(key(name));
    if (known === undefined) this.#byName.set(key(name), [machine]);
    else known.push(machine);
  }

  /** All machines of that name; none where it is unknown. */
  find(name: string): readonly M[] {
    return this.#byName.get(key(name)) ?? [];
  }
}

/** vCenter and Azure Migrate keep the case of names, and operators do not. */
function key(name: string): string {
  return name.toLowerCase();
}

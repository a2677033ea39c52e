import type { Change } from "./change";
import { keyOf, ownerKeyOf, type StoredResource } from "./resource";

/**
 * All live resources by lower-cased id, with an index by owner so that lists and cascades need no scan.
 * Knows nothing of HTTP, types or time.
 */
export class ResourceStore {
  readonly #resources = new Map<string, StoredResource>();
  readonly #owned = new Map<string, Set<string>>();
  /** The same by owner and type: a vault owns many jobs, and few locks are looked for among them. */
  readonly #ownedOfType = new Map<string, Set<string>>();
  /** Keys of the resources that stand for a machine (`hidden.machineId`), by that machine. */
  readonly #standingFor = new Map<string, Set<string>>();

  /** @param changed - told every change after it happened. */
  constructor(private readonly changed: (change: Change) => void = () => undefined) {}

  get size(): number {
    return this.#resources.size;
  }

  get(id: string): StoredResource | undefined {
    return this.#resources.get(keyOf(id));
  }

  has(id: string): boolean {
    return this.#resources.has(keyOf(id));
  }

  /** Stores or replaces. */
  put(resource: StoredResource): void {
    const key = keyOf(resource.id);
    this.#forgetMachine(key);
    this.#resources.set(key, resource);
    const machine = machineOf(resource);
    if (machine !== undefined) include(this.#standingFor, machine, key);
    const owner = ownerKeyOf(key);
    include(this.#owned, owner, key);
    include(this.#ownedOfType, ofType(owner, resource.type), key);
    this.changed({ kind: "put", resource });
  }

  /** Removes a resource with everything that hangs on it, nested and extension resources alike. */
  remove(id: string): void {
    for (const resource of [...this.descendants(id)].reverse()) this.#drop(keyOf(resource.id));
    this.#drop(keyOf(id));
  }

  /** Forgets everything. */
  clear(): void {
    this.#resources.clear();
    this.#owned.clear();
    this.#ownedOfType.clear();
    this.#standingFor.clear();
    this.changed({ kind: "clear" });
  }

  /** What hangs directly on `ownerId`, in order of creation, optionally of one type only. */
  owned(ownerId: string, type?: string): readonly StoredResource[] {
    const owner = keyOf(ownerId);
    const keys = type === undefined ? this.#owned.get(owner) : this.#ownedOfType.get(ofType(owner, type));
    const found: StoredResource[] = [];
    for (const key of keys ?? []) {
      const resource = this.#resources.get(key);
      if (resource) found.push(resource);
    }
    return found;
  }

  /** What stands for a machine: its protected items, in whatever vault. */
  standingFor(machineId: string): readonly StoredResource[] {
    const keys = this.#standingFor.get(machineId.toLowerCase()) ?? [];
    return [...keys].flatMap((key) => this.#resources.get(key) ?? []);
  }

  /** Everything below `ownerId`, owners before what they own. */
  *descendants(ownerId: string): IterableIterator<StoredResource> {
    for (const resource of this.owned(ownerId)) {
      yield resource;
      yield* this.descendants(resource.id);
    }
  }

  /** Every resource, in order of creation. */
  all(): readonly StoredResource[] {
    return [...this.#resources.values()];
  }

  #forgetMachine(key: string): void {
    const before = this.#resources.get(key);
    const machine = before && machineOf(before);
    if (machine === undefined) return;
    exclude(this.#standingFor, machine, key);
  }

  #drop(key: string): void {
    this.#forgetMachine(key);
    const resource = this.#resources.get(key);
    if (!resource) return;
    this.#resources.delete(key);
    const owner = ownerKeyOf(key);
    exclude(this.#owned, owner, key);
    exclude(this.#ownedOfType, ofType(owner, resource.type), key);
    this.changed({ kind: "remove", key });
  }
}

function machineOf(resource: StoredResource): string | undefined {
  const machine = resource.hidden?.["machineId"];
  return typeof machine === "string" ? machine.toLowerCase() : undefined;
}

function ofType(owner: string, type: string): string {
  return `${owner} ${type.toLowerCase()}`;
}

function include(index: Map<string, Set<string>>, name: string, key: string): void {
  const keys = index.get(name) ?? new Set<string>();
  keys.add(key);
  index.set(name, keys);
}

function exclude(index: Map<string, Set<string>>, name: string, key: string): void {
  const keys = index.get(name);
  keys?.delete(key);
  if (keys?.size === 0) index.delete(name);
}

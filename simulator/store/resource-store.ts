import { keyOf, ownerKeyOf, type StoredResource } from "./resource";

/** What the store tells whoever listens, after the change. */
export type StoreListener = () => void;

/**
 * All live resources by lower-cased id, with an index by owner so that lists and cascades need no scan.
 * Knows nothing of HTTP, types or time.
 */
export class ResourceStore {
  readonly #resources = new Map<string, StoredResource>();
  readonly #owned = new Map<string, Set<string>>();
  readonly #listeners: StoreListener[] = [];

  /** Calls `listener` after every change. */
  onChange(listener: StoreListener): void {
    this.#listeners.push(listener);
  }

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
    this.#resources.set(key, resource);
    const owner = ownerKeyOf(key);
    const owned = this.#owned.get(owner) ?? new Set<string>();
    owned.add(key);
    this.#owned.set(owner, owned);
    this.#changed();
  }

  /** Removes a resource with everything that hangs on it, nested and extension resources alike. */
  remove(id: string): void {
    for (const resource of [...this.descendants(id)].reverse()) this.#drop(keyOf(resource.id));
    this.#drop(keyOf(id));
    this.#changed();
  }

  /** Forgets everything. */
  clear(): void {
    this.#resources.clear();
    this.#owned.clear();
    this.#changed();
  }

  /** What hangs directly on `ownerId`, in order of creation, optionally of one type only. */
  owned(ownerId: string, type?: string): readonly StoredResource[] {
    const wanted = type?.toLowerCase();
    const found: StoredResource[] = [];
    for (const key of this.#owned.get(keyOf(ownerId)) ?? []) {
      const resource = this.#resources.get(key);
      if (resource && (wanted === undefined || resource.type.toLowerCase() === wanted)) found.push(resource);
    }
    return found;
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

  #drop(key: string): void {
    this.#resources.delete(key);
    const owner = ownerKeyOf(key);
    const owned = this.#owned.get(owner);
    owned?.delete(key);
    if (owned?.size === 0) this.#owned.delete(owner);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

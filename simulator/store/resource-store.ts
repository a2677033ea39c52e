import type { Change } from "./change";
import { keyOf, ownerKeyOf, type StoredResource } from "./resource";

/**
 * All live resources by lower-cased id, with an index by owner so that lists and cascades need no scan.
 * Knows nothing of HTTP, types or time.
 */
export class ResourceStore {
  readonly #resources = new Map<string, StoredResource>();
  readonly #owned = new Map<string, Set<string>>();

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
    this.#resources.set(key, resource);
    const owner = ownerKeyOf(key);
    const owned = this.#owned.get(owner) ?? new Set<string>();
    owned.add(key);
    this.#owned.set(owner, owned);
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
    this.changed({ kind: "clear" });
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
    if (!this.#resources.delete(key)) return;
    const owner = ownerKeyOf(key);
    const owned = this.#owned.get(owner);
    owned?.delete(key);
    if (owned?.size === 0) this.#owned.delete(owner);
    this.changed({ kind: "remove", key });
  }
}

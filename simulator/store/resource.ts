import type { JsonObject } from "../json";

/** A live resource. Records are values: a change replaces the record. */
export interface StoredResource {
  /** Canonical id: the type's own spelling, names as first written. */
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** What the service shows beside id, name and type: location, tags, sku, kind, identity, properties … */
  readonly envelope: JsonObject;
  /** What the service remembers but never shows (keys, counters). */
  readonly hidden?: JsonObject;
  readonly etag: string;
  /** Simulated time, ISO 8601. */
  readonly createdAt: string;
  /** Simulated time, ISO 8601. */
  readonly changedAt: string;
}

/** The identity of a resource in the store. */
export function keyOf(id: string): string {
  return id.toLowerCase();
}

/**
 * Key of what a resource hangs on: the parent of a nested resource, the scope of an extension resource, the
 * group of a top-level one, the subscription of a group.
 */
export function ownerKeyOf(key: string): string {
  const segments = key.split("/");
  const providers = segments.lastIndexOf("providers");
  const isTopOfBlock = providers >= 0 && segments.length - providers === 4;
  return segments.slice(0, isTopOfBlock ? providers : -2).join("/");
}

import type { Cloud } from "../cloud";
import type { JsonObject } from "../json";
import { keyOf, type StoredResource } from "../store/resource";

const noQuery = new URLSearchParams();

/** The body of a GET of this resource. */
export function present(
  resource: StoredResource,
  cloud: Cloud,
  query: URLSearchParams = noQuery,
): JsonObject {
  return cloud.types.find(resource.type)?.view?.(resource, cloud, query) ?? plainView(resource);
}

/** The resource as an entry of a list. */
export function presentInList(resource: StoredResource, cloud: Cloud, query: URLSearchParams): JsonObject {
  return cloud.types.find(resource.type)?.viewInList?.(resource, cloud) ?? present(resource, cloud, query);
}

/** Id, name, type and the envelope: how most services show a resource. */
export function plainView(resource: StoredResource): JsonObject {
  return { id: resource.id, name: resource.name, type: resource.type, ...resource.envelope };
}

/** The short form in ARM's own lists of resources: no properties. */
export function presentBriefly(resource: StoredResource): JsonObject {
  const { location, tags, sku, kind, identity, managedBy, plan } = resource.envelope;
  const brief = { location, tags, sku, kind, identity, managedBy, plan };
  return {
    id: resource.id,
    name: resource.name,
    type: resource.type,
    ...Object.fromEntries(Object.entries(brief).filter(([, value]) => value !== undefined)),
  };
}

/** The ETag header of a resource. */
export function etagHeader(resource: StoredResource): string {
  return `W/"${resource.etag}"`;
}

/** A page of a list, with the address of the next one. */
export function page(
  entries: readonly StoredResource[],
  show: (resource: StoredResource) => JsonObject,
  options: {
    readonly pageSize: number;
    readonly skipToken: string | undefined;
    readonly address: (skipToken: string) => string;
    readonly showsNull: boolean;
  },
): JsonObject {
  const start = options.skipToken === undefined ? 0 : startOf(entries, options.skipToken);
  const end = start + options.pageSize;
  const value = entries.slice(start, end).map(show);
  const next = entries[end];
  if (next) return { value, nextLink: options.address(tokenOf(entries, end, next)) };
  return options.showsNull ? { value, nextLink: null } : { value };
}

/** Where a page begins: at its first entry as it was, or where that has gone in the meantime, so that nothing is left out. */
function startOf(entries: readonly StoredResource[], token: string): number {
  const parts = Buffer.from(token, "base64url").toString("utf8").split("\n");
  const [next = "", last = "", index = "", length = ""] = parts;
  // A token of somebody else's, such as one that was recorded, stands for the end.
  if (parts.length !== 4) return entries.length;
  const at = (key: string) => entries.findIndex((entry) => keyOf(entry.id) === key);
  const first = at(next);
  if (first >= 0) return first;
  const before = at(last);
  if (before >= 0) return before + 1;
  // Both are gone: no more can be missing before the page than is missing in all, and some entries may come again.
  const missing = Math.max(0, Number(length) - entries.length);
  const start = Number(index) - missing;
  return Number.isInteger(start) ? Math.max(0, start) : entries.length;
}

function tokenOf(entries: readonly StoredResource[], index: number, next: StoredResource): string {
  const last = entries[index - 1];
  const parts = [keyOf(next.id), last === undefined ? "" : keyOf(last.id), index, entries.length];
  return Buffer.from(parts.join("\n")).toString("base64url");
}

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
  const wanted = options.skipToken === undefined ? undefined : keyFrom(options.skipToken);
  const from = wanted === undefined ? 0 : entries.findIndex((entry) => keyOf(entry.id) === wanted);
  const start = from < 0 ? entries.length : from;
  const shown = entries.slice(start, start + options.pageSize);
  const next = entries[start + options.pageSize];
  const value = shown.map(show);
  if (next) return { value, nextLink: options.address(tokenOf(next)) };
  return options.showsNull ? { value, nextLink: null } : { value };
}

function keyFrom(token: string): string {
  return Buffer.from(token, "base64url").toString("utf8");
}

function tokenOf(resource: StoredResource): string {
  return Buffer.from(keyOf(resource.id)).toString("base64url");
}

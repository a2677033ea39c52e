import { isObject, type JsonObject } from "../../json";
import { pathParameters, type ResourceType } from "../types/resource-type";
import type { PropertyMap, PropertyValue } from "../../../plugin-protocol/property-value";
import { UnknownValue, withoutSecrets } from "../../../plugin-protocol/property-value";

/** What an ARM resource keeps outside its `properties` when it is embedded in another. */
export const embeddedTopLevel: ReadonlySet<string> = new Set([
  "etag",
  "extendedLocation",
  "id",
  "identity",
  "location",
  "name",
  "sku",
  "tags",
  "type",
  "zones",
]);

/** True for inputs that are the provider's own and never sent: the API version and what begins with `__`. */
export function isOwnInput(name: string): boolean {
  return name === "azureApiVersion" || name.startsWith("__");
}

/**
 * The body of the PUT that creates or updates a resource.
 *
 * @param inputs checked inputs without unknowns.
 */
export function requestBody(type: ResourceType, inputs: PropertyMap): JsonObject {
  const inPath = new Set(pathParameters(type));
  const outside: Record<string, unknown> = {};
  const properties: Record<string, unknown> = {};
  for (const [name, input] of Object.entries(inputs)) {
    if (inPath.has(name) || isOwnInput(name) || name === type.apiVersionInput) continue;
    const value = armValue(type, name, plain(withoutSecrets(input)));
    const toProperties = type.layout === "flattened" && !type.topLevel.includes(name);
    (toProperties ? properties : outside)[type.renames[name] ?? name] = value;
  }
  if (type.layout === "flattened") return { ...outside, properties };
  return outside;
}

function armValue(type: ResourceType, path: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    if (path === "identity.userAssignedIdentities")
      return Object.fromEntries(value.map((id) => [String(id), {}]));
    return value.map((item) => armValue(type, path, item));
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, child]): [string, unknown] => {
    const childPath = `${path}.${key}`;
    return [type.renames[childPath] ?? key, armValue(type, childPath, child)];
  });
  if (!type.embedded.has(lastSegment(path))) return Object.fromEntries(entries);
  const outside = entries.filter(([key]) => embeddedTopLevel.has(key));
  const inside = entries.filter(([key]) => !embeddedTopLevel.has(key));
  return inside.length === 0
    ? Object.fromEntries(outside)
    : { ...Object.fromEntries(outside), properties: Object.fromEntries(inside) };
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** The value as JSON. */
function plain(value: PropertyValue): unknown {
  if (value instanceof UnknownValue) throw new Error("A value that is not known cannot be sent to Azure.");
  if (Array.isArray(value)) return (value as readonly PropertyValue[]).map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, plain(child as PropertyValue)]),
  );
}

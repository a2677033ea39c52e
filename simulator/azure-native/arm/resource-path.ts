import { stringOf, type PropertyMap } from "../../../plugin-protocol/property-value";
import { pathParameters, type ResourceType } from "../types/resource-type";

/** Parameters that hold several segments of a path; the others are one segment each. */
const wholePaths: ReadonlySet<string> = new Set([
  "scope",
  "resourceUri",
  "resourceId",
  "parentResourcePath",
  "resourceType",
]);

/**
 * The ARM id of a resource with these inputs.
 *
 * @throws Error when a parameter of the path is missing.
 */
export function resourcePath(type: ResourceType, inputs: PropertyMap, subscriptionId: string): string {
  const filled = type.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === "subscriptionId") return subscriptionId;
    const value = stringOf(inputs[name]);
    // A top-level type of `resources:Resource` has an empty parent path.
    if (value === undefined || (value === "" && name !== "parentResourcePath")) {
      throw new Error(`${type.name} needs ${name} to know where it lives.`);
    }
    return wholePaths.has(name) ? value.replace(/^\/+|\/+$/g, "") : encodeURIComponent(value);
  });
  return filled.replace(/\/{2,}/g, "/");
}

/**
 * The path parameters in an id, as when importing; ids compare without case.
 *
 * @throws Error when the id is none of this type.
 */
export function parametersOf(type: ResourceType, id: string): PropertyMap {
  const pattern = type.path
    .replace(/[.*+?^$()|[\]\\]/g, "\\$&")
    .replace(/\{(\w+)\}/g, (_, name: string) =>
      wholePaths.has(name) ? `(?<${name}>.*?)` : `(?<${name}>[^/]+)`,
    );
  const optionalSlash = pattern.replaceAll("(?<parentResourcePath>.*?)/", "(?:(?<parentResourcePath>.+?)/)?");
  const groups = new RegExp(`^${optionalSlash}$`, "i").exec(id)?.groups;
  if (groups === undefined)
    throw new Error(`${id} is no id of azure-native:${type.name}; expected ${type.path}.`);
  return Object.fromEntries(
    pathParameters(type).map((name) => {
      const value = groups[name] ?? "";
      if (!wholePaths.has(name)) return [name, decodeURIComponent(value)];
      return [name, name === "scope" || name === "resourceUri" ? `/${value.replace(/^\//, "")}` : value];
    }),
  );
}

import { createHash, randomBytes } from "node:crypto";
import { nameParameter, type ResourceType } from "../types/resource-type";
import type { PropertyMap, PropertyValue } from "../../../plugin-protocol/property-value";

/** Marks inputs whose name was made up: such a resource may exist twice while it is being replaced. */
export const autoNamed = "__createBeforeDelete";

/** Pulumi's own naming, when the project configures it (`pulumi:autonaming`). */
export type NamingMode =
  | { readonly kind: "propose"; readonly name: string }
  | { readonly kind: "enforce"; readonly name: string }
  | { readonly kind: "disable" };

/** What a name is made from. */
export interface NamingRequest {
  readonly logicalName: string;
  /** The engine's seed for this resource; empty when it sent none. */
  readonly randomSeed: Uint8Array;
  readonly mode: NamingMode | undefined;
}

/**
 * The properties that name a resource whose inputs do not: the name it already has, or its logical name and
 * eight hexadecimal digits of the seed (a GUID where the service wants one). Empty when it needs no name.
 */
export function autoName(
  type: ResourceType,
  inputs: PropertyMap,
  before: PropertyMap,
  request: NamingRequest,
): PropertyMap {
  const parameter = nameParameter(type);
  if (parameter === undefined || parameter in inputs || type.required.includes(parameter)) return {};
  const existing = before[parameter];
  if (existing !== undefined) return { [parameter]: existing, ...carried(before[autoNamed]) };
  if (request.mode?.kind === "disable") return {};
  const name = newName(type, request);
  return { [parameter]: name, [autoNamed]: true };
}

function carried(flag: PropertyValue | undefined): PropertyMap {
  return flag === undefined ? {} : { [autoNamed]: flag };
}

function newName(type: ResourceType, { logicalName, randomSeed, mode }: NamingRequest): string {
  if (mode?.kind === "enforce") return mode.name;
  const seed = randomSeed.length > 0 ? randomSeed : randomBytes(32);
  // Hashed together with the name, so that two resources of one seed do not get the same digits.
  const digits = createHash("sha256").update(seed).update(logicalName).digest("hex");
  if (type.naming === "guid") return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
  return mode?.kind === "propose" ? mode.name : `${logicalName}${digits.slice(0, 8)}`;
}

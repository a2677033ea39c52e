import { findModelledType } from "../types/type-table";
import { parseToken } from "../types/token";
import { inputNames, nameParameter, type ResourceType } from "../types/resource-type";
import {
  stringOf,
  unknown,
  UnknownValue,
  type PropertyMap,
  type PropertyValue,
} from "../../../plugin-protocol/property-value";
import { autoName, type NamingMode } from "./auto-name";
import { resourceTypeOf, type ProviderContext } from "./provider-context";

/** API version of the resource groups that regions are read from. */
const resourceGroupApiVersion = "2024-03-01";

/** A resource's inputs to be checked. */
export interface CheckRequest {
  readonly token: string;
  readonly urn: string;
  readonly logicalName: string;
  readonly randomSeed: Uint8Array;
  readonly naming: NamingMode | undefined;
  /** Inputs of the existing resource; empty when it is new or to be replaced. */
  readonly before: PropertyMap;
  readonly inputs: PropertyMap;
}

/** Why inputs cannot be used. */
export interface CheckFailure {
  readonly property: string;
  readonly reason: string;
}

export interface CheckResult {
  readonly inputs: PropertyMap;
  readonly failures: readonly CheckFailure[];
}

/** Completes inputs with a name, a region and the API version, and names what is missing. */
export async function check(context: ProviderContext, request: CheckRequest): Promise<CheckResult> {
  const { token, before, inputs } = request;
  if (context.strict && findModelledType(parseToken(token)) === undefined) {
    return {
      inputs,
      failures: [{ property: "", reason: `The simulator does not model ${token}, and --strict was given.` }],
    };
  }
  const type = resourceTypeOf(context, token, request.urn, inputs);
  const named: PropertyMap = {
    ...inputs,
    ...autoName(type, inputs, before, { ...request, mode: request.naming }),
  };
  const location = await defaultLocation(context, type, named, before);
  const completed: PropertyMap = {
    ...named,
    ...(location === undefined ? {} : { location }),
    azureApiVersion: named["azureApiVersion"] ?? type.apiVersion,
  };
  return { inputs: completed, failures: missingInputs(type, completed) };
}

function missingInputs(type: ResourceType, inputs: PropertyMap): readonly CheckFailure[] {
  const name = nameParameter(type);
  const needed = [...type.required, ...(name !== undefined && !type.required.includes(name) ? [name] : [])];
  const missing = needed
    .filter((property) => inputs[property] === undefined)
    .map((property) => ({ property, reason: `missing required property '${property}'` }));
  if (type.name === "resources:ResourceGroup" && inputs["location"] === undefined) {
    const reason =
      "missing required property 'location': set it, or configure it with 'pulumi config set azure-native:location <region>'";
    return [...missing, { property: "location", reason }];
  }
  return missing;
}

/** The region of a resource that names none: the one it has, the configured one, or its resource group's. */
async function defaultLocation(
  context: ProviderContext,
  type: ResourceType,
  inputs: PropertyMap,
  before: PropertyMap,
): Promise<PropertyValue | undefined> {
  if (!inputNames(type).includes("location") || inputs["location"] !== undefined) return undefined;
  if (before["location"] !== undefined) return before["location"];
  if (context.location !== undefined) return context.location;
  const group = inputs["resourceGroupName"];
  if (group === undefined || type.name === "resources:ResourceGroup") return undefined;
  if (group instanceof UnknownValue) return unknown;
  const name = stringOf(group);
  return name === undefined ? unknown : resourceGroupLocation(context, name);
}

async function resourceGroupLocation(context: ProviderContext, name: string): Promise<string | undefined> {
  const key = name.toLowerCase();
  const seen = context.resourceGroupLocations.get(key);
  if (seen !== undefined) return seen;
  const id = `/subscriptions/${context.subscriptionId}/resourceGroups/${encodeURIComponent(name)}`;
  const group = await context.client.find(id, resourceGroupApiVersion, AbortSignal.timeout(60_000));
  const location = group?.["location"];
  if (typeof location !== "string") return undefined;
  context.resourceGroupLocations.set(key, location);
  return location;
}

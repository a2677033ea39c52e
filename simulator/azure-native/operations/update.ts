import { isObject, objectAt, type JsonObject } from "../../json";
import { requestBody } from "../arm/request-body";
import type { ResourceType } from "../types/resource-type";
import { openSecrets, type PropertyMap } from "../../../plugin-protocol/property-value";
import { put, type ResourceState } from "./create";
import { apiVersionOf, type ProviderContext } from "./provider-context";

/**
 * Updates a resource as azure-native does: PUT of everything, also where the service has a PATCH. Children that
 * the inputs leave out are read first and sent back, because PUT would remove them.
 */
export async function update(
  context: ProviderContext,
  type: ResourceType,
  id: string,
  inputs: PropertyMap,
  signal: AbortSignal,
): Promise<ResourceState> {
  const body = requestBody(type, openSecrets(inputs));
  const left = type.children.filter((child) => !(child in inputs));
  if (left.length === 0) return put(context, type, id, inputs, body, signal);
  const current = await context.client.find(id, apiVersionOf(type, openSecrets(inputs)), signal);
  return put(context, type, id, inputs, withChildren(body, current, left), signal);
}

function withChildren(
  body: JsonObject,
  current: JsonObject | undefined,
  children: readonly string[],
): JsonObject {
  const present = objectAt(current, "properties");
  const kept = children
    .filter((child) => present[child] !== undefined)
    .map((child) => [child, present[child]] as const);
  const properties = isObject(body["properties"]) ? body["properties"] : {};
  return { ...body, properties: { ...properties, ...Object.fromEntries(kept) } };
}

import { isNotFound } from "../arm/arm-failure";
import type { ResourceType } from "../types/resource-type";
import { openSecrets, type PropertyMap } from "../../../plugin-protocol/property-value";
import { apiVersionOf, type ProviderContext } from "./provider-context";

/**
 * Deletes a resource with DELETE (which for Site Recovery purges instead of disabling). What cannot be deleted
 * without its parent is put back to its defaults. Something that is gone already counts as deleted.
 */
export async function remove(
  context: ProviderContext,
  type: ResourceType,
  id: string,
  inputs: PropertyMap,
  signal: AbortSignal,
): Promise<void> {
  const apiVersion = apiVersionOf(type, openSecrets(inputs));
  try {
    if (type.singleton === undefined)
      await context.client.change("DELETE", id, apiVersion, undefined, signal);
    else await context.client.change("PUT", id, apiVersion, type.singleton, signal);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

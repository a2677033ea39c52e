import { pathParameters, type ResourceType } from "../types/resource-type";
import type { DiffResult, PropertyChange } from "../../../plugin-protocol/diff-response";
import { differenceOf, rootOf } from "../../../plugin-protocol/difference";
import type { PropertyMap } from "../../../plugin-protocol/property-value";
import { autoNamed } from "./auto-name";

/**
 * Compares a resource's inputs. A parameter of its ARM path or its `location` needs a new resource; everything
 * else is an update.
 *
 * UNVERIFIED: which property forces a replacement is metadata of the real plugin and not in its npm package.
 * The plugin's source lists a few more by hand (`principalId` of a role assignment, `subnet` of a private
 * endpoint, `isHnsEnabled` of a storage account) and takes others from the service's specification.
 */
export function diff(type: ResourceType, before: PropertyMap, inputs: PropertyMap): DiffResult {
  const replacing = new Set([...pathParameters(type), "location"]);
  const changes = new Map<string, PropertyChange>();
  const replaces = new Set<string>();
  for (const [path, change] of differenceOf(before, inputs)) {
    const root = rootOf(path);
    changes.set(path, { change, replaces: replacing.has(root) });
    if (replacing.has(root)) replaces.add(root);
  }
  return {
    changes,
    replaces: [...replaces],
    deleteBeforeReplace: replaces.size > 0 && before[autoNamed] !== true,
  };
}

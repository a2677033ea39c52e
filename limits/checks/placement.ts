import { knownString } from "../facts/known";
import { parseResourceId } from "../facts/resource-id";

/** Where a resource is kept, in lower case. */
export interface Placement {
  readonly subscriptionId: string | undefined;
  readonly resourceGroup: string | undefined;
}

interface Placed {
  readonly id?: unknown;
  readonly resourceGroup?: unknown;
  readonly subscriptionId?: unknown;
}

export function placementOf(resource: Placed): Placement {
  const id = parseResourceId(knownString(resource.id) ?? "");
  return {
    subscriptionId: id.subscriptionId ?? knownString(resource.subscriptionId)?.toLowerCase(),
    resourceGroup: id.resourceGroup ?? knownString(resource.resourceGroup)?.toLowerCase(),
  };
}

/** What changed between two places of one resource; a side that is not known shows no change. */
export function moveBetween(
  before: Placement,
  after: Placement,
): "subscription" | "resource group" | undefined {
  if (differs(before.subscriptionId, after.subscriptionId)) return "subscription";
  return differs(before.resourceGroup, after.resourceGroup) ? "resource group" : undefined;
}

function differs(before: string | undefined, after: string | undefined): boolean {
  return before !== undefined && after !== undefined && before !== after;
}

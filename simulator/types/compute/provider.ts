import { parseResourceId } from "../../arm/resource-id";
import { regionDisplayName } from "../../regions";
import { genericType } from "../generic-type";
import type { ResourceProvider, ResourceType } from "../resource-type";

const namespace = "Microsoft.Compute";

/** Kept as given: what failovers make and are aimed at. */
function kept(name: string, modelled: string): ResourceType {
  return { ...genericType(`${namespace}/${name}`), tracked: true, modelled };
}

const locationType = `${namespace}/locations`;

/** Regions as parents of quotas. */
const location: ResourceType = {
  type: locationType,
  modelled: "every region, as the parent of quotas",
  history: true,
  implicit: (id, cloud) =>
    regionDisplayName(id.name) === undefined ? undefined : cloud.record(id, locationType, { properties: {} }),
};

/** Quotas of a region; those that a seed names. */
const usage: ResourceType = {
  type: `${locationType}/usages`,
  modelled: "list by region of the quotas a seed names; nothing counts against them",
  history: true,
  list: ({ parentId }, cloud) => {
    const parent = parentId === undefined ? undefined : parseResourceId(parentId);
    return parent ? cloud.store.owned(parent.id, `${locationType}/usages`) : [];
  },
  view: ({ envelope }) => ({ unit: "Count", ...(envelope["properties"] as object) }),
};

/** Virtual machines and what they are made of and placed in: done at once, nothing runs. */
export const computeProvider: ResourceProvider = {
  namespace,
  types: [
    kept("virtualMachines", "kept as given, done at once; also what failovers and test failovers make"),
    kept("disks", "kept as given, done at once"),
    kept("availabilitySets", "kept as given, done at once"),
    kept("proximityPlacementGroups", "kept as given, done at once"),
    location,
    usage,
  ],
};

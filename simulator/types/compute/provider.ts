import { parseResourceId } from "../../arm/resource-id";
import { regionDisplayName } from "../../regions";
import { objectAt, type JsonObject } from "../../json";
import { genericType } from "../generic-type";
import type { PutRequest, ResourceProvider, ResourceType } from "../resource-type";
import { runCommand } from "./run-command";
import { completedMachine } from "./virtual-machine";
import { sizeView, skuView, vmSizes } from "./vm-sizes";

const namespace = "Microsoft.Compute";

/** Kept as given: what failovers make and are aimed at. */
function kept(name: string, modelled: string): ResourceType {
  return { ...genericType(`${namespace}/${name}`), tracked: true, modelled };
}

/** Kept as given, save for what `completed` makes of it; a PUT answers 200 or 201 as the service does. */
function completedBy(
  type: ResourceType,
  status: 200 | 201 | undefined,
  completed: (request: PutRequest) => JsonObject,
): ResourceType {
  return {
    ...type,
    put: (request) => {
      const properties = completed(request);
      const outcome = type.put?.({ ...request, body: { ...request.body, properties } });
      if (outcome?.kind !== "stored") throw new Error(`${type.type} is not stored at once.`);
      return status === undefined ? outcome : { ...outcome, status };
    },
  };
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

const sizeType = `${locationType}/vmSizes`;

/** Sizes of a region, the same in each. */
const size: ResourceType = {
  type: sizeType,
  modelled: "list by region: vCPUs and memory of some documented sizes",
  history: true,
  list: ({ parentId }, cloud) =>
    vmSizes.flatMap(({ name }) => {
      const id = parseResourceId(`${parentId ?? ""}/vmSizes/${name}`);
      return id ? [cloud.record(id, sizeType, {})] : [];
    }),
  view: ({ name }) => {
    const found = vmSizes.find((each) => each.name === name);
    return found ? sizeView(found) : {};
  },
};

const skuType = `${namespace}/skus`;

/** The same sizes as SKUs, with the family whose quota they count against. */
const sku: ResourceType = {
  type: skuType,
  modelled: "list by `$filter=location eq 'REGION'`: family and vCPUs of the sizes of vmSizes",
  history: true,
  list: ({ scope }, cloud, query) => {
    const location = /location eq '([^']+)'/i.exec(query.get("$filter") ?? "")?.[1] ?? "";
    return vmSizes.flatMap(({ name }) => {
      const id = parseResourceId(`${scope}/providers/${skuType}/${name}`);
      return id ? [cloud.record(id, skuType, { location })] : [];
    });
  },
  view: ({ name, envelope }) => {
    const found = vmSizes.find((each) => each.name === name);
    return found ? skuView(found, String(envelope["location"])) : {};
  },
};

/** Virtual machines and what they are made of and placed in: done at once, nothing runs. */
export const computeProvider: ResourceProvider = {
  namespace,
  types: [
    completedBy(
      kept(
        "virtualMachines",
        "done at once; GUID, operating system and empty lists filled in, passwords never shown; also what failovers and test failovers make",
      ),
      undefined,
      completedMachine,
    ),
    completedBy(kept("disks", "kept as given, done at once"), 200, ({ body }) =>
      objectAt(body, "properties"),
    ),
    completedBy(
      kept("availabilitySets", "done at once; fault and update domains filled in"),
      200,
      ({ body }) => ({
        platformFaultDomainCount: 2,
        platformUpdateDomainCount: 5,
        virtualMachines: [],
        ...objectAt(body, "properties"),
      }),
    ),
    kept("proximityPlacementGroups", "kept as given, done at once"),
    runCommand,
    location,
    usage,
    size,
    sku,
  ],
};

import type { ResourceProvider } from "../resource-type";
import { resourceGroup } from "./resource-group";
import { tagsAtScope } from "./tags";

export const resourcesProvider: ResourceProvider = {
  namespace: "Microsoft.Resources",
  types: [resourceGroup, tagsAtScope],
};

import type { ResourceProvider } from "../resource-type";
import { resourceGroup } from "./resource-group";

export const resourcesProvider: ResourceProvider = {
  namespace: "Microsoft.Resources",
  types: [resourceGroup],
};

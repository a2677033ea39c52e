import type { ResourceProvider } from "../resource-type";
import { subnet } from "./subnet";
import { virtualNetwork } from "./virtual-network";

export const networkProvider: ResourceProvider = {
  namespace: "Microsoft.Network",
  types: [virtualNetwork, subnet],
};

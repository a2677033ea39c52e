import { genericType } from "../generic-type";
import type { ResourceProvider } from "../resource-type";

const namespace = "Microsoft.OffAzure";
const kinds = ["VMwareSites", "ServerSites", "HyperVSites"];
const parts = ["machines", "runasaccounts", "vcenters", "hosts", "clusters"];

/** What discovery knows: sites, and what lies in them. It comes from seeds; PUT keeps what it is given. */
export const offAzureProvider: ResourceProvider = {
  namespace,
  types: kinds.flatMap((kind) => [
    { ...genericType(`${namespace}/${kind}`), tracked: true, modelled: "comes from seeds; kept as given" },
    ...parts.map((part) => ({
      ...genericType(`${namespace}/${kind}/${part}`),
      modelled: "comes from seeds; kept as given",
    })),
  ]),
};

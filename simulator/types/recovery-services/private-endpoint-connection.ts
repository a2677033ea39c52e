import { mergePatch, objectAt } from "../../json";
import type { ResourceType } from "../resource-type";
import { vaultType } from "./type-names";

/** Connections of private endpoints to a vault: made by the endpoint, approved or removed here. */
export const privateEndpointConnection: ResourceType = {
  type: `${vaultType}/privateEndpointConnections`,
  modelled: "made by a private endpoint; PUT changes its state; DELETE 202",
  put: ({ cloud, id, body, existing }) => {
    const properties = mergePatch(objectAt(existing?.envelope, "properties"), objectAt(body, "properties"));
    const shown = { ...properties, provisioningState: "Succeeded" };
    return {
      kind: "stored",
      status: 200,
      resource: cloud.record(
        id,
        `${vaultType}/privateEndpointConnections`,
        { properties: shown },
        { existing },
      ),
    };
  },
  remove: ({ existing }) => ({
    kind: "accepted",
    style: "vault-change",
    seconds: 5,
    effects: [{ kind: "remove", id: existing.id }],
  }),
};

import { mergePatch, objectAt } from "../json";
import type { ResourceType } from "./resource-type";

/**
 * A type that is not modelled: keeps what it is given and shows it back, done at once. It has ids, groups,
 * parents, locks and lists like every other, but no defaults and no checks.
 */
export function genericType(type: string): ResourceType {
  return {
    type,
    modelled: "kept as given",
    put: ({ cloud, id, body, existing }) => {
      const { id: _id, name: _name, type: _type, ...envelope } = body;
      const properties = { ...objectAt(envelope, "properties"), provisioningState: "Succeeded" };
      return { kind: "stored", resource: cloud.record(id, type, { ...envelope, properties }, { existing }) };
    },
    patch: ({ cloud, body, existing }) => ({
      kind: "stored",
      status: 200,
      resource: cloud.revise(existing, mergePatch(existing.envelope, body)),
    }),
    remove: () => ({ kind: "removed" }),
  };
}

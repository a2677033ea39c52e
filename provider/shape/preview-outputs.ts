import { isSame } from "../../plugin-protocol/equality";
import { unknown, type PropertyMap, type PropertyValue } from "../../plugin-protocol/property-value";
import type { ResourceDefinition } from "../resource-definition";
import { withDescribedSecrets } from "./described-secrets";

/**
 * What a preview tells the program: the inputs, and of what the service adds only what is certain. Before creation
 * nothing is; an update keeps what was there.
 *
 * @param state outputs of the existing resource; undefined before it is created.
 */
export function previewOutputs(
  definition: ResourceDefinition,
  inputs: PropertyMap,
  state?: PropertyMap,
): PropertyMap {
  const changed =
    state !== undefined && Object.keys(definition.inputs).some((name) => !isSame(state[name], inputs[name]));
  const added = Object.entries(definition.outputs).map(
    ([name, { stable }]): readonly [string, PropertyValue] => {
      const kept = state?.[name];
      return [name, kept === undefined || (changed && stable !== true) ? unknown : kept];
    },
  );
  return withDescribedSecrets({ ...Object.fromEntries(added), ...inputs }, definition);
}

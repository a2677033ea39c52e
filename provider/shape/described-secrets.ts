import { SecretValue, type PropertyMap } from "../../plugin-protocol/property-value";
import { withInputSecrets } from "../../plugin-protocol/secret-outputs";
import type { ResourceDefinition } from "../resource-definition";

/** Outputs with everything marked secret that a description or the program says is secret. */
export function withDescribedSecrets(
  outputs: PropertyMap,
  { inputs, outputs: added }: Pick<ResourceDefinition, "inputs" | "outputs">,
  given: PropertyMap = {},
): PropertyMap {
  const marked = Object.entries(outputs).map(([name, value]) => {
    const secret = (inputs[name] ?? added[name])?.secret === true && !(value instanceof SecretValue);
    return [name, secret ? new SecretValue(value) : value] as const;
  });
  return withInputSecrets(Object.fromEntries(marked), given);
}

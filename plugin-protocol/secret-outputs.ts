import { containsSecret, SecretValue, type PropertyMap } from "./property-value";

/**
 * Outputs with those marked secret that came in as secrets: the service sends a secret input back in plain
 * text, and the state must not hold it.
 */
export function withInputSecrets(outputs: PropertyMap, inputs: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => {
      const input = inputs[name];
      const secret = input !== undefined && containsSecret(input) && !(value instanceof SecretValue);
      return [name, secret ? new SecretValue(value) : value];
    }),
  );
}

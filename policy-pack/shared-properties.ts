import * as deserialize from "@pulumi/policy/deserialize";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";

interface Deserialize {
  deserializeProperties?: (properties: Struct, proxySecrets: boolean) => object;
}

/**
 * Lets the stack policies of this process share the properties of a resource. @pulumi/policy 1.21 decodes the
 * whole stack again for every stack policy, which for a policy a rule is most of what a pack costs; the policies of
 * this pack change nothing they are given. Where the SDK has no such function any more, it decodes as before:
 * slower, never wrong. A contract test watches that it still has.
 *
 * It changes the SDK of the whole process, so only an entry file that owns its process may call it.
 */
export function shareProperties(sdk: Deserialize = deserialize): void {
  const { deserializeProperties } = sdk;
  if (typeof deserializeProperties !== "function") return;
  const decoded = new WeakMap<Struct, object>();
  sdk.deserializeProperties = (properties, proxySecrets) => {
    // Remediations may change what they are given.
    if (proxySecrets) return deserializeProperties(properties, proxySecrets);
    const known = decoded.get(properties) ?? deserializeProperties(properties, proxySecrets);
    decoded.set(properties, known);
    return known;
  };
}

import * as deserialize from "@pulumi/policy/deserialize";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { secretTexts, type SecretTexts } from "./secrets";

interface Deserialize {
  deserializeProperties?: (properties: Struct, proxySecrets: boolean) => object;
}

/** The SDKs that were changed: once is enough. */
const changed = new WeakSet<Deserialize>();

/**
 * Lets the stack policies of this process share the properties of a resource, and remembers which of their values
 * are secrets. @pulumi/policy 1.21 decodes the whole stack again for every stack policy, which for a policy a rule
 * is most of what a pack costs, and hands out secrets as plain values; the policies of this pack change nothing
 * they are given, and mask secrets in what they say. Where the SDK has no such function any more, it decodes as
 * before: slower, and without knowledge of secrets. A contract test watches that it still has.
 *
 * It changes the SDK of the whole process, so only who owns its process may call it: an entry file, or a pack.
 */
export function shareProperties(sdk: Deserialize = deserialize, secrets: SecretTexts = secretTexts): void {
  const { deserializeProperties } = sdk;
  if (typeof deserializeProperties !== "function" || changed.has(sdk)) return;
  changed.add(sdk);
  const decoded = new WeakMap<Struct, object>();
  sdk.deserializeProperties = (properties, proxySecrets) => {
    // Remediations may change what they are given.
    if (proxySecrets) return deserializeProperties(properties, proxySecrets);
    const known = decoded.get(properties);
    if (known !== undefined) return known;
    const plain = plainOf(properties);
    if (plain !== undefined) secrets.remember(plain);
    const shared = deserializeProperties(
      // Not turned into plain values a second time.
      plain === undefined
        ? properties
        : (Object.create(properties, { toJavaScript: { value: () => plain } }) as Struct),
      proxySecrets,
    );
    decoded.set(properties, shared);
    return shared;
  };
}

function plainOf(properties: Struct): unknown {
  return typeof (properties as Partial<Struct>).toJavaScript === "function"
    ? properties.toJavaScript()
    : undefined;
}

import type { Vault } from "../azure";
import { normalizeRegion } from "../region";
import { known } from "../known";
import { InputReader, type SeenFacts } from "./input-reader";

/** Facts of an `azure-native:recoveryservices:Vault`. */
export function vaultFromAzureNative(inputs: unknown): SeenFacts<Vault> {
  return vaultAt(inputs, { name: ["vaultName"] });
}

/** Facts of a vault that has its name at a place of its own; the rest is alike everywhere. */
export function vaultAt(inputs: unknown, places: { readonly name: readonly string[] }): SeenFacts<Vault> {
  const read = new InputReader(inputs);
  const location = read.string("location", ["location"]);
  const access = read.optional("publicNetworkAccess", ["properties", "publicNetworkAccess"]);
  return read.seen(
    known<Vault>({
      name: read.string("name", places.name),
      id: read.string("id", ["id"]),
      location: location === undefined ? undefined : normalizeRegion(location),
      resourceGroup: read.string("resourceGroup", ["resourceGroupName"]),
      skuName: read.string("skuName", ["sku", "name"]),
      skuTier: read.string("skuTier", ["sku", "tier"]),
      identity: identity(read.optional("identity", ["identity", "type"])),
      publicNetworkAccess: access === undefined ? undefined : access !== "Disabled",
      immutability: read.string("immutability", [
        "properties",
        "securitySettings",
        "immutabilitySettings",
        "state",
      ]),
      // Only ARM makes vaults of this resource type.
      portal: "azure",
    }),
  );
}

function identity(type: string | null | undefined): Vault["identity"] {
  if (type === undefined) return undefined;
  const kinds = (type ?? "").toLowerCase();
  const system = kinds.includes("systemassigned");
  const user = kinds.includes("userassigned");
  return system ? (user ? "system-and-user" : "system") : user ? "user" : "none";
}

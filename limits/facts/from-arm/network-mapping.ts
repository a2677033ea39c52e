import type { NetworkMapping } from "../azure";
import { InputReader, type SeenFacts } from "../from-azure-native";
import { known } from "../known";

/** Facts of a network mapping as Site Recovery shows it: the JSON of `GET …/replicationNetworkMappings/{name}`. */
export function networkMappingFromArm(mapping: unknown): SeenFacts<NetworkMapping> {
  const read = new InputReader(mapping);
  const id = read.string("id", ["id"]);
  // The fabric and network that a mapping belongs to are told by its id alone.
  const fabric = /\/replicationFabrics\/([^/]+)/i.exec(id ?? "")?.[1];
  return read.seen(
    known<NetworkMapping>({
      name: read.string("name", ["name"]),
      instanceType: read.string("instanceType", ["properties", "fabricSpecificSettings", "instanceType"]),
      primaryFabric: fabric,
      recoveryFabric: read.string("recoveryFabric", ["properties", "recoveryFabricArmId"]),
      primaryNetworkId: read.string("primaryNetworkId", ["properties", "primaryNetworkId"]),
      recoveryNetworkId: read.string("recoveryNetworkId", ["properties", "recoveryNetworkId"]),
    }),
  );
}

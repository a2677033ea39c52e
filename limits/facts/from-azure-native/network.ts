import type { NetworkMapping, PrivateEndpoint, RecoveryNetwork } from "../azure";
import { normalizeRegion } from "../region";
import { known } from "../known";
import { InputReader, type SeenFacts } from "./input-reader";

/** Facts of an `azure-native:network:VirtualNetwork`. Subnets of their own resources are not among them. */
export function recoveryNetworkFromAzureNative(inputs: unknown): SeenFacts<RecoveryNetwork> {
  const read = new InputReader(inputs);
  const location = read.string("location", ["location"]);
  const subnets = read.list("subnets", ["subnets"]);
  return read.seen(
    known<RecoveryNetwork>({
      name: read.string("name", ["virtualNetworkName"]),
      id: read.string("id", ["id"]),
      location: location === undefined ? undefined : normalizeRegion(location),
      resourceGroup: read.string("resourceGroup", ["resourceGroupName"]),
      addressSpaces: read.strings("addressSpaces", ["addressSpace", "addressPrefixes"]),
      subnets: subnets?.map((subnet) =>
        known({
          name: read.string("subnets[].name", ["name"], subnet),
          addressPrefix: read.string("subnets[].addressPrefix", ["addressPrefix"], subnet),
        }),
      ),
      serviceEndpoints: subnets?.flatMap((subnet) =>
        (read.list("serviceEndpoints", ["serviceEndpoints"], subnet) ?? []).flatMap(
          (endpoint) => read.string("serviceEndpoints", ["service"], endpoint) ?? [],
        ),
      ),
      classic: false,
    }),
  );
}

/** Facts of an `azure-native:recoveryservices:ReplicationNetworkMapping`. */
export function networkMappingFromAzureNative(inputs: unknown): SeenFacts<NetworkMapping> {
  const read = new InputReader(inputs);
  const details = ["properties", "fabricSpecificDetails"];
  return read.seen(
    known<NetworkMapping>({
      name: read.string("name", ["networkMappingName"]),
      instanceType: read.string("instanceType", [...details, "instanceType"]),
      primaryFabric: read.string("primaryFabric", ["fabricName"]),
      recoveryFabric: read.string("recoveryFabric", ["properties", "recoveryFabricName"]),
      primaryNetworkId:
        read.string("primaryNetworkId", [...details, "primaryNetworkId"]) ??
        read.string("primaryNetworkId", ["networkName"]),
      recoveryNetworkId: read.string("recoveryNetworkId", ["properties", "recoveryNetworkId"]),
    }),
  );
}

/** Facts of an `azure-native:network:PrivateEndpoint`, one for each connection to a service. */
export function privateEndpointsFromAzureNative(inputs: unknown): SeenFacts<readonly PrivateEndpoint[]> {
  const read = new InputReader(inputs);
  const name = read.string("name", ["privateEndpointName"]);
  const subnetId = read.string("subnetId", ["subnet", "id"]);
  const addresses = read.list("staticIp", ["ipConfigurations"]);
  const staticIp = addresses === undefined && read.isOpen("staticIp") ? undefined : !!addresses?.length;
  const connections = [
    ...(read.list("targetId", ["privateLinkServiceConnections"]) ?? []),
    ...(read.list("targetId", ["manualPrivateLinkServiceConnections"]) ?? []),
  ];
  return read.seen(
    connections.map((connection) =>
      known<PrivateEndpoint>({
        name,
        subnetId,
        staticIp,
        targetId: read.string("targetId", ["privateLinkServiceId"], connection),
        groupIds: read.strings("groupIds", ["groupIds"], connection),
      }),
    ),
  );
}

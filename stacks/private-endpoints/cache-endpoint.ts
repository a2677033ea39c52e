import * as network from "@pulumi/azure-native/network";
import * as privatedns from "@pulumi/azure-native/privatedns";
import type * as pulumi from "@pulumi/pulumi";

/** Where the cache account's private endpoint goes. */
export interface CacheEndpointArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  /** Region of the subnet. */
  readonly location: string;
  readonly accountId: pulumi.Input<string>;
  readonly subnetId: string;
  /** Network that resolves the account's private name. */
  readonly virtualNetworkId: string;
}

/** The private endpoint of the cache account's blobs, with a DNS zone: what machines write to without the internet. */
export function cacheEndpoint(name: string, args: CacheEndpointArgs): readonly pulumi.Resource[] {
  const { resourceGroupName, location, accountId, subnetId, virtualNetworkId } = args;
  const zone = new privatedns.PrivateZone(`${name}-blob`, {
    resourceGroupName,
    location: "global",
    privateZoneName: "privatelink.blob.core.windows.net",
  });
  const link = new privatedns.VirtualNetworkLink(`${name}-blob`, {
    resourceGroupName,
    location: "global",
    privateZoneName: zone.name,
    virtualNetworkLinkName: "source",
    virtualNetwork: { id: virtualNetworkId },
    registrationEnabled: false,
  });
  const endpoint = new network.PrivateEndpoint(`${name}-blob`, {
    privateEndpointName: `pe-${name}-cache`,
    resourceGroupName,
    location,
    subnet: { id: subnetId },
    privateLinkServiceConnections: [{ name: "cache", privateLinkServiceId: accountId, groupIds: ["blob"] }],
  });
  const names = new network.PrivateDnsZoneGroup(`${name}-blob`, {
    privateEndpointName: endpoint.name,
    resourceGroupName,
    privateDnsZoneGroupName: "default",
    privateDnsZoneConfigs: [{ name: "blob", privateDnsZoneId: zone.id }],
  });
  return [link, names];
}

import * as network from "@pulumi/azure-native/network";
import * as privatedns from "@pulumi/azure-native/privatedns";
import type * as pulumi from "@pulumi/pulumi";

/** What a private endpoint leads to. */
export interface EndpointTarget {
  readonly id: pulumi.Input<string>;
  /** Name of the connection. */
  readonly connection: string;
  /** Sub-resource of the target, such as `blob`. */
  readonly groupId: string;
  /** The private DNS zone that holds its names. */
  readonly zoneName: string;
}

/** One private endpoint as a component's arguments describe it. */
export interface EndpointLevel {
  readonly name?: pulumi.Input<string>;
  readonly subnetId: pulumi.Input<string>;
  readonly privateDnsZoneIds?: pulumi.Input<string>[];
  readonly newPrivateDnsZone?: ZoneLevel;
  readonly location?: pulumi.Input<string>;
}

interface ZoneLevel {
  readonly virtualNetworkIds: pulumi.Input<string>[];
  readonly resourceGroupName?: pulumi.Input<string>;
}

/** Where things go whose own arguments do not say so. */
export interface EndpointSurroundings {
  readonly resourceGroupName?: pulumi.Input<string>;
  readonly location?: pulumi.Input<string>;
  readonly tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * Private endpoints of one target, and their entries in private DNS zones.
 *
 * @param stem what the resources' names begin with.
 * @param defaultName name of the first endpoint in Azure; the others add their numbers.
 */
export function privateEndpoints(
  stem: string,
  defaultName: string,
  target: EndpointTarget,
  endpoints: readonly EndpointLevel[],
  around: EndpointSurroundings,
  own: pulumi.CustomResourceOptions,
): void {
  const resourceGroupName = around.resourceGroupName ?? "";
  endpoints.forEach((endpoint, index) => {
    const place = index === 0 ? "" : `-${index + 1}`;
    const location = endpoint.location ?? around.location;
    const created = new network.PrivateEndpoint(
      `${stem}${place}`,
      {
        privateEndpointName: endpoint.name ?? `${defaultName}${place}`,
        resourceGroupName,
        ...(location === undefined ? {} : { location }),
        subnet: { id: endpoint.subnetId },
        privateLinkServiceConnections: [
          { name: target.connection, privateLinkServiceId: target.id, groupIds: [target.groupId] },
        ],
        ...(around.tags === undefined ? {} : { tags: around.tags }),
      },
      own,
    );
    const zoneIds = [
      ...(endpoint.privateDnsZoneIds ?? []),
      ...(endpoint.newPrivateDnsZone === undefined
        ? []
        : [privateDnsZone(`${stem}${place}`, target.zoneName, around, endpoint.newPrivateDnsZone, own)]),
    ];
    if (zoneIds.length === 0) return;
    new network.PrivateDnsZoneGroup(
      `${stem}${place}-dns`,
      {
        privateEndpointName: created.name,
        resourceGroupName,
        privateDnsZoneGroupName: "default",
        privateDnsZoneConfigs: zoneIds.map((privateDnsZoneId, zone) => ({
          name: `zone-${zone + 1}`,
          privateDnsZoneId,
        })),
      },
      own,
    );
  });
}

/** A new zone with its links: an endpoint's names are of use only where they are resolved. */
function privateDnsZone(
  stem: string,
  privateZoneName: string,
  around: EndpointSurroundings,
  { virtualNetworkIds, resourceGroupName = around.resourceGroupName ?? "" }: ZoneLevel,
  own: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const placed = {
    resourceGroupName,
    location: "global",
    ...(around.tags === undefined ? {} : { tags: around.tags }),
  };
  const zone = new privatedns.PrivateZone(`${stem}-zone`, { ...placed, privateZoneName }, own);
  virtualNetworkIds.forEach((id, index) => {
    new privatedns.VirtualNetworkLink(
      `${stem}-zone-link-${index + 1}`,
      {
        ...placed,
        privateZoneName: zone.name,
        virtualNetworkLinkName: `link-${index + 1}`,
        virtualNetwork: { id },
        registrationEnabled: false,
      },
      own,
    );
  });
  return zone.id;
}

import * as network from "@pulumi/azure-native/network";
import * as privatedns from "@pulumi/azure-native/privatedns";
import type * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import type * as pulumi from "@pulumi/pulumi";
import type { RecoveryVaultArgs } from "./recovery-vault";

/** A new private DNS zone for the names of one endpoint. */
export interface VaultPrivateDnsZoneArgs {
  /** Ids of the networks that resolve the endpoint's names. */
  virtualNetworkIds: pulumi.Input<string>[];
  /**
   * Resource group of the zone. Default: that of the component. All zones of Site Recovery bear one name, so that a
   * second endpoint's lies in another group.
   */
  resourceGroupName?: pulumi.Input<string>;
}

/** A private endpoint of the vault. */
export interface VaultPrivateEndpointArgs {
  /** Default: `pe-<name>`, from the second on with its number. */
  name?: pulumi.Input<string>;
  /** Id of the subnet; its addresses are given dynamically, several an endpoint. */
  subnetId: pulumi.Input<string>;
  /** Ids of existing private DNS zones that the endpoint's names go to, such as a central one. */
  privateDnsZoneIds?: pulumi.Input<string>[];
  /** A new private DNS zone that the endpoint's names go to. Default: none. */
  newPrivateDnsZone?: VaultPrivateDnsZoneArgs;
  /** Region of the subnet. Default: that of the component. */
  location?: pulumi.Input<string>;
}

/** The sub-resource of a vault that Site Recovery is reached by. */
const siteRecoveryGroup = "AzureSiteRecovery";

/**
 * The private DNS zone of Site Recovery in the public cloud.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
const siteRecoveryZone = "privatelink.siterecovery.windowsazure.com";

/** Private endpoints of the vault and their entries in private DNS zones. */
export function vaultPrivateEndpoints(
  name: string,
  vault: recoveryservices.Vault,
  args: RecoveryVaultArgs,
  own: pulumi.CustomResourceOptions,
): void {
  (args.privateEndpoints ?? []).forEach((endpoint, index) => {
    const place = index === 0 ? "" : `-${index + 1}`;
    const resourceGroupName = args.resourceGroupName ?? "";
    const created = new network.PrivateEndpoint(
      `${name}-endpoint${place}`,
      {
        privateEndpointName: endpoint.name ?? `pe-${name}${place}`,
        resourceGroupName,
        location: endpoint.location ?? args.location,
        subnet: { id: endpoint.subnetId },
        privateLinkServiceConnections: [
          { name: "site-recovery", privateLinkServiceId: vault.id, groupIds: [siteRecoveryGroup] },
        ],
        ...(args.tags === undefined ? {} : { tags: args.tags }),
      },
      own,
    );
    const zoneIds = [
      ...(endpoint.privateDnsZoneIds ?? []),
      ...(endpoint.newPrivateDnsZone === undefined
        ? []
        : [privateDnsZone(`${name}-endpoint${place}`, endpoint.newPrivateDnsZone, args, own)]),
    ];
    if (zoneIds.length === 0) return;
    new network.PrivateDnsZoneGroup(
      `${name}-endpoint${place}-dns`,
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
  { virtualNetworkIds, resourceGroupName = "" }: VaultPrivateDnsZoneArgs,
  args: RecoveryVaultArgs,
  own: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const placed = {
    resourceGroupName: resourceGroupName === "" ? (args.resourceGroupName ?? "") : resourceGroupName,
    location: "global",
    ...(args.tags === undefined ? {} : { tags: args.tags }),
  };
  const zone = new privatedns.PrivateZone(
    `${stem}-zone`,
    { ...placed, privateZoneName: siteRecoveryZone },
    own,
  );
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

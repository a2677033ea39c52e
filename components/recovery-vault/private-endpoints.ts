import * as network from "@pulumi/azure-native/network";
import type * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import type * as pulumi from "@pulumi/pulumi";
import type { RecoveryVaultArgs } from "./recovery-vault";

/** A private endpoint of the vault. */
export interface VaultPrivateEndpointArgs {
  /** Default: `pe-<name>`, from the second on with its number. */
  name?: pulumi.Input<string>;
  /** Id of the subnet; its addresses are given dynamically, several an endpoint. */
  subnetId: pulumi.Input<string>;
  /** Ids of the private DNS zones that the endpoint's names go to, new or central ones. */
  privateDnsZoneIds?: pulumi.Input<string>[];
  /** Region of the subnet. Default: that of the component. */
  location?: pulumi.Input<string>;
}

/** The sub-resource of a vault that Site Recovery is reached by. */
const siteRecoveryGroup = "AzureSiteRecovery";

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
    const zoneIds = endpoint.privateDnsZoneIds ?? [];
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

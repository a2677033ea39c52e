import type * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import type * as pulumi from "@pulumi/pulumi";
import { privateEndpoints } from "../private-endpoints/private-endpoint";
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
  const target = {
    id: vault.id,
    connection: "site-recovery",
    groupId: siteRecoveryGroup,
    zoneName: siteRecoveryZone,
  };
  privateEndpoints(`${name}-endpoint`, `pe-${name}`, target, args.privateEndpoints ?? [], args, own);
}

import type * as pulumi from "@pulumi/pulumi";
import { privateEndpoints } from "../private-endpoints/private-endpoint";
import type { CacheStorageArgs } from "./cache-storage";

/** A new private DNS zone for the names of one endpoint. */
export interface StoragePrivateDnsZoneArgs {
  /** Ids of the networks that resolve the endpoint's names. */
  virtualNetworkIds: pulumi.Input<string>[];
  /**
   * Resource group of the zone. Default: that of the component. All zones of blob endpoints bear one name, so that a
   * second one lies in another group.
   */
  resourceGroupName?: pulumi.Input<string>;
}

/** A private endpoint of the account's blobs, which replication data goes through instead of the public address. */
export interface StoragePrivateEndpointArgs {
  /** Default: `pe-<name>-blob`, from the second on with its number. */
  name?: pulumi.Input<string>;
  /** Id of the subnet; its address is given dynamically. */
  subnetId: pulumi.Input<string>;
  /** Ids of existing private DNS zones that the endpoint's names go to, such as a central one. */
  privateDnsZoneIds?: pulumi.Input<string>[];
  /** A new private DNS zone that the endpoint's names go to. Default: none. */
  newPrivateDnsZone?: StoragePrivateDnsZoneArgs;
  /** Region of the subnet. Default: that of the component. */
  location?: pulumi.Input<string>;
}

/** The sub-resource of an account that replication writes to. */
const blobGroup = "blob";

/**
 * The private DNS zone of blobs in the public cloud.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
const blobZone = "privatelink.blob.core.windows.net";

/** Private endpoints of the account and their entries in private DNS zones. */
export function storagePrivateEndpoints(
  name: string,
  accountId: pulumi.Input<string>,
  args: CacheStorageArgs,
  own: pulumi.CustomResourceOptions,
): void {
  const target = { id: accountId, connection: "cache", groupId: blobGroup, zoneName: blobZone };
  privateEndpoints(`${name}-endpoint`, `pe-${name}-blob`, target, args.privateEndpoints ?? [], args, own);
}

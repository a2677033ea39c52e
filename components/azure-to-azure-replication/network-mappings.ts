import * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import type * as pulumi from "@pulumi/pulumi";
import { mapped } from "../inputs/pending";
import { lastSegment, vaultNames } from "../inputs/vault-id";
import type { AzureToAzureReplicationArgs } from "./azure-to-azure-replication";
import type { ReplicationSides } from "./sides";

/** A source network and the network that its machines go to. */
export interface NetworkPairArgs {
  /** Id of the network of the source. */
  sourceNetworkId: pulumi.Input<string>;
  /** Id of the network after a failover. */
  recoveryNetworkId: pulumi.Input<string>;
  /** Name of the mapping to the recovery network. Default: `<key>-to-recovery`. */
  mappingName?: pulumi.Input<string>;
  /** Name of the mapping back. Default: `<key>-to-source`. */
  failbackMappingName?: pulumi.Input<string>;
}

/** What Site Recovery calls every network of an Azure fabric, as Microsoft's own templates write it. */
export const azureFabricNetworkName = "azureNetwork";

/** The portal maps both directions at once; through the API each is a resource of its own. */
export function networkMappings(
  name: string,
  args: AzureToAzureReplicationArgs,
  { source, recovery }: ReplicationSides,
  own: pulumi.CustomResourceOptions,
): readonly recoveryservices.ReplicationNetworkMapping[] {
  return Object.entries(args.networks ?? {}).flatMap(([key, pair]) => {
    const forth = mapping(
      `${name}-${key}-to-recovery`,
      pair.mappingName ?? `${key}-to-recovery`,
      { fabricId: source.fabricId, networkId: pair.sourceNetworkId },
      { fabricId: recovery.fabricId, networkId: pair.recoveryNetworkId },
    );
    const back = mapping(
      `${name}-${key}-to-source`,
      pair.failbackMappingName ?? `${key}-to-source`,
      { fabricId: recovery.fabricId, networkId: pair.recoveryNetworkId },
      { fabricId: source.fabricId, networkId: pair.sourceNetworkId },
    );
    return [forth, back];
  });

  function mapping(resource: string, mappingName: pulumi.Input<string>, from: End, to: End) {
    return new recoveryservices.ReplicationNetworkMapping(
      resource,
      {
        ...vaultNames(args.vaultId),
        fabricName: mapped(from.fabricId, lastSegment),
        networkName: azureFabricNetworkName,
        networkMappingName: mappingName,
        properties: {
          recoveryFabricName: mapped(to.fabricId, lastSegment),
          recoveryNetworkId: to.networkId,
          fabricSpecificDetails: { instanceType: "AzureToAzure", primaryNetworkId: from.networkId },
        },
      },
      own,
    );
  }
}

interface End {
  readonly fabricId: pulumi.Output<string>;
  readonly networkId: pulumi.Input<string>;
}

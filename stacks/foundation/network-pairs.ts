import * as pulumi from "@pulumi/pulumi";

/** A network of machines, and where they go after a failover. */
export interface NetworkPair {
  readonly sourceNetworkId: string;
  readonly recoveryNetworkId: pulumi.Input<string>;
}

/** The networks of stack configuration `sourceNetworkIds`, each with the recovery network. */
export function networkPairs(recoveryNetworkId: pulumi.Input<string>): Record<string, NetworkPair> {
  const ids = new pulumi.Config().getObject<string[]>("sourceNetworkIds") ?? [];
  return Object.fromEntries(
    ids.map((sourceNetworkId, index) => [`network-${index + 1}`, { sourceNetworkId, recoveryNetworkId }]),
  );
}

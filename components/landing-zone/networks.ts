import type * as pulumi from "@pulumi/pulumi";
import type { RecoveryNetworkArgs, RecoveryNetworkLevelArgs } from "../recovery-network/recovery-network";
import type { LandingZone, LandingZoneNetwork } from "../../landing-zone/document";
import type { LimitScope } from "./scope";
import type { ResourceGroupNames } from "./resource-groups";

/** Arguments of the recovery network, and of the isolated one for drills beside it. */
export function networkArgs(
  zone: LandingZone,
  scope: LimitScope,
  groups: ResourceGroupNames,
  recovery: LandingZoneNetwork,
  test?: LandingZoneNetwork,
): RecoveryNetworkArgs {
  return {
    ...scope,
    resourceGroupName: groups.network,
    location: zone.region,
    recovery: networkLevel(recovery),
    // The document says everything: a network that it does not name is not created.
    createTestNetwork: test !== undefined,
    ...(test === undefined ? {} : { testFailover: networkLevel(test) }),
    vaultLocation: "name" in zone.vault ? (zone.vault.location ?? zone.region) : undefined,
    tags: zone.tags,
  };
}

/** Arguments of the network that machines fail back to, which no rule ties to the vault's region. */
export function failbackNetworkArgs(
  zone: LandingZone,
  scope: LimitScope,
  groups: ResourceGroupNames,
  network: LandingZoneNetwork,
): RecoveryNetworkArgs {
  return { ...networkArgs(zone, scope, groups, network), vaultLocation: undefined };
}

function networkLevel(level: LandingZoneNetwork): RecoveryNetworkLevelArgs {
  if ("id" in level) return { networkId: level.id };
  return {
    networkName: level.name,
    location: level.location,
    addressSpaces: [...level.addressSpaces],
    subnets: level.subnets.map((subnet) => ({
      ...subnet,
      serviceEndpoints: subnet.serviceEndpoints as pulumi.Input<string>[] | undefined,
    })),
    ...(level.dnsServers === undefined ? {} : { dnsServers: [...level.dnsServers] }),
    tags: level.tags,
  };
}

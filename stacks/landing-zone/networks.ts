import type * as pulumi from "@pulumi/pulumi";
import { RecoveryNetwork, type RecoveryNetworkLevelArgs } from "../../components";
import type { LandingZone, LandingZoneNetwork } from "../../landing-zone/document";
import type { LimitScope } from "./deploy";
import type { ResourceGroupNames } from "./resource-groups";

/** The recovery network and the isolated one for drills; undefined where the document has none. */
export function networks(
  zone: LandingZone,
  scope: LimitScope,
  groups: ResourceGroupNames,
): RecoveryNetwork | undefined {
  const level = zone.networks;
  if (level === undefined) return undefined;
  return recoveryNetwork("network", zone, scope, groups, level.recovery, level.testFailover);
}

export function recoveryNetwork(
  name: string,
  zone: LandingZone,
  scope: LimitScope,
  groups: ResourceGroupNames,
  recovery: LandingZoneNetwork,
  test?: LandingZoneNetwork,
): RecoveryNetwork {
  return new RecoveryNetwork(name, {
    ...scope,
    resourceGroupName: groups.network,
    location: zone.region,
    recovery: networkLevel(recovery),
    // The document says everything: a network that it does not name is not created.
    createTestNetwork: test !== undefined,
    ...(test === undefined ? {} : { testFailover: networkLevel(test) }),
    vaultLocation: "name" in zone.vault ? (zone.vault.location ?? zone.region) : undefined,
    tags: zone.tags,
  });
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

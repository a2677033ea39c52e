import type { Cloud } from "../cloud";
import type { SeededNetworkMapping } from "../seed-states";
import { happened } from "./past";

/** A network mapping in one direction. */
export function plantNetworkMapping(cloud: Cloud, mapping: SeededNetworkMapping): void {
  const nameOf = (id: string) => id.split("/").at(-1) ?? "";
  const name = mapping.name ?? `${nameOf(mapping.networkId)}-${nameOf(mapping.recoveryNetworkId)}`;
  const id = `${mapping.vaultId}/replicationFabrics/${mapping.fabric}/replicationNetworks/azureNetwork/replicationNetworkMappings/${name}`;
  const properties = {
    recoveryFabricName: mapping.recoveryFabric,
    recoveryNetworkId: mapping.recoveryNetworkId,
    fabricSpecificDetails: { instanceType: "AzureToAzure", primaryNetworkId: mapping.networkId },
  };
  happened(cloud, "put", id, { properties }, cloud.clock.now());
}

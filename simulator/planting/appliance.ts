import { newestAgent } from "../types/recovery-services/replication/agent-version";
import { azureTimestamp } from "../clock";
import type { Cloud } from "../cloud";
import { stableGuid } from "../guid";
import { objectAt, objectsAt } from "../json";
import type { SeededAppliance } from "../seed-sources";
import { registeredVault } from "./put";
import { plantContainer, plantFabric, plantProvider, serverErrors, serverState } from "./replication-site";

/** A replication appliance that registered: fabric, container, process server and agents. Fields as recorded. */
export function plantAppliance(cloud: Cloud, appliance: SeededAppliance): void {
  const vault = registeredVault(cloud, appliance.vaultId, appliance.name);
  const now = azureTimestamp(cloud.clock.now());
  const state = serverState(cloud, appliance);
  const healthErrors = serverErrors(cloud, appliance);
  const name = appliance.fabric ?? `${vault.name}-vmwarefabric`;
  const id = `${vault.id}/replicationFabrics/${name}`;
  const before = objectAt(objectAt(cloud.store.get(id)?.envelope, "properties"), "customDetails");
  const identifier = appliance.id ?? stableGuid(`appliance ${appliance.name}`);
  const site =
    appliance.siteId
      .split("/")
      .at(-1)
      ?.replace(/vmwaresite$/i, "") ?? "";
  const common = {
    id: identifier,
    name: appliance.name,
    biosId: stableGuid(`bios ${appliance.name}`).toUpperCase(),
    fabricObjectId: `${appliance.siteId}/machines/${appliance.name}`,
    fqdn: appliance.name,
    ...state,
    healthErrors,
  };
  const withAgent = (list: string, agent: object) => ({
    [list]: [...objectsAt(before, list).filter((each) => each["id"] !== identifier), { ...common, ...agent }],
  });
  const fabric = plantFabric(cloud, id, name, {
    instanceType: "InMageRcm",
    vmwareSiteId: appliance.siteId,
    physicalSiteId: appliance.siteId.replace(/\/VMwareSites\/.*$/i, `/ServerSites/${site}physicalsite`),
    serviceEndpoint: "https://pod01-srs1.simulated.hypervrecoverymanager.windowsazure.com",
    serviceResourceId: stableGuid(`service ${appliance.siteId.toLowerCase()}`),
    serviceContainerId: stableGuid(`service container ${appliance.siteId.toLowerCase()}`),
    dataPlaneUri: "https://pod01-prot2.simulated.backup.windowsazure.com",
    controlPlaneUri: "https://pod01-rcm1.simulated.hypervrecoverymanager.windowsazure.com",
    ...withAgent("processServers", {
      ipAddresses: [],
      version: newestAgent("InMageRcm", cloud.clock.now()),
      throughputStatus: "Healthy",
      systemLoadStatus: "Healthy",
      diskUsageStatus: "Healthy",
      memoryUsageStatus: "Healthy",
      processorUsageStatus: "Healthy",
      historicHealth: state.health,
    }),
    ...withAgent("rcmProxies", { clientAuthenticationType: "Certificate", version: "1.38.8708.11966" }),
    ...withAgent("pushInstallers", { version: "1.39.8785.21742" }),
    ...withAgent("replicationAgents", { version: "1.38.8707.13595" }),
    ...withAgent("reprotectAgents", {
      version: "1.40.8771.15612",
      accessibleDatastores: appliance.datastores ?? ["datastore1"],
      vcenterId: null,
      lastDiscoveryInUtc: now,
    }),
    ...withAgent("marsAgents", { version: "2.0.9261.0" }),
    ...withAgent("dras", { version: "5.23.720.4" }),
    agentDetails: [],
  });
  plantContainer(cloud, fabric, `${site}replicationcontainer`, `${site}replicationcontainer`);
  plantProvider(cloud, fabric, `${appliance.name}dra`, appliance.name, appliance);
}

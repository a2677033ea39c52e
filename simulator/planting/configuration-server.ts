import { createHash } from "node:crypto";
import type { Cloud } from "../cloud";
import { stableGuid } from "../guid";
import type { SeededConfigurationServer } from "../seed-sources";
import { newestAgent } from "../types/recovery-services/replication/agent-version";
import { put, registeredVault } from "./put";
import {
  plantContainer,
  plantFabric,
  plantProtectable,
  plantProvider,
  serverErrors,
  serverState,
} from "./replication-site";

/** A classic configuration server that registered, with its vCenters, accounts and machines. */
export function plantConfigurationServer(cloud: Cloud, server: SeededConfigurationServer): void {
  const vault = registeredVault(cloud, server.vaultId, server.name);
  const state = serverState(cloud, server);
  // Published: the fabric of a configuration server is named by 64 hexadecimal digits.
  const name = server.fabric ?? createHash("sha256").update(server.name).digest("hex");
  const servers = server.processServers ?? [{ name: server.name }];
  const fabric = plantFabric(cloud, `${vault.id}/replicationFabrics/${name}`, server.name, {
    instanceType: "VMware",
    hostName: server.name,
    agentVersion: newestAgent("InMageAzureV2", cloud.clock.now()),
    lastHeartbeat: state.lastHeartbeatUtc,
    versionStatus: "Latest",
    psServiceStatus: "Healthy",
    processServers: servers.map((each) => ({
      id: each.id ?? stableGuid(`process server ${each.name}`).toUpperCase(),
      friendlyName: each.name,
      osType: "Windows",
      agentVersion: newestAgent("InMageAzureV2", cloud.clock.now()),
      lastHeartbeat: state.lastHeartbeatUtc,
      versionStatus: "Latest",
      health: state.health,
      healthErrors: serverErrors(cloud, server),
    })),
    masterTargetServers: [],
    runAsAccounts: (server.runAsAccounts ?? []).map((account) => ({
      accountId: account.id,
      accountName: account.name,
    })),
  });
  const identifier = stableGuid(`server ${fabric.id.toLowerCase()}`);
  const container = plantContainer(cloud, fabric, `cloud_${identifier}`, server.name);
  const provider = plantProvider(cloud, fabric, identifier, server.name, server);
  for (const vCenter of server.vCenters ?? []) {
    put(cloud, `${fabric.id}/replicationvCenters/${vCenter.name}`, {
      properties: {
        friendlyName: vCenter.name,
        internalId: stableGuid(`vcenter ${vCenter.name}`),
        ipAddress: vCenter.fqdn ?? vCenter.name,
        port: "443",
        discoveryStatus: "Completed",
        runAsAccountId: server.runAsAccounts?.[0]?.id ?? "1",
        processServerId:
          servers[0]?.id ?? stableGuid(`process server ${servers[0]?.name ?? ""}`).toUpperCase(),
        fabricArmResourceName: fabric.name,
        healthErrors: [],
      },
    });
  }
  for (const machine of server.machines ?? []) {
    plantProtectable(cloud, container, provider, machine, "InMageAzureV2", {
      instanceType: "VMwareVirtualMachine",
      agentGeneratedId: null,
      agentInstalled: "False",
      osType: machine.osType ?? "Windows",
      ipAddress: machine.nics?.[0]?.ipAddress ?? null,
      poweredOn: "True",
      vCenterInfrastructureId: server.vCenters?.[0] ? stableGuid(`vcenter ${server.vCenters[0].name}`) : null,
      discoveryType: server.vCenters === undefined ? "PhysicalServer" : "vCenter",
      diskDetails: machine.disks.map((disk, index) => ({
        diskId: disk.id ?? stableGuid(`disk ${machine.name} ${disk.name}`),
        diskName: disk.name,
        diskSizeInMB: String(disk.sizeGiB * 1024),
        diskType: index === 0 ? "OS" : "Data",
        diskConfiguration: "Basic",
        volumeList: [],
      })),
      validationErrors: [],
    });
  }
}

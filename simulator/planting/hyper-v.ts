import type { Cloud } from "../cloud";
import { stableGuid } from "../guid";
import { objectAt, objectsAt, stringAt } from "../json";
import type { SeededHyperVServer, SeededMachine, SeededVmmServer } from "../seed-sources";
import { put, registeredVault } from "./put";
import { plantContainer, plantFabric, plantProtectable, plantProvider } from "./replication-site";

/** A Hyper-V host that registered with a site, with its virtual machines. */
export function plantHyperVServer(cloud: Cloud, server: SeededHyperVServer): void {
  const vault = registeredVault(cloud, server.vaultId, server.name);
  const id = `${vault.id}/replicationFabrics/${server.site}`;
  const before = objectAt(objectAt(cloud.store.get(id)?.envelope, "properties"), "customDetails");
  const fabric = plantFabric(cloud, id, server.site, {
    instanceType: "HyperVSite",
    hyperVHosts: [
      ...objectsAt(before, "hyperVHosts"),
      { id: stableGuid(`host ${server.name}`), name: server.name },
    ],
  });
  const identifier = stringAt(objectAt(fabric.envelope, "properties"), "internalIdentifier") ?? "";
  const born = cloud.store
    .owned(fabric.id)
    .find((below) => below.type.endsWith("/replicationProtectionContainers"));
  const container = born ?? plantContainer(cloud, fabric, `cloud_${identifier}`, server.site);
  plantVirtualMachines(cloud, fabric, container, server, server.virtualMachines ?? []);
}

/** A VMM server with its clouds, networks and storage. */
export function plantVmmServer(cloud: Cloud, server: SeededVmmServer): void {
  const vault = registeredVault(cloud, server.vaultId, server.name);
  const name = server.fabric ?? stableGuid(`vmm ${server.name}`).replaceAll("-", "");
  const fabric = plantFabric(cloud, `${vault.id}/replicationFabrics/${name}`, server.name, {
    instanceType: "VMM",
  });
  for (const each of server.clouds) {
    const container = plantContainer(cloud, fabric, stableGuid(`cloud ${fabric.id} ${each.name}`), each.name);
    plantVirtualMachines(cloud, fabric, container, server, each.virtualMachines ?? []);
  }
  for (const network of server.networks ?? []) {
    put(cloud, `${fabric.id}/replicationNetworks/${stableGuid(`network ${fabric.id} ${network.name}`)}`, {
      properties: {
        fabricType: "VMM",
        friendlyName: network.name,
        networkType: "VMNetwork",
        subnets: (network.subnets ?? []).map((addressList, index) => ({
          name: `subnet${index + 1}`,
          friendlyName: `subnet${index + 1}`,
          addressList: [addressList],
        })),
      },
    });
  }
  for (const friendlyName of server.storageClassifications ?? []) {
    put(
      cloud,
      `${fabric.id}/replicationStorageClassifications/${stableGuid(`storage ${fabric.id} ${friendlyName}`)}`,
      {
        properties: { friendlyName },
      },
    );
  }
}

function plantVirtualMachines(
  cloud: Cloud,
  fabric: Parameters<typeof plantProvider>[1],
  container: Parameters<typeof plantProtectable>[1],
  server: SeededHyperVServer | SeededVmmServer,
  machines: readonly SeededMachine[],
): void {
  const provider = plantProvider(
    cloud,
    fabric,
    stableGuid(`provider ${fabric.id} ${server.name}`),
    server.name,
    server,
  );
  for (const machine of machines) {
    plantProtectable(cloud, container, provider, machine, "HyperVReplicaAzure", {
      instanceType: "HyperVVirtualMachine",
      sourceItemId: stableGuid(`vm ${machine.name}`),
      generation: machine.firmware === "UEFI" ? "2" : "1",
      osDetails: { osType: machine.osType ?? "Windows" },
      diskDetails: machine.disks.map((disk, index) => ({
        maxSizeMB: disk.sizeGiB * 1024,
        vhdType: index === 0 ? "OperatingSystem" : "Data",
        vhdId: disk.id ?? stableGuid(`vhd ${machine.name} ${disk.name}`),
        vhdName: disk.name,
      })),
      hasPhysicalDisk: "NotPresent",
      hasFibreChannelAdapter: "NotPresent",
      hasSharedVhd: "NotPresent",
      hyperVHostId: stableGuid(`host ${server.name}`),
    });
  }
}

import { azureTimestamp } from "../clock";
import type { Cloud } from "../cloud";
import { stableGuid } from "../guid";
import type { SeededMachine, SeededVmwareSite } from "../seed-sources";
import { put } from "./put";

/** A discovery site with what its appliance found. */
export function plantVmwareSite(
  cloud: Cloud,
  site: SeededVmwareSite,
  group: (name: string, location: string) => void,
): void {
  group(site.resourceGroup, site.location);
  const id = `/subscriptions/${cloud.identity.subscriptionId}/resourceGroups/${site.resourceGroup}/providers/Microsoft.OffAzure/VMwareSites/${site.name}`;
  put(cloud, id, { location: site.location, properties: { provisioningState: "Succeeded" } });
  const now = azureTimestamp(cloud.clock.now());
  for (const vCenter of site.vCenters ?? []) {
    put(cloud, `${id}/vcenters/${vCenter.name}`, {
      properties: {
        fqdn: vCenter.fqdn ?? vCenter.name,
        port: "443",
        friendlyName: vCenter.name,
        createdTimestamp: now,
        updatedTimestamp: now,
        errors: [],
      },
    });
  }
  for (const host of site.hosts ?? []) {
    put(cloud, `${id}/hosts/${host.name}`, {
      properties: { displayName: host.name, fqdn: host.fqdn ?? host.name },
    });
  }
  for (const account of site.runAsAccounts ?? []) {
    put(cloud, `${id}/runasaccounts/${account.name}`, {
      properties: {
        displayName: account.displayName ?? account.name,
        credentialType: account.credentialType ?? "VMwareFabric",
        createdTimestamp: now,
        updatedTimestamp: now,
      },
    });
  }
  for (const machine of site.machines ?? []) {
    const name =
      machine.id ?? `${site.vCenters?.[0]?.name ?? site.name}_${stableGuid(`machine ${id} ${machine.name}`)}`;
    put(cloud, `${id}/machines/${name}`, { properties: discovered(machine, site.vCenters?.[0]?.fqdn, now) });
  }
}

function discovered(machine: SeededMachine, vCenterFqdn: string | undefined, now: string) {
  return {
    displayName: machine.name,
    vCenterFQDN: vCenterFqdn ?? null,
    powerStatus: "ON",
    firmware: machine.firmware ?? "BIOS",
    numberOfProcessorCore: machine.cores ?? 2,
    allocatedMemoryInMB: machine.memoryMiB ?? 8192,
    operatingSystemDetails: {
      osType: machine.osType === "Linux" ? "linuxguest" : "windowsguest",
      osName: machine.osType ?? "Windows",
    },
    disks: machine.disks.map((disk, lun) => ({
      uuid: disk.id ?? stableGuid(`disk ${machine.name} ${disk.name}`),
      label: disk.name,
      name: `scsi0:${lun}`,
      maxSizeInBytes: disk.sizeGiB * 1024 ** 3,
      diskType: "Persistent",
      lun,
    })),
    networkAdapters: (machine.nics ?? []).map((nic, index) => ({
      nicId: String(4000 + index),
      label: `Network adapter ${index + 1}`,
      macAddress: nic.macAddress,
      networkName: nic.networkName ?? null,
      ipAddressList: nic.ipAddress === undefined ? [] : [nic.ipAddress],
      ipAddressType: nic.isStatic ? "Static" : "Dynamic",
    })),
    isDeleted: false,
    createdTimestamp: now,
    updatedTimestamp: now,
  };
}

import type { Cloud } from "../cloud";
import { stableGuid } from "../guid";
import type { SeededAzureVirtualMachine } from "../seed-sources";
import { put } from "./put";

/** A virtual machine with its disks and NICs, as Azure Resource Manager shows them. */
export function plantAzureVirtualMachine(
  cloud: Cloud,
  machine: SeededAzureVirtualMachine,
  group: (name: string, location: string) => void,
): void {
  group(machine.resourceGroup, machine.location);
  const { location } = machine;
  const scope = `/subscriptions/${cloud.identity.subscriptionId}/resourceGroups/${machine.resourceGroup}/providers`;
  const vmId = `${scope}/Microsoft.Compute/virtualMachines/${machine.name}`;
  const osType = machine.osType ?? "Windows";
  const zones = machine.zone === undefined ? {} : { zones: [machine.zone] };
  const disks = machine.disks.map((disk, index) => {
    const sku = disk.sku ?? "Standard_LRS";
    const { id } = put(cloud, `${scope}/Microsoft.Compute/disks/${disk.name}`, {
      location,
      ...zones,
      sku: { name: sku, tier: sku.replace(/_.*$/, "") },
      managedBy: vmId,
      properties: {
        ...(index === 0 ? { osType, hyperVGeneration: machine.generation ?? "V1" } : {}),
        diskSizeGB: Math.ceil(disk.sizeGiB),
        diskSizeBytes: disk.sizeInBytes ?? disk.sizeGiB * 1024 ** 3,
        diskState: "Attached",
        provisioningState: "Succeeded",
      },
    });
    return {
      name: disk.name,
      diskSizeGB: Math.ceil(disk.sizeGiB),
      managedDisk: { id, storageAccountType: sku },
    };
  });
  const nics = (machine.nics ?? []).map((nic) =>
    put(cloud, `${scope}/Microsoft.Network/networkInterfaces/${nic.name}`, {
      location,
      properties: {
        provisioningState: "Succeeded",
        virtualMachine: { id: vmId },
        ipConfigurations: [
          {
            name: nic.ipConfigurationName ?? "ipconfig1",
            properties: {
              provisioningState: "Succeeded",
              primary: true,
              privateIPAddress: nic.privateIpAddress,
              privateIPAllocationMethod: nic.isStatic ? "Static" : "Dynamic",
              subnet: { id: nic.subnetId },
            },
          },
        ],
      },
    }),
  );
  const [osDisk, ...dataDisks] = disks;
  put(cloud, vmId, {
    location,
    ...zones,
    ...(machine.tags === undefined ? {} : { tags: machine.tags }),
    properties: {
      vmId: stableGuid(vmId.toLowerCase()),
      provisioningState: "Succeeded",
      hardwareProfile: { vmSize: machine.size ?? "Standard_DS1_v2" },
      storageProfile: {
        osDisk: { osType, createOption: "FromImage", ...osDisk },
        dataDisks: dataDisks.map((disk, lun) => ({ lun, createOption: "Attach", ...disk })),
      },
      networkProfile: {
        networkInterfaces: nics.map(({ id }, index) => ({ id, properties: { primary: index === 0 } })),
      },
    },
  });
}

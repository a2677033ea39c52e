import { parseResourceId } from "../../../arm/resource-id";
import type { Cloud } from "../../../cloud";
import { isObject, objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import type { StoredResource } from "../../../store/resource";
import { refused } from "../site-recovery-error";
import type { SourceNic } from "./vm-nics";

/** A disk of an Azure virtual machine. */
export interface AzureDisk {
  readonly id: string;
  readonly name: string;
  readonly isOsDisk: boolean;
  readonly capacityInBytes: number;
  readonly sku: string;
}

/** An Azure virtual machine as replication sees it. */
export interface AzureVm {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly zone: string | null;
  readonly size: string;
  readonly osType: string;
  readonly generation: string;
  readonly tags: JsonObject;
  readonly disks: readonly AzureDisk[];
}

/** Reads the virtual machine an id names. @throws ArmError 400 when there is none. */
export function azureVm(cloud: Cloud, id: string | undefined): AzureVm {
  const vm = azureVmIfThere(cloud, id);
  if (vm) return vm;
  throw refused("VirtualMachineNotFound", `The virtual machine '${id ?? ""}' does not exist.`);
}

/** Reads the virtual machine an id names; undefined when there is none. */
export function azureVmIfThere(cloud: Cloud, id: string | undefined): AzureVm | undefined {
  const parsed = id === undefined ? undefined : parseResourceId(id);
  const vm = parsed && cloud.find(parsed);
  if (vm?.type.toLowerCase() !== "microsoft.compute/virtualmachines") return undefined;
  const properties = objectAt(vm.envelope, "properties");
  const storage = objectAt(properties, "storageProfile");
  const osDisk = objectAt(storage, "osDisk");
  const disks = [
    ...(storage["osDisk"] === undefined ? [] : [diskOf(cloud, osDisk, true)]),
    ...objectsAt(storage, "dataDisks").map((disk) => diskOf(cloud, disk, false)),
  ];
  const zones = vm.envelope["zones"];
  return {
    id: vm.id,
    name: vm.name,
    location: stringAt(vm.envelope, "location") ?? "",
    zone: Array.isArray(zones) && typeof zones[0] === "string" ? zones[0] : null,
    size: stringAt(objectAt(properties, "hardwareProfile"), "vmSize") ?? "Standard_DS1_v2",
    osType: stringAt(osDisk, "osType") ?? "Windows",
    generation: generationOf(cloud, osDisk),
    tags: objectAt(vm.envelope, "tags"),
    disks,
  };
}

/** The NICs of a machine as they are now. */
export function azureNics(cloud: Cloud, vmId: string): readonly SourceNic[] {
  const vm = cloud.store.get(vmId);
  const profile = objectAt(objectAt(vm?.envelope, "properties"), "networkProfile");
  return objectsAt(profile, "networkInterfaces").flatMap((reference) => {
    const nic = cloud.store.get(stringAt(reference, "id") ?? "");
    return nic ? [nicOf(nic)] : [];
  });
}

function nicOf(nic: StoredResource): SourceNic {
  const configs = objectsAt(objectAt(nic.envelope, "properties"), "ipConfigurations");
  const subnetId = (config: JsonObject | undefined) =>
    stringAt(objectAt(objectAt(config, "properties"), "subnet"), "id");
  return {
    id: nic.id,
    armId: nic.id,
    networkName: subnetId(configs[0])?.replace(/\/subnets\/[^/]+$/i, ""),
    ipConfigs: configs.map((config, index) => {
      const properties = objectAt(config, "properties");
      return {
        name: stringAt(config, "name") ?? `ipconfig${index + 1}`,
        isPrimary: properties["primary"] === undefined ? index === 0 : properties["primary"] === true,
        subnetName: subnetId(config)?.split("/").at(-1),
        address: stringAt(properties, "privateIPAddress"),
        isStatic: properties["privateIPAllocationMethod"] === "Static",
      };
    }),
  };
}

function diskOf(cloud: Cloud, given: JsonObject, isOsDisk: boolean): AzureDisk {
  const managed = objectAt(given, "managedDisk");
  const id = stringAt(managed, "id") ?? "";
  const disk = cloud.store.get(id);
  const properties = objectAt(disk?.envelope, "properties");
  const gigabytes = Number(given["diskSizeGB"] ?? properties["diskSizeGB"] ?? (isOsDisk ? 127 : 0));
  return {
    id,
    name: disk?.name ?? stringAt(given, "name") ?? id.split("/").at(-1) ?? "",
    isOsDisk,
    capacityInBytes: Number(properties["diskSizeBytes"] ?? gigabytes * 1024 ** 3),
    sku:
      stringAt(objectAt(disk?.envelope, "sku"), "name") ??
      stringAt(managed, "storageAccountType") ??
      "Standard_LRS",
  };
}

function generationOf(cloud: Cloud, osDisk: JsonObject): string {
  const disk = cloud.store.get(stringAt(objectAt(osDisk, "managedDisk"), "id") ?? "");
  const properties = disk?.envelope["properties"];
  return isObject(properties) && properties["hyperVGeneration"] === "V2" ? "V2" : "V1";
}

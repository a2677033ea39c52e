import { parseResourceId } from "../../../arm/resource-id";
import type { Cloud } from "../../../cloud";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import { refused } from "../site-recovery-error";

/** A machine an appliance discovered (`Microsoft.OffAzure/VMwareSites/machines`). */
export interface DiscoveredMachine {
  readonly id: string;
  readonly name: string;
  readonly osType: string;
  readonly firmware: string;
  readonly cores: number;
  readonly memoryInMegabytes: number;
  readonly disks: readonly {
    readonly id: string;
    readonly name: string;
    readonly sizeInBytes: number;
    readonly isOsDisk: boolean;
  }[];
  readonly nics: readonly {
    readonly id: string;
    readonly address?: string | undefined;
    readonly isStatic: boolean;
    readonly networkName?: string | undefined;
  }[];
}

/** Reads a discovered machine. @throws ArmError 400 when there is none. */
export function discoveredMachine(cloud: Cloud, id: string | undefined): DiscoveredMachine {
  const parsed = id === undefined ? undefined : parseResourceId(id);
  const machine = parsed && cloud.find(parsed);
  if (!machine || !/^microsoft\.offazure\/(vmware|server)sites\/machines$/i.test(machine.type)) {
    throw refused(
      "DiscoveredMachineNotFound",
      `The machine '${id ?? ""}' of 'fabricDiscoveryMachineId' has not been discovered.`,
    );
  }
  const properties = objectAt(machine.envelope, "properties");
  return {
    id: machine.id,
    name: stringAt(properties, "displayName") ?? machine.name,
    osType: /linux/i.test(stringAt(objectAt(properties, "operatingSystemDetails"), "osType") ?? "")
      ? "Linux"
      : "Windows",
    firmware: stringAt(properties, "firmware") ?? "BIOS",
    cores: Number(properties["numberOfProcessorCore"] ?? 0),
    memoryInMegabytes: Number(properties["allocatedMemoryInMB"] ?? 0),
    disks: objectsAt(properties, "disks").map((disk, index) => ({
      id: stringAt(disk, "uuid") ?? "",
      name: stringAt(disk, "label") ?? `disk${index}`,
      sizeInBytes: Number(disk["maxSizeInBytes"] ?? 0),
      isOsDisk: index === 0,
    })),
    nics: objectsAt(properties, "networkAdapters").map((nic) => {
      const addresses = nic["ipAddressList"];
      return {
        id: stringAt(nic, "nicId") ?? stringAt(nic, "macAddress") ?? "",
        address: Array.isArray(addresses) && typeof addresses[0] === "string" ? addresses[0] : undefined,
        isStatic: nic["ipAddressType"] === "Static",
        networkName: stringAt(nic, "networkName"),
      };
    }),
  };
}

/** The machine's NICs as a modernized item shows them. */
export function rcmNics(
  cloud: Cloud,
  machineId: string | undefined,
  wanted: JsonObject,
): readonly JsonObject[] {
  return discoveredMachine(cloud, machineId).nics.map((nic, index) => ({
    nicId: nic.id,
    isPrimaryNic: index === 0 ? "true" : "false",
    isSelectedForFailover: "true",
    sourceIPAddress: nic.address ?? null,
    sourceIPAddressType: nic.isStatic ? "Static" : "Dynamic",
    sourceNetworkId: nic.networkName ?? null,
    sourceSubnetName: null,
    targetIPAddress: null,
    targetIPAddressType: "Dynamic",
    targetSubnetName: wanted["subnetName"] ?? null,
    testSubnetName: wanted["testSubnetName"] ?? null,
    testIPAddress: null,
    testIPAddressType: "Dynamic",
  }));
}

import type { Cloud } from "../../../cloud";
import { stableGuid } from "../../../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import type { StoredResource } from "../../../store/resource";
import { referred } from "../site-recovery-entity";
import { refused } from "../site-recovery-error";
import { protectableItemType } from "../type-names";
import type { SourceNic } from "./vm-nics";

/** A disk of a machine on premises. */
export interface MachineDisk {
  readonly id: string;
  readonly name: string;
  readonly sizeInMegabytes: number;
  readonly isOsDisk: boolean;
}

/** The machine a protectable item stands for. */
export interface ProtectableMachine {
  readonly resource: StoredResource;
  readonly friendlyName: string;
  readonly osType: string;
  readonly disks: readonly MachineDisk[];
  readonly nics: readonly SourceNic[];
  readonly custom: JsonObject;
}

/** Reads the protectable item a request names. @throws ArmError 400 when there is none or it takes another provider. */
export function protectableMachine(
  cloud: Cloud,
  id: string | undefined,
  provider: string,
): ProtectableMachine {
  const resource = referred(cloud, id, protectableItemType, "protectableItemId");
  const properties = objectAt(resource.envelope, "properties");
  const supported = properties["supportedReplicationProviders"];
  if (Array.isArray(supported) && !supported.includes(provider)) {
    throw refused(
      "ProviderNotSupported",
      `The machine '${resource.name}' cannot be replicated by '${provider}'. It takes: ${supported.join(", ")}.`,
    );
  }
  return { resource, ...machineOf(resource) };
}

/** Disks and NICs of a protectable item, as they are now. */
export function machineOf(resource: StoredResource): Omit<ProtectableMachine, "resource"> {
  const properties = objectAt(resource.envelope, "properties");
  const custom = objectAt(properties, "customDetails");
  const disks = objectsAt(custom, "diskDetails").map((disk, index) => ({
    id: stringAt(disk, "vhdId") ?? stringAt(disk, "diskId") ?? "",
    name: stringAt(disk, "vhdName") ?? stringAt(disk, "diskName") ?? `disk${index}`,
    sizeInMegabytes: Number(disk["maxSizeMB"] ?? disk["diskSizeInMB"] ?? 0),
    isOsDisk: disk["vhdType"] === "OperatingSystem" || disk["diskType"] === "OS" || index === 0,
  }));
  const osType = stringAt(custom, "osType") ?? stringAt(objectAt(custom, "osDetails"), "osType") ?? "Windows";
  return {
    friendlyName: stringAt(properties, "friendlyName") ?? resource.name,
    osType,
    disks,
    nics: objectsAt(resource.hidden, "nics").map((nic) => nicOf(resource, nic)),
    custom,
  };
}

function nicOf(resource: StoredResource, nic: JsonObject): SourceNic {
  const mac = stringAt(nic, "macAddress") ?? stableGuid(`mac ${resource.id}`);
  return {
    id: `${resource.id}/${mac}`,
    networkName: stringAt(nic, "networkName"),
    ipConfigs: [
      {
        name: "ipconfig1",
        isPrimary: true,
        address: stringAt(nic, "ipAddress"),
        isStatic: nic["isStatic"] === true,
      },
    ],
  };
}

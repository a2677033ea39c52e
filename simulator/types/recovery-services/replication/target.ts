import { isObject, objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";

/** A disk of the machine a failover makes. */
export interface TargetDisk {
  readonly name: string;
  readonly testName: string;
  readonly sizeInBytes: number;
  readonly sku: string;
  readonly isOsDisk: boolean;
}

/** The machine a failover makes, as the item's settings describe it. */
export interface Target {
  /** Undefined: a failover makes no machine in Azure. */
  readonly resourceGroupId: string | undefined;
  /** Undefined: that of the resource group. */
  readonly location: string | undefined;
  readonly vmName: string;
  readonly testVmName: string;
  readonly vmSize: string | undefined;
  readonly osType: string;
  readonly zone: string | undefined;
  readonly availabilitySetId: string | undefined;
  readonly proximityPlacementGroupId: string | undefined;
  readonly networkId: string | undefined;
  /** Network of a test failover that names none. */
  readonly testNetworkId: string | undefined;
  readonly licenseType: string | undefined;
  readonly disks: readonly TargetDisk[];
  readonly tags: {
    readonly vm: JsonObject | undefined;
    readonly disks: JsonObject | undefined;
    readonly nics: JsonObject | undefined;
  };
}

/** No machine in Azure: what runs on premises afterwards. */
export function noTarget(vmName: string): Target {
  return {
    resourceGroupId: undefined,
    location: undefined,
    vmName,
    testVmName: "",
    vmSize: undefined,
    osType: "Windows",
    zone: undefined,
    availabilitySetId: undefined,
    proximityPlacementGroupId: undefined,
    networkId: undefined,
    testNetworkId: undefined,
    licenseType: undefined,
    disks: [],
    tags: { vm: undefined, disks: undefined, nics: undefined },
  };
}

/** A setting that is given and not empty. */
export function setting(details: JsonObject, name: string): string | undefined {
  return stringAt(details, name) || undefined;
}

/** Tags that were set; undefined where there are none. */
export function tagsOf(details: JsonObject, name: string): JsonObject | undefined {
  const tags = details[name];
  if (Array.isArray(tags)) {
    // Modernized items take a list of names and values.
    const listed = objectsAt(details, name).map(
      (tag) => [stringAt(tag, "tagName") ?? "", tag["tagValue"]] as const,
    );
    return listed.length === 0 ? undefined : Object.fromEntries(listed);
  }
  return isObject(tags) && Object.keys(tags).length > 0 ? objectAt(details, name) : undefined;
}

/** What a failover tags its machine, disks and adapters with. */
export function targetTags(details: JsonObject): Target["tags"] {
  return {
    vm: tagsOf(details, "targetVmTags"),
    disks: tagsOf(details, "targetManagedDiskTags"),
    nics: tagsOf(details, "targetNicTags"),
  };
}

/** The license of the virtual machine; `NoLicenseType` and the like are none. */
export function licenseOf(details: JsonObject): string | undefined {
  return details["licenseType"] === "WindowsServer" ? "Windows_Server" : undefined;
}

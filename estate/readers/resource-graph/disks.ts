import type { Disk } from "../../../limits/facts/machine";
import type { JsonRecord } from "../../records/record-tables";
import { listAt, numberAt, objectAt, textAt, type Resource } from "./resource";

/** Disks of a virtual machine: what the machine says of them, with what their own resources say. */
export function disksOf(
  storageProfile: JsonRecord,
  resources: ReadonlyMap<string, Resource>,
): readonly Disk[] | undefined {
  const osDisk = objectAt(storageProfile, "osDisk");
  if (Object.keys(osDisk).length === 0) return undefined;
  return [
    { ...diskOf(osDisk, resources), os: true },
    ...listAt(storageProfile, "dataDisks").map((disk) => ({ ...diskOf(disk, resources), os: false })),
  ];
}

function diskOf(attached: JsonRecord, resources: ReadonlyMap<string, Resource>): Disk {
  const managed = objectAt(attached, "managedDisk");
  const resource = resources.get(textAt(managed, "id")?.toLowerCase() ?? "");
  const properties = resource?.properties ?? {};
  const name = textAt(attached, "name");
  // A machine that is deallocated says nothing of sizes; the resource does.
  const sizeGiB = numberAt(properties, "diskSizeGB") ?? numberAt(attached, "diskSizeGB");
  const sku = textAt(resource?.sku ?? {}, "name") ?? textAt(managed, "storageAccountType");
  const unmanaged = textAt(objectAt(attached, "vhd"), "uri") !== undefined;
  const isManaged = Object.keys(managed).length > 0;
  const caching = (["None", "ReadOnly", "ReadWrite"] as const).find((one) => one === attached["caching"]);
  const creation = objectAt(properties, "creationData");
  const sectorBytes = numberAt(creation, "logicalSectorSize");
  const ephemeral = textAt(objectAt(attached, "diffDiskSettings"), "option") === "Local";
  const maxShares = numberAt(properties, "maxShares");
  return {
    ...(name === undefined ? {} : { name }),
    ...(sizeGiB === undefined ? {} : { sizeGiB }),
    ...(unmanaged ? { kind: "vhd" as const } : isManaged ? { kind: "managed" as const } : {}),
    ...(sku === undefined ? {} : { sku }),
    ...(caching === undefined ? {} : { caching }),
    ephemeral,
    writeAccelerator: attached["writeAcceleratorEnabled"] === true,
    ...(resource === undefined
      ? {}
      : { shared: (maxShares ?? 1) > 1, performancePlus: creation["performancePlus"] === true }),
    ...(sectorBytes === undefined ? {} : { logicalSectorBytes: sectorBytes }),
  };
}

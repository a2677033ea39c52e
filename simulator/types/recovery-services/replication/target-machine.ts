import { parseResourceId } from "../../../arm/resource-id";
import type { Cloud } from "../../../cloud";
import { stableGuid } from "../../../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import type { Effect } from "../../../operations/operation";
import type { StoredResource } from "../../../store/resource";
import { readItem } from "./item-record";
import type { Placement } from "./target-nics";
import { targetNics } from "./target-nics";

/** A machine that a failover makes: the virtual machine itself, and what comes with it. */
export interface TargetMachine {
  readonly vm: StoredResource;
  /** Disks and network adapters. */
  readonly parts: readonly StoredResource[];
}

/** What the machine is made for, and for a test the network it is put into. */
export type Purpose =
  { readonly kind: "failover" } | { readonly kind: "test"; readonly networkId: string | undefined };

/**
 * The virtual machine a failover makes in the target resource group, with its disks and network adapters; undefined where
 * the item has none. Documented: a test machine bears the name of the machine with `-test`.
 */
export function targetMachine(
  cloud: Cloud,
  item: StoredResource,
  purpose: Purpose,
): TargetMachine | undefined {
  const { provider, details } = readItem(cloud, item);
  const target = provider.target(details);
  const isTest = purpose.kind === "test";
  const name = isTest ? target.testVmName : target.vmName;
  if (target.resourceGroupId === undefined || name === "") return undefined;
  const scope = `${target.resourceGroupId}/providers`;
  const id = parseResourceId(`${scope}/Microsoft.Compute/virtualMachines/${name}`);
  const group = cloud.store.get(target.resourceGroupId);
  if (!id || !group) return undefined;
  const location = target.location ?? stringAt(group.envelope, "location") ?? "";
  const tags = target.tags;
  const placement: Placement = {
    scope,
    location,
    name,
    isTest,
    vmId: id.id,
    networkId: isTest ? (purpose.networkId ?? target.testNetworkId) : target.networkId,
    tags: tags.nics,
  };
  const nics = targetNics(cloud, details, placement);
  const zones = target.zone === undefined ? {} : { zones: [target.zone] };
  const disks = target.disks.map((disk) => {
    const diskName = isTest ? disk.testName : disk.name;
    return part(cloud, `${scope}/Microsoft.Compute/disks/${diskName}`, {
      location,
      ...zones,
      ...(tags.disks === undefined ? {} : { tags: tags.disks }),
      sku: { name: disk.sku },
      managedBy: id.id,
      properties: {
        ...(disk.isOsDisk ? { osType: target.osType } : {}),
        creationData: { createOption: "Restore" },
        diskSizeBytes: disk.sizeInBytes,
        diskSizeGB: Math.ceil(disk.sizeInBytes / 1024 ** 3),
        diskState: "Attached",
        provisioningState: "Succeeded",
      },
    });
  });
  const attached = disks.flatMap((disk, index) => {
    const source = target.disks[index];
    if (!disk || !source) return [];
    const managedDisk = { id: disk.id, storageAccountType: source.sku };
    return [{ isOsDisk: source.isOsDisk, shown: { name: disk.name, createOption: "Attach", managedDisk } }];
  });
  const osDisk = attached.find(({ isOsDisk }) => isOsDisk)?.shown ?? {
    name: `${name}-os`,
    createOption: "Attach",
  };
  const existing = cloud.store.get(id.id);
  const reference = (resourceId: string | undefined) =>
    resourceId === undefined || resourceId === "" ? undefined : { id: resourceId };
  const vm = cloud.record(
    id,
    "Microsoft.Compute/virtualMachines",
    {
      location,
      ...zones,
      ...(tags.vm === undefined ? {} : { tags: tags.vm }),
      properties: {
        vmId: stableGuid(id.key),
        provisioningState: "Succeeded",
        hardwareProfile: { vmSize: target.vmSize ?? "Standard_DS1_v2" },
        storageProfile: {
          osDisk: { osType: target.osType, ...osDisk },
          dataDisks: attached
            .filter(({ isOsDisk }) => !isOsDisk)
            .map(({ shown }, lun) => ({ lun, ...shown })),
        },
        networkProfile: {
          networkInterfaces: nics.map(({ id: nicId }, index) => ({
            id: nicId,
            properties: { primary: index === 0 },
          })),
        },
        // A test machine stands alone.
        ...(isTest ? {} : given("availabilitySet", reference(target.availabilitySetId))),
        ...(isTest ? {} : given("proximityPlacementGroup", reference(target.proximityPlacementGroupId))),
        ...(target.licenseType === undefined ? {} : { licenseType: target.licenseType }),
      },
    },
    { existing },
  );
  return { vm, parts: [...disks.filter((disk) => disk !== undefined), ...nics] };
}

/** Puts a machine into the cloud. */
export function make(cloud: Cloud, machine: TargetMachine | undefined): void {
  if (!machine) return;
  for (const resource of [...machine.parts, machine.vm]) cloud.store.put(resource);
}

/** What makes a machine go, with the disks and adapters it has now. */
export function unmaking(cloud: Cloud, vmId: string | undefined): readonly Effect[] {
  const vm = vmId === undefined ? undefined : cloud.store.get(vmId);
  if (!vm) return [];
  const properties = objectAt(vm.envelope, "properties");
  const storage = objectAt(properties, "storageProfile");
  const disks = [objectAt(storage, "osDisk"), ...objectsAt(storage, "dataDisks")].map((disk) =>
    stringAt(objectAt(disk, "managedDisk"), "id"),
  );
  const nics = objectsAt(objectAt(properties, "networkProfile"), "networkInterfaces").map((nic) =>
    stringAt(nic, "id"),
  );
  return [vm.id, ...disks, ...nics]
    .filter((id) => id !== undefined)
    .map((id) => ({ kind: "remove", id }) as const);
}

function part(cloud: Cloud, text: string, envelope: JsonObject): StoredResource | undefined {
  const id = parseResourceId(text);
  return id && cloud.record(id, "Microsoft.Compute/disks", envelope, { existing: cloud.store.get(id.id) });
}

function given(name: string, value: JsonObject | undefined): JsonObject {
  return value === undefined ? {} : { [name]: value };
}

import { parseResourceId } from "../../arm/resource-id";
import { stableGuid } from "../../guid";
import { objectAt, objectsAt, stringAt } from "../../json";
import type { Cloud } from "../../cloud";
import type { ResourceId } from "../../arm/resource-id";
import type { StoredResource } from "../../store/resource";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { switchClusterProtection } from "./replication/switch-cluster-protection";
import { switchProtection } from "./replication/switch-protection";
import { absentEntity, siteRecoveryView } from "./site-recovery-entity";
import { accepted } from "./site-recovery-write";
import { refused } from "./site-recovery-error";
import { containerType, fabricType, mappingType, protectableItemType, protectedItemType } from "./type-names";

/** Recorded: one second or less. */
const secondsToWrite = 1;

/** Instance types of containers that a caller makes. The others come with their site. */
const creatable = ["A2A", "A2ACrossClusterMigration", "VMwareCbt"];

/** Protection containers. */
export const protectionContainer: ResourceType = {
  type: containerType,
  modelled:
    "PUT for Azure fabrics (A2A); those of Hyper-V sites and modernized VMware come with the fabric; no DELETE, POST remove refuses while items or mappings are in it",
  listShowsNullNextLink: true,
  put,
  view: (resource, cloud) => {
    const { id, name, type, properties } = siteRecoveryView(resource);
    const items = cloud.store.owned(resource.id, protectedItemType).length;
    return { id, name, type, properties: { ...(properties as object), protectedItemCount: items } };
  },
  absent: absentEntity("ProtectionContainer"),
  actions: {
    remove,
    switchprotection: switchProtection,
    switchclusterprotection: switchClusterProtection,
    discoverprotectableitem: discover,
  },
};

/** The record of a container in a fabric. */
export function containerRecord(
  cloud: Cloud,
  id: ResourceId,
  fabric: { readonly friendlyName: string; readonly fabricType: string },
  container: { readonly friendlyName: string; readonly role: string },
  existing?: StoredResource,
): StoredResource {
  const properties = {
    fabricFriendlyName: fabric.friendlyName,
    friendlyName: container.friendlyName,
    fabricType: fabric.fabricType,
    protectedItemCount: 0,
    pairingStatus: "Paired",
    role: container.role,
    fabricSpecificDetails: null,
  };
  return cloud.record(id, containerType, { properties }, { existing });
}

function put(request: PutRequest): Outcome {
  const { cloud, id, body, existing } = request;
  const inputs = objectsAt(objectAt(body, "properties"), "providerSpecificInput");
  const kinds = inputs.map((input) => stringAt(input, "instanceType") ?? "");
  const unknown = kinds.find((kind) => !creatable.includes(kind));
  if (kinds.length === 0 || unknown !== undefined) {
    throw refused(
      "InvalidParameter",
      `A protection container of the type '${unknown ?? ""}' cannot be created. The types are ${creatable.join(", ")}.`,
    );
  }
  const fabric = cloud.store.get(id.parentId ?? "");
  const properties = objectAt(fabric?.envelope, "properties");
  const fabricKind = stringAt(objectAt(properties, "customDetails"), "instanceType") ?? "";
  if (kinds.includes("A2A") && fabricKind !== "Azure") {
    throw refused(
      "InvalidParameter",
      `A container of the type 'A2A' needs a fabric of the type 'Azure', not '${fabricKind}'.`,
    );
  }
  const record = containerRecord(
    cloud,
    id,
    { friendlyName: stringAt(properties, "friendlyName") ?? "", fabricType: fabricKind },
    { friendlyName: id.name, role: existing ? roleOf(existing) : roleInVault(cloud, fabric) },
    existing,
  );
  return accepted(request, {
    job: {
      scenarioName: "CreateProtectionContainer",
      friendlyName: "Create a protection container",
      targetInstanceType: "ProtectionContainer",
    },
    seconds: secondsToWrite,
    effects: [{ kind: "store", resource: record }],
  });
}

/** Recorded: the containers of the first fabric are primary, those of a later one recovery. */
function roleInVault(cloud: Cloud, fabric: StoredResource | undefined): string {
  if (!fabric) return "Primary";
  const siblings = cloud.store.owned(fabric.id.replace(/\/replicationFabrics\/[^/]+$/i, ""), fabricType);
  const others = siblings.filter((other) => other.id !== fabric.id);
  return others.some((other) => cloud.store.owned(other.id, containerType).length > 0)
    ? "Recovery"
    : "Primary";
}

function roleOf(container: StoredResource): string {
  return stringAt(objectAt(container.envelope, "properties"), "role") ?? "Primary";
}

function remove(request: ExistingResourceRequest): Outcome {
  const { cloud, existing } = request;
  const below = [...cloud.store.owned(existing.id, protectedItemType), ...mappingsOf(cloud, existing)];
  if (below.length > 0) {
    throw refused(
      "ProtectionContainerNotEmpty",
      `The protection container '${existing.name}' cannot be removed because it is in use by: ${below.map((each) => each.name).join(", ")}.`,
    );
  }
  return accepted(request, {
    job: {
      scenarioName: "DeleteProtectionContainer",
      friendlyName: "Delete a protection container",
      targetInstanceType: "ProtectionContainer",
    },
    seconds: secondsToWrite,
    effects: [{ kind: "remove", id: existing.id }],
  });
}

/** Mappings from and to a container. */
function mappingsOf(cloud: Cloud, container: StoredResource): readonly StoredResource[] {
  const vaultId = container.id.replace(/\/replicationFabrics\/.*$/i, "");
  return [...cloud.store.descendants(vaultId)].filter(
    (below) =>
      below.type === mappingType &&
      (below.id.toLowerCase().startsWith(`${container.id.toLowerCase()}/`) ||
        stringAt(objectAt(below.envelope, "properties"), "targetProtectionContainerId")?.toLowerCase() ===
          container.id.toLowerCase()),
  );
}

/** `POST {container}/discoverProtectableItem`: a physical machine, by its address. */
function discover(request: ExistingResourceRequest): Outcome {
  const { cloud, existing, body } = request;
  const given = objectAt(body, "properties");
  const friendlyName = stringAt(given, "friendlyName") ?? "";
  const name = stableGuid(`physical ${existing.id.toLowerCase()} ${friendlyName}`);
  const id = parseResourceId(`${existing.id}/replicationProtectableItems/${name}`);
  if (!id || friendlyName === "")
    throw refused("InvalidParameter", "The required 'friendlyName' is missing.");
  const properties = {
    friendlyName,
    protectionStatus: "Unprotected",
    replicationProtectedItemId: null,
    recoveryServicesProviderId: null,
    protectionReadinessErrors: [],
    supportedReplicationProviders: ["InMageAzureV2"],
    customDetails: {
      instanceType: "VMwareVirtualMachine",
      osType: given["osType"] ?? "Windows",
      ipAddress: given["ipAddress"] ?? null,
      discoveryType: "PhysicalServer",
      diskDetails: [],
    },
  };
  return accepted(request, {
    job: {
      scenarioName: "DiscoverProtectableItem",
      friendlyName: "Add a physical machine",
      targetInstanceType: "ProtectionContainer",
    },
    seconds: 60,
    effects: [{ kind: "store", resource: cloud.record(id, protectableItemType, { properties }) }],
  });
}

import { parseResourceId } from "../../arm/resource-id";
import type { Cloud } from "../../cloud";
import { objectAt, stringAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { microsoftAzure } from "./replication/microsoft-azure";
import { referred, siteRecoveryView } from "./site-recovery-entity";
import { accepted } from "./site-recovery-write";
import { notRegistered, refused } from "./site-recovery-error";
import { siteRecoveryId, vaultIdOf } from "./site-recovery-id";
import { fabricType, networkMappingType, networkType } from "./type-names";

/** Recorded: three seconds. */
const secondsToWrite = 3;

const job = (scenarioName: string, friendlyName: string) => ({
  scenarioName,
  friendlyName,
  targetInstanceType: "Network",
});

/** Networks of a fabric. Azure fabrics have none of their own: any name stands for all of them, `azureNetwork` by custom. */
export const replicationNetwork: ResourceType = {
  type: networkType,
  modelled:
    "those of an Azure fabric exist under any name (`azureNetwork` by custom); others come from seeds; read-only",
  listShowsNullNextLink: true,
  view: siteRecoveryView,
  implicit: (id, cloud) => {
    const fabric = cloud.store.get(id.parentId ?? "");
    const properties = objectAt(fabric?.envelope, "properties");
    if (stringAt(objectAt(properties, "customDetails"), "instanceType") !== "Azure") return undefined;
    return cloud.record(id, networkType, {
      properties: { fabricType: "Azure", friendlyName: id.name, networkType: "Azure", subnets: [] },
    });
  },
};

/** Network mappings, one direction each. */
export const networkMapping: ResourceType = {
  type: networkMappingType,
  modelled:
    "AzureToAzure, VmmToAzure, VmmToVmm; recovery fabric and networks must exist, in their fabrics' regions; foreign ids read back in lower case; absent ones answer 400",
  listShowsNullNextLink: true,
  put,
  patch,
  remove: (request) =>
    accepted(request, {
      job: job("DeleteNetworkMapping", "Delete a network mapping"),
      seconds: secondsToWrite,
      effects: [{ kind: "remove", id: request.existing.id }],
    }),
  view: (resource) => {
    const { id, name, type, properties } = siteRecoveryView(resource);
    return { type, id, name, properties };
  },
  absent: () => notRegistered(),
};

function put(request: PutRequest): Outcome {
  const record = mappingRecord(request, objectAt(request.body, "properties"), request.existing);
  return accepted(request, {
    job: job("CreateNetworkMapping", "Create a network mapping"),
    seconds: secondsToWrite,
    effects: [{ kind: "store", resource: record }],
  });
}

function patch(request: ExistingResourceRequest): Outcome {
  const { cloud, body, existing } = request;
  const given = objectAt(body, "properties");
  const before = objectAt(existing.envelope, "properties");
  const fabric = parseResourceId(stringAt(before, "recoveryFabricArmId") ?? "");
  const settings = objectAt(given, "fabricSpecificDetails");
  const record = mappingRecord(
    { ...request, cloud },
    {
      recoveryFabricName: given["recoveryFabricName"] ?? fabric?.name,
      recoveryNetworkId: given["recoveryNetworkId"] ?? before["recoveryNetworkId"],
      fabricSpecificDetails: {
        instanceType: objectAt(before, "fabricSpecificSettings")["instanceType"],
        primaryNetworkId: before["primaryNetworkId"],
        ...settings,
      },
    },
    existing,
  );
  return accepted(request, {
    job: job("UpdateNetworkMapping", "Update a network mapping"),
    seconds: secondsToWrite,
    effects: [{ kind: "store", resource: record }],
  });
}

function mappingRecord(
  { cloud, id }: Pick<PutRequest, "cloud" | "id">,
  given: JsonObject,
  existing: StoredResource | undefined,
): StoredResource {
  const recoveryFabricName = stringAt(given, "recoveryFabricName");
  if (recoveryFabricName === undefined) {
    throw refused(
      "UnhandledException",
      "Primary key property ArmResourceName is null in entity LookupByArmResourceNameInVault.",
    );
  }
  const details = objectAt(given, "fabricSpecificDetails");
  const network = cloud.store.get(id.parentId ?? "");
  const primary = fabricOf(cloud, network?.id.replace(/\/replicationNetworks\/[^/]+$/i, ""));
  const recovery =
    fabricOf(cloud, `${vaultIdOf(id.id)}/replicationFabrics/${recoveryFabricName}`) ??
    azureItself(id.id, recoveryFabricName);
  if (!primary || !recovery) {
    throw refused(
      "FabricArmEntityMissing",
      `Fabric with name ${recoveryFabricName} could not be located.`,
      404,
      {
        possibleCauses:
          "The fabric might have been unregistered from the Microsoft Azure Site Recovery vault.",
        recommendedAction: "Retry the operation with a valid site.",
      },
    );
  }
  const instanceType =
    stringAt(details, "instanceType") ?? (primary.location ? "AzureToAzure" : "VmmToAzure");
  const isAzureToAzure = instanceType === "AzureToAzure";
  const recoveryNetworkId = stringAt(given, "recoveryNetworkId");
  const recoveryNetwork =
    instanceType === "VmmToVmm"
      ? vmmNetwork(referred(cloud, recoveryNetworkId, networkType, "recoveryNetworkId"))
      : networkOf(cloud, recoveryNetworkId, "recoveryNetworkId", recovery.location);
  const primaryNetwork = isAzureToAzure
    ? networkOf(
        cloud,
        stringAt(details, "primaryNetworkId"),
        "fabricSpecificDetails.primaryNetworkId",
        primary.location,
      )
    : vmmNetwork(network);
  return cloud.record(
    id,
    networkMappingType,
    {
      properties: {
        state: "Paired",
        primaryNetworkFriendlyName: primaryNetwork.name,
        primaryNetworkId: primaryNetwork.id,
        primaryFabricFriendlyName: primary.friendlyName,
        recoveryNetworkFriendlyName: recoveryNetwork.name,
        recoveryNetworkId: recoveryNetwork.id,
        recoveryFabricArmId: siteRecoveryId(recovery.id),
        recoveryFabricFriendlyName: recovery.friendlyName,
        fabricSpecificSettings: isAzureToAzure
          ? {
              instanceType,
              primaryFabricLocation: primary.location,
              recoveryFabricLocation: recovery.location,
            }
          : { instanceType },
      },
    },
    { existing },
  );
}

function fabricOf(cloud: Cloud, id: string | undefined) {
  const fabric = id === undefined ? undefined : cloud.store.get(id);
  if (fabric?.type !== fabricType) return undefined;
  const properties = objectAt(fabric.envelope, "properties");
  const location = stringAt(objectAt(properties, "customDetails"), "location");
  return { id: fabric.id, friendlyName: stringAt(properties, "friendlyName"), location };
}

/** The far side of VMM networks in Azure, by the name that published calls give it; no vault lists it as a fabric. */
function azureItself(idInVault: string, fabricName: string) {
  const azure = microsoftAzure(idInVault);
  if (fabricName !== azure.fabricFriendlyName) return undefined;
  const id = azure.containerId.replace(/\/replicationProtectionContainers\/.*$/, "");
  return { id, friendlyName: azure.fabricFriendlyName, location: undefined };
}

function vmmNetwork(network: StoredResource | undefined) {
  return {
    id: siteRecoveryId(network?.id ?? ""),
    name: stringAt(objectAt(network?.envelope, "properties"), "friendlyName"),
  };
}

/** Site Recovery keeps foreign ids in lower case, and their names with them. */
function networkOf(cloud: Cloud, id: string | undefined, property: string, location: string | undefined) {
  const parsed = id === undefined ? undefined : parseResourceId(id);
  const network = parsed && cloud.find(parsed);
  if (network?.type !== "Microsoft.Network/virtualNetworks") {
    throw refused(
      "NetworkNotFound",
      `The value '${id ?? ""}' of '${property}' does not name an existing virtual network.`,
    );
  }
  const actual = stringAt(network.envelope, "location");
  if (location !== undefined && actual !== location) {
    throw refused(
      "NetworkNotInFabricLocation",
      `The virtual network '${network.name}' of '${property}' is in '${actual ?? ""}', the fabric in '${location}'.`,
    );
  }
  return { id: network.id.toLowerCase(), name: network.name.toLowerCase() };
}

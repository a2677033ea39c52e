import { azureTimestamp } from "../../clock";
import type { Cloud } from "../../cloud";
import { objectAt, withDefaults, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import { vaultType } from "./type-names";

/** Api-versions from this one on show the settings a vault has without being told. Source: the published GET of a vault. */
const showsSettingsSince = "2023-01-01";

const settings: JsonObject = {
  publicNetworkAccess: "Enabled",
  redundancySettings: { standardTierStorageRedundancy: "GeoRedundant", crossRegionRestore: "Disabled" },
  securitySettings: {
    softDeleteSettings: {
      softDeleteRetentionPeriodInDays: 14,
      softDeleteState: "Enabled",
      enhancedSecurityState: "Enabled",
    },
    multiUserAuthorization: "Disabled",
  },
  secureScore: "Adequate",
  bcdrSecurityLevel: "Poor",
};

/** A vault as the asked api-version shows it. */
export function vaultView(resource: StoredResource, cloud: Cloud, query: URLSearchParams): JsonObject {
  const apiVersion = query.get("api-version") ?? "";
  const isNew = cloud.operations.runningOn(resource.id).some((operation) => operation.method === "PUT");
  const { location, properties: _properties, ...rest } = resource.envelope;
  const properties = objectAt(resource.envelope, "properties");
  return {
    location,
    name: resource.name,
    etag: `W/"datetime'${encodeURIComponent(azureTimestamp(new Date(resource.changedAt)))}'"`,
    ...rest,
    properties: {
      ...(apiVersion >= showsSettingsSince ? withDefaults(properties, settings) : properties),
      ...(isNew ? { provisioningState: "Provisioning" } : {}),
      ...connectionsOf(resource, cloud),
    },
    id: resource.id,
    type: vaultType,
  };
}

/** The private endpoints of a vault, and by group whether it has any. */
function connectionsOf(resource: StoredResource, cloud: Cloud): JsonObject {
  const connections = cloud.store.owned(resource.id, `${vaultType}/privateEndpointConnections`);
  if (connections.length === 0) return {};
  const has = (group: string) =>
    connections.some((connection) => {
      const groups = objectAt(connection.envelope, "properties")["groupIds"];
      return Array.isArray(groups) && groups.includes(group);
    });
  return {
    privateEndpointConnections: connections.map(({ id, name, type, envelope }) => ({
      id,
      name,
      type,
      ...envelope,
    })),
    privateEndpointStateForBackup: has("AzureBackup") ? "Enabled" : "None",
    privateEndpointStateForSiteRecovery: has("AzureSiteRecovery") ? "Enabled" : "None",
  };
}

import { objectAt, objectsAt, stringAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { PutRequest, ResourceType } from "../resource-type";
import { absentEntity, siteRecoveryView } from "./site-recovery-entity";
import { accepted } from "./site-recovery-write";
import { siteRecoveryId } from "./site-recovery-id";
import { containerType, fabricType, protectedItemType, vaultType } from "./type-names";
import { resourcesBelow } from "./vault-wide-list";

/** Settings that answer at once: alert settings, vault settings, protection intents. */
function setting(
  name: string,
  modelled: string,
  propertiesOf: (given: JsonObject) => JsonObject,
): ResourceType {
  const type = `${vaultType}/${name}`;
  return {
    type,
    modelled,
    listShowsNullNextLink: true,
    put: ({ cloud, id, body, existing }: PutRequest) => ({
      kind: "stored",
      status: 200,
      resource: cloud.record(
        id,
        type,
        { properties: propertiesOf(objectAt(body, "properties")) },
        { existing },
      ),
    }),
    view: siteRecoveryView,
    absent: absentEntity("Setting"),
  };
}

/** E-mail alerts of a vault. */
export const alertSetting: ResourceType = {
  ...setting(
    "replicationAlertSettings",
    "PUT 200 at once; no DELETE; `defaultAlertSetting` is always there",
    (given) => ({
      sendToOwners: given["sendToOwners"] ?? "DoNotSend",
      customEmailAddresses: given["customEmailAddresses"] ?? [],
      locale: given["locale"] === undefined || given["locale"] === "" ? "en-US" : given["locale"],
    }),
  ),
  implicit: (id, cloud) =>
    id.name.toLowerCase() === "defaultalertsetting"
      ? cloud.record(id, `${vaultType}/replicationAlertSettings`, {
          properties: { sendToOwners: "DoNotSend", customEmailAddresses: [], locale: "en-US" },
        })
      : undefined,
};

/** Settings of Site Recovery in a vault. */
export const vaultSetting: ResourceType = {
  ...setting(
    "replicationVaultSettings",
    "PUT 200 at once; no DELETE; `default` is always there",
    (given) => ({
      migrationSolutionId: given["migrationSolutionId"] ?? null,
      vmwareToAzureProviderType: given["vmwareToAzureProviderType"] ?? null,
    }),
  ),
  implicit: (id, cloud) =>
    id.name.toLowerCase() === "default"
      ? cloud.record(id, `${vaultType}/replicationVaultSettings`, {
          properties: { migrationSolutionId: null, vmwareToAzureProviderType: null },
        })
      : undefined,
};

/** The health of a vault: counts, and the errors of what is in it put together. */
export const vaultHealth: ResourceType = {
  type: `${vaultType}/replicationVaultHealth`,
  modelled:
    "under the collection's own address; counts of fabrics, containers and items; errors of items and fabrics by code, those of the vault itself from seeds; POST refresh",
  singleton: "Default",
  actions: {
    refresh: (request) =>
      accepted(request, {
        job: {
          scenarioName: "RefreshVaultHealth",
          friendlyName: "Refresh the health of the vault",
          targetInstanceType: "Other",
        },
        seconds: 1,
        effects: [],
      }),
  },
  implicit: (id, cloud) => cloud.record(id, `${vaultType}/replicationVaultHealth`, { properties: {} }),
  view: (resource, cloud) => {
    const vaultId = resource.id.replace(/\/replicationVaultHealth\/[^/]+$/i, "");
    const health = (type: string, errors: string) => {
      const resources = resourcesBelow(cloud, vaultId, type);
      return { resourceCount: resources.length, issues: issuesOf(resources, type, errors) };
    };
    const { id, name, type } = siteRecoveryView(resource);
    return {
      id,
      name,
      type,
      properties: {
        vaultErrors: objectsAt(objectAt(resource.envelope, "properties"), "vaultErrors"),
        protectedItemsHealth: health(protectedItemType, "healthErrors"),
        fabricsHealth: health(fabricType, "healthErrorDetails"),
        containersHealth: health(containerType, "healthErrors"),
      },
    };
  },
};

/** Errors by code, each with what it affects. */
function issuesOf(resources: readonly StoredResource[], type: string, field: string): readonly JsonObject[] {
  const byCode = new Map<string, { readonly error: JsonObject; readonly affected: string[] }>();
  for (const resource of resources) {
    const properties = objectAt(resource.envelope, "properties");
    for (const error of objectsAt(properties, field)) {
      const code = stringAt(error, "errorCode") ?? "";
      const issue = byCode.get(code) ?? { error, affected: [] };
      issue.affected.push(stringAt(properties, "eventCorrelationId") ?? siteRecoveryId(resource.id));
      byCode.set(code, issue);
    }
  }
  return [...byCode].map(([summaryCode, { error, affected }]) => ({
    summaryCode,
    category: error["errorCategory"] ?? "None",
    severity: error["errorLevel"] === "Warning" ? "Warning" : "Error",
    summaryMessage: error["summaryMessage"] ?? error["errorMessage"] ?? "",
    affectedResourceType: type,
    affectedResourceSubtype: "",
    affectedResourceCorrelationIds: affected,
  }));
}

import { objectAt, type JsonObject } from "../../json";
import type { PutRequest, ResourceType } from "../resource-type";
import { absentEntity, siteRecoveryView } from "./site-recovery-entity";
import { accepted } from "./site-recovery-write";
import { fabricType, protectedItemType, vaultType } from "./type-names";

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

/** The health of a vault: counts, no errors. */
export const vaultHealth: ResourceType = {
  type: `${vaultType}/replicationVaultHealth`,
  modelled:
    "under the collection's own address; counts of fabrics, containers and items; POST refresh; no errors yet",
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
    const below = [...cloud.store.descendants(vaultId)];
    const health = (type: string) => ({
      resourceCount: below.filter((each) => each.type === type).length,
      issues: [],
    });
    const { id, name, type } = siteRecoveryView(resource);
    return {
      id,
      name,
      type,
      properties: {
        vaultErrors: [],
        protectedItemsHealth: health(protectedItemType),
        fabricsHealth: health(fabricType),
        containersHealth: health(`${fabricType}/replicationProtectionContainers`),
      },
    };
  },
};

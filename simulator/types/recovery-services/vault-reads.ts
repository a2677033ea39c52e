import { parseResourceId, type ResourceId } from "../../arm/resource-id";
import type { Cloud } from "../../cloud";
import { newGuid } from "../../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ResourceType } from "../resource-type";
import { absentEntity, siteRecoveryView } from "./site-recovery-entity";
import { siteRecoveryId } from "./site-recovery-id";
import { fabricType, vaultType } from "./type-names";

const applianceType = `${vaultType}/replicationAppliances`;
const systemsType = `${vaultType}/replicationSupportedOperatingSystems`;
const intentType = `${vaultType}/replicationProtectionIntents`;
const eligibilityType = "Microsoft.RecoveryServices/replicationEligibilityResults";

/** The appliances of all modernized fabrics of a vault. */
export const replicationAppliance: ResourceType = {
  type: applianceType,
  modelled: "list of one entry with the appliances that registered with the vault's fabrics",
  history: true,
  list: ({ parentId }, cloud) => (parentId === undefined ? [] : [applianceList(cloud, parentId)]),
  view: (resource) => ({ properties: resource.envelope["properties"] }),
};

/** What the mobility agent runs on; two entries, for shape. */
export const supportedOperatingSystems: ResourceType = {
  type: systemsType,
  modelled:
    "under the collection's own address; two published entries, for shape rather than as a list of what is supported",
  singleton: "Default",
  view: siteRecoveryView,
  implicit: (id, cloud) =>
    cloud.record(id, systemsType, {
      properties: {
        supportedOsList: [
          {
            instanceType: "A2A",
            supportedOs: [
              { osName: "centos", osType: "linux", osVersions: [{ version: "6.0" }] },
              {
                osName: "Windows Server 2008 R2 Datacenter",
                osType: "windows",
                osVersions: [{ version: "6.1", servicePack: "1" }],
              },
            ],
          },
        ],
      },
    }),
};

/** Intents to protect, as policies of Azure record them. */
export const protectionIntent: ResourceType = {
  type: intentType,
  modelled: "PUT 200 at once, kept; no protection follows from it",
  listShowsNullNextLink: true,
  put: ({ cloud, id, body, existing }) => ({
    kind: "stored",
    status: 200,
    resource: cloud.record(
      id,
      intentType,
      {
        properties: {
          friendlyName: id.name,
          jobId: `${siteRecoveryId(id.parentId ?? "")}/replicationJobs/${newGuid()}`,
          jobState: "InProgress",
          isActive: true,
          creationTimeUTC: cloud.clock.now().toISOString(),
          providerSpecificDetails: objectAt(objectAt(body, "properties"), "providerSpecificDetails"),
        },
      },
      { existing },
    ),
  }),
  view: siteRecoveryView,
  absent: absentEntity("ProtectionIntent"),
};

/** Whether a virtual machine could be replicated, on the machine itself. */
export const eligibilityResult: ResourceType = {
  type: eligibilityType,
  modelled: "`default` of every virtual machine; eligible unless a seed says otherwise",
  extension: true,
  history: true,
  implicit: (id, cloud) => eligible(cloud, id),
  list: ({ scope }, cloud) => {
    const id = parseResourceId(`${scope}/providers/${eligibilityType}/default`);
    const found = id && cloud.find(id);
    return found ? [found] : [];
  },
  view: (resource): JsonObject => ({
    id: resource.id,
    name: resource.name,
    type: resource.type,
    properties: resource.envelope["properties"],
  }),
};

function eligible(cloud: Cloud, id: ResourceId): StoredResource | undefined {
  if (id.name.toLowerCase() !== "default" || !/\/virtualMachines\/[^/]+$/i.test(id.scope)) return undefined;
  if (!cloud.store.has(id.scope)) return undefined;
  return cloud.record(id, eligibilityType, { properties: { clientRequestId: newGuid(), errors: [] } });
}

const agents: readonly (readonly [string, string])[] = [
  ["processServers", "processServer"],
  ["rcmProxies", "rcmProxy"],
  ["pushInstallers", "pushInstaller"],
  ["replicationAgents", "replicationAgent"],
  ["reprotectAgents", "reprotectAgent"],
  ["marsAgents", "marsAgent"],
  ["dras", "dra"],
];

function applianceList(cloud: Cloud, vaultId: string): StoredResource {
  const appliances = cloud.store.owned(vaultId, fabricType).flatMap((fabric) => {
    const details = objectAt(objectAt(fabric.envelope, "properties"), "customDetails");
    // Configuration servers have process servers too, and are no appliances.
    if (details["instanceType"] !== "InMageRcm") return [];
    return objectsAt(details, "processServers").map((server) => ({
      id: server["id"],
      name: server["name"],
      fabricArmId: siteRecoveryId(fabric.id),
      ...Object.fromEntries(
        agents.map(([list, name]) => [
          name,
          objectsAt(details, list).find((agent) => stringAt(agent, "id") === server["id"]) ?? null,
        ]),
      ),
      switchProviderBlockingErrorDetails: [],
    }));
  });
  // A vault's id and a fixed name make a resource id.
  const id = parseResourceId(`${vaultId}/replicationAppliances/default`) as ResourceId;
  return cloud.record(id, applianceType, {
    properties: { providerSpecificDetails: { instanceType: "InMageRcm", appliances } },
  });
}

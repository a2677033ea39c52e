import { stableGuid } from "../../guid";
import { stringAt, type JsonObject } from "../../json";
import { normalizeLocation, regionDisplayName } from "../../regions";
import { refused } from "./site-recovery-error";

/** A container that comes with its fabric. */
export interface BornContainer {
  readonly name: string;
  readonly friendlyName: string;
}

/** What the service makes of the `customDetails` a fabric is created with. */
export interface FabricMake {
  readonly customDetails: JsonObject;
  readonly friendlyName: string;
  /** Simulated duration. Recorded: an Azure fabric 65 to 70 seconds, a Hyper-V site less than one. */
  readonly seconds: number;
  readonly container?: BornContainer;
}

type Maker = (given: JsonObject, name: string, identifier: string) => FabricMake;

const makers: Readonly<Record<string, Maker>> = {
  Azure: (given) => {
    const location = stringAt(given, "location");
    const friendlyName = location === undefined ? undefined : regionDisplayName(location);
    if (location === undefined || friendlyName === undefined) {
      throw refused(
        "InvalidParameter",
        `The location '${location ?? ""}' of the fabric is not an Azure region.`,
      );
    }
    return {
      customDetails: { instanceType: "Azure", location: normalizeLocation(location) },
      friendlyName,
      seconds: 68,
    };
  },
  HyperVSite: (_given, name, identifier) => ({
    customDetails: { instanceType: "HyperVSite", hyperVHosts: [] },
    friendlyName: name,
    seconds: 1,
    container: { name: `cloud_${identifier}`, friendlyName: name },
  }),
  InMageRcm: (given, name) => ({
    customDetails: rcmDetails(given),
    friendlyName: name,
    seconds: 5,
    container: containerOfSite(stringAt(given, "vmwareSiteId") ?? name),
  }),
  VMwareV2: (given, name) => ({
    customDetails: {
      instanceType: "VMwareV2",
      vmwareSiteId: given["vmwareSiteId"] ?? null,
      physicalSiteId: given["physicalSiteId"] ?? null,
      migrationSolutionId: given["migrationSolutionId"],
      processServers: [],
    },
    friendlyName: name,
    seconds: 5,
  }),
};

const required: Readonly<Record<string, readonly string[]>> = {
  InMageRcm: ["vmwareSiteId", "physicalSiteId", "sourceAgentIdentity"],
  VMwareV2: ["migrationSolutionId"],
};

/**
 * The fabric that comes of `customDetails`.
 *
 * @throws ArmError 400 for a type that cannot be created, a missing field or an unknown region.
 */
export function makeFabric(given: JsonObject, name: string, identifier: string): FabricMake {
  const instanceType = stringAt(given, "instanceType") ?? "";
  const make = makers[instanceType];
  if (!make) {
    throw refused(
      "InvalidParameter",
      `A fabric of the type '${instanceType}' cannot be created. The types are ${Object.keys(makers).join(", ")}.`,
    );
  }
  for (const field of required[instanceType] ?? []) {
    if (given[field] === undefined)
      throw refused("InvalidParameter", `The fabric lacks the required 'customDetails.${field}'.`);
  }
  return make(given, name, identifier);
}

/** A modernized site, as long as no appliance has registered: its lists are empty. */
function rcmDetails(given: JsonObject): JsonObject {
  const site = stringAt(given, "vmwareSiteId") ?? "";
  const service = stableGuid(`service ${site.toLowerCase()}`);
  return {
    instanceType: "InMageRcm",
    vmwareSiteId: given["vmwareSiteId"],
    physicalSiteId: given["physicalSiteId"],
    serviceEndpoint: "https://pod01-srs1.simulated.hypervrecoverymanager.windowsazure.com",
    serviceResourceId: service,
    serviceContainerId: stableGuid(`service container ${site.toLowerCase()}`),
    dataPlaneUri: "https://pod01-rcm1.simulated.hypervrecoverymanager.windowsazure.com",
    controlPlaneUri: "https://pod01-rcm1.simulated.hypervrecoverymanager.windowsazure.com",
    sourceAgentIdentityDetails: given["sourceAgentIdentity"],
    processServers: [],
    rcmProxies: [],
    pushInstallers: [],
    replicationAgents: [],
    reprotectAgents: [],
    marsAgents: [],
    dras: [],
    agentDetails: [],
  };
}

/** Recorded: site `…f5e8vmwaresite` has the container `…f5e8replicationcontainer`. */
function containerOfSite(siteId: string): BornContainer {
  const site = siteId.split("/").at(-1) ?? siteId;
  const name = `${site.replace(/vmwaresite$/i, "")}replicationcontainer`;
  return { name, friendlyName: name };
}

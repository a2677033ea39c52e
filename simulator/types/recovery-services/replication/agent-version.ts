import { isObject, type JsonObject } from "../../../json";

/** Recorded: the Mobility service of Azure machines and of appliances; that of configuration servers by analogy. */
export const newestAgent = {
  A2A: "9.55.6808.1",
  InMageRcm: "9.55.6765.1",
  InMageAzureV2: "9.55.0.0",
} as const;

/** An item's details with another version of its agent; undefined for a provider without one. */
export function withAgent(details: JsonObject, version?: string): JsonObject | undefined {
  const provider = details["instanceType"];
  if (typeof provider !== "string" || !(provider in newestAgent)) return undefined;
  const newest = newestAgent[provider as keyof typeof newestAgent];
  const own = version ?? newest;
  const isOld = own !== newest;
  switch (provider) {
    case "A2A":
      return { ...details, agentVersion: own, isReplicationAgentUpdateRequired: isOld };
    case "InMageAzureV2":
      return { ...details, agentVersion: own, isAgentUpdateRequired: isOld ? "True" : "False" };
    default: {
      const before = isObject(details["mobilityAgentDetails"]) ? details["mobilityAgentDetails"] : {};
      return {
        ...details,
        mobilityAgentDetails: {
          ...before,
          version: own,
          latestVersion: newest,
          isUpgradeable: isOld ? "true" : "false",
        },
      };
    }
  }
}

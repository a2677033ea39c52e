import { isObject, type JsonObject } from "../../../json";

/** Providers that install a Mobility service. */
export type AgentProvider = "A2A" | "InMageRcm" | "InMageAzureV2";

interface Release {
  /** The first day on which the service installs it, as far as its source tells. */
  readonly since: string;
  readonly versions: Partial<Readonly<Record<AgentProvider, string>>>;
}

/** Releases of the Mobility service, oldest first: what is installed goes by the simulated time. */
const releases: readonly [Release, ...Release[]] = [
  {
    // Recorded for Azure machines and appliances; that of configuration servers by analogy.
    since: "2023-09-01",
    versions: { A2A: "9.55.6808.1", InMageRcm: "9.55.6765.1", InMageAzureV2: "9.55.0.0" },
  },
  {
    // Update rollup 80, https://learn.microsoft.com/azure/site-recovery/site-recovery-whats-new (2025-11-12).
    since: "2025-10-01",
    versions: { A2A: "9.66.7567.1", InMageRcm: "9.66.7567.1", InMageAzureV2: "9.66.7567.1" },
  },
  {
    // Newest build listed for Azure machines, https://github.com/Azure/Azure-SiteRecovery, folder MobilityAgent, 5fcd1490.
    since: "2026-07-02",
    versions: { A2A: "9.67.7845.1" },
  },
];

/** The version that the service installs at a time; before the first release known, that one. */
export function newestAgent(provider: AgentProvider, at: Date): string {
  const day = at.toISOString().slice(0, 10);
  const [first] = releases;
  const installed = releases.filter(
    ({ since, versions }) => since <= day && versions[provider] !== undefined,
  );
  return (installed.at(-1) ?? first).versions[provider] ?? "";
}

function isAgentProvider(name: unknown): name is AgentProvider {
  return typeof name === "string" && name in releases[0].versions;
}

/** An item's details with another version of its agent, default the newest; undefined for a provider without one. */
export function withAgent(details: JsonObject, at: Date, version?: string): JsonObject | undefined {
  const provider = details["instanceType"];
  if (!isAgentProvider(provider)) return undefined;
  const newest = newestAgent(provider, at);
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

import { expect, it } from "vitest";
import { newestAgent, withAgent } from "../../simulator/types/recovery-services/replication/agent-version";

const on = (day: string) => new Date(`${day}T12:00:00Z`);

it.each([
  ["A2A", "2020-01-01", "9.55.6808.1"],
  ["A2A", "2025-09-30", "9.55.6808.1"],
  ["A2A", "2025-10-01", "9.66.7567.1"],
  ["A2A", "2026-07-02", "9.67.7845.1"],
  ["InMageRcm", "2026-07-02", "9.66.7567.1"],
  ["InMageAzureV2", "2024-01-01", "9.55.0.0"],
] as const)("installs for %s on %s the release %s", (provider, day, version) => {
  expect(newestAgent(provider, on(day))).toBe(version);
});

it("asks for an update once the service installs another release", () => {
  const details = { instanceType: "A2A", agentVersion: "9.66.7567.1" };
  const kept = (day: string) => withAgent(details, on(day), "9.66.7567.1");
  expect(kept("2026-01-01")).toMatchObject({ isReplicationAgentUpdateRequired: false });
  expect(kept("2026-08-01")).toMatchObject({ isReplicationAgentUpdateRequired: true });
  expect(withAgent({ instanceType: "HyperVReplicaAzure" }, on("2026-01-01"))).toBeUndefined();
});

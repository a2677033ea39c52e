import { afterEach, beforeEach, expect, it } from "vitest";
import { codeOf } from "../raw-client";
import { a2aWorld, type A2aWorld } from "./a2a-world";

let world: A2aWorld;

beforeEach(async () => {
  world = await a2aWorld();
});
afterEach(() => world.azure.close());

const version = "?api-version=2025-01-01";
const clusterId = () => `${world.container("westeurope")}/replicationProtectionClusters/cluster1`;
const body = (instanceType: string) => ({
  properties: {
    policyId: world.policy,
    recoveryContainerId: world.container("northeurope"),
    providerSpecificDetails: { instanceType },
  },
});

it("a protection cluster fails over, is committed, listed across the vault and purged", async () => {
  await world.run("PUT", clusterId(), body("A2A"));
  expect(await world.properties(clusterId())).toMatchObject({
    activeLocation: "Primary",
    providerSpecificDetails: { primaryFabricLocation: "westeurope", recoveryFabricLocation: "northeurope" },
  });
  for (const [action, shows] of [
    ["testFailover", { testFailoverState: "WaitingForCompletion" }],
    ["testFailoverCleanup", { testFailoverState: "None" }],
    ["unplannedFailover", { activeLocation: "Recovery" }],
    ["applyRecoveryPoint", { activeLocation: "Recovery" }],
    ["failoverCommit", { allowedOperations: ["ReprotectProtectionCluster", "PurgeProtectionCluster"] }],
  ] as const) {
    const ended = await world.run("POST", `${clusterId()}/${action}`, { properties: {} });
    expect(ended.body, action).toMatchObject({ status: "Succeeded" });
    expect(await world.properties(clusterId()), action).toMatchObject(shows);
  }
  const list = await world.get(`${world.vault}/replicationProtectionClusters`);
  expect(list.body).toMatchObject({ value: [{ name: "cluster1" }] });
  await world.run("DELETE", clusterId());
  expect((await world.get(clusterId())).status).toBe(404);
});

it("a cluster of another provider, or without its policy, is refused", async () => {
  const other = await world.azure.send("PUT", `${clusterId()}${version}`, body("InMageRcm"));
  expect([other.status, codeOf(other)]).toEqual([400, "BadRequest"]);
  const bare = { properties: { ...body("A2A").properties, policyId: undefined } };
  expect((await world.azure.send("PUT", `${clusterId()}${version}`, bare)).status).toBeGreaterThanOrEqual(
    400,
  );
  expect((await world.get(clusterId())).status).toBe(404);
});

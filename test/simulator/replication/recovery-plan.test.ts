import { afterEach, describe, expect, it } from "vitest";
import { a2aWorld, type A2aWorld } from "./a2a-world";

let world: A2aWorld;
afterEach(() => world.azure.close());

const planId = () => `${world.vault}/replicationRecoveryPlans/plan`;

const manualStep = {
  actionName: "Call the owner",
  failoverTypes: ["UnplannedFailover"],
  failoverDirections: ["PrimaryToRecovery"],
  customDetails: { instanceType: "ManualActionDetails", description: "by telephone" },
};

async function planOf(groups: readonly (readonly string[])[], actions: readonly unknown[] = []) {
  const items: string[] = [];
  for (const name of groups.flat()) items.push(await world.protect(name));
  const answer = await world.run("PUT", planId(), {
    properties: {
      primaryFabricId: `${world.vault}/replicationFabrics/westeurope`,
      recoveryFabricId: `${world.vault}/replicationFabrics/northeurope`,
      failoverDeploymentModel: "ResourceManager",
      groups: groups.map((names, index) => ({
        groupType: "Boot",
        replicationProtectedItems: names.map((name) => ({
          id: world.item(name),
          virtualMachineId: world.machine(name),
        })),
        startGroupActions: index === 0 ? actions : [],
        endGroupActions: [],
      })),
    },
  });
  expect(answer.body).toMatchObject({ status: "Succeeded" });
  return items;
}

const failover = {
  properties: {
    failoverDirection: "PrimaryToRecovery",
    sourceSiteOperations: "NotRequired",
    providerSpecificDetails: [{ instanceType: "A2A", recoveryPointType: "Latest" }],
  },
};

describe("a recovery plan", () => {
  it("reads back with the service's groups and ids, its actions in order, and no groups in a list", async () => {
    world = await a2aWorld(["vm1", "vm2"]);
    const second = { ...manualStep, actionName: "Then the guard" };
    await planOf([["vm2"], ["vm1"]], [manualStep, second]);
    const properties = await world.properties(planId());
    const groups = properties["groups"] as readonly Record<string, readonly Record<string, unknown>[]>[];
    expect(groups.map((group) => group["groupType"])).toEqual(["Shutdown", "Failover", "Boot", "Boot"]);
    expect(groups[2]?.["startGroupActions"]).toEqual([manualStep, second]);
    const [item] = groups[2]?.["replicationProtectedItems"] ?? [];
    expect(String(item?.["id"]).toLowerCase()).toBe(world.item("vm2").toLowerCase());
    expect(item?.["virtualMachineId"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(properties).toMatchObject({
      replicationProviders: ["A2A"],
      allowedOperations: ["UnplannedFailover", "TestFailover"],
      primaryFabricFriendlyName: "West Europe",
    });
    const list = (await world.get(`${world.vault}/replicationRecoveryPlans`)).body;
    expect(list).toMatchObject({ value: [{ name: "plan", properties: { groups: [] } }] });
  });

  it("is refused with an unknown item, the same item twice, or no boot group", async () => {
    world = await a2aWorld();
    await world.protect("vm1");
    const item = { id: world.item("vm1") };
    const put = async (groups: readonly unknown[]) =>
      (
        await world.run("PUT", planId(), {
          properties: {
            primaryFabricId: `${world.vault}/replicationFabrics/westeurope`,
            recoveryFabricId: "Microsoft Azure",
            groups,
          },
        })
      ).body;
    const boot = (items: readonly unknown[]) => [{ groupType: "Boot", replicationProtectedItems: items }];
    expect(JSON.stringify(await put(boot([{ id: world.item("none") }])))).toContain("does not exist");
    expect(JSON.stringify(await put(boot([item, item])))).toContain("twice");
    expect(JSON.stringify(await put([{ groupType: "Failover" }]))).toContain(
      "needs a group of the type 'Boot'",
    );
  });

  it("drills, fails over, commits and reprotects all its items, in one job each", async () => {
    world = await a2aWorld(["vm1", "vm2"]);
    await planOf([["vm1"], ["vm2"]]);
    await world.run("POST", `${planId()}/testFailover`, {
      properties: { ...failover.properties, networkType: "NoNetworkAttachAsInput" },
    });
    expect(await world.properties(planId())).toMatchObject({
      allowedOperations: ["TestFailoverCleanup"],
      currentScenario: { scenarioName: "TestFailover" },
      currentScenarioStatus: "Suspended",
      currentScenarioStatusDescription: "WaitingForStopTestFailover",
    });
    await world.run("POST", `${planId()}/testFailoverCleanup`, { properties: {} });
    await world.run("POST", `${planId()}/unplannedFailover`, failover);
    for (const name of ["vm1", "vm2"]) {
      expect(await world.properties(world.item(name))).toMatchObject({ activeLocation: "Recovery" });
    }
    const plan = await world.properties(planId());
    expect(plan).toMatchObject({
      currentScenarioStatus: "Succeeded",
      allowedOperations: ["Commit", "ChangePit"],
    });
    const job = await world.properties((plan["currentScenario"] as { readonly jobId: string }).jobId);
    expect(job).toMatchObject({
      scenarioName: "UnplannedFailover",
      state: "Succeeded",
      targetInstanceType: "RecoveryPlan",
    });
    expect(
      (job["tasks"] as readonly { readonly friendlyName: string }[]).map((task) => task.friendlyName),
    ).toEqual([
      "Prerequisites check for the recovery plan",
      "All groups shutdown",
      "All groups failover",
      "Group 1: Failover",
      "Group 2: Failover",
      "Finalizing the recovery plan",
    ]);
    await world.run("POST", `${planId()}/failoverCommit`);
    expect((await world.run("POST", `${planId()}/reProtect`)).body).toMatchObject({ status: "Succeeded" });
    expect((await world.get(world.item("vm2", "northeurope"))).status).toBe(200);
  });

  it("waits for a manual action until its job is resumed", async () => {
    world = await a2aWorld();
    await planOf([["vm1"]], [manualStep]);
    const first = await world.azure.send(
      "POST",
      `${planId()}/unplannedFailover?api-version=2025-01-01`,
      failover,
    );
    const poll = String(first.headers["azure-asyncoperation"]);
    for (let times = 0; times < 3; times += 1)
      expect((await world.azure.send("GET", poll)).body).toMatchObject({ status: "InProgress" });
    const job = `${world.vault}/replicationJobs/${/OperationStatus\/([^?]+)/.exec(poll)?.[1] ?? ""}`;
    expect(await world.properties(job)).toMatchObject({
      state: "Suspended",
      allowedActions: ["Cancel", "Resume"],
    });
    await world.run("POST", `${job}/resume`, { properties: { comments: "called" } });
    expect((await world.azure.send("GET", poll)).body).toMatchObject({ status: "Succeeded" });
    expect(await world.properties(world.item("vm1"))).toMatchObject({ activeLocation: "Recovery" });
  });
});

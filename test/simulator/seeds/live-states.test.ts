import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedSchema } from "../../../simulator/seed";
import { all, machinesIn } from "../clients/replication-clients";
import { simulatedAzure, type SimulatedAzure } from "../simulated-azure";
import { liveStates, vaultId } from "./live-states";

let azure: SimulatedAzure;
const at = ["vault-live", "rg-live"] as const;
const sr = () => azure.siteRecovery;
const west = ["westeurope", "westeurope-container"] as const;
const item = async (name: string) =>
  (await sr().replicationProtectedItems.get(...at, ...west, name)).properties;

beforeAll(async () => {
  azure = await simulatedAzure({ seed: liveStates });
});
afterAll(() => azure.simulator.close());

describe("a vault that a seed planted", () => {
  it("lists its items, each in its state, and no jobs but those of the seed", async () => {
    const items = await all(sr().replicationProtectedItems.list(...at));
    expect(
      Object.fromEntries(items.map(({ name, properties }) => [name, properties?.protectionState])),
    ).toEqual({
      web1: "Protected",
      web2: "Protected",
      db1: "UnplannedFailoverCommitPendingStatesBegin",
      db2: "Protected",
      erp: "InitialReplicationInProgress",
      file: "Protected",
      mail: "UnplannedFailoverStatesBegin",
    });
    const jobs = await all(sr().replicationJobs.list(...at));
    expect(jobs.map(({ properties }) => [properties?.scenarioName, properties?.state])).toEqual([
      ["TestFailover", "Failed"],
      ["EnableDr", "InProgress"],
      ["UnplannedFailover", "Suspended"],
    ]);
  });

  it("shows chosen health, recovery point objective, agent and points, which stay", async () => {
    azure.simulator.clock.advance(3600);
    expect(await item("web2")).toMatchObject({
      replicationHealth: "Critical",
      healthErrors: [{ errorCode: "153007", creationTimeUtc: new Date("2026-06-01T10:30:00Z") }],
      providerSpecificDetails: {
        rpoInSeconds: 7200,
        agentVersion: "9.40.0.0",
        isReplicationAgentUpdateRequired: true,
        agentExpiryDate: new Date("2026-05-27T12:00:00Z"),
        lastHeartbeat: new Date("2026-06-01T10:00:00Z"),
      },
    });
    const points = await all(sr().recoveryPoints.listByReplicationProtectedItems(...at, ...west, "web2"));
    expect(points.at(-1)?.properties?.recoveryPointTime).toEqual(new Date("2026-06-01T10:00:00Z"));
    const fresh = await item("web1");
    expect(fresh?.lastSuccessfulTestFailoverTime).toEqual(new Date("2026-05-12T12:00:00Z"));
    const details = fresh?.providerSpecificDetails as unknown as { readonly lastHeartbeat: Date };
    expect(details.lastHeartbeat.getTime()).toBeGreaterThan(Date.parse("2026-06-01T12:50:00Z"));
  });

  it("has the machines of failovers and of a test that nobody cleaned up, which can be", async () => {
    expect((await machinesIn(azure, "rg-target")).toSorted()).toEqual(["db1", "db2-test", "mail"]);
    expect(await item("db2")).toMatchObject({
      testFailoverState: "WaitingForCompletion",
      allowedOperations: ["TestFailoverCleanup"],
      lastSuccessfulTestFailoverTime: new Date("2026-05-23T12:00:00Z"),
    });
    await sr().replicationProtectedItems.beginTestFailoverCleanupAndWait(...at, ...west, "db2", {
      properties: {},
    });
    expect(await machinesIn(azure, "rg-target")).not.toContain("db2-test");
  });

  it("tells failed jobs with their error and task, and a stuck one that can be cancelled", async () => {
    const [failed] = await all(sr().replicationJobs.list(...at, { filter: "JobStatus eq 'Failed'" }));
    expect(failed?.properties).toMatchObject({
      targetObjectName: "shop",
      startTime: new Date("2026-06-01T02:00:00Z"),
      errors: [{ serviceErrorDetails: { code: "150119", recommendedAction: "Raise it." } }],
      tasks: [{ state: "Succeeded" }, { state: "Failed", friendlyName: "Create test virtual machine" }],
    });
    const [stuck] = await all(sr().replicationJobs.list(...at, { filter: "JobScenarioName eq 'EnableDr'" }));
    expect(stuck?.properties?.startTime).toEqual(new Date("2026-05-29T12:00:00Z"));
    await sr().replicationJobs.beginCancelAndWait(...at, stuck?.name ?? "");
    expect((await sr().replicationJobs.get(...at, stuck?.name ?? "")).properties?.state).toBe("Cancelled");
    const [waiting] = await all(
      sr().replicationJobs.list(...at, { filter: "JobScenarioName eq 'UnplannedFailover'" }),
    );
    const name = waiting?.name ?? "";
    const suspended = await all(sr().replicationJobs.list(...at, { filter: "JobStatus eq 'Suspended'" }));
    expect(suspended.map((job) => job.name)).toEqual([name]);
    expect((await sr().replicationJobs.get(...at, name)).properties?.state).toBe("Suspended");
    await sr().replicationJobs.beginResumeAndWait(...at, name, { properties: {} });
    expect((await sr().replicationJobs.get(...at, name)).properties?.state).toBe("Succeeded");
    await sr().replicationProtectedItems.beginFailoverCommitAndWait(...at, ...west, "db1");
  });

  it("tells old heartbeats, expired versions, an unhealthy appliance, and counts all that", async () => {
    const servers = await all(sr().replicationRecoveryServicesProviders.list(...at));
    const of = (name: string) => servers.find((each) => each.properties?.friendlyName === name)?.properties;
    expect(of("appl1")).toMatchObject({
      connectionStatus: "Disconnected",
      lastHeartBeat: new Date("2026-06-01T09:00:00Z"),
    });
    expect(of("host1")).toMatchObject({
      connectionStatus: "Connected",
      providerVersion: "5.1.0.0",
      providerVersionState: "Expired",
      providerVersionExpiryDate: new Date("2026-05-22T12:00:00Z"),
    });
    const [appliances] = await all(sr().replicationAppliances.list(...at));
    expect(appliances?.properties?.providerSpecificDetails).toMatchObject({
      appliances: [{ processServer: { health: "Critical", healthErrors: [{ errorCode: "100002" }] } }],
    });
    const health = (await sr().replicationVaultHealth.get(...at)).properties;
    expect(health?.protectedItemsHealth).toMatchObject({
      resourceCount: 7,
      issues: [{ summaryCode: "153007", severity: "Error" }],
    });
    expect(health?.fabricsHealth?.issues).toMatchObject([{ summaryCode: "100002" }]);
  });

  it("has a network mapped one way alone, a plan with its times and items in no plan", async () => {
    const mappings = await all(sr().replicationNetworkMappings.list(...at));
    expect(mappings.map(({ properties }) => properties?.primaryFabricFriendlyName)).toEqual(["West Europe"]);
    const plan = await sr().replicationRecoveryPlans.get(...at, "shop");
    expect(plan.properties?.lastTestFailoverTime).toEqual(new Date("2025-04-27T12:00:00Z"));
    expect(plan.properties?.groups?.flatMap((each) => each.replicationProtectedItems ?? [])).toHaveLength(1);
    const events = await all(sr().replicationEvents.list(...at));
    expect(events.map((event) => event.properties?.severity)).toContain("Critical");
  });
});

describe("a seed that cannot be", () => {
  it.each([
    [
      "an item whose machine is absent",
      { protectedItems: [{ ...azureItem(), virtualMachineId: `${vaultId}x` }] },
      /does not exist/,
    ],
    [
      "an item of a vault that is absent",
      { protectedItems: [{ ...azureItem(), vaultId: `${vaultId}x` }] },
      /list it under vaults/,
    ],
    [
      "a plan with an item that is absent",
      {
        recoveryPlans: [
          { ...(liveStates.recoveryPlans?.[0] ?? never()), name: "other", groups: [{ items: ["none"] }] },
        ],
      },
      /'none'.*list it under protectedItems/,
    ],
  ])("is refused %s", (_what, more, message) => {
    expect(() => {
      azure.simulator.register(seedSchema.parse({ schema: "asr-seed/1", ...more }));
    }).toThrow(message);
  });
});

function azureItem() {
  return liveStates.protectedItems?.[0] ?? never();
}

function never(): never {
  throw new Error("The seed is empty.");
}

import { afterEach, describe, expect, it } from "vitest";
import { drill, drillEvidenceSchema, type DrillRequest } from "../../../operations/drill";
import type { Faults } from "../../../simulator/faults";
import { drillWorld, type DrillWorld, type WorldOptions } from "./drill-world";

let world: DrillWorld;
afterEach(() => world.close());

type Fault = Faults["faults"][number];

const testFailover = { method: "POST", path: "/replicationRecoveryPlans/plan/testFailover$" } as const;
const cleanup = { method: "POST", path: "/replicationRecoveryPlans/plan/testFailoverCleanup$" } as const;
const jobRead = { method: "GET", path: "/replicationJobs/" } as const;

/** A drill among faults; the evidence has to be valid, whatever happens. */
async function drilled(
  faults: readonly Fault[],
  request: Partial<DrillRequest> = {},
  options: WorldOptions = {},
  signal?: (line: string, controller: AbortController) => void,
) {
  world = await drillWorld({ ...options, faults: { schema: "asr-faults/1", faults: [...faults] } });
  const controller = new AbortController();
  const { connection, clock, planId } = world;
  const evidence = await drill(
    { planId, networkId: world.network("test"), ...request },
    {
      connection,
      clock,
      signal: controller.signal,
      onProgress: (line) => {
        signal?.(line, controller);
      },
    },
  );
  return drillEvidenceSchema.parse(evidence);
}

describe("a drill that Azure makes hard", () => {
  const harmless: readonly (readonly [string, readonly Fault[]])[] = [
    ["throttles its start", [{ on: testFailover, fault: "too-many-requests", retryAfterInSeconds: 0 }]],
    [
      "throttles every read of its job for a while",
      [{ on: jobRead, times: 3, fault: "too-many-requests", retryAfterInSeconds: 0 }],
    ],
    ["loses the answer to its start", [{ on: testFailover, fault: "lost-response" }]],
    ["loses the answer to its clean-up", [{ on: cleanup, fault: "lost-response" }]],
    ["lets its token expire before the start", [{ on: testFailover, fault: "expired-token" }]],
    ["lets its token expire while it follows the job", [{ on: jobRead, skip: 2, fault: "expired-token" }]],
    ["takes long over its job", [{ on: testFailover, fault: "slow-job", extraSeconds: 600 }]],
  ];
  it.each(harmless)("passes when Azure %s", async (_what, faults) => {
    const evidence = await drilled(faults);
    expect(evidence).toMatchObject({ outcome: "passed", reasons: [], cleanup: { status: "done", left: [] } });
    expect(evidence.machines.map(({ rto }) => rto.seconds !== null)).toEqual([true, true]);
    expect(await world.traces()).toEqual([]);
  });

  it("reports a job that fails half-way, with what was up, and cleans up", async () => {
    const evidence = await drilled([
      {
        on: testFailover,
        fault: "failed-job",
        code: "HostDown",
        message: "The host went away.",
        afterTasks: 4,
      },
    ]);
    expect(evidence.outcome).toBe("failed");
    expect(evidence.reasons[0]).toBe(
      "The job of the test failover ended as Failed: HostDown: The host went away.",
    );
    expect(evidence.machines.map(({ name, state, rto }) => [name, state, rto.seconds === null])).toEqual([
      ["web1", "Succeeded", false],
      ["db1", "Failed", true],
    ]);
    expect(evidence.rto.seconds).toBeNull();
    expect(evidence.cleanup.status).toBe("done");
    expect(await world.traces()).toEqual([]);
  });

  it("reports a start that is refused, and leaves nothing", async () => {
    const evidence = await drilled([
      {
        on: testFailover,
        fault: "error",
        status: 409,
        code: "Conflict",
        message: "Busy with something else.",
      },
    ]);
    expect(evidence).toMatchObject({ outcome: "failed", job: null, cleanup: { status: "not-needed" } });
    expect(evidence.reasons).toEqual(["The test failover did not start: Busy with something else."]);
    expect(await world.traces()).toEqual([]);
  });

  it("gives up a job that hangs at its time limit, cancels it and cleans up", async () => {
    const evidence = await drilled([{ on: testFailover, fault: "hanging-job" }], { timeoutMinutes: 30 });
    expect(evidence).toMatchObject({
      outcome: "failed",
      cleanup: { left: [] },
    });
    expect(evidence.reasons[0]).toBe("The test failover had not ended after 30 minutes (--timeout-minutes).");
    expect(evidence.rto.seconds).toBeNull();
    expect(await world.traces()).toEqual([]);
  });

  it("cleans up one machine after the other where the plan's clean-up fails", async () => {
    const evidence = await drilled([
      { on: cleanup, fault: "failed-job", code: "CleanupFailed", message: "Not now.", afterTasks: 0 },
    ]);
    expect(evidence.cleanup).toMatchObject({ status: "done", left: [] });
    expect(evidence.outcome).toBe("passed");
    expect(await world.traces()).toEqual([]);
  });

  it("says what is left where nothing can be cleaned up, and then the drill has failed", async () => {
    const anyCleanup = { method: "POST", path: "/testFailoverCleanup$" } as const;
    const evidence = await drilled([
      {
        on: anyCleanup,
        times: 99,
        fault: "error",
        status: 403,
        code: "AuthorizationFailed",
        message: "Not allowed.",
      },
    ]);
    expect(evidence).toMatchObject({ outcome: "failed", cleanup: { status: "incomplete" } });
    expect(evidence.cleanup.left).toEqual(
      expect.arrayContaining(["web1: WaitingForCompletion", "db1: WaitingForCompletion"]),
    );
    expect(evidence.reasons.at(-1)).toContain("web1-test");
  });

  it("stops at a signal while machines start, cancels and cleans up", async () => {
    const evidence = await drilled([], {}, {}, (line, controller) => {
      if (line === "Group 1: web1: InProgress") controller.abort();
    });
    expect(evidence).toMatchObject({ outcome: "interrupted", cleanup: { left: [] } });
    expect(evidence.reasons).toContain("Stopped by a signal while the test failover was under way.");
    expect(await world.traces()).toEqual([]);
  });
});

describe("a plan with a manual action", () => {
  const actions = [
    {
      actionName: "Call the owner",
      failoverTypes: ["TestFailover"],
      failoverDirections: ["PrimaryToRecovery"],
      customDetails: { instanceType: "ManualActionDetails", description: "by telephone" },
    },
  ];

  it("goes on by itself when asked to", async () => {
    const evidence = await drilled([], { completeManualActions: true }, { actions });
    expect(evidence.reasons).toEqual([]);
    expect(evidence.timeline.map(({ kind, name }) => `${kind} ${name}`)).toContain("action Call the owner");
    expect(await world.traces()).toEqual([]);
  });

  it("is given up at the time limit when nobody completes it, and says so", async () => {
    const evidence = await drilled([], { timeoutMinutes: 10 }, { actions });
    expect(evidence.reasons[0]).toBe(
      'The test failover had not ended after 10 minutes (--timeout-minutes): it waits at the manual action "Call the owner".',
    );
    expect(await world.traces()).toEqual([]);
  });
});

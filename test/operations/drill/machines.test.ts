import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import {
  clean,
  drill,
  drillEvidenceSchema,
  Journal,
  type DrillEnvironment,
  type DrillRequest,
} from "../../../operations/drill";
import { drillWorld, providers, type DrillWorld } from "./drill-world";

let world: DrillWorld;
afterEach(() => world.close());

async function drilled(
  request: Partial<DrillRequest> = {},
  environment: Partial<DrillEnvironment> = {},
  journal?: Journal,
) {
  const lines: string[] = [];
  const { connection, clock, itemIds } = world;
  const evidence = await drill(
    { machineIds: itemIds, networkId: world.network("test"), ...request },
    { connection, clock, onProgress: (line) => lines.push(line), ...environment },
    journal,
  );
  return { evidence: drillEvidenceSchema.parse(evidence), lines };
}

describe.each(providers)("a drill of %s machines without a plan", (provider) => {
  it("tests each by a job of its own, all at once, and leaves the vault as it was", async () => {
    world = await drillWorld({ provider });
    const { evidence } = await drilled({ rtoTargetMinutes: 30 });
    expect(evidence).toMatchObject({
      outcome: "passed",
      reasons: [],
      plan: { kind: "machines", id: world.vault, name: "web1, db1" },
      job: null,
      rto: { met: true },
      cleanup: { status: "done", left: [] },
    });
    for (const machine of evidence.machines) {
      const { job } = machine;
      // By the service's own clock: as long as its job took.
      const took = (Date.parse(job?.endedAt ?? "") - Date.parse(job?.startedAt ?? "")) / 1000;
      expect(machine).toMatchObject({ group: "", state: "Succeeded", provider, job: { state: "Succeeded" } });
      expect(machine.rto).toMatchObject({ seconds: took, jobSeconds: 180, measuredTo: "job" });
      // Ours sees the end later, by a request and a poll.
      expect(machine.rto.observedSeconds).toBeGreaterThanOrEqual(180);
      expect(machine.recoveryPoint).not.toBeNull();
      expect(machine.testMachine?.addresses).toEqual([expect.stringMatching(/^10\.9\.0\.\d+$/)]);
    }
    expect(await world.traces()).toEqual([]);
  });
});

describe("a drill of machines without a plan", () => {
  it("takes one after the other when asked to", async () => {
    world = await drillWorld();
    const { evidence } = await drilled({ oneByOne: true });
    const [web, db] = evidence.machines;
    expect(Date.parse(db?.job?.startedAt ?? "")).toBeGreaterThanOrEqual(Date.parse(web?.job?.endedAt ?? ""));
    expect(evidence.rto.seconds).toBeGreaterThanOrEqual(360);
    expect(await world.traces()).toEqual([]);
  });

  it("that is stopped at the first does not begin the second, and cleans up", async () => {
    world = await drillWorld();
    const controller = new AbortController();
    const { evidence } = await drilled(
      { oneByOne: true },
      {
        signal: controller.signal,
        onProgress: (line) => {
          if (/^web1: .*: InProgress$/.test(line)) controller.abort();
        },
      },
    );
    expect(evidence.outcome).toBe("interrupted");
    expect(evidence.reasons).toEqual([
      "web1: Stopped by a signal while the test failover was under way.",
      "db1: Stopped before its test failover was started.",
    ]);
    expect(await world.traces()).toEqual([]);
  });

  it("reports the one whose job fails, and passes no judgement on the other", async () => {
    world = await drillWorld({
      faults: {
        schema: "asr-faults/1",
        faults: [
          {
            on: { method: "POST", path: "/replicationProtectedItems/db1/testFailover$" },
            fault: "failed-job",
            code: "HostDown",
            message: "The host went away.",
          },
        ],
      },
    });
    const { evidence } = await drilled();
    expect(evidence.outcome).toBe("failed");
    expect(evidence.reasons).toEqual([
      "db1: The job of the test failover ended as Failed: HostDown: The host went away.",
    ]);
    expect(evidence.machines.map(({ name, state, rto }) => [name, state, rto.seconds === null])).toEqual([
      ["web1", "Succeeded", false],
      ["db1", "Failed", true],
    ]);
    expect(await world.traces()).toEqual([]);
  });

  it("is remembered machine by machine until each is cleaned up", async () => {
    world = await drillWorld();
    const folder = mkdtempSync(join(tmpdir(), "asr-machines-"));
    try {
      const journal = new Journal(folder);
      const { evidence } = await drilled({ keep: true }, {}, journal);
      expect(evidence.cleanup.notes).toBe(
        `Kept on request. When done: npx --no-install asr drill --clean --machine ${world.itemIds.join(" ")}`,
      );
      expect(
        journal
          .entries()
          .map(({ targetId }) => targetId)
          .sort(),
      ).toEqual([...world.itemIds].sort());
      const again = await drilled();
      expect(again.evidence.outcome).toBe("refused");
      expect(again.evidence.preflight.find(({ check }) => check === "leftovers")).toMatchObject({
        subject: "web1",
        remedy: `Run: npx --no-install asr drill --clean --machine ${world.itemIds[0] ?? ""}`,
      });
      const { connection, clock } = world;
      const environment = { connection, clock, onProgress: () => undefined };
      await world.azure.sendAndWait("DELETE", `${world.planId}?api-version=2025-01-01`);
      // In no plan any more: the vault's own list tells what awaits its clean-up.
      const cleaned = await clean({ vaultId: world.vault }, environment, journal);
      expect(cleaned.map(({ address, result }) => `${address.kind} ${result.status}`)).toEqual([
        "machine done",
        "machine done",
      ]);
      expect(journal.entries()).toEqual([]);
      expect(await world.traces()).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("is refused for what names no machine, or machines of two vaults", async () => {
    world = await drillWorld();
    const [first = ""] = world.itemIds;
    const refusals: readonly (readonly [Partial<DrillRequest>, RegExp])[] = [
      [{ machineIds: [] }, /needs a recovery plan or the protected items/],
      [{ planId: world.planId }, /not of both at once/],
      [{ machineIds: [world.planId] }, /is no id of a protected item/],
      [{ machineIds: [`${first}x`] }, /has no protected item "web1x"/],
      [{ machineIds: [first, first.replace("/vaults/v1/", "/vaults/v2/")] }, /web1 is in v1, web1 in v2/],
    ];
    for (const [request, message] of refusals) {
      await expect(drilled(request), String(message)).rejects.toThrow(message);
    }
  });
});

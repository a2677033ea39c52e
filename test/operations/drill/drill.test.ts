import { afterEach, describe, expect, it } from "vitest";
import { drill, drillEvidenceSchema, type DrillRequest } from "../../../operations/drill";
import { drillWorld, providers, type DrillWorld } from "./drill-world";

let world: DrillWorld;
afterEach(() => world.close());

async function drilled(request: Partial<DrillRequest> = {}) {
  const lines: string[] = [];
  const { connection, clock, planId } = world;
  const evidence = await drill(
    { planId, networkId: world.network("test"), ...request },
    { connection, clock, onProgress: (line) => lines.push(line) },
  );
  return { evidence: drillEvidenceSchema.parse(evidence), lines };
}

describe.each(providers)("a drill of %s machines", (provider) => {
  it("measures every machine and leaves the vault as it was", async () => {
    world = await drillWorld({ provider });
    const { evidence, lines } = await drilled({ rtoTargetMinutes: 30, notes: "quarterly" });
    expect(evidence).toMatchObject({
      outcome: "passed",
      reasons: [],
      job: { state: "Succeeded" },
      rto: { targetSeconds: 1800, met: true },
      cleanup: { status: "done", notes: "quarterly", left: [] },
    });
    // The groups go one after the other: 5 s of checks, then 180 s a machine.
    expect(evidence.machines.map(({ name, group, rto }) => [name, group, rto.jobSeconds])).toEqual([
      ["web1", "Group 1", 185],
      ["db1", "Group 2", 365],
    ]);
    for (const { provider: by, testMachine, recoveryPoint, rpoSeconds } of evidence.machines) {
      expect(by).toBe(provider);
      expect(testMachine?.addresses).toEqual([expect.stringMatching(/^10\.9\.0\.\d+$/)]);
      const age = Date.parse(evidence.job?.startedAt ?? "") - Date.parse(recoveryPoint?.time ?? "");
      expect(rpoSeconds).toBe(age / 1000);
    }
    expect(lines).toContain("Group 1: web1: Succeeded after 180 s");
    expect(await world.traces()).toEqual([]);
  });
});

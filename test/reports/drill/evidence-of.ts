import type { DrillEvidence } from "../../../operations/drill";

export const hostile = '<script>alert(1)</script>"\u202E';

const begin = Date.parse("2026-11-01T06:00:00.000Z");
const at = (seconds: number) => new Date(begin + seconds * 1000).toISOString();
const planId =
  "/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v/replicationRecoveryPlans/p";

/** A drill of one machine: 300 s of the job, 60 s until its probe answered, a clean-up of 100 s. */
export function evidence(changes: Partial<DrillEvidence> = {}, machineName = "web1"): DrillEvidence {
  const rto = { seconds: 360, observedSeconds: 372, targetSeconds: 240, met: false };
  return {
    schema: "asr-drill/1",
    id: "5ed2a1f2-b2ff-44cf-9398-acfce92078ea",
    outcome: "passed",
    reasons: [],
    plan: {
      kind: "plan",
      id: planId,
      name: machineName,
      vaultId: planId.replace(/\/replicationRecoveryPlans.*$/, ""),
      primaryFabric: "West Europe",
      recoveryFabric: "North Europe",
      groups: [{ name: "Group 1", machines: [machineName] }],
    },
    startedAt: at(0),
    endedAt: at(500),
    resolutionSeconds: 15,
    network: { id: "/n", chosenBy: "option", productionAllowed: false },
    preflight: [{ check: "health", status: "ok", subject: machineName, message: "Protected" }],
    job: { id: "/j", state: "Succeeded", startedAt: at(0), endedAt: at(300), errors: [] },
    rto,
    machines: [
      {
        name: machineName,
        itemId: "/i",
        provider: "A2A",
        group: "Group 1",
        job: null,
        state: "Succeeded",
        testMachine: { id: "/vm", name: `${machineName}-test`, addresses: ["10.9.0.4"] },
        recoveryPoint: { id: "/r", time: at(-120), type: "CrashConsistent" },
        rpoSeconds: 120,
        rto: {
          seconds: 360,
          observedSeconds: 372,
          targetSeconds: null,
          met: null,
          jobSeconds: 300,
          probeSeconds: 60,
          measuredTo: "probes",
        },
        probes: [
          {
            kind: "tcp",
            target: "10.9.0.4:443",
            passed: true,
            startedAt: at(300),
            endedAt: at(360),
            attempts: 3,
            answer: "connected",
          },
        ],
        errors: [],
      },
    ],
    timeline: [
      {
        kind: "machine",
        name: machineName,
        group: "Group 1",
        startedAt: at(0),
        endedAt: at(300),
        state: "Succeeded",
      },
      { kind: "probe", name: "tcp", group: "Group 1", startedAt: at(300), endedAt: at(360), state: "passed" },
      { kind: "cleanup", name: "Clean-up", group: null, startedAt: at(400), endedAt: at(500), state: "done" },
    ],
    cleanup: { status: "done", jobId: "/c", startedAt: at(400), endedAt: at(500), notes: "", left: [] },
    ...changes,
  };
}

import { describe, expect, it } from "vitest";
import { documentedChecks } from "../../../operations/check/documented-checks";
import { allFindings } from "../../../reports/check/groups";
import { vaultCheckSchema } from "../../../reports/check/schema";
import { checkSeeded } from "./simulated-check";
import { soundItem, soundVault } from "./sound-vault";
import { vaultStates } from "./vault-states";

/** Checks whose states need more than resources of a seed; each has a test of its own. */
const elsewhere: readonly string[] = [
  "vault-health-differs",
  "eligibility-differs",
  "supported-os-differs",
  "drift",
];

describe("a check of a vault", () => {
  it("finds nothing against a sound one", async () => {
    const check = await checkSeeded(soundVault());
    expect([...allFindings(check)].map(({ ref, message }) => `${ref} ${message}`)).toEqual([]);
    expect(check.undecided.filter(({ ref }) => ref.startsWith("ASR-L"))).toEqual([]);
    expect(check.verdict).toBe("ready");
    expect(check.machines.map(({ name, verdict }) => [name, verdict])).toEqual([
      ["web", "ready"],
      ["db", "ready"],
    ]);
    expect(check.recoveryPlans).toMatchObject([
      { name: "shop", machines: 2, verdict: "ready", lastDrill: { ageInDays: 20 } },
    ]);
    expect(vaultCheckSchema.safeParse(JSON.parse(JSON.stringify(check))).error).toBeUndefined();
  });

  it.each(Object.entries(vaultStates))("%s: has a state that it sees", async (name, state) => {
    const check = await checkSeeded(soundVault(state.changes, state.added));
    const found = [...allFindings(check)].filter(({ rule }) => rule === name);
    expect(found.map(({ subject }) => subject.name)).toContain(state.subject);
    const finding = found.find(({ subject }) => subject.name === state.subject);
    expect(finding).toMatchObject({ severity: state.severity });
    expect(finding?.message).toContain(state.says);
  });

  it("has a state for every check", () => {
    expect([...Object.keys(vaultStates), ...elsewhere].sort()).toEqual(
      documentedChecks.map(({ name }) => name).sort(),
    );
    expect(new Set(documentedChecks.map(({ ref }) => ref)).size).toBe(documentedChecks.length);
  });

  it("never passes what it may not read, and names the action", async () => {
    const check = await checkSeeded(soundVault(), {}, [
      {
        fault: "error",
        status: 403,
        code: "AuthorizationFailed",
        message: "No authorization.",
        times: 100,
        on: { path: "/replicationJobs" },
      },
    ]);
    expect(check.verdict).toBe("unknown");
    expect(check.unread).toMatchObject([
      { part: "jobs", action: "Microsoft.RecoveryServices/vaults/replicationJobs/read", why: "forbidden" },
    ]);
    expect(check.undecided.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["job-stuck", "job-failed", "drill-overdue", "drill-failed"]),
    );
    expect(check.recoveryPlans).toMatchObject([{ verdict: "unknown" }]);
  });

  it("leaves machines unknown whose network it may not read", async () => {
    const check = await checkSeeded(soundVault(), {}, [
      {
        fault: "error",
        status: 403,
        code: "AuthorizationFailed",
        message: "No authorization.",
        times: 100,
        on: { path: "/virtualNetworks/" },
      },
    ]);
    expect(check.machines.map(({ verdict }) => verdict)).toEqual(["unknown", "unknown"]);
    expect(check.machines[0]?.undecided).toMatchObject([
      { rule: "target-network", missing: ["Microsoft.Network/virtualNetworks/read"] },
    ]);
  });

  it("waives a live finding by its reference, and tells that it did", async () => {
    const waiver = {
      rule: "ASR-L02",
      subject: "web",
      reason: "known",
      owner: "ops",
      expires: "2999-12-31",
    };
    const check = await checkSeeded(
      soundVault({ web: soundItem("web", {}, { failoverHealth: "Critical" }) }),
      { waivers: [waiver] },
    );
    expect(check.machines[0]).toMatchObject({
      verdict: "conditional",
      findings: [{ ref: "ASR-L02", waiver: { owner: "ops" } }],
    });
  });

  it("compares with thresholds that are given", async () => {
    const strict = await checkSeeded(soundVault(), { thresholds: { drillInDays: 10 } });
    expect(strict.recoveryPlans[0]?.findings).toMatchObject([{ rule: "drill-overdue" }]);
    expect(strict.summary.plansProven).toBe(0);
  });

  it("asks the service about source VMs, and tells where it differs", async () => {
    const machine = {
      id: "/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/web",
      location: "westeurope",
      properties: {},
    };
    const answer = {
      id: `${machine.id}/providers/Microsoft.RecoveryServices/replicationEligibilityResults/default`,
      properties: { errors: [{ code: "UnsupportedKernel", message: "The kernel is not supported." }] },
    };
    const check = await checkSeeded(soundVault({}, [machine, answer]));
    expect(check.machines[0]?.findings).toMatchObject([
      { rule: "eligibility-differs", kind: "service", severity: "warning" },
    ]);
    expect(check.service.eligibility).toMatchObject([
      { machine: "web", errors: [{ code: "UnsupportedKernel" }], ours: [] },
    ]);
    const agreeing = await checkSeeded(soundVault({}, [machine]));
    expect(agreeing.machines[0]?.findings).toEqual([]);
    const unasked = await checkSeeded(soundVault({}, [machine, answer]), { eligibility: 0 });
    expect(unasked.service).toMatchObject({ eligibility: [], eligibilityNotAsked: 2 });
  });
});

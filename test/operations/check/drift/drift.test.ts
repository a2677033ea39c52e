import { beforeAll, describe, expect, it } from "vitest";
import { vaultOf } from "../../../../azure/site-recovery-id";
import { noSurroundings } from "../../../../operations/check/check-vault";
import { checkedVault, type CheckedVault } from "../../../../operations/check/checked-vault";
import { compareLandingZone } from "../../../../operations/check/drift/against-landing-zone";
import { compareStack } from "../../../../operations/check/drift/against-stack";
import { driftFindings } from "../../../../operations/check/drift/drift-findings";
import { defaultThresholds } from "../../../../operations/check/thresholds";
import { readVault } from "../../../../operations/vault/read-vault";
import type { LandingZone } from "../../../../landing-zone/document";
import { startSimulator } from "../../../../simulator/server";
import { simulatedConnection } from "../../simulated-connection";
import { itemId, policyId, soundVault, vaultId } from "../sound-vault";

let vault: CheckedVault;
beforeAll(async () => {
  const simulator = await startSimulator({
    seed: { schema: "asr-seed/1", resources: soundVault() as never },
  });
  try {
    const id = vaultOf(vaultId);
    if (id === undefined) throw new Error("no vault id");
    const snapshot = await readVault(simulatedConnection(simulator), id);
    vault = checkedVault(snapshot, noSurroundings, defaultThresholds);
  } finally {
    await simulator.close();
  }
});

const policy = {
  name: "daily",
  instanceType: "A2A",
  recoveryPointRetentionInMinutes: 1440,
  appConsistentFrequencyInMinutes: 240,
  crashConsistentFrequencyInMinutes: 5,
} as const;

const zone = (changes: Partial<LandingZone> = {}): LandingZone => ({
  schema: "asr-landing-zone/1",
  scenario: "azure-to-azure",
  region: "northeurope",
  sourceRegion: "westeurope",
  resourceGroups: { vault: { name: "rg1" } },
  vault: { name: "dr" },
  policies: [policy],
  machines: {
    web: { targetSize: "Standard_D2s_v3", policy: "daily" },
    database: { sourceName: "DB", policy: "daily" },
  },
  recoveryPlans: [{ name: "shop", groups: [{ groupType: "Boot", machines: ["web", "database"] }] }],
  ...changes,
});

describe("a vault against its landing zone", () => {
  it("agrees with the one it was made from", () => {
    const report = compareLandingZone(zone(), "landing-zone.yaml", vault);
    expect(report.entries).toEqual([]);
    expect(report.compared).toBeGreaterThan(8);
  });

  it("tells what is missing, extra and different, and what the service does itself", () => {
    const changed = zone({
      policies: [{ ...policy, recoveryPointRetentionInMinutes: 4320 }],
      machines: {
        web: { targetSize: "Standard_D8s_v5", policy: "hourly" },
        cache: { policy: "daily" },
      },
      recoveryPlans: [
        { name: "shop", groups: [{ groupType: "Boot", machines: ["web"] }] },
        { name: "office", groups: [{ groupType: "Boot", machines: ["cache"] }] },
      ],
    });
    const { entries } = compareLandingZone(changed, "landing-zone.yaml", vault);
    const told = entries.map(({ kind, what, name, property }) =>
      [kind, what, name, property].filter(Boolean).join(" "),
    );
    expect(told.sort()).toEqual([
      "changed-by-service machine web targetSize",
      "different machine web policy",
      "different policy daily recoveryPointRetentionInMinutes",
      "different recovery plan shop machines",
      "extra machine db",
      "missing machine cache",
      "missing recovery plan office",
    ]);
    const report = compareLandingZone(changed, "landing-zone.yaml", vault);
    expect(driftFindings([report], vault)).toHaveLength(entries.length - 1);
  });
});

describe("a vault against a stack", () => {
  const item = (name: string, changes: Record<string, unknown> = {}) => ({
    type: "azure-native:recoveryservices:ReplicationProtectedItem",
    id: itemId(name).toUpperCase(),
    inputs: {
      replicatedProtectedItemName: name,
      properties: {
        policyId,
        providerSpecificDetails: { instanceType: "A2A", ...changes },
      },
    },
  });

  it("agrees by ids and facts, whatever their case", () => {
    expect(compareStack([item("web"), item("db")], "stack prod", vault).entries).toEqual([]);
  });

  it("tells items that are gone, that nobody deployed, and that differ", () => {
    const { entries } = compareStack(
      [item("web", { recoveryAvailabilityZone: "2" }), item("gone")],
      "stack prod",
      vault,
    );
    expect(
      entries.map(({ kind, name, property = "" }) => `${kind} ${name} ${property}`.trim()).sort(),
    ).toEqual(["different web availabilityZone", "extra db", "missing GONE"]);
  });

  it("leaves alone what lies outside the vault", () => {
    const elsewhere = { ...item("web"), id: "/subscriptions/s/resourceGroups/g/other" };
    expect(compareStack([elsewhere], "stack prod", vault)).toMatchObject({ compared: 0, entries: [] });
  });
});

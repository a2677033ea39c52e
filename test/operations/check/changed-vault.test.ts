import { beforeAll, describe, expect, it } from "vitest";
import { vaultOf } from "../../../azure/site-recovery-id";
import { askedOf } from "../../../operations/check/check-vault";
import { checkedVault, type CheckedVault } from "../../../operations/check/checked-vault";
import { examine } from "../../../operations/check/examine";
import { compareHealth } from "../../../operations/check/service/vault-health";
import { compareOperatingSystems } from "../../../operations/check/service/operating-systems";
import { defaultThresholds } from "../../../operations/check/thresholds";
import { azureReader, readVault } from "../../../operations/vault/read-vault";
import { readSurroundings, regionKey, type Surroundings } from "../../../operations/vault/surroundings";
import type { VaultSnapshot } from "../../../operations/vault/snapshot";
import { startSimulator } from "../../../simulator/server";
import { simulatedConnection } from "../simulated-connection";
import { soundVault, vaultId } from "./sound-vault";

let snapshot: VaultSnapshot;
let surroundings: Surroundings;
beforeAll(async () => {
  const simulator = await startSimulator({
    seed: { schema: "asr-seed/1", resources: soundVault() as never },
  });
  try {
    const connection = simulatedConnection(simulator);
    snapshot = await readVault(connection, vaultOf(vaultId) as never);
    surroundings = await readSurroundings(connection, azureReader({}), askedOf(snapshot));
  } finally {
    await simulator.close();
  }
});

/** What the simulator cannot be told, put into what was read from it. */
const vault = (parts: Partial<VaultSnapshot> = {}, around: Partial<Surroundings> = {}): CheckedVault =>
  checkedVault({ ...snapshot, ...parts }, { ...surroundings, ...around }, defaultThresholds);

const found = (checked: CheckedVault, rule: string) =>
  examine(checked).findings.filter((finding) => finding.rule === rule);

const region = regionKey({
  subscriptionId: "22222222-2222-4222-8222-222222222222",
  region: "northeurope",
});
const quota = (cores: readonly [number, number], family: readonly [number, number] | undefined) => {
  const usage = (value: string, [currentValue, limit]: readonly [number, number]) => ({
    name: { value },
    currentValue,
    limit,
  });
  const value = [usage("cores", cores), ...(family ? [usage("standardDSv3Family", family)] : [])];
  return { usages: new Map([[region, { kind: "read" as const, value }]]) };
};

describe("the vCPU quota", () => {
  it("is enough to the last vCPU", () => {
    expect(found(vault({}, quota([6, 10], [0, 4])), "vcpu-quota")).toEqual([]);
  });
  it("is short by one", () => {
    expect(found(vault({}, quota([7, 10], [0, 4])), "vcpu-quota")).toMatchObject([
      { severity: "error", message: "The machines need 4 vCPUs in northeurope; 3 of 10 are free." },
    ]);
  });
  it("is short of a family's alone", () => {
    expect(found(vault({}, quota([0, 10], [7, 10])), "vcpu-quota")).toMatchObject([
      {
        severity: "error",
        subject: { name: "standardDSv3Family vCPUs in northeurope" },
        message: "The machines need 4 vCPUs of standardDSv3Family in northeurope; 3 of 10 are free.",
      },
    ]);
  });
  it("is unknown where the family's is not told", () => {
    const { undecided } = examine(vault({}, quota([0, 10], undefined)));
    expect(undecided).toMatchObject([{ rule: "vcpu-quota", missing: ["quota standardDSv3Family"] }]);
  });
  it("is unknown, not fine, where nobody told it", () => {
    const { undecided } = examine(vault({}, { usages: new Map() }));
    expect(undecided).toMatchObject([{ rule: "vcpu-quota", missing: ["quota of the region"] }]);
  });
});

describe("errors of the vault", () => {
  it("are told with what the service recommends", () => {
    const error = {
      errorCode: "10001",
      errorLevel: "Error",
      summaryMessage: "The key is lost.",
      recommendedAction: "Restore the key.",
    };
    const health = { kind: "read" as const, value: { properties: { vaultErrors: [error] } } };
    expect(found(vault({ health }), "vault-errors")).toMatchObject([
      {
        severity: "error",
        message: "The service reports 10001 The key is lost.",
        remedy: "Restore the key.",
      },
    ]);
    expect(found(vault(), "vault-errors")).toEqual([]);
  });
});

describe("the service's summary of the vault", () => {
  it("differs where it counts other items", () => {
    const health = {
      kind: "read" as const,
      value: { properties: { protectedItemsHealth: { resourceCount: 7, issues: [] } } },
    };
    expect(compareHealth(vault({ health }))).toMatchObject([
      { rule: "vault-health-differs", message: "The service counts 7 protected items, 2 were listed." },
    ]);
    expect(compareHealth(vault())).toEqual([]);
  });
});

describe("the systems that the service lists", () => {
  const list = (osName: string): Partial<VaultSnapshot> => ({
    supportedOperatingSystems: {
      kind: "read",
      value: {
        properties: {
          supportedOsList: [{ instanceType: "InMageRcm", supportedOs: [{ osName, osType: "linux" }] }],
        },
      },
    },
    protectedItems: {
      kind: "read",
      value: [
        {
          id: `${vaultId}/replicationFabrics/f/replicationProtectionContainers/c/replicationProtectedItems/app`,
          name: "app",
          properties: {
            friendlyName: "app",
            providerSpecificDetails: {
              instanceType: "InMageRcm",
              discoveredVmDetails: { osName: "Ubuntu Linux (64-bit)" },
            },
          },
        },
      ],
    },
  });
  it("hold the machine's", () => {
    expect(compareOperatingSystems(vault(list("ubuntu")))).toEqual([]);
  });
  it("lack the machine's", () => {
    expect(compareOperatingSystems(vault(list("debian")))).toMatchObject([
      { rule: "supported-os-differs", subject: { name: "app" } },
    ]);
  });
});

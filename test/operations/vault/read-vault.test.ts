import { afterEach, describe, expect, it } from "vitest";
import { readVault, type ReadVaultOptions } from "../../../operations/vault/read-vault";
import { vaultOf } from "../../../azure/site-recovery-id";
import type { VaultSnapshot } from "../../../operations/vault/snapshot";
import type { Faults } from "../../../simulator/faults";
import { startSimulator, type Simulator, type SimulatorOptions } from "../../../simulator/server";
import { simulatedConnection } from "../simulated-connection";

const subscription = "/subscriptions/22222222-2222-4222-8222-222222222222";
const vaultId = `${subscription}/resourceGroups/rg1/providers/Microsoft.RecoveryServices/vaults/v1`;
const container = `${vaultId}/replicationFabrics/f1/replicationProtectionContainers/c1`;
const vault = {
  id: vaultId,
  location: "northeurope",
  sku: { name: "RS0", tier: "Standard" },
  properties: {},
};

const items = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${container}/replicationProtectedItems/item${index}`,
    properties: { friendlyName: `vm${index}`, providerSpecificDetails: { instanceType: "A2A" } },
  }));
const fabric = {
  id: `${vaultId}/replicationFabrics/f1`,
  properties: {
    friendlyName: "westeurope",
    customDetails: { instanceType: "Azure", location: "westeurope" },
  },
};

let simulator: Simulator | undefined;
afterEach(async () => {
  await simulator?.close();
});

async function read(
  resources: readonly Record<string, unknown>[],
  faults: Faults["faults"] = [],
  options: ReadVaultOptions = {},
  settings: SimulatorOptions = {},
): Promise<VaultSnapshot> {
  simulator = await startSimulator({
    seed: { schema: "asr-seed/1", resources: resources as never },
    faults: { schema: "asr-faults/1", faults },
    ...settings,
  });
  const id = vaultOf(vaultId);
  if (id === undefined) throw new Error("no vault id");
  return readVault(simulatedConnection(simulator), id, options);
}

describe("readVault", () => {
  it("reads every page of a list", async () => {
    const snapshot = await read(
      [vault, fabric, { id: container, properties: {} }, ...items(7)],
      [],
      {},
      { pageSize: 3 },
    );
    expect(snapshot.protectedItems).toMatchObject({ kind: "read", value: { length: 7 } });
    expect(snapshot.fabrics).toMatchObject({ kind: "read", value: [{ name: "f1" }] });
    expect(snapshot.vault).toMatchObject({ kind: "read", value: { location: "northeurope" } });
    expect(snapshot.health).toMatchObject({ kind: "read" });
  });

  it("tells a vault that is not there from one it may not see", async () => {
    expect((await read([])).vault).toEqual({ kind: "absent" });
  });

  it("names the action that is missing, and reads the rest", async () => {
    const forbidden = {
      fault: "error" as const,
      status: 403,
      code: "AuthorizationFailed",
      message: "The client does not have authorization.",
      on: { path: "/replicationJobs" },
    };
    const snapshot = await read([vault, fabric], [forbidden]);
    expect(snapshot.jobs).toEqual({
      kind: "unknown",
      why: "forbidden",
      action: "Microsoft.RecoveryServices/vaults/replicationJobs/read",
      message: "The client does not have authorization.",
    });
    expect(snapshot.fabrics.kind).toBe("read");
  });

  it("waits as throttling asks and goes on", async () => {
    const snapshot = await read(
      [vault, fabric],
      [
        {
          fault: "too-many-requests",
          retryAfterInSeconds: 0,
          times: 2,
          on: { path: "/replicationFabrics$" },
        },
      ],
    );
    expect(snapshot.fabrics).toMatchObject({ kind: "read", value: { length: 1 } });
  });

  it.each(["lost-response", "connection-reset"] as const)("asks again after a %s", async (fault) => {
    const snapshot = await read([vault, fabric], [{ fault, on: { path: "/replicationFabrics$" } }]);
    expect(snapshot.fabrics).toMatchObject({ kind: "read", value: { length: 1 } });
  });

  it("gives no list at all where one of its pages is missing", async () => {
    const snapshot = await read(
      [vault, fabric, { id: container, properties: {} }, ...items(4)],
      [
        {
          fault: "error",
          status: 403,
          code: "AuthorizationFailed",
          message: "No.",
          skip: 1,
          on: { path: "/replicationProtectedItems" },
        },
      ],
      {},
      { pageSize: 2 },
    );
    expect(snapshot.protectedItems).toMatchObject({ kind: "unknown", why: "forbidden" });
  });

  it("asks for nothing but the parts it is asked for", async () => {
    const snapshot = await read([vault, fabric], [], { only: ["vault"] });
    expect(snapshot.fabrics).toMatchObject({ kind: "unknown", why: "not-asked" });
    expect(snapshot.cost.calls).toBe(1);
  });

  it("ends with the sign-in where that is refused for good", async () => {
    await expect(read([vault], [{ fault: "expired-token", times: 1000 }])).rejects.toThrow(
      /^Azure refuses the sign-in: .* Sign in again/,
    );
  });

  it("signs in once more where a token has expired", async () => {
    const snapshot = await read(
      [vault, fabric],
      [{ fault: "expired-token", on: { path: "/replicationFabrics$" } }],
    );
    expect(snapshot.fabrics).toMatchObject({ kind: "read", value: { length: 1 } });
  });
});

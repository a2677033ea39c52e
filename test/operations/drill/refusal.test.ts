import { afterEach, describe, expect, it } from "vitest";
import { clean, drill } from "../../../operations/drill";
import type { Faults } from "../../../simulator/faults";
import { drillWorld, type DrillWorld } from "./drill-world";

let world: DrillWorld;
afterEach(() => world.close());

const forbidden = (method: "GET" | "POST", path: string, message: string): Faults["faults"][number] => ({
  on: { method, path },
  fault: "error",
  status: 403,
  code: "AuthorizationFailed",
  message,
  times: 100,
});

async function drilled(faults: Faults["faults"]) {
  world = await drillWorld({ faults: { schema: "asr-faults/1", faults } });
  const { connection, clock, planId } = world;
  const said: string[] = [];
  const environment = { connection, clock, onProgress: (line: string) => said.push(line) };
  return drill({ planId, networkId: world.network("test"), pollSeconds: 60 }, environment);
}

describe("a drill without rights", () => {
  it("names the action that the service names, and the role that has it", async () => {
    const action = "Microsoft.RecoveryServices/vaults/replicationRecoveryPlans/read";
    const message = `The client 'a' with object id 'b' does not have authorization to perform action '${action}' over scope '/x'.`;
    await expect(drilled([forbidden("GET", "/replicationRecoveryPlans/plan$", message)])).rejects.toThrow(
      `${message} The identity needs ${action}: give it the role Site Recovery Operator on the vault.`,
    );
  });

  it("tells the action by the request where the service does not", async () => {
    await expect(drilled([forbidden("GET", "/replicationRecoveryPlans/plan$", "No.")])).rejects.toThrow(
      "No. The identity needs Microsoft.RecoveryServices/vaults/replicationRecoveryPlans/read: give it the role Site Recovery Operator on the vault.",
    );
  });

  it("says so in the evidence when the start is what is refused", async () => {
    const evidence = await drilled([
      forbidden("POST", "/replicationRecoveryPlans/plan/testFailover$", "Denied"),
    ]);
    expect(evidence.outcome).toBe("failed");
    expect(evidence.reasons.join(" ")).toContain(
      "Denied. The identity needs Microsoft.RecoveryServices/vaults/replicationRecoveryPlans/testFailover/action: give it the role Site Recovery Operator on the vault.",
    );
    expect(await world.traces()).toEqual([]);
  });

  it("asks for Reader where the quota may not be read", async () => {
    const evidence = await drilled([forbidden("GET", "/locations/northeurope/usages", "No.")]);
    const quota = evidence.preflight.filter(({ check }) => check === "quota");
    expect(quota.map(({ status, message }) => [status, message])).toEqual([
      [
        "unknown",
        "The quota of northeurope cannot be read: No. The identity needs Microsoft.Compute/locations/usages/read: give it the role Reader on its resource group.",
      ],
    ]);
  });
});

describe("a clean-up", () => {
  it("of a plan that does not exist is an input error, and nothing is touched", async () => {
    world = await drillWorld();
    const { connection, clock, planId } = world;
    const absent = planId.replace(/plan$/, "nosuch");
    const cleaned = clean({ planId: absent }, { connection, clock, onProgress: () => undefined });
    await expect(cleaned).rejects.toThrow(
      'The vault v1 has no recovery plan "nosuch": look at the id given with --plan.',
    );
    await expect(cleaned).rejects.toMatchObject({ name: "DrillInputError" });
  });
});

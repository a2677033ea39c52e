import { expect, it } from "vitest";
import { vaultOf } from "../../../azure/site-recovery-id";
import { checkVault } from "../../../operations/check/check-vault";
import type { Seed } from "../../../simulator/seed";
import { startSimulator } from "../../../simulator/server";
import { liveStates, vaultId } from "../../simulator/seeds/live-states";
import { simulatedConnection } from "../simulated-connection";

/** The agents that Mobility Service support is refused for, by machine, in a vault planted at a time. */
async function outOfSupport(startsAt: string | undefined): Promise<readonly string[]> {
  const { startsAt: _startsAt, ...seed } = liveStates;
  const planted: Seed = startsAt === undefined ? seed : { ...seed, startsAt };
  const simulator = await startSimulator({ seed: planted });
  try {
    const id = vaultOf(vaultId);
    if (id === undefined) throw new Error(`${vaultId} names no vault`);
    const check = await checkVault(simulatedConnection(simulator), id);
    return check.machines
      .filter(({ findings }) => findings.some(({ rule }) => rule === "mobility-service-support"))
      .map(({ name }) => name);
  } finally {
    await simulator.close();
  }
}

it("finds the agents that a simulated service installs today to be supported, but for one a seed made old", async () => {
  expect(await outOfSupport(undefined)).toEqual(["web2"]);
});

it("finds those of a vault of 2024 to be out of support", async () => {
  expect(await outOfSupport("2024-06-01T12:00:00Z")).toEqual(expect.arrayContaining(["web1", "web2"]));
});

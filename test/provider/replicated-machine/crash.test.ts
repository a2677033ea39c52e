import type { PipelineRequest, PipelineResponse } from "@azure/core-rest-pipeline";
import { afterEach, expect, it } from "vitest";
import { a2aWorld, type A2aWorld } from "../../simulator/replication/a2a-world";
import { a2aMachine, type A2aMachine } from "./a2a-machine";
import { machineVerbs, type MachineVerbs } from "./machine-world";

let world: A2aWorld;
afterEach(() => world.azure.close());

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Verbs of a process that is gone after some requests: the last one may still be heard by the service. */
function dyingVerbs(
  requestsLeft: number,
  lastIsHeard: boolean,
): { verbs: MachineVerbs; dead: Promise<void> } {
  const verbs = machineVerbs(world.azure.simulator);
  const { connection } = verbs.context;
  const client = connection.siteRecovery(world.azure.simulator.subscriptionId);
  const send = client.sendRequest.bind(client);
  let left = requestsLeft;
  let die: () => void = () => undefined;
  const dead = new Promise<void>((resolve) => {
    die = resolve;
  });
  client.sendRequest = async (request: PipelineRequest): Promise<PipelineResponse> => {
    left -= 1;
    if (left > 0) return send(request);
    if (left === 0 && lastIsHeard) await send(request);
    die();
    return new Promise(() => undefined);
  };
  return { verbs, dead };
}

const moments = Array.from({ length: 20 }, (_, index) => index);
const random = randomFrom(20_261_123);

it.each(moments.map((moment) => [moment, 1 + Math.floor(random() * 14), random() < 0.5] as const))(
  "a process killed at moment %i (after %i requests, the last heard: %s) is picked up by the next one",
  async (_moment, requests, lastIsHeard) => {
    world = await a2aWorld();
    const vm: A2aMachine = a2aMachine(world);
    const wanted = vm.inputs({ vmNics: [{ ipConfigs: [{ recoveryStaticIPAddress: "10.0.0.44" }] }] });
    const { verbs: dying, dead } = dyingVerbs(requests, lastIsHeard);
    await Promise.race([dead, dying.create(wanted)]);
    // The engine knows nothing of it: it creates again.
    const next = machineVerbs(world.azure.simulator);
    const state = await next.create(wanted);
    expect(state.outputs).toMatchObject({ status: { protectionState: "Protected" } });
    expect(await vm.details()).toMatchObject({
      vmNics: [{ ipConfigs: [{ recoveryStaticIPAddress: "10.0.0.44" }] }],
    });
    expect((await vm.jobs()).filter((name) => name === "EnableDr")).toHaveLength(1);
    expect((await next.diff(state, wanted)).changes).toEqual(new Map());

    const { verbs: dyingAgain, dead: deadAgain } = dyingVerbs(1 + (requests % 5), lastIsHeard);
    await Promise.race([deadAgain, dyingAgain.delete(state, wanted)]);
    await next.delete(state, wanted);
    expect((await world.get(world.item("vm1"))).status).toBe(404);
  },
);

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { replicationFabric } from "../../provider/replication-fabric/replication-fabric";
import { providerWorld, type ProviderWorld } from "./provider-world";

let world: ProviderWorld;
beforeEach(async () => {
  world = await providerWorld();
});
afterEach(() => world.close());

const fabric = (more: object = {}) => ({
  vaultId: world.vaultId,
  name: "primary",
  location: "westeurope",
  ...more,
});

describe("creating what is there", () => {
  it("takes over the same thing", async () => {
    const verbs = world.verbs(replicationFabric);
    const made = await verbs.create(fabric());
    expect(await verbs.create(fabric({ location: "West Europe" }))).toMatchObject({
      id: made.id,
      outputs: { internalIdentifier: made.outputs["internalIdentifier"] },
    });
  });

  it("refuses another thing of that name", async () => {
    const verbs = world.verbs(replicationFabric);
    await verbs.create(fabric());
    await expect(verbs.create(fabric({ location: "northeurope" }))).rejects.toThrow(
      /AlreadyExists: .*primary exists already, but it stands for the region westeurope, not northeurope: import it/,
    );
  });

  it("refuses a fabric that only a registration brings", async () => {
    const { location: _, ...site } = fabric({ kind: "InMageRcm" });
    await expect(world.verbs(replicationFabric).create(site)).rejects.toThrow(
      /There is no fabric .* Register it first/,
    );
  });
});

describe("importing", () => {
  it("needs nothing but the id, in any case", async () => {
    const verbs = world.verbs(replicationFabric);
    const { id } = await verbs.create(fabric());
    const found = await verbs.read(id.replace("/replicationFabrics/", "/ReplicationFabrics/"));
    expect(found?.inputs).toMatchObject({ name: "primary", kind: "Azure", location: "westeurope" });
    expect(await verbs.read(`${id}x`)).toBeUndefined();
  });

  it("says what is no id of a vault", async () => {
    await expect(world.verbs(replicationFabric).read("/subscriptions/s")).rejects.toThrow(/NotInVault/);
  });
});

describe("an operation that is cancelled", () => {
  it("ends at once, and the next deployment picks it up", async () => {
    const hanging = await providerWorld({
      faults: {
        schema: "asr-faults/1",
        faults: [{ on: { method: "PUT", path: "/primary$" }, fault: "slow-job", extraSeconds: 3600 }],
      },
      secondsPerPoll: 1,
    });
    try {
      const cancelled = new AbortController();
      const inputs = { vaultId: hanging.vaultId, name: "primary", location: "westeurope" };
      const creating = hanging.verbs(replicationFabric, cancelled.signal).create(inputs);
      // Once Azure has accepted, waiting is all that is left.
      await expect.poll(() => operationsOf(hanging)).toBeGreaterThan(0);
      cancelled.abort(new Error("The update was cancelled."));
      await expect(creating).rejects.toThrow(/the update was cancelled while Azure was at work/);
      hanging.simulator.clock.advance(7200);
      expect((await hanging.verbs(replicationFabric).create(inputs)).id).toMatch(/\/primary$/);
    } finally {
      await hanging.close();
    }
  });
});

async function operationsOf({ connection, vaultId }: ProviderWorld): Promise<number> {
  const jobs = await connection.arm.list(`${vaultId}/replicationJobs`, "2024-10-01");
  return jobs.filter((job) => JSON.stringify(job).includes("CreateSite")).length;
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { register, unregisterAndDestroy } from "./registered";
import { stackLife, type StackLife } from "./stack-life";
import { expectRefused, farCache, keptTooLong } from "./twins";

const scenario = "physical-to-azure";

describe("the stack physical", () => {
  let life: StackLife;
  beforeAll(async () => {
    life = await stackLife("physical");
  });
  afterAll(() => life[Symbol.asyncDispose]());

  const items = () => life.made().filter((id) => /\/replicationprotecteditems\/[^/]+$/.test(id));

  it("is refused by its components with recovery points that are kept too long", async () => {
    await expectRefused(life, "component", { scenario }, [keptTooLong(scenario)]);
  });

  it("is refused by its components with a kind of cache account that the documents do not have", async () => {
    await expectRefused(life, "component", { scenario }, [
      {
        rule: "replication-storage-kind",
        limit: "azure-storage.kind.block-blob",
        settings: { cacheKind: "BlockBlobStorage", cacheSku: "Premium_LRS" },
      },
    ]);
  });

  it("makes vault, policy and networks first, and says how an appliance registers", async () => {
    await life.deploy();
    expect((await life.project.outputs())["registrationInstructions"]).toHaveLength(4);
    expect(items()).toEqual([]);
  });

  it("converges when the second deployment was killed while it protected the first server", async () => {
    await register(life, "physical");
    const { project } = life;
    const up = "echo $$ > up.pid; exec pulumi up --yes --skip-preview --non-interactive --stack test";
    const killed = project.run("setsid", "sh", "-c", up);
    await expect.poll(items, { timeout: 120_000, interval: 5 }).not.toEqual([]);
    process.kill(-Number(await readFile(join(project.directory, "up.pid"), "utf8")), "SIGKILL");
    expect((await killed).code).not.toBe(0);
    await project.pulumi("cancel", "--yes", "--stack", "test");
    await life.deploy();
    expect(items()).toHaveLength(2);
    const outputs = await project.outputs();
    expect(Object.keys(outputs["protectedItemIds"] as object).sort()).toEqual(["app1", "sql1"]);
    expect(Object.keys(outputs["recoveryPlanIds"] as object)).toEqual(["everything"]);
  });

  it("is refused by the policies with a cache account in another region than the machines go to", async () => {
    await expectRefused(life, "policies", { scenario }, [farCache("northeurope")]);
  });

  it("leaves nothing behind once the appliance is unregistered", async () => {
    await unregisterAndDestroy(life, "physical");
  });
});

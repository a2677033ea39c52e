import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { destroyRegistered, register } from "./registered";
import { said, stackLife, type StackLife } from "./stack-life";

describe("the stack hyperv-vmm", () => {
  let life: StackLife;
  beforeAll(async () => {
    life = await stackLife("hyperv-vmm");
  });
  afterAll(() => life[Symbol.asyncDispose]());

  it("makes the vault first, and says how a VMM server registers", async () => {
    await life.deploy();
    const outputs = await life.project.outputs();
    expect(outputs["registrationInstructions"]).toHaveLength(3);
    expect(life.made().filter((id) => id.includes("/replicationfabrics/"))).toEqual([]);
  });

  it("maps the cloud and its network and protects its machines afterwards", async () => {
    await register(life, "hyperv-vmm");
    await life.deploy();
    const outputs = await life.project.outputs();
    expect(outputs["registrationInstructions"]).toEqual([]);
    expect(Object.keys(outputs["protectedItemIds"] as object).sort()).toEqual(["db1", "web1"]);
    expect(Object.keys(outputs["recoveryPlanIds"] as object)).toEqual(["everything"]);
    expect(life.made().filter((id) => id.includes("/replicationnetworkmappings/"))).toHaveLength(1);
  });

  it("is refused by the policies with a cache account that is far from the machines' region in Azure", async () => {
    await life.configure({ cacheRegion: "northeurope" });
    const preview = await life.preview();
    expect(preview.code).not.toBe(0);
    expect(said(preview)).toMatch(/\[mandatory\].* storage-region/);
  });

  it("leaves nothing behind once the VMM server is unregistered", async () => {
    await destroyRegistered(life);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { register } from "./registered";
import { said, stackLife, type StackLife } from "./stack-life";
import { unregisterAndDestroy } from "./unregistered";

describe("the stack vmware-modernized", () => {
  let life: StackLife;
  beforeAll(async () => {
    life = await stackLife("vmware-modernized");
  });
  afterAll(() => life[Symbol.asyncDispose]());

  it("makes vault, policy and networks first, and says how an appliance registers", async () => {
    await life.deploy();
    const outputs = await life.project.outputs();
    expect(outputs["registrationInstructions"]).toHaveLength(4);
    expect(outputs["protectedItemIds"]).toEqual({});
    expect(life.made().filter((id) => id.includes("/replicationfabrics/"))).toEqual([]);
  });

  it("protects the machines that the appliance discovered, with a recovery plan", async () => {
    await register(life, "vmware-modernized");
    await life.deploy();
    const outputs = await life.project.outputs();
    expect(outputs["registrationInstructions"]).toEqual([]);
    expect(Object.keys(outputs["protectedItemIds"] as object).sort()).toEqual(["db1", "web1"]);
    expect(Object.keys(outputs["recoveryPlanIds"] as object)).toEqual(["everything"]);
  });

  it("is refused by the policies with a cache account in another region than the machines go to", async () => {
    await life.configure({ cacheRegion: "northeurope" });
    const preview = await life.preview();
    await life.configure({ cacheRegion: undefined });
    expect(preview.code).not.toBe(0);
    expect(said(preview)).toMatch(/\[mandatory\].*cache-storage-region/);
  });

  it("leaves nothing behind once the appliance is unregistered", async () => {
    await unregisterAndDestroy(life, "vmware-modernized");
  });
});

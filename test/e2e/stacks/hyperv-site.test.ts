import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { register } from "./registered";
import { said, stackLife, type StackLife } from "./stack-life";

describe("the stack hyperv-site", () => {
  let life: StackLife;
  beforeAll(async () => {
    life = await stackLife("hyperv-site");
  });
  afterAll(() => life[Symbol.asyncDispose]());

  it("makes the site first, and says how hosts register", async () => {
    await life.deploy();
    const outputs = await life.project.outputs();
    expect(outputs["registrationInstructions"]).toHaveLength(3);
    expect(outputs["siteId"]).toMatch(/\/replicationFabrics\/berlin$/);
    expect(outputs["protectedItemIds"]).toEqual({});
    expect(life.made().filter((id) => id.includes("mapping"))).toEqual([]);
  });

  it("protects the host's machines once it has registered", async () => {
    await register(life, "hyperv-site");
    await life.deploy();
    const outputs = await life.project.outputs();
    expect(outputs["registrationInstructions"]).toEqual([]);
    expect(Object.keys(outputs["protectedItemIds"] as object).sort()).toEqual(["db1", "web1"]);
    expect(Object.keys(outputs["recoveryPlanIds"] as object)).toEqual(["everything"]);
  });

  it("is refused by the policies with a cache account that is far from the machines' region in Azure", async () => {
    await life.configure({ cacheRegion: "northeurope" });
    const preview = await life.preview();
    expect(preview.code).not.toBe(0);
    expect(said(preview)).toMatch(/\[mandatory\].* storage-region/);
    await life.configure({ cacheRegion: "westeurope" });
  });

  it("is refused by the component with a copy interval that Hyper-V has not", async () => {
    await life.configure({ policy: { replicationIntervalInSeconds: 60 } });
    const preview = await life.preview();
    expect(preview.code).not.toBe(0);
    expect(said(preview)).toMatch(/policies\.default\.replicationIntervalInSeconds/);
    await life.configure({ policy: {} });
  });

  it("leaves nothing behind", async () => {
    await life.destroy();
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { said, stackLife, type StackLife } from "./stack-life";

describe("the stack azure-to-azure-zones", () => {
  let life: StackLife;
  beforeAll(async () => {
    life = await stackLife("azure-to-azure-zones");
  });
  afterAll(() => life[Symbol.asyncDispose]());

  it("replicates two machines from zone to zone within one fabric, with a recovery plan", async () => {
    await life.deploy();
    const outputs = await life.project.outputs();
    expect(Object.keys(outputs["protectedItemIds"] as object).sort()).toEqual(["db1", "web1"]);
    expect(Object.keys(outputs["recoveryPlanIds"] as object)).toEqual(["everything"]);
    expect(life.made().filter((id) => /\/replicationfabrics\/[^/]+$/.test(id))).toHaveLength(1);
    expect(life.made().filter((id) => /\/replicationprotectioncontainers\/[^/]+$/.test(id))).toHaveLength(2);
  });

  it("is refused by the policies with a cache account that is far from the machines", async () => {
    await life.configure({ cacheRegion: "northeurope" });
    const preview = await life.preview();
    expect(preview.code).not.toBe(0);
    expect(said(preview)).toMatch(/\[mandatory\].* cache-storage-region/);
    await life.configure({ cacheRegion: "westeurope" });
  });

  it("is refused by the component from a zone to itself", async () => {
    await life.configure({ recoveryZone: "1" });
    const preview = await life.preview();
    expect(preview.code).not.toBe(0);
    expect(said(preview)).toMatch(/zones\.recoveryZone/);
    await life.configure({ recoveryZone: "2" });
  });

  it("leaves nothing behind", async () => {
    await life.destroy();
  });
});

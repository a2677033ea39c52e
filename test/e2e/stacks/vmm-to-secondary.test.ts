import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { register, unregisterAndDestroy } from "./registered";
import { said, stackLife, type StackLife } from "./stack-life";

describe("the stack vmm-to-secondary", () => {
  let life: StackLife;
  beforeAll(async () => {
    life = await stackLife("vmm-to-secondary");
  });
  afterAll(() => life[Symbol.asyncDispose]());

  it("makes vault and policy first", async () => {
    await life.deploy();
    expect(life.made().filter((id) => id.includes("/replicationfabrics/"))).toEqual([]);
    expect(life.made().filter((id) => id.includes("/replicationpolicies/"))).toHaveLength(1);
  });

  it("pairs the clouds and maps their networks once the VMM servers have registered", async () => {
    await register(life, "vmm-to-secondary");
    await life.deploy();
    expect(life.made().filter((id) => id.includes("/replicationnetworkmappings/"))).toHaveLength(1);
    expect(
      life.made().filter((id) => id.endsWith("/replicationprotectioncontainermappings/to-secondary")),
    ).toHaveLength(1);
  });

  it("is refused by the components under the newest documents, which know no secondary site", async () => {
    await life.configure({ edition: "current" });
    const preview = await life.preview();
    expect(preview.code).not.toBe(0);
    expect(said(preview)).toMatch(/scenario.*hyperv-vmm-to-secondary/s);
    await life.configure({ edition: "2016-12" });
  });

  it("is refused by the policies under the newest documents", async () => {
    await life.project.write(
      "policies.json",
      JSON.stringify({ all: "mandatory", settings: { edition: "current" } }),
    );
    const preview = await life.preview();
    expect(preview.code).not.toBe(0);
    expect(said(preview)).toMatch(/hyperv-vmm-to-secondary/);
  });

  it("leaves nothing behind once the VMM servers are unregistered", async () => {
    await unregisterAndDestroy(life, "vmm-to-secondary");
  });
});

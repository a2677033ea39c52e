import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { said, stackLife, type StackLife } from "./stack-life";

describe("the stack azure-to-azure-regions", () => {
  let life: StackLife;
  beforeAll(async () => {
    life = await stackLife("azure-to-azure-regions");
  });
  afterAll(() => life[Symbol.asyncDispose]());

  it("replicates two machines from region to region, with a recovery plan", async () => {
    await life.deploy();
    const outputs = await life.project.outputs();
    expect(Object.keys(outputs["protectedItemIds"] as object).sort()).toEqual(["db1", "web1"]);
    expect(Object.keys(outputs["recoveryPlanIds"] as object)).toEqual(["everything"]);
    expect(life.made().filter((id) => id.includes("/replicationprotecteditems/"))).toHaveLength(2);
  });

  it("takes a machine away without touching the other", async () => {
    const { web1 } = life.settings()["machines"] as { readonly web1: unknown };
    await life.configure({ machines: { web1 } });
    const preview = said(await life.preview());
    expect(preview).toMatch(/- +azure-siterecovery:index:ReplicatedMachine regions-db1/);
    expect(preview).toMatch(/~ +azure-siterecovery:index:RecoveryPlan regions-everything/);
    expect(preview).not.toMatch(/ReplicatedMachine regions-web1/);
  });

  it("leaves nothing behind", async () => {
    await life.destroy();
  });
});

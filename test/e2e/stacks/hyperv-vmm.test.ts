import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { register } from "./registered";
import { said, stackLife, type StackLife } from "./stack-life";
import { expectRefused } from "./twins";

const scenario = "hyperv-vmm-to-azure";

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

  it("is refused by the policies with a far account, and with copies too frequent for premium storage", async () => {
    await expectRefused(life, "policies", { scenario }, [
      { rule: "storage-region", limit: "landing-zone.region", settings: { cacheRegion: "northeurope" } },
      {
        rule: "hyperv-copy-frequency-premium",
        limit: "replication-policy.hyperv.frequencies",
        settings: { diskType: "Premium_LRS", policy: { replicationIntervalInSeconds: 30 } },
      },
    ]);
  });

  it("is refused by its components with a kind of account that replication does not take", async () => {
    await expectRefused(life, "component", { scenario }, [
      {
        rule: "replication-storage-kind",
        limit: "azure-storage.kind.block-blob",
        settings: { cacheKind: "BlockBlobStorage", cacheSku: "Premium_LRS" },
      },
    ]);
  });

  it("leaves nothing behind once the VMM server is unregistered", async () => {
    const refused = await life.project.destroy();
    expect(refused.code, said(refused)).not.toBe(0);
    expect(said(refused)).toMatch(/stays in the vault[^]*unregistered/);
    life.simulator.unregister(String(life.settings()["fabricId"]));
    await life.destroy();
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { said, stackLife, type StackLife } from "./stack-life";
import { expectRefused, farCache } from "./twins";

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

  it("is refused by the policies in a region without it, with a far cache, shared names and disks it has not", async () => {
    const { web1 } = life.settings()["machines"] as { readonly web1: { readonly disks: readonly string[] } };
    const machines = {
      web1: {
        ...web1,
        recoveryResourceGroupId: web1.disks[0]?.split("/providers/")[0],
        disks: web1.disks.map((diskId) => ({ diskId, recoveryReplicaDiskAccountType: "UltraSSD_LRS" })),
      },
    };
    await expectRefused(life, "policies", { scenario: "azure-to-azure" }, [
      farCache("northeurope"),
      { rule: "zone-to-zone-region", limit: "zone-to-zone.regions", settings: { region: "southindia" } },
      { rule: "zone-to-zone-resource-group", limit: "zone-to-zone.resource-group", settings: { machines } },
      { rule: "zone-to-zone-disks", limit: "zone-to-zone.excluded-disks", settings: { machines } },
    ]);
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

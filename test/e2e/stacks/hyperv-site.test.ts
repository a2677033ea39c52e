import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { register } from "./registered";
import { stackLife, type StackLife } from "./stack-life";
import { expectRefused } from "./twins";

const scenario = "hyperv-to-azure";

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
    expect(outputs["registrationKey"]).toMatch(/<SiteName>berlin<\/SiteName>/);
    expect(outputs["protectedItemIds"]).toEqual({});
    expect(life.made().filter((id) => id.includes("mapping"))).toEqual([]);
  });

  it("protects the host's machines once it has registered", async () => {
    await register(life, "hyperv-site");
    await life.deploy();
    const outputs = await life.project.outputs();
    expect(outputs["registrationInstructions"]).toEqual([]);
    expect(outputs).not.toHaveProperty("registrationKey");
    expect(Object.keys(outputs["protectedItemIds"] as object).sort()).toEqual(["db1", "web1"]);
    expect(Object.keys(outputs["recoveryPlanIds"] as object)).toEqual(["everything"]);
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

  it("is refused by its components with a copy interval that Hyper-V has not", async () => {
    await expectRefused(life, "component", { scenario }, [
      {
        rule: "hyperv-copy-frequency",
        limit: "replication-policy.hyperv.frequencies",
        settings: { policy: { replicationIntervalInSeconds: 60 } },
      },
    ]);
  });

  it("is refused by its components with zone-redundant storage", async () => {
    await expectRefused(life, "component", { scenario }, [
      {
        rule: "replication-storage-redundancy",
        limit: "azure-storage.redundancy.refused",
        settings: { cacheSku: "Standard_ZRS" },
      },
    ]);
  });

  it("is refused by its components with a machine in an availability zone", async () => {
    const machines = life.settings()["machines"] as { readonly web1: object };
    const twin = { ...machines, web1: { ...machines.web1, targetAvailabilityZone: "1" } };
    await expectRefused(life, "component", { scenario }, [
      {
        rule: "availability-zone",
        limit: "azure-vm.availability-zone.supported",
        settings: { machines: twin },
      },
    ]);
  });

  it("leaves nothing behind", async () => {
    await life.destroy();
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { register, unregisterAndDestroy } from "./registered";
import { stackLife, type StackLife } from "./stack-life";
import { expectRefused, farCache, keptTooLong, numberOf } from "./twins";

const scenario = "vmware-to-azure";

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
    await expectRefused(life, "policies", { scenario }, [farCache("northeurope")]);
  });

  it("is refused by its components with a policy that the documents do not allow", async () => {
    const tooLong = keptTooLong(scenario);
    const interval = "replication-policy.crash-consistent.interval";
    const policy = {
      ...tooLong.settings.policy,
      crashConsistentFrequencyInMinutes: numberOf(interval, scenario) + 1,
    };
    await expectRefused(life, "component", { scenario }, [
      { ...tooLong, settings: { policy } },
      { rule: "crash-consistent-interval", limit: interval, settings: { policy } },
    ]);
  });

  it("is refused by its components with machines that Azure cannot create", async () => {
    const { web1, db1 } = life.settings()["machines"] as { readonly web1: object; readonly db1: object };
    const machines = {
      web1: { ...web1, targetAvailabilityZone: "1" },
      db1: { ...db1, targetVmName: "no_name" },
    };
    await expectRefused(life, "component", { scenario }, [
      { rule: "availability-zone", limit: "azure-vm.availability-zone.supported", settings: { machines } },
      { rule: "azure-vm-name", limit: "azure-vm.name.pattern", settings: { machines } },
    ]);
  });

  it("leaves nothing behind once the appliance is unregistered", async () => {
    await unregisterAndDestroy(life, "vmware-modernized");
  });
});

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../engine";
import { register, unregisterAndDestroy } from "./registered";
import { stackLife, type StackLife } from "./stack-life";
import { expectRefused } from "./twins";

const scenario = "vmware-to-azure";
const edition = "2019-05";

describe("the stack vmware-classic", () => {
  let life: StackLife;
  beforeAll(async () => {
    life = await stackLife("vmware-classic");
  });
  afterAll(() => life[Symbol.asyncDispose]());

  it("is refused by the policies of 2019-05 with the kind of account that is right today", async () => {
    await expectRefused(life, "policies", { scenario, edition }, [
      {
        rule: "replication-storage-kind",
        limit: "azure-storage.kind.general-purpose-v2",
        settings: { "azure-siterecovery:edition": "current" },
      },
    ]);
  });

  it("makes vault, policy and networks first, and says how a configuration server registers", async () => {
    await life.deploy();
    const outputs = await life.project.outputs();
    expect(outputs["registrationInstructions"]).toHaveLength(3);
    expect(outputs["protectedItemIds"]).toEqual({});
  });

  it("protects machines of the configuration server, with a recovery plan and a way back", async () => {
    await register(life, "vmware-classic");
    await life.configure({
      siteAddress: "203.0.113.7",
      siteAddressSpaces: ["192.168.0.0/16"],
      sharedKey: "of-the-test-alone",
      processServerName: "cs1",
    });
    await life.deploy();
    expect(life.made().filter((id) => id.includes("/virtualnetworkgateways/"))).toHaveLength(1);
    expect(
      life.made().filter((id) => id.includes("/scheduledqueryrules/vmware-process-server")),
    ).toHaveLength(1);
    const outputs = await life.project.outputs();
    expect(outputs["registrationInstructions"]).toEqual([]);
    expect(Object.keys(outputs["protectedItemIds"] as object).sort()).toEqual(["db1", "web1"]);
    expect(Object.keys(outputs["recoveryPlanIds"] as object)).toEqual(["everything"]);
  });

  it("is refused by its components with machines that Azure could not create in 2019", async () => {
    const { web1, db1 } = life.settings()["machines"] as { readonly web1: object; readonly db1: object };
    const machines = {
      web1: { ...web1, targetAvailabilityZone: "1" },
      db1: { ...db1, targetAzureVmName: "no_name" },
    };
    await expectRefused(life, "component", { scenario, edition }, [
      { rule: "availability-zone", limit: "azure-vm.availability-zone.supported", settings: { machines } },
      { rule: "azure-vm-name", limit: "azure-vm.name.pattern", settings: { machines } },
    ]);
  });

  it("is refused by the policies of today, which know the experience as retired", async () => {
    const policies = await readFile(join(root, "stacks/vmware-classic/policies.json"), "utf8");
    await life.project.write("policies.json", policies.replace(edition, "current"));
    await expectRefused(life, "policies", { scenario }, [
      { rule: "classic-provider-retired", limit: "retirement.classic", settings: {} },
    ]);
  });

  it("leaves nothing behind once the configuration server is unregistered", async () => {
    await unregisterAndDestroy(life, "vmware-classic");
  });
});

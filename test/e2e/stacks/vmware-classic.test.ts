import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../engine";
import { register } from "./registered";
import { said, stackLife, type StackLife } from "./stack-life";
import { unregisterAndDestroy } from "./unregistered";

describe("the stack vmware-classic", () => {
  let life: StackLife;
  beforeAll(async () => {
    life = await stackLife("vmware-classic");
  });
  afterAll(() => life[Symbol.asyncDispose]());

  it("is refused by the policies of 2019-05 with the kind of account that is right today", async () => {
    await life.configure({ "azure-siterecovery:edition": "current" });
    const preview = await life.preview();
    await life.configure({ "azure-siterecovery:edition": "2019-05" });
    expect(preview.code).not.toBe(0);
    expect(said(preview)).toMatch(/replication-storage-kind[\s\S]*StorageV2/);
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
    });
    await life.deploy();
    expect(life.made().filter((id) => id.includes("/virtualnetworkgateways/"))).toHaveLength(1);
    const outputs = await life.project.outputs();
    expect(outputs["registrationInstructions"]).toEqual([]);
    expect(Object.keys(outputs["protectedItemIds"] as object).sort()).toEqual(["db1", "web1"]);
    expect(Object.keys(outputs["recoveryPlanIds"] as object)).toEqual(["everything"]);
  });

  it("is refused with a machine in an availability zone, which 2019-05 has none of", async () => {
    const machines = life.settings()["machines"] as { readonly web1: object };
    await life.configure({
      machines: { ...machines, web1: { ...machines.web1, targetAvailabilityZone: "1" } },
    });
    const preview = await life.preview();
    await life.configure({ machines });
    expect(preview.code).not.toBe(0);
    expect(said(preview)).toMatch(/machines\.web1\.targetAvailabilityZone[\s\S]*edition 2019-05/);
  });

  it("is refused by the policies of today, which know the experience as retired", async () => {
    const policies = await readFile(join(root, "stacks/vmware-classic/policies.json"), "utf8");
    await life.project.write("policies.json", policies.replace("2019-05", "current"));
    const preview = await life.preview();
    expect(preview.code).not.toBe(0);
    expect(said(preview)).toMatch(/\[mandatory\].*classic-provider-retired/);
  });

  it("leaves nothing behind once the configuration server is unregistered", async () => {
    await unregisterAndDestroy(life, "vmware-classic");
  });
});

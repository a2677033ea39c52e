import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { a2aMachine, type A2aMachine } from "../provider/replicated-machine/a2a-machine";
import { a2aWorld, type A2aWorld } from "../simulator/replication/a2a-world";
import { createProject, root, type Ended, type Project } from "./engine";

const settings = `
name: e2e
runtime: {name: nodejs, options: {typescript: false}}
main: index.js
plugins:
  providers: [{ name: azure-siterecovery, path: ${join(root, "provider")} }]
`;

const program = `
const asr = require(${JSON.stringify(join(root, "dist/provider/resources"))});
const inputs = require("./inputs.json");
const machine = new asr.ReplicatedMachine("vm1", inputs);
exports.state = machine.status.protectionState;
exports.itemId = machine.protectedItemId;
`;

describe("an Azure machine on the real engine", () => {
  let world: A2aWorld;
  let vm: A2aMachine;
  let project: Project;

  const wanting = (a2a = {}, more = {}) =>
    project.write("inputs.json", JSON.stringify(vm.inputs({ ...vm.back(), ...a2a }, more)));
  const well = (ended: Ended): string => {
    expect(ended.code, said(ended)).toBe(0);
    return said(ended);
  };

  beforeAll(async () => {
    world = await a2aWorld();
    vm = a2aMachine(world);
    project = await createProject({
      files: {
        "Pulumi.yaml": settings,
        "index.js": program,
        "inputs.json": JSON.stringify(vm.inputs(vm.back())),
      },
      environment: world.azure.simulator.environment(),
    });
  });
  afterAll(async () => {
    await project.dispose();
    await world.azure.close();
  });

  it("is refused at preview where its inputs cannot stand", async () => {
    await wanting({
      recoveryAvailabilityZone: "1",
      recoveryAvailabilitySetId: `${vm.group("rg1")}/providers/Microsoft.Compute/availabilitySets/a`,
    });
    const preview = await project.preview();
    expect(preview.code).not.toBe(0);
    expect(said(preview)).toMatch(/give recoveryAvailabilityZone or recoveryAvailabilitySetId, not both/);
  });

  it("is protected after its up was killed, and shows no difference", async () => {
    await wanting({ recoveryAzureVMName: "vm1-dr" });
    const up = "echo $$ > up.pid; exec pulumi up --yes --skip-preview --non-interactive --stack test";
    const killed = project.run("setsid", "sh", "-c", up);
    // At the moment at which Azure knows of the machine.
    await expect
      .poll(async () => (await world.get(world.item("vm1"))).status, { timeout: 120_000, interval: 5 })
      .toBe(200);
    process.kill(-Number(await readFile(join(project.directory, "up.pid"), "utf8")), "SIGKILL");
    expect((await killed).code).not.toBe(0);
    await project.pulumi("cancel", "--yes", "--stack", "test");
    well(await project.up());
    expect((await vm.jobs()).filter((name) => name === "EnableDr")).toHaveLength(1);
    expect(await vm.details()).toMatchObject({ recoveryAzureVMName: "vm1-dr" });
    well(await project.preview("--expect-no-changes"));
    well(await project.refresh("--expect-no-changes"));
  });

  it("is updated by PATCH", async () => {
    await wanting({ recoveryAzureVMName: "vm1-dr", recoveryAzureVMSize: "Standard_D4s_v3" });
    expect(well(await project.up())).toMatch(/~ 1 updated/);
    expect(await vm.details()).toMatchObject({ recoveryAzureVMSize: "Standard_D4s_v3" });
    expect(await vm.jobs()).toContain("UpdateVmProperties");
  });

  it("is left alone after a failover, which the preview tells of", async () => {
    await vm.failOver();
    well(await project.refresh());
    await wanting({ recoveryAzureVMName: "vm1-dr", recoveryAvailabilityZone: "3" });
    const preview = well(await project.preview());
    expect(preview).toMatch(/vm1 has failed over and awaits commit .*neither changed nor replaced/);
    expect(preview).not.toMatch(/to replace|\+-/);
    const destroy = await project.destroy();
    expect(destroy.code).not.toBe(0);
    expect(said(destroy)).toMatch(/vm1: could not delete\..*disableWhenFailedOver/);
    await vm.commit();
  });

  it("replicates back, fails back, replicates again and is disabled gracefully", async () => {
    const chosen = { recoveryAzureVMName: "vm1-dr", recoveryAzureVMSize: "Standard_D4s_v3" };
    await wanting(chosen, { reprotectWhenCommitted: true });
    expect(well(await project.preview())).toMatch(/awaits reprotection.*makes it replicate back/);
    well(await project.up());
    const there = world.item("vm1", "northeurope");
    expect(await project.outputs()).toMatchObject({
      state: "Protected",
      itemId: expect.stringMatching(new RegExp(`${there}$`, "i")) as string,
    });
    well(await project.preview("--expect-no-changes"));
    await vm.failOver(there);
    await vm.commit(there);
    well(await project.up());
    expect((await world.get(world.item("vm1"))).status).toBe(200);
    well(await project.preview("--expect-no-changes"));
    well(await project.destroy());
    expect((await world.get(world.item("vm1"))).status).toBe(404);
    expect(await vm.jobs()).not.toContain("PurgeProtection");
  });
});

function said(ended: Ended): string {
  return `${ended.stdout}\n${ended.stderr}`;
}

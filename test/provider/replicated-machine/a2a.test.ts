import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PropertyMap } from "../../../plugin-protocol/property-value";
import { a2aWorld, type A2aWorld } from "../../simulator/replication/a2a-world";
import { a2aMachine, type A2aMachine } from "./a2a-machine";
import { machineVerbs, type MachineVerbs } from "./machine-world";

let world: A2aWorld;
let verbs: MachineVerbs;
let vm: A2aMachine;

beforeEach(async () => {
  world = await a2aWorld(["vm1", "vm2"]);
  verbs = machineVerbs(world.azure.simulator);
  vm = a2aMachine(world);
});
afterEach(() => world.azure.close());

const staticAddress = (recoveryStaticIPAddress: string): PropertyMap => ({
  vmNics: [{ ipConfigs: [{ recoverySubnetName: "apps", recoveryStaticIPAddress }] }],
});
describe("an Azure machine to another region", () => {
  it("is protected, then configured, and shows no difference afterwards", async () => {
    const wanted = vm.inputs({
      ...staticAddress("10.0.0.44"),
      recoveryAzureVMName: "vm1-dr",
      recoveryAzureVMSize: "Standard_D4s_v3",
      selectedTfoAzureNetworkId: vm.network("northeurope"),
    });
    const state = await verbs.create(wanted);
    expect(state.id).toBe(world.item("vm1"));
    expect(state.outputs).toMatchObject({
      status: { protectionState: "Protected", activeLocation: "Primary" },
    });
    expect(await vm.details()).toMatchObject({
      recoveryAzureVMName: "vm1-dr",
      recoveryAzureVMSize: "Standard_D4s_v3",
      vmNics: [
        {
          ipConfigs: [
            {
              recoveryStaticIPAddress: "10.0.0.44",
              recoveryIPAddressType: "Static",
              recoverySubnetName: "apps",
            },
          ],
        },
      ],
    });
    expect((await verbs.diff(state, wanted)).changes).toEqual(new Map());
    const read = await verbs.read(state, wanted);
    expect(read?.inputs).toEqual(verbs.shaped(wanted));
    expect(read?.outputs).toEqual(state.outputs);
    expect(verbs.told.warnings).toEqual([]);
    expect(verbs.told.statuses.join("\n")).toMatch(/Waiting for first recovery point/);
  });
});

describe("a change", () => {
  it("is PATCHed where the service takes it, disks come and go in place", async () => {
    const before = vm.inputs({ vmManagedDisks: [vm.disk("vm1-os")], ...staticAddress("10.0.0.44") });
    const created = await verbs.create(before);
    const after = vm.inputs({
      recoveryAzureVMSize: "Standard_D8s_v3",
      vmManagedDisks: [vm.disk("vm1-data"), vm.disk("vm1-os")],
      vmNics: [{ ipConfigs: [{ recoverySubnetName: "apps" }] }],
    });
    const diff = await verbs.diff(created, after);
    expect([...diff.changes.keys()]).toEqual([
      "a2a.recoveryAzureVMSize",
      "a2a.vmManagedDisks[0]",
      "a2a.vmNics[0].ipConfigs[0].recoveryStaticIPAddress",
    ]);
    expect(diff.replaces).toEqual([]);
    const updated = await verbs.update(created, after);
    expect(await vm.details()).toMatchObject({
      recoveryAzureVMSize: "Standard_D8s_v3",
      protectedManagedDisks: [{ diskName: "vm1-os" }, { diskName: "vm1-data" }],
      vmNics: [{ ipConfigs: [{ recoveryStaticIPAddress: "", recoveryIPAddressType: "Dynamic" }] }],
    });
    expect((await verbs.diff(updated, after)).changes).toEqual(new Map());
    const without = vm.inputs({ vmManagedDisks: [vm.disk("vm1-os")] });
    await verbs.update(updated, without);
    expect(await vm.details()).toMatchObject({ protectedManagedDisks: [{ diskName: "vm1-os" }] });
    expect(verbs.told.warnings.join()).toMatch(/a2a\.recoveryAzureVMSize: no longer in the program/);
  });

  it("that needs replication to be enabled anew says so at preview", async () => {
    const state = await verbs.create(vm.inputs());
    const diff = await verbs.diff(state, vm.inputs({ recoveryAvailabilityZone: "2" }));
    expect(diff).toMatchObject({ replaces: ["a2a"], deleteBeforeReplace: true });
    expect(verbs.told.warnings.join()).toMatch(/needs re-protection.*recovery points are lost/);
  });

  it("made in the portal is found by a refresh, what the service changes by itself is not", async () => {
    const wanted = vm.inputs({ ...staticAddress("10.0.0.44"), recoveryAzureVMSize: "Standard_D4s_v3" });
    const state = await verbs.create(wanted);
    await vm.succeeded("PATCH", state.id, {
      properties: {
        recoveryAzureVMSize: "Standard_D2s_v3",
        recoveryAzureVMName: "renamed",
        providerSpecificDetails: { instanceType: "A2A" },
      },
    });
    const read = await verbs.read(state, wanted);
    expect(read?.inputs["a2a"]).toEqual({
      ...(verbs.shaped(wanted)["a2a"] as PropertyMap),
      recoveryAzureVMSize: "Standard_D2s_v3",
    });
  });

  it("of the case of an id is none", async () => {
    const state = await verbs.create(vm.inputs());
    const shouted = vm.inputs({ fabricObjectId: world.machine("vm1").toUpperCase() });
    expect((await verbs.diff(state, shouted)).changes).toEqual(new Map());
  });
});

describe("an Azure machine that fails over outside Pulumi", () => {
  it("is neither changed nor replaced nor deleted, and told of in words", async () => {
    const state = await verbs.create(vm.inputs());
    await vm.failOver();
    const changed = vm.inputs({ recoveryAzureVMSize: "Standard_D8s_v3", recoveryAvailabilityZone: "3" });
    const diff = await verbs.diff(state, changed);
    expect(diff.replaces).toEqual([]);
    expect(verbs.told.warnings.at(-1)).toMatch(
      /^vm1 has failed over and awaits commit .*neither changed nor replaced: .*recoveryAzureVMSize.* held back.*Commit the failover/,
    );
    const updated = await verbs.update(state, changed);
    expect(await vm.details()).toMatchObject({ recoveryAzureVMSize: "Standard_D2s_v3" });
    expect((await verbs.diff(updated, changed)).changes.size).toBe(2);
    await expect(verbs.delete(updated, vm.inputs())).rejects.toThrow(
      /has failed over.*disableWhenFailedOver/,
    );
    expect((await world.get(state.id)).status).toBe(200);
    await verbs.delete({ id: updated.id, outputs: { ...updated.outputs, deletion: "purge" } }, vm.inputs());
    expect((await world.get(state.id)).status).toBe(404);
  });

  it("replicates back when the program says so, and is found in the other container", async () => {
    const created = await verbs.create(vm.inputs({ ...vm.back(), recoveryAzureVMName: "vm1-dr" }));
    await vm.failOver();
    await vm.commit();
    const wanted = vm.inputs(
      { ...vm.back(), recoveryAzureVMName: "vm1-dr" },
      { reprotectWhenCommitted: true },
    );
    const diff = await verbs.diff(created, wanted);
    expect([...diff.changes.keys()]).toEqual(["reprotectWhenCommitted"]);
    expect(verbs.told.warnings.at(-1)).toMatch(/awaits reprotection.*The update makes it replicate back/);
    const away = await verbs.update(created, wanted);
    expect(away.id).toBe(world.item("vm1"));
    expect(away.outputs).toMatchObject({ status: { protectionState: "Protected" } });
    expect((away.outputs["protectedItemId"] as string).toLowerCase()).toBe(
      world.item("vm1", "northeurope").toLowerCase(),
    );
    expect((await verbs.diff(away, wanted)).changes).toEqual(new Map());
    const read = await verbs.read(away, wanted);
    expect(read?.inputs).toEqual(verbs.shaped(wanted));
    // A state of before the move finds it all the same.
    expect((await verbs.read(created, wanted))?.outputs["protectedItemId"]).toBe(
      away.outputs["protectedItemId"],
    );

    // And home again.
    const there = world.item("vm1", "northeurope");
    await vm.failOver(there);
    await vm.commit(there);
    expect([...(await verbs.diff(away, wanted)).changes.keys()]).toEqual(["reprotectWhenCommitted"]);
    const home = await verbs.update(away, wanted);
    expect((home.outputs["protectedItemId"] as string).toLowerCase()).toBe(world.item("vm1").toLowerCase());
    expect((await verbs.diff(home, wanted)).changes).toEqual(new Map());
    await verbs.delete(home, wanted);
    expect((await world.get(world.item("vm1"))).status).toBe(404);
  });

  it("asks for what replicating back takes", async () => {
    const created = await verbs.create(vm.inputs());
    await vm.failOver();
    await vm.commit();
    await expect(verbs.update(created, vm.inputs({}, { reprotectWhenCommitted: true }))).rejects.toThrow(
      /a2a\.reprotection is missing.*cache storage account in the recovery region/,
    );
  });
});

describe("enabling", () => {
  it("takes over what an interrupted deployment left, and refuses another machine of the name", async () => {
    await world.azure.send("PUT", `${world.item("vm1")}?api-version=2025-01-01`, world.enableBody("vm1"));
    const state = await verbs.create(vm.inputs());
    expect(state.outputs).toMatchObject({ status: { protectionState: "Protected" } });
    await expect(verbs.create(vm.inputs({ fabricObjectId: world.machine("vm2") }))).rejects.toThrow(
      /exists already, but it protects another machine, "vm1"/,
    );
  });

  it("waits for acceptance only where asked to, and applies the rest later", async () => {
    const wanted = vm.inputs({ ...staticAddress("10.0.0.44") }, { waitFor: "accepted" });
    const accepted = await verbs.create(wanted);
    expect(accepted.outputs).not.toMatchObject({ status: { protectionState: "Protected" } });
    await world.get(accepted.id);
    expect([...(await verbs.diff(accepted, wanted)).changes.keys()]).toEqual(["a2a.vmNics"]);
    const applied = await verbs.update(accepted, wanted);
    expect(await vm.details()).toMatchObject({
      vmNics: [{ ipConfigs: [{ recoveryStaticIPAddress: "10.0.0.44" }] }],
    });
    expect((await verbs.diff(applied, wanted)).changes).toEqual(new Map());
  });

  it("refuses an adapter that the machine does not have, and keeps the item", async () => {
    const wanted = vm.inputs({
      vmNics: [{ sourceNicArmId: `${world.azure.group}/providers/Microsoft.Network/networkInterfaces/none` }],
    });
    await expect(verbs.create(wanted)).rejects.toMatchObject({
      name: "PartialFailure",
      message: expect.stringMatching(
        /vmNics\[0\] names no adapter of the machine\. It has: .*vm1-nic/,
      ) as string,
      state: { id: world.item("vm1") },
    });
  });
});

describe("deleting", () => {
  it("disables gracefully, and what is gone is gone", async () => {
    const state = await verbs.create(vm.inputs());
    await verbs.delete(state, vm.inputs());
    expect((await world.get(state.id)).status).toBe(404);
    expect(await verbs.read(state, vm.inputs())).toBeUndefined();
    await verbs.delete(state, vm.inputs());
    const jobs = await vm.jobs();
    expect(jobs).toContain("DisableDr");
    expect(jobs).not.toContain("PurgeProtection");
  });
});

describe("an Azure machine to another zone", () => {
  it("is protected in a zone that it is not in", async () => {
    const second = `${world.vault}/replicationFabrics/westeurope/replicationProtectionContainers/zone2`;
    await vm.succeeded("PUT", second, { properties: { providerSpecificInput: [{ instanceType: "A2A" }] } });
    await vm.succeeded(
      "PUT",
      `${world.container("westeurope")}/replicationProtectionContainerMappings/zones`,
      {
        properties: {
          policyId: world.policy,
          targetProtectionContainerId: second,
          providerSpecificInput: { instanceType: "A2A" },
        },
      },
    );
    const wanted = vm.inputs({
      recoveryContainerId: second,
      recoveryAvailabilityZone: "2",
      recoveryAzureNetworkId: vm.network("westeurope"),
    });
    const state = await verbs.create(wanted);
    expect(state.outputs).toMatchObject({ status: { protectionState: "Protected" } });
    expect(await vm.details()).toMatchObject({
      recoveryAvailabilityZone: "2",
      recoveryFabricLocation: "westeurope",
    });
    expect((await verbs.diff(state, wanted)).changes).toEqual(new Map());
    expect((await verbs.read(state, wanted))?.inputs).toEqual(verbs.shaped(wanted));
  });
});

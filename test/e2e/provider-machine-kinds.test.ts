import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PropertyMap } from "../../plugin-protocol/property-value";
import { a2aMachine } from "../provider/replicated-machine/a2a-machine";
import {
  failOver,
  onPremisesWays,
  onPremisesWorld,
  prepared,
  type OnPremisesMachine,
  type OnPremisesWay,
  type OnPremisesWorld,
} from "../provider/replicated-machine/on-premises-ways";
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
const machines = require("./machines.json");
// The classic way is retired: who still has such machines names the edition of the limits that knows it.
const earlier = new asr.Provider("earlier", { edition: "2019-05" });
exports.state = Object.fromEntries(
  Object.entries(machines).map(([name, inputs]) => {
    const options = inputs.inMageAzureV2 === undefined ? {} : { provider: earlier };
    return [name, new asr.ReplicatedMachine(name, inputs, options).status.protectionState];
  }),
);
`;

/** One machine of the program, whatever replicates it. */
interface Machine {
  readonly name: string;
  readonly itemId: string;
  readonly inputs: OnPremisesMachine["inputs"];
  readonly changed: PropertyMap;
  /** What its item shows of the change. */
  readonly shows: Readonly<Record<string, unknown>>;
  readonly failOver: () => Promise<void>;
}

describe("machines of every kind in one stack, on the real engine", () => {
  let azure: A2aWorld;
  let world: OnPremisesWorld;
  let machines: readonly Machine[];
  let project: Project;

  beforeAll(async () => {
    azure = await a2aWorld();
    world = await onPremisesWorld(azure.azure, azure.vault);
    const onPremises: Machine[] = [];
    for (const way of onPremisesWays) onPremises.push(await onPremisesMachine(way));
    machines = [await zoneToZone(), ...onPremises];
    project = await createProject({
      files: { "Pulumi.yaml": settings, "index.js": program },
      environment: azure.azure.simulator.environment(),
    });
  });
  afterAll(async () => {
    await project.dispose();
    await azure.azure.close();
  });

  async function onPremisesMachine(way: OnPremisesWay): Promise<Machine> {
    const { itemId, inputs } = await prepared(world, way);
    return {
      name: way.machine,
      itemId,
      inputs,
      ...changesOf(way),
      failOver: () => failOver(world, way, itemId),
    };
  }

  /** The edition of the limits that classic machines are judged by knows no zones. */
  function changesOf({ changed, showsChanged }: OnPremisesWay): Pick<Machine, "changed" | "shows"> {
    const { targetAvailabilityZone: _zone, ...wanted } = changed;
    const { targetAvailabilityZone: _shown, ...shows } = showsChanged;
    return { changed: wanted, shows };
  }

  /** `vm1` to a second zone of its region, with mappings both ways. */
  async function zoneToZone(): Promise<Machine> {
    const vm = a2aMachine(azure);
    const [first, second] = ["westeurope", "zone2"].map(
      (name) => `${azure.vault}/replicationFabrics/westeurope/replicationProtectionContainers/${name}`,
    ) as [string, string];
    await vm.succeeded("PUT", second, { properties: { providerSpecificInput: [{ instanceType: "A2A" }] } });
    for (const [from, to] of [
      [first, second],
      [second, first],
    ]) {
      await vm.succeeded("PUT", `${from}/replicationProtectionContainerMappings/zones`, {
        properties: {
          policyId: azure.policy,
          targetProtectionContainerId: to,
          providerSpecificInput: { instanceType: "A2A" },
        },
      });
    }
    return {
      name: "vm1",
      itemId: azure.item("vm1"),
      inputs: (a2a = {}, more = {}) =>
        vm.inputs(
          {
            ...vm.back(),
            recoveryContainerId: second,
            recoveryAvailabilityZone: "2",
            recoveryAzureNetworkId: vm.network("westeurope"),
            ...a2a,
          },
          more,
        ),
      changed: { recoveryAzureVMName: "vm1-dr" },
      shows: { recoveryAzureVMName: "vm1-dr", recoveryAvailabilityZone: "2" },
      failOver: async () => {
        await vm.failOver();
        await vm.commit();
      },
    };
  }

  const wanting = (inputsOf: (machine: Machine) => PropertyMap) =>
    project.write(
      "machines.json",
      JSON.stringify(Object.fromEntries(machines.map((machine) => [machine.name, inputsOf(machine)]))),
    );
  const states = async () => (await project.outputs())["state"] as Readonly<Record<string, string>>;
  const jobs = () => a2aMachine(azure).jobs();

  it("are created, and neither a preview nor a refresh finds a difference", async () => {
    await wanting(({ inputs }) => inputs());
    expect(well(await project.up())).toMatch(/\+ 7 created/);
    expect(new Set(Object.values(await states()))).toEqual(new Set(["Protected"]));
    well(await project.preview("--expect-no-changes"));
    well(await project.refresh("--expect-no-changes"));
  });

  it("are updated by PATCH", async () => {
    await wanting(({ inputs, changed }) => inputs(changed));
    expect(well(await project.up())).toMatch(/~ 5 updated/);
    for (const { itemId, shows } of machines) expect(await world.detailsOf(itemId)).toMatchObject(shows);
    expect((await jobs()).filter((name) => name === "EnableDr")).toHaveLength(machines.length);
    well(await project.refresh("--expect-no-changes"));
  });

  it("are imported by ARM id into a state that lost one", async () => {
    const { name, itemId } = machines[0] as Machine;
    const urn = (await project.resources()).find((each) => each.urn.endsWith(`::${name}`))?.urn ?? "";
    well(await project.pulumi("state", "delete", urn, "--yes", "--stack", "test"));
    const imported = await project.pulumi(
      ...["import", "azure-siterecovery:index:ReplicatedMachine", name, itemId, "--yes", "--skip-preview"],
      ...["--protect=false", "--generate-code=false", "--stack", "test", "--non-interactive"],
    );
    expect(well(imported)).toMatch(/1 imported/);
    // What an item does not show (how to replicate back) comes from the program, in place.
    expect(well(await project.up())).not.toMatch(/replaced|created|deleted/);
    well(await project.preview("--expect-no-changes"));
    expect((await jobs()).filter((name) => name === "EnableDr")).toHaveLength(machines.length);
  });

  it("are left alone after a failover outside Pulumi, which the preview tells of", async () => {
    for (const machine of machines) await machine.failOver();
    well(await project.refresh());
    await wanting(({ inputs }) => inputs());
    const preview = well(await project.preview());
    for (const { name } of machines) {
      expect(preview).toMatch(new RegExp(`${name} has failed over.*neither changed nor replaced`));
    }
    expect(preview).not.toMatch(/to replace|to delete|to create/);
    const destroy = await project.destroy();
    expect(destroy.code).not.toBe(0);
    expect(said(destroy)).toMatch(/could not delete\..*disableWhenFailedOver/);
    for (const { itemId } of machines) expect((await azure.get(itemId)).status).toBe(200);
  });

  it("replicate back where the program says so, and are disabled gracefully", async () => {
    await wanting(({ inputs, changed }) =>
      inputs(changed, { reprotectWhenCommitted: true, disableWhenFailedOver: true }),
    );
    well(await project.up());
    expect(new Set(Object.values(await states()))).toEqual(new Set(["Protected"]));
    well(await project.preview("--expect-no-changes"));
    well(await project.destroy());
    const left = azure.azure.simulator.liveResources();
    expect(left.filter(({ type }) => /replicationProtectedItems$/i.test(type))).toEqual([]);
    expect((await jobs()).filter((name) => name === "PurgeProtection")).toEqual([]);
  });
});

function said(ended: Ended): string {
  return `${ended.stdout}\n${ended.stderr}`;
}

function well(ended: Ended): string {
  expect(ended.code, said(ended)).toBe(0);
  return said(ended);
}

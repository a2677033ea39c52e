import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PropertyMap } from "../../../plugin-protocol/property-value";
import { rawAzure } from "../../simulator/raw-client";
import { machineVerbs, type MachineVerbs } from "./machine-world";
import {
  failOver,
  inputOf,
  onPremisesWays,
  onPremisesWorld,
  prepared,
  type OnPremisesWorld,
} from "./on-premises-ways";

let world: OnPremisesWorld;
let verbs: MachineVerbs;

beforeEach(async () => {
  const azure = await rawAzure();
  verbs = machineVerbs(azure.simulator);
  world = await onPremisesWorld(azure, `${azure.group}/providers/Microsoft.RecoveryServices/vaults/v1`);
});
afterEach(() => world.azure.close());

describe.each(onPremisesWays)("$name", (way) => {
  let inputs: (more?: PropertyMap, own?: PropertyMap) => PropertyMap;

  beforeEach(async () => {
    ({ inputs } = await prepared(world, way));
  });

  it("is protected, changed, failed over, replicates back and is disabled", async () => {
    const created = await verbs.create(inputs());
    expect(await world.detailsOf(created.id)).toMatchObject(way.shows);
    expect((await verbs.diff(created, inputs())).changes).toEqual(new Map());
    expect((await verbs.read(created, inputs()))?.inputs).toEqual(verbs.shaped(inputs()));

    const diff = await verbs.diff(created, inputs(way.changed));
    expect(diff.replaces).toEqual([]);
    const updated = await verbs.update(created, inputs(way.changed));
    expect(await world.detailsOf(created.id)).toMatchObject({ ...way.shows, ...way.showsChanged });
    expect((await verbs.read(updated, inputs(way.changed)))?.inputs).toEqual(
      verbs.shaped(inputs(way.changed)),
    );
    expect(verbs.told.warnings).toEqual([]);

    await failOver(world, way, created.id, async () => {
      expect((await verbs.diff(updated, inputs())).replaces).toEqual([]);
      expect(verbs.told.warnings.at(-1)).toMatch(
        new RegExp(`^${way.machine} .*neither changed nor replaced`),
      );
      await expect(verbs.delete(updated, inputs())).rejects.toThrow(/disableWhenFailedOver/);
    });
    const wanted = inputs(way.changed, { reprotectWhenCommitted: true });
    expect([...(await verbs.diff(updated, wanted)).changes.keys()]).toEqual(["reprotectWhenCommitted"]);
    const turned = await verbs.update(updated, wanted);
    expect(turned.outputs).toMatchObject({ status: way.afterReprotection });
    expect((await verbs.diff(turned, wanted)).changes).toEqual(new Map());
    expect((await verbs.read(turned, wanted))?.inputs).toEqual(verbs.shaped(wanted));
    const forced = { ...turned, outputs: { ...turned.outputs, disableWhenFailedOver: true } };
    await verbs.delete(forced, wanted);
    expect(await verbs.read(turned, wanted)).toBeUndefined();
  });

  it("is imported with what its item shows", async () => {
    const created = await verbs.create(inputs(way.changed));
    const imported = await verbs.importById(created.id);
    expect(imported?.inputs).toMatchObject({ name: way.machine, [inputOf(way)]: way.changed });
    expect(
      (await verbs.diff({ id: created.id, outputs: imported?.outputs ?? {} }, imported?.inputs ?? {}))
        .changes,
    ).toEqual(new Map());
  });

  it("is not enabled anew when a program says more or less of it than its item shows", async () => {
    const wanted = inputs(way.changed);
    const created = await verbs.create(wanted);
    const imported = await verbs.importById(created.id);
    const state = { id: created.id, outputs: imported?.outputs ?? {} };
    const diff = await verbs.diff(state, wanted, imported?.inputs);
    expect(diff.changes.size).toBeGreaterThan(0);
    expect(diff.replaces).toEqual([]);
    const updated = await verbs.update(state, wanted, imported?.inputs);
    expect((await verbs.diff(updated, wanted)).changes).toEqual(new Map());
    expect(await world.detailsOf(created.id)).toMatchObject({ ...way.shows, ...way.showsChanged });
  });
});

import { describe, expect, it } from "vitest";
import { unknown, type PropertyMap, type PropertyValue } from "../../plugin-protocol/property-value";
import { loadMatrix } from "../../limits/matrix/load";
import { recoveryPlan } from "../../provider/recovery-plan/recovery-plan";
import { replicationFabric } from "../../provider/replication-fabric/replication-fabric";
import type { OperationContext } from "../../provider/resource-definition";
import { providerWorld } from "./provider-world";

const vault = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v";
const machine = (name: string): PropertyMap => ({ id: `${vault}/replicationProtectedItems/${name}` });
const boot = (...names: readonly string[]): PropertyMap => ({
  groupType: "Boot",
  replicationProtectedItems: names.map(machine),
});
const plan = (groups: PropertyValue, more: PropertyMap = {}): PropertyMap => ({
  vaultId: vault,
  name: "plan",
  primaryFabricId: `${vault}/replicationFabrics/a`,
  recoveryFabricId: `${vault}/replicationFabrics/b`,
  failoverDeploymentModel: "ResourceManager",
  groups,
  ...more,
});
const context = { urn: "u", name: "plan", edition: "current", before: undefined };
const problems = (inputs: PropertyMap) =>
  (recoveryPlan.check?.(inputs, context).problems ?? []).map(
    ({ property, reason }) => `${property}: ${reason}`,
  );
const script = (customDetails: PropertyMap): PropertyMap => ({
  actionName: "a",
  failoverTypes: ["TestFailover"],
  failoverDirections: ["PrimaryToRecovery"],
  customDetails,
});

describe("the check of a plan", () => {
  it("takes groups in order", () => {
    expect(
      problems(plan([{ groupType: "Shutdown" }, { groupType: "Failover" }, boot("a"), boot("b")])),
    ).toEqual([]);
  });

  it.each<[string, PropertyValue]>([
    [
      "groups[1].groupType: groups[1] is a Shutdown group after a Boot group",
      [boot("a"), { groupType: "Shutdown" }],
    ],
    [
      "groups[1].replicationProtectedItems[0].id is the machine of groups[0].replicationProtectedItems[0].id",
      [boot("a"), boot("A")],
    ],
    ["groups: groups has no Boot group", [{ groupType: "Shutdown" }]],
    [
      "which needs runbookId",
      [
        {
          groupType: "Boot",
          endGroupActions: [
            script({ instanceType: "AutomationRunbookActionDetails", fabricLocation: "Recovery" }),
          ],
        },
      ],
    ],
  ])("says: %s", (said, groups) => {
    expect(problems(plan(groups))).toEqual([expect.stringContaining(said)]);
  });

  it("holds the number of groups against the documented limit", () => {
    const limit = loadMatrix().find(
      ({ id, edition }) => id === "recovery-plan.max-groups" && edition === "current",
    );
    const most = Number(limit?.value);
    expect(most).toBeGreaterThan(0);
    const groups = (count: number) => Array.from({ length: count }, (_, at) => boot(`vm${at}`));
    expect(problems(plan(groups(most)))).toEqual([]);
    expect(problems(plan(groups(most + 1)))).toEqual([
      expect.stringMatching(new RegExp(`${most + 1} groups of machines; at most ${most} .*ASR-0014`)),
    ]);
  });

  it("concludes nothing from what is not known yet", () => {
    expect(problems(plan(unknown))).toEqual([]);
    expect(
      problems(plan([{ groupType: "Boot", replicationProtectedItems: unknown }, { groupType: unknown }])),
    ).toEqual([]);
  });
});

describe("a difference of plans", () => {
  const changes = async (before: PropertyValue, after: PropertyValue) => {
    const request = { id: "i", before: plan(before), state: plan(before), inputs: plan(after) };
    const diff = await recoveryPlan.diff?.(request, {} as OperationContext);
    return { changed: (diff?.changes.size ?? 0) > 0, replaces: diff?.replaces };
  };
  const same = { changed: false, replaces: [] };
  const updated = { changed: true, replaces: [] };

  it("is none where only the order of machines, the case of ids or an empty list differs", async () => {
    expect(await changes([boot("a", "b")], [{ ...boot("B", "A"), endGroupActions: [] }])).toEqual(same);
  });

  it("is an update where groups change places, or actions do", async () => {
    expect(await changes([boot("a"), boot("b")], [boot("b"), boot("a")])).toEqual(updated);
    const acting = (...names: readonly string[]): PropertyMap => ({
      ...boot("a"),
      startGroupActions: names.map((actionName) => ({
        ...script({ instanceType: "ManualActionDetails", description: "d" }),
        actionName,
      })),
    });
    expect(await changes([acting("x", "y")], [acting("y", "x")])).toEqual(updated);
  });
});

describe("a plan at the service", () => {
  it("reads back as it was written, zones and all, and notices what is changed in the portal", async () => {
    const world = await providerWorld();
    try {
      const fabric = { vaultId: world.vaultId, name: "f", location: "westeurope" };
      const { id: fabricId } = await world.verbs(replicationFabric).create(fabric);
      const verbs = world.verbs(recoveryPlan);
      const action = script({ instanceType: "ManualActionDetails", description: "Call." });
      const group = { groupType: "Boot", startGroupActions: [{ ...action, actionName: "z" }, action] };
      const inputs = {
        ...plan([group], { vaultId: world.vaultId, primaryFabricId: fabricId, recoveryFabricId: fabricId }),
        zones: { primaryZone: "1", recoveryZone: "3" },
      };
      const { id } = await verbs.create(inputs);
      expect((await verbs.read(id, inputs))?.inputs).toEqual(inputs);
      expect((await verbs.read(id))?.inputs).toMatchObject({ zones: inputs.zones, groups: [group] });

      const changed = { groupType: "Boot", startGroupActions: [action] };
      await world.connection.arm.request("PATCH", id, "2024-10-01", {
        body: { properties: { groups: [changed] } },
      });
      world.simulator.clock.advance(60);
      expect((await verbs.read(id, inputs))?.inputs["groups"]).toEqual([changed]);
    } finally {
      await world.close();
    }
  });
});

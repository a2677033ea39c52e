import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { RecoveryPlans, type RecoveryPlansArgs } from "../../../components";
import { deployed, valueOf } from "../deployed";

const vaultId =
  "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/rsv";
const primaryFabricId = `${vaultId}/replicationFabrics/site`;
const required = {
  vaultId,
  primaryFabricId,
  protectedItemIds: { web: "/items/web", db: "/items/db" },
  plans: { all: { groups: [{ machines: ["db"] }, { machines: ["web"] }] } },
} satisfies RecoveryPlansArgs;

/** Paths of what is wrong with the arguments. */
async function wrong(args: Partial<RecoveryPlansArgs>): Promise<readonly string[]> {
  try {
    await deployed(() => new RecoveryPlans("dr", { ...required, ...args }));
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath }) => propertyPath);
  }
}

const hundredAndOne = Array.from({ length: 101 }, (_unused, index) => `m${index}`);
const large: Partial<RecoveryPlansArgs> = {
  edition: "current",
  scenario: "vmware-to-azure",
  protectedItemIds: Object.fromEntries(hundredAndOne.map((name) => [name, `/items/${name}`])),
  plans: { all: { groups: [{ machines: hundredAndOne }] } },
};

describe("RecoveryPlans", () => {
  it("makes plans of machines by their keys, in order, with their actions", async () => {
    const runbookId = "/subscriptions/s/runbook";
    const { named, result } = await deployed(
      () =>
        new RecoveryPlans("dr", {
          ...required,
          recoveryFabricId: `${vaultId}/replicationFabrics/other`,
          zones: { primaryZone: "1", recoveryZone: "2" },
          plans: {
            all: {
              planName: "everything",
              groups: [
                {
                  groupType: "Shutdown",
                  startActions: [
                    {
                      name: "stop",
                      kind: "automation-runbook",
                      runbookId,
                      timeoutInMinutes: 30,
                      failoverTypes: ["PlannedFailover"],
                      failoverDirections: ["PrimaryToRecovery"],
                    },
                  ],
                },
                { machines: ["db"] },
                {
                  machines: ["web"],
                  endActions: [
                    {
                      name: "look",
                      kind: "manual",
                      instructions: "Sign in.",
                      failoverTypes: ["TestFailover"],
                      failoverDirections: ["PrimaryToRecovery"],
                    },
                  ],
                },
              ],
            },
          },
        }),
    );
    expect(named("dr-all").inputs).toMatchObject({
      vaultId,
      name: "everything",
      primaryFabricId,
      recoveryFabricId: `${vaultId}/replicationFabrics/other`,
      zones: { primaryZone: "1", recoveryZone: "2" },
      groups: [
        {
          groupType: "Shutdown",
          startGroupActions: [
            {
              actionName: "stop",
              failoverTypes: ["PlannedFailover"],
              customDetails: {
                instanceType: "AutomationRunbookActionDetails",
                runbookId,
                timeout: "PT30M",
                fabricLocation: "Recovery",
              },
            },
          ],
        },
        { groupType: "Boot", replicationProtectedItems: [{ id: "/items/db" }] },
        {
          groupType: "Boot",
          replicationProtectedItems: [{ id: "/items/web" }],
          endGroupActions: [
            { customDetails: { instanceType: "ManualActionDetails", description: "Sign in." } },
          ],
        },
      ],
    });
    expect(await valueOf(result.planNames)).toEqual({ all: ["everything"] });
  });

  it("runs scripts of VMM", async () => {
    const script = {
      name: "stop",
      kind: "script" as const,
      scriptPath: "\\\\library\\stop.ps1",
      fabricLocation: "Primary",
      failoverTypes: ["PlannedFailover"],
      failoverDirections: ["PrimaryToRecovery"],
    };
    const { named } = await deployed(
      () =>
        new RecoveryPlans("dr", {
          ...required,
          plans: { all: { groups: [{ machines: ["db"], startActions: [script] }] } },
        }),
    );
    expect(named("dr-all").inputs).toMatchObject({
      groups: [
        {
          startGroupActions: [
            {
              customDetails: {
                instanceType: "ScriptActionDetails",
                path: script.scriptPath,
                fabricLocation: "Primary",
              },
            },
          ],
        },
      ],
    });
  });

  it("cuts a plan at the documented size, and names the parts", async () => {
    const { named, result } = await deployed(() => new RecoveryPlans("dr", { ...required, ...large }));
    expect(await valueOf(result.planNames)).toEqual({ all: ["all", "all-2"] });
    const sizes = ["dr-all", "dr-all-2"].map(
      (name) =>
        (named(name).inputs["groups"] as readonly { replicationProtectedItems: readonly unknown[] }[])[0]
          ?.replicationProtectedItems.length,
    );
    expect(sizes).toEqual([100, 1]);
  });

  it.each<[string, Partial<RecoveryPlansArgs>, readonly string[]]>([
    ["a plan of nobody", { plans: { all: { groups: [{}] } } }, ["plans.all.groups"]],
    [
      "a machine twice",
      { plans: { all: { groups: [{ machines: ["db"] }, { machines: ["db"] }] } } },
      ["plans.all.groups"],
    ],
    [
      "a runbook without its id",
      {
        plans: {
          all: {
            groups: [
              {
                machines: ["db"],
                startActions: [
                  { name: "a", kind: "automation-runbook", failoverTypes: [], failoverDirections: [] },
                ],
              },
            ],
          },
        },
      },
      ["plans.all.groups[0].startActions[0].runbookId"],
    ],
    [
      "a multi-VM group that no plan can hold",
      { ...large, multiVmGroups: Object.fromEntries(hundredAndOne.map((name) => [name, "sql"])) },
      ["plans.all.groups", "plans.all.groups"],
    ],
    ["a vault by its name", { vaultId: "rsv" }, ["vaultId"]],
  ])("refuses %s", async (_what, args, paths) => {
    expect(await wrong(args)).toEqual(paths);
  });
});

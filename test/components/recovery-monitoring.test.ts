import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { RecoveryMonitoring, type RecoveryMonitoringArgs } from "../../components";
import { deployed, valueOf } from "./deployed";

const group = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers";
const workbook = "azure-native:applicationinsights:Workbook";
const required = {
  vaultId: `${group}/Microsoft.RecoveryServices/vaults/rsv`,
  workspaceId: `${group}/Microsoft.OperationalInsights/workspaces/log`,
  resourceGroupName: "rg",
  location: "westeurope",
};

/** Paths of what is wrong with the arguments. */
async function wrong(args: Partial<RecoveryMonitoringArgs>): Promise<readonly string[]> {
  try {
    await deployed(() => new RecoveryMonitoring("dr", { ...required, ...args }));
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath }) => propertyPath);
  }
}

describe("RecoveryMonitoring", () => {
  it("watches health, recovery points, jobs and drills of the one vault", async () => {
    const { resources, named, result } = await deployed(
      () =>
        new RecoveryMonitoring("dr", {
          ...required,
          rpoThresholdInMinutes: 15,
          drillAgeInDays: 30,
          tags: { team: "dr" },
        }),
    );
    expect(Object.keys(await valueOf(result.alertIds))).toEqual([
      "replication-critical",
      "rpo-exceeded",
      "job-failed",
      "drill-overdue",
    ]);
    const rules = resources.filter(({ type }) => type === "azure-native:monitor:ScheduledQueryRule");
    for (const { inputs } of rules) {
      expect(inputs).toMatchObject({
        scopes: [required.workspaceId],
        location: "westeurope",
        resourceGroupName: "rg",
        enabled: true,
        tags: { team: "dr" },
      });
      expect(JSON.stringify(inputs["criteria"])).toContain(required.vaultId);
      expect(inputs).not.toHaveProperty("actions");
    }
    expect(JSON.stringify(named("dr-rpo-exceeded").inputs)).toContain("rpoInSeconds_d > 900");
    expect(JSON.stringify(named("dr-drill-overdue").inputs)).toContain("ago(30d)");
  });

  it("tells a new action group", async () => {
    const { one, named } = await deployed(
      () =>
        new RecoveryMonitoring("dr", {
          ...required,
          emailAddresses: ["oncall@contoso.com"],
          actionGroupName: "ag-oncall",
          actionGroupShortName: "oncall",
          enabled: false,
        }),
    );
    const made = one("azure-native:monitor:ActionGroup");
    expect(made.inputs).toMatchObject({
      actionGroupName: "ag-oncall",
      groupShortName: "oncall",
      location: "global",
      emailReceivers: [{ emailAddress: "oncall@contoso.com" }],
    });
    expect(named("dr-job-failed").inputs).toMatchObject({
      enabled: false,
      actions: { actionGroups: [expect.stringContaining("dr-action-group")] },
    });
  });

  it("tells an existing action group", async () => {
    const actionGroupId = `${group}/Microsoft.Insights/actionGroups/oncall`;
    const { named, resources, result } = await deployed(
      () => new RecoveryMonitoring("dr", { ...required, actionGroupId }),
    );
    expect(resources.some(({ type }) => type === "azure-native:monitor:ActionGroup")).toBe(false);
    expect(named("dr-job-failed").inputs).toMatchObject({ actions: { actionGroups: [actionGroupId] } });
    expect(await valueOf(result.actionGroupId)).toBe(actionGroupId);
  });

  it("shows health, recovery points, test failovers and failed jobs in a workbook, where asked", async () => {
    const plain = await deployed(() => new RecoveryMonitoring("dr", required));
    expect(plain.resources.map(({ type }) => type)).not.toContain(workbook);
    expect(await valueOf(plain.result.workbookId)).toBeUndefined();

    const { one, result } = await deployed(
      () =>
        new RecoveryMonitoring("dr", {
          ...required,
          rpoThresholdInMinutes: 15,
          drillAgeInDays: 30,
          tags: { team: "dr" },
          workbook: {
            displayName: "Recovery of the shop",
            workbookName: "deadb33f-5e0d-4064-8ebb-1a4ed0313eb2",
            daysShown: 14,
          },
        }),
    );
    const { serializedData, ...inputs } = one(workbook).inputs;
    expect(inputs).toEqual({
      resourceName: "deadb33f-5e0d-4064-8ebb-1a4ed0313eb2",
      resourceGroupName: "rg",
      location: "westeurope",
      displayName: "Recovery of the shop",
      category: "workbook",
      kind: "shared",
      sourceId: required.workspaceId.toLowerCase(),
      version: "Notebook/1.0",
      tags: { team: "dr" },
    });
    const { items, fallbackResourceIds } = JSON.parse(serializedData as string) as {
      readonly items: readonly {
        readonly type: number;
        readonly content: { readonly title: string; readonly query: string };
      }[];
      readonly fallbackResourceIds: readonly string[];
    };
    expect(fallbackResourceIds).toEqual([required.workspaceId]);
    const tiles = items.filter(({ type }) => type === 3).map(({ content }) => content);
    for (const tile of tiles) {
      expect(tile).toMatchObject({ crossComponentResources: [required.workspaceId] });
      expect(tile.query).toContain(`where ResourceId =~ "${required.vaultId}"`);
    }
    const queryOf = (title: string) => tiles.find((tile) => tile.title.startsWith(title))?.query;
    expect(tiles).toHaveLength(5);
    expect(queryOf("Replication health")).toContain("by Health = replicationHealth_s");
    expect(queryOf("Machines by recovery point")).toContain("rpoInSeconds_d > 900");
    expect(queryOf("Age of the recovery point")).toContain("TimeGenerated > ago(14d)");
    expect(queryOf("Test failovers")).toContain("AgeInDays >= 30");
    expect(queryOf("Failed jobs")).toContain('ResultType == "Failed"');
    expect(await valueOf(result.workbookId)).toContain("dr-workbook");
  });

  it("names the workbook by a GUID of its own, the same in every run", async () => {
    const named = async () =>
      (await deployed(() => new RecoveryMonitoring("dr", { ...required, workbook: {} }))).one(workbook)
        .inputs;
    const { resourceName, displayName, serializedData } = await named();
    expect(resourceName).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(displayName).toBe("Disaster recovery: dr");
    expect(serializedData).toContain("ago(7d)");
    expect((await named())["resourceName"]).toBe(resourceName);
  });

  it.each<[Partial<RecoveryMonitoringArgs>, string]>([
    [{ vaultId: "rsv" }, "vaultId"],
    [{ workspaceId: required.vaultId }, "workspaceId"],
    [{ resourceGroupName: "" }, "resourceGroupName"],
    [{ actionGroupId: required.vaultId }, "actionGroupId"],
    [
      { actionGroupId: `${group}/Microsoft.Insights/actionGroups/a`, emailAddresses: ["a@b.c"] },
      "emailAddresses",
    ],
    [{ rpoThresholdInMinutes: 0 }, "rpoThresholdInMinutes"],
    [{ drillAgeInDays: Number.NaN }, "drillAgeInDays"],
    [{ emailAddresses: ["a@b.c"], actionGroupShortName: "thirteen-long" }, "actionGroupShortName"],
    [{ workbook: { daysShown: 0 } }, "workbook.daysShown"],
    [{ workbook: { workbookName: "book" } }, "workbook.workbookName"],
  ])("refuses %j", async (args, path) => {
    expect(await wrong(args)).toEqual([path]);
  });
});

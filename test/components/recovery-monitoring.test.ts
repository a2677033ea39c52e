import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { RecoveryMonitoring, type RecoveryMonitoringArgs } from "../../components";
import { deployed, valueOf } from "./deployed";

const group = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers";
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
    [{ actionGroupShortName: "thirteen-long" }, "actionGroupShortName"],
  ])("refuses %j", async (args, path) => {
    expect(await wrong(args)).toEqual([path]);
  });
});

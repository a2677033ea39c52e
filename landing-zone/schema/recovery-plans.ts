import { z } from "zod";
import { azureId, name } from "./new-or-existing";

const failoverTypes = z.enum(["TestFailover", "PlannedFailover", "UnplannedFailover"]);
const failoverDirections = z.enum(["PrimaryToRecovery", "RecoveryToPrimary"]);

export const recoveryPlanAction = z.strictObject({
  name,
  kind: z.enum(["script", "automation-runbook", "manual"]),
  failoverTypes: z.array(failoverTypes).min(1),
  failoverDirections: z.array(failoverDirections).min(1),
  runbookId: azureId("Microsoft.Automation/automationAccounts/runbooks").optional(),
  scriptPath: z.string().optional(),
  timeoutInMinutes: z.number().positive().optional(),
  fabricLocation: z.enum(["Primary", "Recovery"]).optional(),
  instructions: z.string().optional(),
});

export const recoveryPlanGroup = z.strictObject({
  groupType: z.enum(["Shutdown", "Boot", "Failover"]),
  machines: z.array(name).optional().meta({ description: "Keys of the machines map, in order." }),
  startActions: z.array(recoveryPlanAction).optional(),
  endActions: z.array(recoveryPlanAction).optional(),
});

export const recoveryPlan = z.union([
  z.strictObject({ name, id: azureId("Microsoft.RecoveryServices/vaults/replicationRecoveryPlans") }),
  z.strictObject({ name, groups: z.array(recoveryPlanGroup).min(1) }),
]);

import { RecoveryPlans } from "../../../../components";
import type { ComponentInputs, InputRow } from "../row";
import { fabricId, id, itemId, vaultId } from "./ids";
import { judgedBy } from "./judged";

const plan = "RecoveryPlan dr-one";
const secondPart = "RecoveryPlan dr-one-2";

const runbook = {
  name: "one",
  kind: "automation-runbook",
  runbookId: id("Microsoft.Automation/automationAccounts/runbooks", "account", "one"),
  failoverTypes: ["TestFailover"],
  failoverDirections: ["PrimaryToRecovery"],
};
const script = { ...runbook, runbookId: undefined, kind: "script", scriptPath: "\\\\library\\one.ps1" };
const manual = { ...runbook, runbookId: undefined, kind: "manual", instructions: "Look." };

/** Rows of the actions before or after a group. */
function actions(list: "startActions" | "endActions"): readonly InputRow[] {
  const target = `${plan}: groups[0].${list === "startActions" ? "start" : "end"}GroupActions[0]`;
  const path = (name: string): string => `plans{}.groups[].${list}[].${name}`;
  const one = (action: object) => ({ [`plans.one.groups[0].${list}`]: [action] });
  return [
    { path: path("name"), value: "other", given: one(runbook), reaches: `${target}.actionName` },
    {
      path: path("kind"),
      value: "script",
      before: one(runbook),
      given: one({ ...runbook, runbookId: undefined, scriptPath: "one.ps1" }),
      reaches: {
        [`${target}.customDetails.instanceType`]: "ScriptActionDetails",
        [`${target}.customDetails.runbookId`]: undefined,
        [`${target}.customDetails.path`]: "one.ps1",
      },
    },
    {
      path: path("failoverTypes[]"),
      value: "PlannedFailover",
      given: one(runbook),
      reaches: `${target}.failoverTypes[0]`,
    },
    {
      path: path("failoverDirections[]"),
      value: "RecoveryToPrimary",
      given: one(runbook),
      reaches: `${target}.failoverDirections[0]`,
    },
    {
      path: path("runbookId"),
      value: id("Microsoft.Automation/automationAccounts/runbooks", "account", "other"),
      given: one(runbook),
      reaches: `${target}.customDetails.runbookId`,
    },
    {
      path: path("scriptPath"),
      value: "\\\\library\\other.ps1",
      given: one(script),
      reaches: `${target}.customDetails.path`,
    },
    ...[runbook, script].flatMap((action) => [
      {
        path: path("timeoutInMinutes"),
        value: 45,
        given: one(action),
        reaches: { [`${target}.customDetails.timeout`]: "PT45M" },
      },
      {
        path: path("fabricLocation"),
        value: "Primary",
        given: one(action),
        reaches: `${target}.customDetails.fabricLocation`,
      },
    ]),
    ...(
      [
        ["runbookId", manual],
        ["scriptPath", runbook],
        ["instructions", script],
        ["timeoutInMinutes", manual],
        ["fabricLocation", manual],
      ] as const
    ).map(([name, action]) => ({
      path: path(name),
      value: "other",
      given: one(action),
      refusedAt: `plans.one.groups[0].${list}[0].${name}`,
    })),
    {
      path: path("instructions"),
      value: "Sign in.",
      given: one(manual),
      reaches: `${target}.customDetails.description`,
    },
  ];
}

const hundred = Array.from({ length: 100 }, (_unused, index) => `m${index}`);
const large = [...hundred, "one"];

export const recoveryPlans: ComponentInputs = {
  component: "RecoveryPlans",
  create: (name, args, opts) => new RecoveryPlans(name, args, opts),
  plain: {
    vaultId: vaultId("rsv"),
    primaryFabricId: fabricId("site"),
    protectedItemIds: { one: itemId("one"), other: itemId("other") },
    plans: { one: { groups: [{ machines: ["one"] }] } },
  },
  rows: [
    ...judgedBy("vmware-to-azure", { edition: { reaches: ["output: scope.edition", `${plan}: edition`] } }),
    { path: "vaultId", value: vaultId("other"), reaches: `${plan}: vaultId` },
    { path: "primaryFabricId", value: fabricId("other"), reaches: `${plan}: primaryFabricId` },
    { path: "recoveryFabricId", value: fabricId("other"), reaches: `${plan}: recoveryFabricId` },
    { path: "zones.primaryZone", value: "1", reaches: `${plan}: zones.primaryZone` },
    { path: "zones.recoveryZone", value: "2", reaches: `${plan}: zones.recoveryZone` },
    {
      path: "protectedItemIds{}",
      value: itemId("new"),
      reaches: `${plan}: groups[0].replicationProtectedItems[0].id`,
    },
    {
      path: "multiVmGroups{}",
      value: "group",
      given: {
        edition: "current",
        scenario: "vmware-to-azure",
        protectedItemIds: Object.fromEntries(large.map((name) => [name, itemId(name)])),
        plans: { one: { groups: [{ machines: large }] } },
        multiVmGroups: { m99: "group" },
      },
      // A plan holds a hundred: what belongs together goes to the second part as a whole.
      reaches: {
        [`${plan}: groups[0].replicationProtectedItems[99].id`]: undefined,
        [`${secondPart}: groups[0].replicationProtectedItems[0].id`]: itemId("m99"),
        [`${secondPart}: groups[0].replicationProtectedItems[1].id`]: itemId("one"),
      },
    },
    { path: "plans{}.planName", value: "other", reaches: `${plan}: name` },
    {
      path: "plans{}.groups[].groupType",
      value: "Shutdown",
      given: {
        "plans.one.groups": [{ groupType: "Failover", endActions: [manual] }, { machines: ["one"] }],
      },
      reaches: `${plan}: groups[0].groupType`,
    },
    {
      path: "plans{}.groups[].machines[]",
      value: "other",
      reaches: { [`${plan}: groups[0].replicationProtectedItems[0].id`]: itemId("other") },
    },
    ...actions("startActions"),
    ...actions("endActions"),
    { path: "keepVersionAliases", value: true, onlyForAzureNative: true },
  ],
};

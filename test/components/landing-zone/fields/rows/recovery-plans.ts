import { providers } from "../documents";
import type { FieldRow } from "../row";

export const recoveryPlansRows: readonly FieldRow[] = [
  {
    path: "recoveryPlans[]<id>.name",
    given: {
      recoveryPlans: [
        {
          name: "first",
          id: `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationRecoveryPlans/one`,
        },
      ],
    },
    value: "other",
    reaches: {
      "output: recoveryPlanIds.first": undefined,
      "output: recoveryPlanIds.other": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationRecoveryPlans/one`,
    },
  },
  {
    path: "recoveryPlans[]<id>.id",
    given: {
      recoveryPlans: [
        {
          name: "first",
          id: `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationRecoveryPlans/one`,
        },
      ],
    },
    value: `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationRecoveryPlans/other`,
    reaches: {
      "output: recoveryPlanIds.first": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationRecoveryPlans/other`,
    },
  },
  {
    path: "recoveryPlans[].name",
    value: "other",
    reaches: {
      "output: recoveryPlanIds.plan": undefined,
      "output: recoveryPlanIds.other":
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/mock/providers/azure-siterecovery:index:RecoveryPlan/dr-plans-other",
    },
    appearing: ["RecoveryPlan dr-plans-other"],
    disappearing: ["RecoveryPlan dr-plans-plan"],
  },
  {
    path: "recoveryPlans[].groups[].groupType",
    given: { "recoveryPlans[0].groups[1]": { groupType: "Boot", machines: ["one"] } },
    value: "Shutdown",
    permits: "recoveryPlans[0].groups[1].machines[0]",
  },
  {
    path: "recoveryPlans[].groups[].machines[]",
    given: {
      "machines.two": {
        discoveredId: `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationFabrics/one/replicationProtectionContainers/one/replicationProtectableItems/two`,
      },
    },
    value: "two",
    reaches: {
      "RecoveryPlan dr-plans-plan: groups[0].replicationProtectedItems[0].id": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationFabrics/one/replicationProtectionContainers/one/replicationProtectedItems/dr-replication-two`,
    },
  },
  {
    path: "recoveryPlans[].groups[].startActions[].name",
    given: {
      "recoveryPlans[0].groups[0].startActions": [
        {
          name: "a",
          kind: "manual",
          instructions: "do",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
        },
      ],
    },
    value: "other",
    reaches: { "RecoveryPlan dr-plans-plan: groups[0].startGroupActions[0].actionName": "other" },
  },
  {
    path: "recoveryPlans[].groups[].startActions[].kind",
    given: {
      "recoveryPlans[0].groups[0].startActions": [
        {
          name: "a",
          kind: "script",
          scriptPath: "s",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
        },
      ],
    },
    value: "automation-runbook",
    refusedAt: "recoveryPlans[0].groups[0].startActions[0]",
  },
  {
    path: "recoveryPlans[].groups[].startActions[].failoverTypes[]",
    given: {
      "recoveryPlans[0].groups[0].startActions": [
        {
          name: "a",
          kind: "manual",
          instructions: "do",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
        },
      ],
    },
    value: "PlannedFailover",
    reaches: {
      "RecoveryPlan dr-plans-plan: groups[0].startGroupActions[0].failoverTypes[0]": "PlannedFailover",
    },
  },
  {
    path: "recoveryPlans[].groups[].startActions[].failoverDirections[]",
    given: {
      "recoveryPlans[0].groups[0].startActions": [
        {
          name: "a",
          kind: "manual",
          instructions: "do",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
        },
      ],
    },
    value: "RecoveryToPrimary",
    reaches: {
      "RecoveryPlan dr-plans-plan: groups[0].startGroupActions[0].failoverDirections[0]": "RecoveryToPrimary",
    },
  },
  {
    path: "recoveryPlans[].groups[].startActions[].runbookId",
    given: {
      "recoveryPlans[0].groups[0].startActions": [
        {
          name: "a",
          kind: "automation-runbook",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
          runbookId: `${providers}/Microsoft.Automation/automationAccounts/one/runbooks/one`,
        },
      ],
    },
    value: `${providers}/Microsoft.Automation/automationAccounts/one/runbooks/other`,
    reaches: {
      "RecoveryPlan dr-plans-plan: groups[0].startGroupActions[0].customDetails.runbookId": `${providers}/Microsoft.Automation/automationAccounts/one/runbooks/other`,
    },
  },
  {
    path: "recoveryPlans[].groups[].startActions[].scriptPath",
    given: {
      "recoveryPlans[0].groups[0].startActions": [
        {
          name: "a",
          kind: "script",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
          scriptPath: "s",
        },
      ],
    },
    value: "other",
    reaches: { "RecoveryPlan dr-plans-plan: groups[0].startGroupActions[0].customDetails.path": "other" },
  },
  {
    path: "recoveryPlans[].groups[].startActions[].timeoutInMinutes",
    given: {
      "recoveryPlans[0].groups[0].startActions": [
        {
          name: "a",
          kind: "script",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
          scriptPath: "s",
        },
      ],
    },
    value: 7,
    reaches: { "RecoveryPlan dr-plans-plan: groups[0].startGroupActions[0].customDetails.timeout": "PT7M" },
  },
  {
    path: "recoveryPlans[].groups[].startActions[].fabricLocation",
    given: {
      "recoveryPlans[0].groups[0].startActions": [
        {
          name: "a",
          kind: "script",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
          scriptPath: "s",
          fabricLocation: "Primary",
        },
      ],
    },
    value: "Recovery",
    reaches: {
      "RecoveryPlan dr-plans-plan: groups[0].startGroupActions[0].customDetails.fabricLocation": "Recovery",
    },
  },
  {
    path: "recoveryPlans[].groups[].startActions[].instructions",
    given: {
      "recoveryPlans[0].groups[0].startActions": [
        {
          name: "a",
          kind: "manual",
          instructions: "do",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
        },
      ],
    },
    value: "other",
    reaches: {
      "RecoveryPlan dr-plans-plan: groups[0].startGroupActions[0].customDetails.description": "other",
    },
  },
  {
    path: "recoveryPlans[].groups[].endActions[].name",
    given: {
      "recoveryPlans[0].groups[0].endActions": [
        {
          name: "a",
          kind: "manual",
          instructions: "do",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
        },
      ],
    },
    value: "other",
    reaches: { "RecoveryPlan dr-plans-plan: groups[0].endGroupActions[0].actionName": "other" },
  },
  {
    path: "recoveryPlans[].groups[].endActions[].kind",
    given: {
      "recoveryPlans[0].groups[0].endActions": [
        {
          name: "a",
          kind: "script",
          scriptPath: "s",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
        },
      ],
    },
    value: "automation-runbook",
    refusedAt: "recoveryPlans[0].groups[0].endActions[0]",
  },
  {
    path: "recoveryPlans[].groups[].endActions[].failoverTypes[]",
    given: {
      "recoveryPlans[0].groups[0].endActions": [
        {
          name: "a",
          kind: "manual",
          instructions: "do",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
        },
      ],
    },
    value: "PlannedFailover",
    reaches: {
      "RecoveryPlan dr-plans-plan: groups[0].endGroupActions[0].failoverTypes[0]": "PlannedFailover",
    },
  },
  {
    path: "recoveryPlans[].groups[].endActions[].failoverDirections[]",
    given: {
      "recoveryPlans[0].groups[0].endActions": [
        {
          name: "a",
          kind: "manual",
          instructions: "do",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
        },
      ],
    },
    value: "RecoveryToPrimary",
    reaches: {
      "RecoveryPlan dr-plans-plan: groups[0].endGroupActions[0].failoverDirections[0]": "RecoveryToPrimary",
    },
  },
  {
    path: "recoveryPlans[].groups[].endActions[].runbookId",
    given: {
      "recoveryPlans[0].groups[0].endActions": [
        {
          name: "a",
          kind: "automation-runbook",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
          runbookId: `${providers}/Microsoft.Automation/automationAccounts/one/runbooks/one`,
        },
      ],
    },
    value: `${providers}/Microsoft.Automation/automationAccounts/one/runbooks/other`,
    reaches: {
      "RecoveryPlan dr-plans-plan: groups[0].endGroupActions[0].customDetails.runbookId": `${providers}/Microsoft.Automation/automationAccounts/one/runbooks/other`,
    },
  },
  {
    path: "recoveryPlans[].groups[].endActions[].scriptPath",
    given: {
      "recoveryPlans[0].groups[0].endActions": [
        {
          name: "a",
          kind: "script",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
          scriptPath: "s",
        },
      ],
    },
    value: "other",
    reaches: { "RecoveryPlan dr-plans-plan: groups[0].endGroupActions[0].customDetails.path": "other" },
  },
  {
    path: "recoveryPlans[].groups[].endActions[].timeoutInMinutes",
    given: {
      "recoveryPlans[0].groups[0].endActions": [
        {
          name: "a",
          kind: "script",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
          scriptPath: "s",
        },
      ],
    },
    value: 7,
    reaches: { "RecoveryPlan dr-plans-plan: groups[0].endGroupActions[0].customDetails.timeout": "PT7M" },
  },
  {
    path: "recoveryPlans[].groups[].endActions[].fabricLocation",
    given: {
      "recoveryPlans[0].groups[0].endActions": [
        {
          name: "a",
          kind: "script",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
          scriptPath: "s",
          fabricLocation: "Primary",
        },
      ],
    },
    value: "Recovery",
    reaches: {
      "RecoveryPlan dr-plans-plan: groups[0].endGroupActions[0].customDetails.fabricLocation": "Recovery",
    },
  },
  {
    path: "recoveryPlans[].groups[].endActions[].instructions",
    given: {
      "recoveryPlans[0].groups[0].endActions": [
        {
          name: "a",
          kind: "manual",
          instructions: "do",
          failoverTypes: ["TestFailover"],
          failoverDirections: ["PrimaryToRecovery"],
        },
      ],
    },
    value: "other",
    reaches: {
      "RecoveryPlan dr-plans-plan: groups[0].endGroupActions[0].customDetails.description": "other",
    },
  },
];

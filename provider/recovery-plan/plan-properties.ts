import { editionInput } from "../edition-input";
import type { NamedObject, ObjectDescription } from "../property-description";
import { vaultIdInput } from "../vault-id-input";

/** A side of a plan that is Azure itself, in place of a fabric's id. */
export const microsoftAzure = "Microsoft Azure";

/** Groups run in this order; boot groups among each other as they are listed. */
export const groupTypes = ["Shutdown", "Failover", "Boot"] as const;

const details: NamedObject = {
  name: "RecoveryPlanActionDetails",
  description: "What an action of a recovery plan does.",
  properties: {
    instanceType: {
      type: "string",
      values: ["AutomationRunbookActionDetails", "ScriptActionDetails", "ManualActionDetails"],
      required: true,
      description: "A runbook of Azure Automation, a script on the VMM server, or a step by hand.",
    },
    runbookId: { type: "string", format: "arm-id", description: "ARM id of the runbook." },
    path: { type: "string", description: "Path of the script, on the library share of VMM." },
    timeout: { type: "string", description: "Time limit of the runbook or script, as an ISO 8601 duration." },
    fabricLocation: {
      type: "string",
      values: ["Primary", "Recovery"],
      description: "Side on which runbook or script runs.",
    },
    description: { type: "string", description: "What is to be done by hand." },
  },
};

const action: NamedObject = {
  name: "RecoveryPlanAction",
  description: "An action before or after a group of a recovery plan.",
  properties: {
    actionName: { type: "string", required: true, description: "Name of the action." },
    failoverTypes: {
      type: "list",
      required: true,
      items: {
        type: "string",
        values: ["TestFailover", "PlannedFailover", "UnplannedFailover"],
        description: "A kind of failover.",
      },
      description: "Kinds of failover in which the action runs. Their order does not matter.",
    },
    failoverDirections: {
      type: "list",
      required: true,
      items: {
        type: "string",
        values: ["PrimaryToRecovery", "RecoveryToPrimary"],
        description: "A direction.",
      },
      description: "Directions in which the action runs. Their order does not matter.",
    },
    customDetails: { type: "object", object: details, required: true, description: "What the action does." },
  },
};

const item: NamedObject = {
  name: "RecoveryPlanProtectedItem",
  description: "A machine in a group of a recovery plan.",
  properties: {
    id: {
      type: "string",
      format: "arm-id",
      required: true,
      description: "ARM id of the replicated machine.",
    },
  },
};

const group: NamedObject = {
  name: "RecoveryPlanGroup",
  description: "A group of a recovery plan: machines that start together, and actions before and after them.",
  properties: {
    groupType: {
      type: "string",
      values: groupTypes,
      required: true,
      description:
        "What happens to the group. Azure adds an empty shutdown and failover group where there is none.",
    },
    replicationProtectedItems: {
      type: "list",
      items: { type: "object", object: item, description: "A machine." },
      description: "Machines of the group. Their order does not matter: a group starts at once.",
    },
    startGroupActions: {
      type: "list",
      items: { type: "object", object: action, description: "An action." },
      description: "Actions before the group, in this order.",
    },
    endGroupActions: {
      type: "list",
      items: { type: "object", object: action, description: "An action." },
      description: "Actions after the group, in this order.",
    },
  },
};

const zones: NamedObject = {
  name: "RecoveryPlanZones",
  description: "The zones of a recovery plan from zone to zone.",
  properties: {
    primaryZone: { type: "string", required: true, description: "Zone that machines run in, e.g. `1`." },
    recoveryZone: { type: "string", required: true, description: "Zone that they fail over to." },
  },
};

export const planInputs: ObjectDescription = {
  ...editionInput,
  ...vaultIdInput,
  name: { type: "string", required: true, replaces: true, description: "Name of the recovery plan." },
  primaryFabricId: {
    type: "string",
    required: true,
    replaces: true,
    description: "ARM id of the fabric that machines run in.",
  },
  recoveryFabricId: {
    type: "string",
    default: microsoftAzure,
    replaces: true,
    description:
      "ARM id of the fabric that they fail over to; `Microsoft Azure` for machines from outside. Default: `Microsoft Azure`.",
  },
  failoverDeploymentModel: {
    type: "string",
    values: ["ResourceManager", "Classic", "NotApplicable"],
    default: "ResourceManager",
    replaces: true,
    description: "Deployment model of the machines in Azure. Default: `ResourceManager`.",
  },
  zones: {
    type: "object",
    object: zones,
    replaces: true,
    description: "For a plan from zone to zone; both fabrics are then the same.",
  },
  groups: {
    type: "list",
    required: true,
    items: { type: "object", object: group, description: "A group." },
    description: "Groups, in the order in which they run: shutdown, failover, boot. Changed in place.",
  },
};

export const planOutputs: ObjectDescription = {
  friendlyName: { type: "string", stable: true, description: "Name that the portal shows." },
  primaryFabricFriendlyName: { type: "string", stable: true, description: "Name of the primary fabric." },
  recoveryFabricFriendlyName: { type: "string", stable: true, description: "Name of the recovery fabric." },
};

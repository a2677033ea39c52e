import type { NamedObject, ObjectDescription } from "../property-description";

/** The target of everything that is replicated to Azure from outside, in place of an id. */
export const microsoftAzure = "Microsoft Azure";

const agentUpdate: NamedObject = {
  name: "AgentUpdate",
  description:
    "Automatic update of the mobility agent (Azure to Azure), by runbooks of an Automation account.",
  properties: {
    automationAccountId: {
      type: "string",
      format: "arm-id",
      required: true,
      description: "ARM id of the Automation account.",
    },
    authenticationType: {
      type: "string",
      values: ["SystemAssignedIdentity", "RunAsAccount"],
      default: "SystemAssignedIdentity",
      description:
        "How the account signs in. Run As accounts were retired on 30 September 2023. Default: `SystemAssignedIdentity`.",
    },
  },
};

export const mappingInputs: ObjectDescription = {
  containerId: {
    type: "string",
    format: "arm-id",
    required: true,
    replaces: true,
    description: "ARM id of the container that machines are replicated from.",
  },
  name: { type: "string", required: true, replaces: true, description: "Name of the mapping." },
  targetContainerId: {
    type: "string",
    default: microsoftAzure,
    replaces: true,
    description:
      "ARM id of the container that machines are replicated to; `Microsoft Azure` for machines from outside. Default: `Microsoft Azure`.",
  },
  policyId: {
    type: "string",
    format: "arm-id",
    required: true,
    replaces: true,
    description: "ARM id of the replication policy.",
  },
  agentUpdate: {
    type: "object",
    object: agentUpdate,
    description:
      "Automatic update of the mobility agent; without it, updating is up to you. Changed in place.",
  },
};

export const mappingOutputs: ObjectDescription = {
  instanceType: {
    type: "string",
    stable: true,
    description: "The replication provider, where the service names it, e.g. `A2A`.",
  },
  policyFriendlyName: { type: "string", stable: true, description: "Name of the policy." },
};

import { editionInput } from "../edition-input";
import type { NamedObject, ObjectDescription } from "../property-description";
import { oneOf } from "./described";
import { kinds } from "./kinds";
import { describedSettings } from "./setting";

const ways = Object.fromEntries(
  kinds.map(({ input, instanceType, description, settings, special }) => [
    input,
    {
      type: "object" as const,
      description: `${description} Exactly one way of replicating is given.`,
      object: {
        name: `ReplicatedMachine${instanceType}`,
        description,
        properties: { ...describedSettings(settings), ...special },
      },
    },
  ]),
);

/** Inputs that only this package knows: how it is to go about its work. Changing them asks nothing of Azure. */
export const ownInputs: ObjectDescription = {
  ...editionInput,
  waitFor: {
    ...oneOf(
      ["protected", "accepted"],
      "What creation waits for: that the machine is protected, which may take hours, or only that Azure has accepted to " +
        "protect it. Settings that the service takes of protected machines alone (network adapters, test network, name and " +
        "size in Azure, …) are then applied by the next `pulumi up`.",
    ),
    assumed: "protected",
  },
  checkEligibility: {
    type: "boolean",
    assumed: true,
    description:
      "Azure machines: asks the service whether the machine can be replicated before it is told to.",
  },
  deletion: {
    ...oneOf(
      ["disable", "purge"],
      "What deleting does: `disable` ends replication gracefully (`POST …/remove`: the agent goes from the machine); " +
        "`purge` makes the service forget the machine at once (`DELETE`), whatever its state, and leaves the agent on it.",
    ),
    assumed: "disable",
  },
  disableProtectionReason: oneOf(
    ["NotSpecified", "MigrationComplete"],
    "Reason that disabling states. Default: `NotSpecified`.",
  ),
  disableWhenFailedOver: {
    type: "boolean",
    assumed: false,
    description:
      "Deleting also disables a machine that has failed over. Without it deletion is refused, because the machine that " +
      "runs in the recovery region would stay behind without a way back.",
  },
  reprotectWhenCommitted: {
    type: "boolean",
    assumed: false,
    description:
      "When a machine has failed over and the failover is committed, the next `pulumi up` makes it replicate back, by " +
      "what `reprotection` says. Failing over itself is never done by this resource.",
  },
};

/** Everything a replicated machine takes. */
export const inputs: ObjectDescription = {
  protectionContainerId: {
    type: "string",
    format: "arm-id",
    required: true,
    replaces: true,
    description: "ARM id of the protection container of the source, in which the machine is protected.",
  },
  name: {
    type: "string",
    required: true,
    replaces: true,
    description: "Name of the protected item, for example that of the machine.",
  },
  policyId: {
    type: "string",
    format: "arm-id",
    required: true,
    replaces: true,
    description:
      "ARM id of the replication policy; the container is mapped by it. A change needs replication to be enabled anew.",
  },
  ...inputOnly({
    protectableItemId: {
      type: "string",
      format: "arm-id",
      replaces: true,
      description:
        "ARM id of the protectable item that stands for the machine: Hyper-V and classic VMware. It appears once its " +
        "host or server has registered.",
    },
    ...ways,
    ...ownInputs,
  }),
};

function inputOnly(properties: ObjectDescription): ObjectDescription {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, { ...property, inputOnly: true }]),
  );
}

/** How a machine stands, as the service tells it. */
export const status: NamedObject = {
  name: "ReplicatedMachineStatus",
  description:
    "How a machine stands, as the service told it when the resource was last created, updated or refreshed.",
  properties: {
    friendlyName: { type: "string", description: "Name of the machine, as the portal shows it." },
    protectionState: {
      type: "string",
      description: "Where the item stands, in the service's word, for example `Protected`.",
    },
    protectionStateDescription: { type: "string", description: "The same for people." },
    activeLocation: { type: "string", description: "Where the machine runs: `Primary` or `Recovery`." },
    allowedOperations: {
      type: "list",
      items: { type: "string", description: "For example `TestFailover`." },
      description: "What may be asked of the item now.",
    },
    replicationHealth: { type: "string", description: "`Normal`, `Warning` or `Critical`." },
    failoverHealth: { type: "string", description: "`Normal`, `Warning` or `Critical`." },
    testFailoverState: { type: "string", description: "State of a test failover; `None` without one." },
    recoveryContainerId: { type: "string", description: "ARM id of the container on the other side." },
    recoveryMachineId: {
      type: "string",
      description: "ARM id of the machine that a failover has made, if there is one.",
    },
  },
};

/** What the service adds. */
export const outputs: ObjectDescription = {
  protectedItemId: {
    type: "string",
    required: true,
    description:
      "ARM id of the item where it is now. Reprotection of an Azure machine moves it into the container it was recovered in.",
  },
  status: { type: "object", object: status, required: true, description: "How the machine stands." },
};

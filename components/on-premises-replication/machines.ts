import * as pulumi from "@pulumi/pulumi";
import { ReplicatedMachine } from "../../provider/resources";
import { separated, type MachineOptionsArgs } from "../replication/machine-options";
import type { OnPremisesReplicationArgs } from "./on-premises-args";

/** The nested input of `ReplicatedMachine` by which a machine replicates. */
export type ReplicationWay = "inMageRcm" | "inMageAzureV2" | "hyperVReplicaAzure";

/** Arguments of the component that stand in for those of a machine: name there, name here. */
type Defaults = Readonly<
  Record<
    string,
    keyof OnPremisesReplicationArgs<unknown> | "processServerId" | "runAsAccountId" | "masterTargetId"
  >
>;

const toProtectable: Defaults = {
  targetAzureV2ResourceGroupId: "recoveryResourceGroupId",
  targetAzureNetworkId: "recoveryNetworkId",
  selectedTfoAzureNetworkId: "testFailoverNetworkId",
  logStorageAccountId: "cacheStorageAccountId",
  diskType: "diskType",
};

const defaultsOf: Readonly<Record<ReplicationWay, Defaults>> = {
  inMageRcm: {
    targetResourceGroupId: "recoveryResourceGroupId",
    targetNetworkId: "recoveryNetworkId",
    testNetworkId: "testFailoverNetworkId",
    processServerId: "processServerId",
    runAsAccountId: "runAsAccountId",
  },
  inMageAzureV2: {
    ...toProtectable,
    processServerId: "processServerId",
    runAsAccountId: "runAsAccountId",
    masterTargetId: "masterTargetId",
  },
  hyperVReplicaAzure: toProtectable,
};

/** What a machine is once the component's arguments have filled its gaps. */
export function completedMachine(
  way: ReplicationWay,
  machine: object,
  args: object,
): Readonly<Record<string, unknown>> {
  const given = machine as Readonly<Record<string, unknown>>;
  const common = args as Readonly<Record<string, unknown>>;
  const filled = Object.entries(defaultsOf[way]).flatMap(([name, argument]) =>
    given[name] === undefined && common[argument] !== undefined ? [[name, common[argument]] as const] : [],
  );
  return { ...given, ...Object.fromEntries(filled), ...rcmDisks(way, given, common) };
}

/** A modernized machine names its disks, or says what holds for all of them. */
function rcmDisks(
  way: ReplicationWay,
  given: Readonly<Record<string, unknown>>,
  common: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { cacheStorageAccountId: logStorageAccountId, diskType } = common;
  const listed = given["disksToInclude"] !== undefined || given["disksDefault"] !== undefined;
  if (way !== "inMageRcm" || listed || logStorageAccountId === undefined || diskType === undefined) return {};
  return { disksDefault: { logStorageAccountId, diskType } };
}

/** The resource of one machine. */
export function replicateOnPremisesMachine(
  resource: string,
  key: string,
  way: ReplicationWay,
  machine: MachineOptionsArgs,
  args: OnPremisesReplicationArgs<unknown>,
  containerId: pulumi.Input<string>,
  own: pulumi.CustomResourceOptions,
): ReplicatedMachine {
  const { options, settings } = separated(machine);
  const { protectableItemId, ...details } = completedMachine(way, settings, args) as {
    readonly protectableItemId?: pulumi.Input<string>;
  };
  return new ReplicatedMachine(
    resource,
    {
      protectionContainerId: containerId,
      name: machine.itemName ?? key,
      policyId: machine.policyId ?? args.policyId,
      ...(protectableItemId === undefined ? {} : { protectableItemId }),
      ...(args.edition === undefined ? {} : { edition: args.edition }),
      ...options,
      [way]: details,
    },
    pulumi.mergeOptions(machine.resourceOptions, own),
  );
}

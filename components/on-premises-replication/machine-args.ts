import type * as pulumi from "@pulumi/pulumi";
import type {
  ReplicatedMachineHyperVReplicaAzureArgs,
  ReplicatedMachineInMageAzureV2Args,
  ReplicatedMachineInMageRcmArgs,
} from "../../provider/resources";
import type { MachineOptionsArgs } from "../replication/machine-options";

/**
 * A VMware machine or physical server behind a replication appliance: settings under the names of the resource
 * `ReplicatedMachine`. What is left out, the component's arguments say.
 */
export interface ApplianceMachineArgs
  extends
    MachineOptionsArgs,
    Omit<ReplicatedMachineInMageRcmArgs, "processServerId" | "targetResourceGroupId"> {
  /** Id of the appliance's process server. Default: the component's. */
  processServerId?: pulumi.Input<string>;
  /** Resource group after a failover. Default: the component's. */
  targetResourceGroupId?: pulumi.Input<string>;
}

/** A machine that its host or server has brought into the vault as a protectable item. */
export interface ProtectableMachineArgs extends MachineOptionsArgs {
  /** Id of the protectable item. */
  protectableItemId: pulumi.Input<string>;
}

/** A VMware machine or physical server behind a configuration server (classic). */
export interface ConfigurationServerMachineArgs
  extends ProtectableMachineArgs, ReplicatedMachineInMageAzureV2Args {}

/** A machine of a Hyper-V site or of a cloud of Virtual Machine Manager. */
export interface HyperVMachineArgs extends ProtectableMachineArgs, ReplicatedMachineHyperVReplicaAzureArgs {}

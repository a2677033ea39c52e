import type * as pulumi from "@pulumi/pulumi";
import type { ReplicatedMachineA2AArgs, ReplicatedMachineManagedDiskArgs } from "../../provider/resources";
import type { MachineOptionsArgs } from "../replication/machine-options";

/** A managed disk; what it leaves out, the component's arguments say. */
export interface AzureMachineDiskArgs extends Omit<
  ReplicatedMachineManagedDiskArgs,
  "primaryStagingAzureStorageAccountId" | "recoveryResourceGroupId"
> {
  /** Cache storage account in the region of the source. Default: the component's. */
  readonly primaryStagingAzureStorageAccountId?: pulumi.Input<string>;
  /** Resource group of the replica. Default: that of the machine. */
  readonly recoveryResourceGroupId?: pulumi.Input<string>;
}

/** An Azure virtual machine to replicate: settings under the names of the resource `ReplicatedMachine`. */
export interface AzureMachineArgs
  extends
    MachineOptionsArgs,
    Omit<
      ReplicatedMachineA2AArgs,
      "fabricObjectId" | "recoveryContainerId" | "recoveryResourceGroupId" | "vmManagedDisks"
    > {
  /** Id of the virtual machine. */
  virtualMachineId: pulumi.Input<string>;
  /** Managed disks that replicate, the operating system's among them: by id, or with settings of their own. */
  disks: (pulumi.Input<string> | AzureMachineDiskArgs)[];
  /** Resource group after a failover. Default: the component's. */
  recoveryResourceGroupId?: pulumi.Input<string>;
  /** Asks the service before the machine is protected whether it can be. Default: true. */
  checkEligibility?: pulumi.Input<boolean>;
}

import * as pulumi from "@pulumi/pulumi";
import { ReplicatedMachine } from "../../provider/resources";
import { separated } from "../replication/machine-options";
import type { AzureToAzureReplicationArgs } from "./azure-to-azure-replication";
import type { AzureMachineArgs, AzureMachineDiskArgs } from "./machine-args";
import type { ReplicationSides } from "./sides";

/** The resource of one machine, completed by what the component says for all. */
export function replicateMachine(
  resource: string,
  key: string,
  machine: AzureMachineArgs,
  args: AzureToAzureReplicationArgs,
  { source, recovery }: ReplicationSides,
  own: pulumi.CustomResourceOptions,
): ReplicatedMachine {
  const { options, settings } = separated(machine);
  const { virtualMachineId, disks, checkEligibility, recoveryResourceGroupId, ...a2a } = settings;
  const groupId = recoveryResourceGroupId ?? args.recoveryResourceGroupId ?? "";
  const zone = a2a.recoveryAvailabilityZone ?? args.zones?.recoveryZone;
  const testNetworkId = a2a.selectedTfoAzureNetworkId ?? args.testFailoverNetworkId;
  return new ReplicatedMachine(
    resource,
    {
      protectionContainerId: source.containerId,
      name: machine.itemName ?? key,
      policyId: machine.policyId ?? args.policyId,
      ...(checkEligibility === undefined ? {} : { checkEligibility }),
      ...(args.edition === undefined ? {} : { edition: args.edition }),
      ...options,
      a2a: {
        ...a2a,
        fabricObjectId: virtualMachineId,
        recoveryContainerId: recovery.containerId,
        recoveryResourceGroupId: groupId,
        ...(zone === undefined ? {} : { recoveryAvailabilityZone: zone }),
        ...(testNetworkId === undefined ? {} : { selectedTfoAzureNetworkId: testNetworkId }),
        vmManagedDisks: disks.map((disk) => managedDisk(disk, groupId, args.cacheStorageAccountId ?? "")),
      },
    },
    pulumi.mergeOptions(machine.resourceOptions, own),
  );
}

function managedDisk(
  disk: pulumi.Input<string> | AzureMachineDiskArgs,
  recoveryResourceGroupId: pulumi.Input<string>,
  cacheStorageAccountId: pulumi.Input<string>,
) {
  const defaults = {
    recoveryResourceGroupId,
    primaryStagingAzureStorageAccountId: cacheStorageAccountId,
  };
  return isSettings(disk) ? { ...defaults, ...disk } : { ...defaults, diskId: disk };
}

/** Whether a disk comes with settings of its own. */
export function isSettings(disk: pulumi.Input<string> | AzureMachineDiskArgs): disk is AzureMachineDiskArgs {
  return typeof disk === "object" && "diskId" in disk;
}

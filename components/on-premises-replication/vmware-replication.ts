import type * as pulumi from "@pulumi/pulumi";
import { idleInputs } from "../inputs/existing";
import type { ApplianceMachineArgs, ConfigurationServerMachineArgs } from "./machine-args";
import type { ReplicationWay } from "./machines";
import { OnPremisesReplication, type OnPremisesKind } from "./on-premises-replication";
import { registeredFabric } from "./plumbing";
import type { ProcessServerArgs } from "./server-args";

/** A machine of the modernized or of the classic experience. */
export type VmwareMachineArgs = ApplianceMachineArgs | ConfigurationServerMachineArgs;

export type VmwareReplicationArgs = ProcessServerArgs<VmwareMachineArgs>;
export type PhysicalServerReplicationArgs = ProcessServerArgs<VmwareMachineArgs>;

function kindOf(
  component: string,
  scenario: "vmware-to-azure" | "physical-to-azure",
): OnPremisesKind<ProcessServerArgs<VmwareMachineArgs>> {
  return {
    component,
    scenario,
    way: (experience) => (experience === "classic" ? "inMageAzureV2" : "inMageRcm"),
    fabric: (name, { vaultId, fabricId }, own, way) =>
      fabricId === undefined ? undefined : registeredFabric(name, vaultId, fabricId, fabricKind(way), own),
    isRegistered: ({ fabricId }) => fabricId !== undefined,
    problems: (seen, { judge }) =>
      judge?.scope.experience === "modernized"
        ? idleInputs(
            seen,
            ["masterTargetId"],
            "It belongs to the classic experience: modernized machines have no master target. Leave it out.",
          )
        : [],
  };
}

function fabricKind(way: ReplicationWay | undefined): string {
  return way === "inMageAzureV2" ? "VMware" : "InMageRcm";
}

/** VMware machines to Azure, by a replication appliance (modernized) or a configuration server (classic). */
export class VmwareReplication extends OnPremisesReplication<VmwareMachineArgs, VmwareReplicationArgs> {
  /** @throws pulumi.InputPropertiesError naming every unusable argument. */
  constructor(name: string, args: VmwareReplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    super(kindOf("VmwareReplication", "vmware-to-azure"), name, args, opts);
  }
}

/** Physical servers to Azure, by a replication appliance (modernized) or a configuration server (classic). */
export class PhysicalServerReplication extends OnPremisesReplication<
  VmwareMachineArgs,
  PhysicalServerReplicationArgs
> {
  /** @throws pulumi.InputPropertiesError naming every unusable argument. */
  constructor(name: string, args: PhysicalServerReplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    super(kindOf("PhysicalServerReplication", "physical-to-azure"), name, args, opts);
  }
}

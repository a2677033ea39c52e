import * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import type * as pulumi from "@pulumi/pulumi";
import { idProblems } from "../inputs/existing";
import { lastSegment, segmentAfter, vaultNames } from "../inputs/vault-id";
import { mapped } from "../inputs/pending";

import type { HyperVMachineArgs } from "./machine-args";
import { OnPremisesReplication, type OnPremisesKind } from "./on-premises-replication";
import { registeredFabric } from "./plumbing";
import type { RegisteredServerArgs } from "./server-args";

/** A VM network of VMM and the network that its machines go to. */
export interface VmmNetworkPairArgs {
  /** Id of the network in the fabric (`…/replicationFabrics/…/replicationNetworks/…`). */
  sourceNetworkId: pulumi.Input<string>;
  /** Id of the network in Azure; to a secondary site, that of the network in the other fabric. */
  recoveryNetworkId: pulumi.Input<string>;
  /** Default: the key. */
  mappingName?: pulumi.Input<string>;
}

export interface VmmCloudReplicationArgs extends RegisteredServerArgs<HyperVMachineArgs> {
  /** Replication to a secondary site instead of Azure: id of the container of its cloud. */
  secondaryContainerId?: pulumi.Input<string>;
  /** VM networks by any key, with the networks that their machines go to. */
  networks?: { [key: string]: VmmNetworkPairArgs };
}

const containerType = "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers";

function kindFor(toSecondary: boolean): OnPremisesKind<VmmCloudReplicationArgs> {
  return {
    component: "VmmCloudReplication",
    scenario: toSecondary ? "hyperv-vmm-to-secondary" : "hyperv-vmm-to-azure",
    way: () => (toSecondary ? undefined : "hyperVReplicaAzure"),
    fabric: (name, { vaultId, fabricId }, own) =>
      fabricId === undefined ? undefined : registeredFabric(name, vaultId, fabricId, "VMM", own),
    isRegistered: ({ fabricId }) => fabricId !== undefined,
    problems: (seen) => idProblems(seen, { secondaryContainerId: containerType }),
    targetContainerId: ({ secondaryContainerId }) => secondaryContainerId,
    besides: (name, args, own) => networkMappings(name, args, toSecondary, own),
  };
}

/** Machines of a cloud of Virtual Machine Manager to Azure, or to the cloud of a secondary site. */
export class VmmCloudReplication extends OnPremisesReplication<HyperVMachineArgs, VmmCloudReplicationArgs> {
  /** @throws pulumi.InputPropertiesError naming every unusable argument. */
  constructor(name: string, args: VmmCloudReplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    super(kindFor(args.secondaryContainerId !== undefined), name, args, opts);
  }
}

function networkMappings(
  name: string,
  args: VmmCloudReplicationArgs,
  toSecondary: boolean,
  own: pulumi.CustomResourceOptions,
): readonly pulumi.Resource[] {
  return Object.entries(args.networks ?? {}).map(
    ([key, pair]) =>
      new recoveryservices.ReplicationNetworkMapping(
        `${name}-${key}`,
        {
          ...vaultNames(args.vaultId),
          fabricName: mapped(pair.sourceNetworkId, (id) => segmentAfter(id, "replicationFabrics")),
          networkName: mapped(pair.sourceNetworkId, lastSegment),
          networkMappingName: pair.mappingName ?? key,
          properties: {
            recoveryNetworkId: pair.recoveryNetworkId,
            recoveryFabricName: toSecondary
              ? mapped(pair.recoveryNetworkId, (id) => segmentAfter(id, "replicationFabrics"))
              : "Microsoft Azure",
            fabricSpecificDetails: toSecondary
              ? { instanceType: "VmmToVmm" }
              : { instanceType: "VmmToAzure" },
          },
        },
        own,
      ),
  );
}

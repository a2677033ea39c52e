import * as pulumi from "@pulumi/pulumi";
import { ReplicatedMachine, type AgentUpdateArgs } from "../../provider/resources";
import { checkedInputs, throwProblems, type SeenInputs } from "../inputs/input-problems";
import { withoutVersionAliases } from "../inputs/version-aliases";
import { documentedLimits, type DocumentedLimitsArgs } from "../limits/documented-limits";
import { judgedScope, type JudgedScope } from "../limits/judged-scope";
import { azureToAzureProblems } from "./checks";
import type { AzureMachineArgs } from "./machine-args";
import { inheritedDependencies } from "../inputs/inherited-dependencies";
import { replicateMachine } from "./machines";
import { networkMappings, type NetworkPairArgs } from "./network-mappings";
import { replicationSides, type ReplicationSideArgs } from "./sides";

export interface AzureToAzureReplicationArgs extends Omit<
  DocumentedLimitsArgs,
  "scenario" | "experience" | "intent"
> {
  /** Id of the vault: in the recovery region, or from zone to zone in any region but that of the machines' zones. */
  vaultId: pulumi.Input<string>;
  /** Region that the machines run in. */
  sourceLocation: pulumi.Input<string>;
  /** Region that they fail over to. Default, from zone to zone: the source's. */
  recoveryLocation?: pulumi.Input<string>;
  /** From one zone of a region to another, instead of from region to region. */
  zones?: {
    /** Zone that the machines run in. */
    primaryZone: string;
    /** Zone that they fail over to. */
    recoveryZone: string;
  };
  /** Fabric and container of the source. Default: new ones. */
  source?: ReplicationSideArgs;
  /** Fabric and container of the recovery region. Default: new ones. */
  recovery?: ReplicationSideArgs;
  /** Id of the replication policy. */
  policyId: pulumi.Input<string>;
  /** Id of the policy of the way back. Default: `policyId`. */
  failbackPolicyId?: pulumi.Input<string>;
  /** False: no mapping for the way back; machines can then not be protected again after a failover. Default: true. */
  createFailbackMapping?: boolean;
  /** Automatic update of the mobility agent. */
  agentUpdate?: AgentUpdateArgs;
  /** Source networks by any key, with the networks that their machines go to; mapped in both directions. */
  networks?: { [key: string]: NetworkPairArgs };
  /** Id of the cache storage account, in the region of the source, of disks that name none. */
  cacheStorageAccountId?: pulumi.Input<string>;
  /** Id of the resource group of machines that name none. */
  recoveryResourceGroupId?: pulumi.Input<string>;
  /** Id of the network for test failovers of machines that name none. */
  testFailoverNetworkId?: pulumi.Input<string>;
  /** Machines by stable keys: adding one changes no other. */
  machines?: { [key: string]: AzureMachineArgs };
  /** True: everything but the machines. Default: false. */
  plumbingOnly?: boolean;
  /** Keeps the aliases that azure-native adds for its other API versions. Default: false. */
  keepVersionAliases?: boolean;
}

/**
 * Azure virtual machines that replicate to another region or zone: fabrics, protection containers, mappings in both
 * directions, network mappings and the machines.
 */
export class AzureToAzureReplication extends pulumi.ComponentResource {
  /** Id of the fabric of the source region. */
  public readonly sourceFabricId!: pulumi.Output<string>;
  /** From zone to zone that of the source. */
  public readonly recoveryFabricId!: pulumi.Output<string>;
  /** Id of the protection container that the machines are in. */
  public readonly sourceContainerId!: pulumi.Output<string>;
  /** Id of the protection container of the recovery region or zone. */
  public readonly recoveryContainerId!: pulumi.Output<string>;
  /** Ids of the protected items by the machines' keys: what recovery plans take. */
  public readonly protectedItemIds!: pulumi.Output<{ [key: string]: string }>;
  /** By which documents the component was judged. */
  public readonly scope!: pulumi.Output<JudgedScope | undefined>;
  /** The machines' resources by their keys. */
  public readonly machines!: Readonly<Record<string, ReplicatedMachine>>;

  /** @throws pulumi.InputPropertiesError naming every unusable argument. */
  constructor(name: string, args: AzureToAzureReplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    const limits = documentedLimits({ edition: args.edition, scenario: "azure-to-azure" }, "edition");
    const check = (seen: SeenInputs) => azureToAzureProblems(limits, seen);
    const checked = checkedInputs(`AzureToAzureReplication ${name}`, args, check);
    throwProblems(`AzureToAzureReplication ${name}`, checked.problems);
    super(
      "azure-siterecovery:index:AzureToAzureReplication",
      name,
      {},
      withoutVersionAliases(opts, args.keepVersionAliases),
    );

    const inputs = checked.inputs;
    const own = { parent: this };
    const sides = replicationSides(name, inputs, own, { ...own, ...inheritedDependencies(opts) });
    const mappings = networkMappings(name, inputs, sides, own);
    this.machines = Object.fromEntries(
      Object.entries(inputs.plumbingOnly === true ? {} : (inputs.machines ?? {})).map(([key, machine]) => [
        key,
        replicateMachine(`${name}-${key}`, key, machine, inputs, sides, {
          ...own,
          // A machine is protected by a policy that is mapped, and finds its network by a mapping.
          dependsOn: [...sides.mappings, ...mappings],
        }),
      ]),
    );

    this.sourceFabricId = sides.source.fabricId;
    this.recoveryFabricId = sides.recovery.fabricId;
    this.sourceContainerId = sides.source.containerId;
    this.recoveryContainerId = sides.recovery.containerId;
    this.protectedItemIds = pulumi.output(
      Object.fromEntries(
        Object.entries(this.machines).map(([key, machine]) => [key, machine.protectedItemId]),
      ),
    );
    this.scope = pulumi.output(judgedScope(limits));
    this.registerOutputs({
      sourceFabricId: this.sourceFabricId,
      recoveryFabricId: this.recoveryFabricId,
      sourceContainerId: this.sourceContainerId,
      recoveryContainerId: this.recoveryContainerId,
      protectedItemIds: this.protectedItemIds,
      scope: this.scope,
    });
  }
}

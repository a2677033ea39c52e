import * as pulumi from "@pulumi/pulumi";
import { ProtectionContainer, ProtectionContainerMapping, ReplicationFabric } from "../../provider/resources";
import type { AzureToAzureReplicationArgs } from "./azure-to-azure-replication";

/** Fabric and protection container of one side: existing ones by id, or names of new ones. */
export interface ReplicationSideArgs {
  /** Id of an existing fabric. */
  fabricId?: pulumi.Input<string>;
  /** Default: `fabric-<region>`. */
  fabricName?: pulumi.Input<string>;
  /** Id of an existing protection container. */
  containerId?: pulumi.Input<string>;
  /** Default: `container-<region>`, from zone to zone with the zone at its end. */
  containerName?: pulumi.Input<string>;
  /** Name of the mapping that leads away from this side. Default: `source-to-recovery` or `recovery-to-source`. */
  mappingName?: pulumi.Input<string>;
}

export interface ReplicationSide {
  readonly fabricId: pulumi.Output<string>;
  readonly containerId: pulumi.Output<string>;
}

export interface ReplicationSides {
  readonly source: ReplicationSide;
  readonly recovery: ReplicationSide;
  readonly mappings: readonly ProtectionContainerMapping[];
}

/**
 * Both sides and the mappings between them.
 *
 * @param ofMappings options of the mappings, which every machine waits for.
 */
export function replicationSides(
  name: string,
  args: AzureToAzureReplicationArgs,
  own: pulumi.CustomResourceOptions,
  ofMappings: pulumi.CustomResourceOptions,
): ReplicationSides {
  const { zones } = args;
  const recoveryLocation = args.recoveryLocation ?? args.sourceLocation;
  const sourceFabricId = fabric(`${name}-source`, args, args.source, args.sourceLocation, own);
  const source = {
    fabricId: sourceFabricId,
    containerId: container(`${name}-source`, args.source, sourceFabricId, {
      location: args.sourceLocation,
      zone: zones?.primaryZone,
      own,
    }),
  };
  // The zones of a region are one fabric with a container each.
  const recoveryFabricId =
    zones === undefined || args.recovery?.fabricId !== undefined
      ? fabric(`${name}-recovery`, args, args.recovery, recoveryLocation, own)
      : sourceFabricId;
  const recovery = {
    fabricId: recoveryFabricId,
    containerId: container(`${name}-recovery`, args.recovery, recoveryFabricId, {
      location: recoveryLocation,
      zone: zones?.recoveryZone,
      own,
    }),
  };
  const agentUpdate = args.agentUpdate === undefined ? {} : { agentUpdate: args.agentUpdate };
  const forth = new ProtectionContainerMapping(
    `${name}-to-recovery`,
    {
      containerId: source.containerId,
      name: args.source?.mappingName ?? "source-to-recovery",
      targetContainerId: recovery.containerId,
      policyId: args.policyId,
      ...agentUpdate,
    },
    ofMappings,
  );
  if (args.createFailbackMapping === false) return { source, recovery, mappings: [forth] };
  const back = new ProtectionContainerMapping(
    `${name}-to-source`,
    {
      containerId: recovery.containerId,
      name: args.recovery?.mappingName ?? "recovery-to-source",
      targetContainerId: source.containerId,
      policyId: args.failbackPolicyId ?? args.policyId,
      ...agentUpdate,
    },
    ofMappings,
  );
  return { source, recovery, mappings: [forth, back] };
}

function fabric(
  stem: string,
  { vaultId }: AzureToAzureReplicationArgs,
  side: ReplicationSideArgs | undefined,
  location: pulumi.Input<string>,
  own: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  if (side?.fabricId !== undefined) return pulumi.output(side.fabricId);
  return new ReplicationFabric(
    `${stem}-fabric`,
    { vaultId, name: side?.fabricName ?? pulumi.interpolate`fabric-${location}`, kind: "Azure", location },
    own,
  ).id;
}

function container(
  stem: string,
  side: ReplicationSideArgs | undefined,
  fabricId: pulumi.Output<string>,
  {
    location,
    zone,
    own,
  }: {
    readonly location: pulumi.Input<string>;
    readonly zone: string | undefined;
    readonly own: pulumi.CustomResourceOptions;
  },
): pulumi.Output<string> {
  if (side?.containerId !== undefined) return pulumi.output(side.containerId);
  const suffix = zone === undefined ? "" : `-zone-${zone}`;
  return new ProtectionContainer(
    `${stem}-container`,
    { fabricId, name: side?.containerName ?? pulumi.interpolate`container-${location}${suffix}` },
    own,
  ).id;
}

import * as pulumi from "@pulumi/pulumi";
import { ProtectionContainerMapping, ReplicationFabric } from "../../provider/resources";
import { lastSegment } from "../inputs/vault-id";
import type { OnPremisesReplicationArgs } from "./on-premises-args";

export interface Plumbing {
  readonly fabricId: pulumi.Output<string>;
  readonly containerId: pulumi.Output<string>;
  readonly mapping: ProtectionContainerMapping;
}

/**
 * What a registered fabric needs before its machines can be protected: it is taken over under the component, its
 * container is found, and the container is mapped to Azure by the policy.
 */
export function plumbing(
  name: string,
  args: OnPremisesReplicationArgs<unknown>,
  fabric: ReplicationFabric,
  targetContainerId: pulumi.Input<string> | undefined,
  own: pulumi.CustomResourceOptions,
): Plumbing {
  const containerId =
    args.containerId === undefined
      ? pulumi.all([fabric.containerIds, fabric.name]).apply(([ids, fabricName]) => onlyOne(ids, fabricName))
      : pulumi.output(args.containerId);
  const mapping = new ProtectionContainerMapping(
    `${name}-mapping`,
    {
      containerId,
      name: args.mappingName ?? "to-azure",
      policyId: args.policyId,
      ...(targetContainerId === undefined ? {} : { targetContainerId }),
    },
    own,
  );
  return { fabricId: fabric.id, containerId, mapping };
}

/** @throws pulumi.RunError when the fabric has none, or several. */
function onlyOne(ids: readonly string[], fabricName: string): string {
  const [only, ...others] = ids;
  if (only === undefined) {
    throw new pulumi.RunError(
      `The fabric ${fabricName} has no protection container yet: register its server or hosts first.`,
    );
  }
  if (others.length === 0) return only;
  throw new pulumi.RunError(
    `The fabric ${fabricName} has ${ids.length} protection containers (${ids.map(lastSegment).join(", ")}): name one by containerId.`,
  );
}

/** A fabric that came into the vault when a server or an appliance registered, by its id. */
export function registeredFabric(
  name: string,
  vaultId: pulumi.Input<string>,
  fabricId: pulumi.Input<string>,
  kind: string,
  own: pulumi.CustomResourceOptions,
): ReplicationFabric {
  return new ReplicationFabric(
    `${name}-fabric`,
    { vaultId, name: pulumi.output(fabricId).apply(lastSegment), kind },
    own,
  );
}

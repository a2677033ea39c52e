import type * as pulumi from "@pulumi/pulumi";
import { ReplicationFabric } from "../../provider/resources";
import { lastSegment } from "../inputs/vault-id";
import { mapped } from "../inputs/pending";
import type { HyperVMachineArgs } from "./machine-args";
import type { OnPremisesReplicationArgs } from "./on-premises-args";
import { OnPremisesReplication, type OnPremisesKind } from "./on-premises-replication";

export interface HypervSiteReplicationArgs extends OnPremisesReplicationArgs<HyperVMachineArgs> {
  /** Id of an existing Hyper-V site. */
  fabricId?: pulumi.Input<string>;
  /** Name of a new Hyper-V site. Default: `site-<name>`. */
  siteName?: pulumi.Input<string>;
  /** True once a host has registered with the site. Default: true where machines are given. */
  hostsRegistered?: boolean;
}

const kind: OnPremisesKind<HypervSiteReplicationArgs> = {
  component: "HypervSiteReplication",
  scenario: "hyperv-to-azure",
  way: () => "hyperVReplicaAzure",
  fabric: (name, { vaultId, fabricId, siteName }, own) =>
    new ReplicationFabric(
      `${name}-site`,
      {
        vaultId,
        name: fabricId === undefined ? (siteName ?? `site-${name}`) : mapped(fabricId, lastSegment),
        kind: "HyperVSite",
      },
      // A site that others set up is used, not taken down.
      fabricId === undefined ? own : { ...own, retainOnDelete: true },
    ),
  isRegistered: ({ hostsRegistered, machines }) => hostsRegistered ?? Object.keys(machines ?? {}).length > 0,
  problems: ({ fabricId, siteName }) =>
    fabricId !== undefined && siteName !== undefined
      ? [
          {
            propertyPath: "siteName",
            reason: "It belongs to a new site, and fabricId names an existing one: leave one of them out.",
          },
        ]
      : [],
};

/** Machines of Hyper-V hosts without VMM to Azure. */
export class HypervSiteReplication extends OnPremisesReplication<
  HyperVMachineArgs,
  HypervSiteReplicationArgs
> {
  /** @throws pulumi.InputPropertiesError naming every unusable argument. */
  constructor(name: string, args: HypervSiteReplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    super(kind, name, args, opts);
  }
}

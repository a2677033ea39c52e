import * as pulumi from "@pulumi/pulumi";
import type {
  PhysicalServerReplication,
  RecoveryNetworkLevelArgs,
  VmwareReplication,
  VmwareReplicationArgs,
} from "../../components";
import { everythingPlan } from "./everything-plan";
import { foundation, type Foundation } from "./foundation";
import { registrationKeyOutput } from "./registration-key";

/** What sets one stack of servers on premises apart from the others. */
export interface ServerReplicationArgs {
  /** Stem of the foundation's names. */
  readonly name: string;
  readonly Replication: typeof VmwareReplication | typeof PhysicalServerReplication;
  readonly scenario: "vmware-to-azure" | "physical-to-azure";
  readonly experience: "classic" | "modernized";
  /** SKU of the disks in Azure where the configuration names none. */
  readonly diskType: string;
  /** The recovery network, where it is not the foundation's own. */
  readonly network?: RecoveryNetworkLevelArgs;
}

/** What stands once the machines replicate, and what the stack tells. */
export interface ServerReplication {
  readonly base: Foundation;
  readonly outputs: Readonly<Record<string, pulumi.Output<unknown>>>;
}

/**
 * Servers that a replication appliance or a configuration server brings into the vault: before it has registered there
 * is the foundation alone, and what to do on premises.
 */
export function serverReplication(
  resource: string,
  { name, Replication, scenario, experience, diskType, network }: ServerReplicationArgs,
): ServerReplication {
  const config = new pulumi.Config();
  const machines = config.getObject<NonNullable<VmwareReplicationArgs["machines"]>>("machines") ?? {};
  const judged = { scenario, experience };
  const base = foundation({
    ...judged,
    name,
    region: config.require("region"),
    ...(network === undefined ? {} : { network }),
  });
  const replication = new Replication(
    resource,
    {
      ...base.replication,
      experience,
      recoveryNetworkId: base.network.recoveryNetworkId,
      diskType: config.get("diskType") ?? diskType,
      ...registered(config),
      machines,
    },
    // Replication needs the rights of the vault's identity on the cache account.
    { dependsOn: base.vault },
  );
  const recoveryPlanIds = everythingPlan(resource, {
    ...judged,
    vaultId: base.vault.vaultId,
    primaryFabricId: replication.fabricId.apply((id) => id ?? ""),
    protectedItemIds: replication.protectedItemIds,
    machines,
  });
  return {
    base,
    outputs: {
      vaultId: base.vault.vaultId,
      recoveryNetworkId: base.network.recoveryNetworkId,
      testFailoverNetworkId: base.network.testNetworkId,
      registrationInstructions: replication.registrationInstructions,
      ...registrationKeyOutput(replication),
      protectedItemIds: replication.protectedItemIds,
      recoveryPlanIds,
    },
  };
}

/** What is known only once an appliance or a configuration server has registered. */
function registered(
  config: pulumi.Config,
): Pick<VmwareReplicationArgs, "fabricId" | "processServerId" | "runAsAccountId"> {
  const names = ["fabricId", "processServerId", "runAsAccountId"] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = config.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

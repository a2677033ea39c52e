import * as pulumi from "@pulumi/pulumi";
import { AzureToAzureReplication, type AzureMachineArgs } from "../../components";
import { everythingPlan } from "../foundation/everything-plan";
import { foundation } from "../foundation/foundation";
import { networkPairs } from "../foundation/network-pairs";
import { asRunError } from "../foundation/run-error";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

// Outputs, documented in the README: other stacks rely on their names.
export = asRunError(() => {
  const config = new pulumi.Config();
  const sourceRegion = config.require("sourceRegion");
  const recoveryRegion = config.require("recoveryRegion");
  const machines = config.getObject<Record<string, AzureMachineArgs>>("machines") ?? {};

  const scenario = "azure-to-azure" as const;
  const base = foundation({
    name: "asr-regions",
    scenario,
    region: recoveryRegion,
    cacheRegion: sourceRegion,
  });
  const { recoveryNetworkId, testNetworkId } = base.network;

  const replication = new AzureToAzureReplication(
    "regions",
    {
      ...base.replication,
      sourceLocation: sourceRegion,
      recoveryLocation: recoveryRegion,
      networks: networkPairs(recoveryNetworkId),
      machines,
    },
    // Replication needs the rights of the vault's identity on the cache account.
    { dependsOn: base.vault },
  );

  const recoveryPlanIds = everythingPlan("regions", {
    scenario,
    vaultId: base.vault.vaultId,
    primaryFabricId: replication.sourceFabricId,
    recoveryFabricId: replication.recoveryFabricId,
    protectedItemIds: replication.protectedItemIds,
    machines,
  });

  return {
    vaultId: base.vault.vaultId,
    recoveryNetworkId,
    testFailoverNetworkId: testNetworkId,
    protectedItemIds: replication.protectedItemIds,
    recoveryPlanIds,
  };
});

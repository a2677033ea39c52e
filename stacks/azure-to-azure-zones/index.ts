import * as pulumi from "@pulumi/pulumi";
import { AzureToAzureReplication, type AzureMachineArgs } from "../../components";
import { everythingPlan } from "../foundation/everything-plan";
import { foundation } from "../foundation/foundation";
import { asRunError } from "../foundation/run-error";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

// Outputs, documented in the README: other stacks rely on their names.
export = asRunError(() => {
  const config = new pulumi.Config();
  const region = config.require("region");
  const zones = { primaryZone: config.require("primaryZone"), recoveryZone: config.require("recoveryZone") };
  const machines = config.getObject<Record<string, AzureMachineArgs>>("machines") ?? {};

  const scenario = "azure-to-azure" as const;
  const base = foundation({
    name: "asr-zones",
    scenario,
    region,
    vaultRegion: config.require("vaultRegion"),
  });

  const replication = new AzureToAzureReplication(
    "zones",
    // The resource group is not that of the machines: Azure refuses it, their names being the same.
    { ...base.replication, sourceLocation: region, zones, machines },
    // Replication needs the rights of the vault's identity on the cache account.
    { dependsOn: base.vault },
  );

  const recoveryPlanIds = everythingPlan("zones", {
    scenario,
    vaultId: base.vault.vaultId,
    primaryFabricId: replication.sourceFabricId,
    recoveryFabricId: replication.recoveryFabricId,
    zones,
    protectedItemIds: replication.protectedItemIds,
    machines,
  });

  return {
    vaultId: base.vault.vaultId,
    testFailoverNetworkId: base.network.testNetworkId,
    protectedItemIds: replication.protectedItemIds,
    recoveryPlanIds,
  };
});

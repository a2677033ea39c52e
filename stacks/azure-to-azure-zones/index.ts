import * as pulumi from "@pulumi/pulumi";
import { AzureToAzureReplication, RecoveryPlans, type AzureMachineArgs } from "../../components";
import { foundation } from "../foundation/foundation";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

const config = new pulumi.Config();
const region = config.require("region");
const zones = { primaryZone: config.require("primaryZone"), recoveryZone: config.require("recoveryZone") };
const machines = config.getObject<Record<string, AzureMachineArgs>>("machines") ?? {};

const base = foundation({
  name: "asr-zones",
  scenario: "azure-to-azure",
  region,
  cacheRegion: config.get("cacheRegion") ?? region,
  vaultRegion: config.require("vaultRegion"),
});

const replication = new AzureToAzureReplication(
  "zones",
  {
    vaultId: base.vault.vaultId,
    sourceLocation: region,
    zones,
    policyId: base.policyId,
    // Not that of the machines: Azure refuses it, their names being the same.
    recoveryResourceGroupId: base.groupId,
    cacheStorageAccountId: base.cache.accountId,
    testFailoverNetworkId: base.network.testNetworkId.apply((id) => id ?? ""),
    machines,
  },
  // Replication needs the rights of the vault's identity on the cache account.
  { dependsOn: base.vault },
);

const plans =
  Object.keys(machines).length === 0
    ? undefined
    : new RecoveryPlans("zones", {
        scenario: "azure-to-azure",
        vaultId: base.vault.vaultId,
        primaryFabricId: replication.sourceFabricId,
        recoveryFabricId: replication.recoveryFabricId,
        zones,
        protectedItemIds: replication.protectedItemIds,
        plans: { everything: { groups: [{ machines: Object.keys(machines) }] } },
      });

export const vaultId = base.vault.vaultId;
export const testFailoverNetworkId = base.network.testNetworkId;
export const protectedItemIds = replication.protectedItemIds;
export const recoveryPlanIds = plans?.planIds ?? pulumi.output({});

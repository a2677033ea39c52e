import * as pulumi from "@pulumi/pulumi";
import { AzureToAzureReplication, RecoveryPlans, type AzureMachineArgs } from "../../components";
import { foundation } from "../foundation/foundation";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

const config = new pulumi.Config();
const sourceRegion = config.require("sourceRegion");
const recoveryRegion = config.require("recoveryRegion");
const machines = config.getObject<Record<string, AzureMachineArgs>>("machines") ?? {};

const base = foundation({
  name: "asr-regions",
  scenario: "azure-to-azure",
  region: recoveryRegion,
  cacheRegion: sourceRegion,
});

const replication = new AzureToAzureReplication(
  "regions",
  {
    vaultId: base.vault.vaultId,
    sourceLocation: sourceRegion,
    recoveryLocation: recoveryRegion,
    policyId: base.policyId,
    recoveryResourceGroupId: base.groupId,
    cacheStorageAccountId: base.cache.accountId,
    testFailoverNetworkId: base.network.testNetworkId.apply((id) => id ?? ""),
    networks: Object.fromEntries(
      (config.getObject<string[]>("sourceNetworkIds") ?? []).map((sourceNetworkId, index) => [
        `network-${index + 1}`,
        { sourceNetworkId, recoveryNetworkId: base.network.recoveryNetworkId },
      ]),
    ),
    machines,
  },
  // Replication needs the rights of the vault's identity on the cache account.
  { dependsOn: base.vault },
);

const plans =
  Object.keys(machines).length === 0
    ? undefined
    : new RecoveryPlans("regions", {
        scenario: "azure-to-azure",
        vaultId: base.vault.vaultId,
        primaryFabricId: replication.sourceFabricId,
        recoveryFabricId: replication.recoveryFabricId,
        protectedItemIds: replication.protectedItemIds,
        plans: { everything: { groups: [{ machines: Object.keys(machines) }] } },
      });

export const vaultId = base.vault.vaultId;
export const recoveryNetworkId = base.network.recoveryNetworkId;
export const testFailoverNetworkId = base.network.testNetworkId;
export const protectedItemIds = replication.protectedItemIds;
export const recoveryPlanIds = plans?.planIds ?? pulumi.output({});

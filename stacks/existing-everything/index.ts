import * as pulumi from "@pulumi/pulumi";
import {
  AzureToAzureReplication,
  CacheStorage,
  RecoveryNetwork,
  RecoveryVault,
  ReplicationPolicies,
  type AzureMachineArgs,
  type ReplicationSideArgs,
} from "../../components";
import { everythingPlan } from "../foundation/everything-plan";
import { asRunError } from "../foundation/run-error";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

// Outputs, documented in the README: other stacks rely on their names.
export = asRunError(() => {
  const config = new pulumi.Config();
  const scenario = "azure-to-azure" as const;
  const machines = config.requireObject<Record<string, AzureMachineArgs>>("machines");

  // Read by their ids; never changed, never deleted.
  const vault = new RecoveryVault("central", {
    scenario,
    vaultId: config.require("vaultId"),
    diagnostics: { enabled: false },
  });
  const cache = new CacheStorage("central", { scenario, accountId: config.require("cacheStorageAccountId") });
  const network = new RecoveryNetwork("central", {
    scenario,
    recovery: { networkId: config.require("recoveryNetworkId") },
    testFailover: { networkId: config.require("testFailoverNetworkId") },
  });
  const vaultId = pulumi.output(vault.vaultId);
  const policies = new ReplicationPolicies("central", {
    scenario,
    resourceGroupName: vaultId.apply((id) => id.split("/")[4] ?? ""),
    vaultName: vault.vaultName,
    policies: { existing: { policyId: config.require("policyId") } },
  });

  const replication = new AzureToAzureReplication("existing", {
    vaultId,
    sourceLocation: config.require("sourceRegion"),
    recoveryLocation: config.require("recoveryRegion"),
    source: config.requireObject<ReplicationSideArgs>("source"),
    recovery: config.requireObject<ReplicationSideArgs>("recovery"),
    policyId: policies.policyIds.apply((ids) => ids["existing"] ?? ""),
    recoveryResourceGroupId: config.require("recoveryResourceGroupId"),
    cacheStorageAccountId: cache.accountId,
    testFailoverNetworkId: network.testNetworkId.apply((id) => id ?? ""),
    networks: {
      main: {
        sourceNetworkId: config.require("sourceNetworkId"),
        recoveryNetworkId: network.recoveryNetworkId,
      },
    },
    machines,
  });

  const recoveryPlanIds = everythingPlan("existing", {
    scenario,
    vaultId,
    primaryFabricId: replication.sourceFabricId,
    recoveryFabricId: replication.recoveryFabricId,
    protectedItemIds: replication.protectedItemIds,
    machines,
  });

  return { vaultName: vault.vaultName, protectedItemIds: replication.protectedItemIds, recoveryPlanIds };
});

import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import {
  AzureToAzureReplication,
  CacheStorage,
  RecoveryNetwork,
  RecoveryVault,
  ReplicationPolicies,
  type AzureMachineArgs,
} from "../../components";
import { everythingPlan } from "../foundation/everything-plan";
import { monitored } from "../foundation/monitoring";
import { asRunError } from "../foundation/run-error";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

const name = "asr-private";
const scenario = "azure-to-azure" as const;

// Outputs, documented in the README: other stacks rely on their names.
export = asRunError(() => {
  const config = new pulumi.Config();
  const sourceRegion = config.require("sourceRegion");
  const recoveryRegion = config.require("recoveryRegion");
  const sourceNetworkId = config.require("sourceNetworkId");
  const sourceSubnetId = `${sourceNetworkId}/subnets/${config.require("sourceSubnet")}`;
  const machines = config.getObject<Record<string, AzureMachineArgs>>("machines") ?? {};

  const group = new resources.ResourceGroup(name, {
    resourceGroupName: `rg-${name}`,
    location: recoveryRegion,
  });
  // Every endpoint has a DNS zone of its own, all of one name: that of the source lies in a group of its own.
  const sourceGroup = new resources.ResourceGroup(`${name}-source`, {
    resourceGroupName: `rg-${name}-source`,
    location: sourceRegion,
  });
  const placed = { scenario, resourceGroupName: group.name };

  const cache = new CacheStorage(name, {
    scenario,
    resourceGroupName: sourceGroup.name,
    location: config.get("cacheRegion") ?? sourceRegion,
    firewall: { subnetIds: [sourceSubnetId] },
    privateEndpoints: [
      {
        name: `pe-${name}-cache`,
        location: sourceRegion,
        subnetId: sourceSubnetId,
        newPrivateDnsZone: { virtualNetworkIds: [sourceNetworkId] },
      },
    ],
  });
  const network = new RecoveryNetwork(name, {
    ...placed,
    location: recoveryRegion,
    recovery: {
      addressSpaces: ["10.70.0.0/16"],
      subnets: [
        { name: "servers", addressPrefix: "10.70.0.0/24" },
        { name: "endpoints", addressPrefix: "10.70.9.0/27" },
      ],
    },
  });
  const vault = new RecoveryVault(name, {
    ...placed,
    location: recoveryRegion,
    cacheAccess: [{ storageAccountId: cache.accountId }],
    privateEndpoints: [
      {
        name: `pe-${name}-source`,
        location: sourceRegion,
        subnetId: sourceSubnetId,
        newPrivateDnsZone: { resourceGroupName: sourceGroup.name, virtualNetworkIds: [sourceNetworkId] },
      },
      {
        name: `pe-${name}-recovery`,
        subnetId: pulumi.interpolate`${network.recoveryNetworkId}/subnets/endpoints`,
        newPrivateDnsZone: { virtualNetworkIds: [network.recoveryNetworkId] },
      },
    ],
  });
  monitored(name, { resourceGroupName: group.name, location: recoveryRegion, vault });
  const policies = new ReplicationPolicies(
    name,
    { ...placed, vaultName: vault.vaultName, policies: { default: config.getObject("policy") ?? {} } },
    { dependsOn: vault },
  );

  const replication = new AzureToAzureReplication(
    "private",
    {
      vaultId: vault.vaultId,
      sourceLocation: sourceRegion,
      recoveryLocation: recoveryRegion,
      policyId: policies.policyIds.apply((ids) => ids["default"] ?? ""),
      recoveryResourceGroupId: group.id,
      cacheStorageAccountId: cache.accountId,
      testFailoverNetworkId: network.testNetworkId.apply((id) => id ?? ""),
      networks: { main: { sourceNetworkId, recoveryNetworkId: network.recoveryNetworkId } },
      machines,
    },
    // A vault with items takes no private endpoint any more: they come before the fabrics.
    { dependsOn: [vault, cache] },
  );

  const recoveryPlanIds = everythingPlan("private", {
    scenario,
    vaultId: vault.vaultId,
    primaryFabricId: replication.sourceFabricId,
    recoveryFabricId: replication.recoveryFabricId,
    protectedItemIds: replication.protectedItemIds,
    machines,
  });

  return {
    vaultId: vault.vaultId,
    testFailoverNetworkId: network.testNetworkId,
    protectedItemIds: replication.protectedItemIds,
    recoveryPlanIds,
  };
});

import * as pulumi from "@pulumi/pulumi";
import { PhysicalServerReplication, RecoveryPlans, type ApplianceMachineArgs } from "../../components";
import { foundation } from "../foundation/foundation";
import { asRunError } from "../landing-zone/errors";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

// Outputs, documented in the README: other stacks rely on their names.
export = asRunError(() => {
  const config = new pulumi.Config();
  // What is known only once an appliance has registered.
  const fabricId = config.get("fabricId");
  const processServerId = config.get("processServerId");
  const runAsAccountId = config.get("runAsAccountId");
  const machines = config.getObject<Record<string, ApplianceMachineArgs>>("machines") ?? {};

  const judged = { scenario: "physical-to-azure", experience: "modernized" } as const;
  const base = foundation({
    ...judged,
    name: "asr-physical",
    region: config.require("region"),
    cacheRegion: config.get("cacheRegion") ?? config.require("region"),
    policy: { recoveryPointRetentionInMinutes: (config.getNumber("retentionInHours") ?? 24) * 60 },
  });

  const replication = new PhysicalServerReplication(
    "physical",
    {
      experience: judged.experience,
      vaultId: base.vault.vaultId,
      policyId: base.policyId,
      recoveryResourceGroupId: base.groupId,
      recoveryNetworkId: base.network.recoveryNetworkId,
      testFailoverNetworkId: base.network.testNetworkId.apply((id) => id ?? ""),
      cacheStorageAccountId: base.cache.accountId,
      diskType: config.get("diskType") ?? "Premium_LRS",
      ...(fabricId === undefined ? {} : { fabricId }),
      ...(processServerId === undefined ? {} : { processServerId }),
      ...(runAsAccountId === undefined ? {} : { runAsAccountId }),
      machines,
    },
    // Replication needs the rights of the vault's identity on the cache account.
    { dependsOn: base.vault },
  );

  const plans =
    Object.keys(machines).length === 0
      ? undefined
      : new RecoveryPlans("physical", {
          ...judged,
          vaultId: base.vault.vaultId,
          primaryFabricId: replication.fabricId.apply((id) => id ?? ""),
          protectedItemIds: replication.protectedItemIds,
          plans: { everything: { groups: [{ machines: Object.keys(machines) }] } },
        });

  return {
    vaultId: base.vault.vaultId,
    recoveryNetworkId: base.network.recoveryNetworkId,
    testFailoverNetworkId: base.network.testNetworkId,
    registrationInstructions: replication.registrationInstructions,
    protectedItemIds: replication.protectedItemIds,
    recoveryPlanIds: plans?.planIds ?? pulumi.output({}),
  };
});

import * as pulumi from "@pulumi/pulumi";
import { HypervSiteReplication, type HyperVMachineArgs } from "../../components";
import { everythingPlan } from "../foundation/everything-plan";
import { foundation } from "../foundation/foundation";
import { asRunError } from "../foundation/run-error";
import { registrationKeyOutput } from "../foundation/registration-key";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

// Outputs, documented in the README: other stacks rely on their names.
export = asRunError(() => {
  const config = new pulumi.Config();
  // Until a host has registered with the site nothing knows its machines.
  const hostsRegistered = config.getBoolean("hostsRegistered") ?? false;
  const machines = hostsRegistered
    ? (config.getObject<Record<string, HyperVMachineArgs>>("machines") ?? {})
    : {};

  const scenario = "hyperv-to-azure" as const;
  const base = foundation({ name: "asr-hyperv-site", scenario, region: config.require("region") });

  const replication = new HypervSiteReplication(
    "site",
    {
      ...base.replication,
      siteName: config.require("siteName"),
      hostsRegistered,
      recoveryNetworkId: base.network.recoveryNetworkId,
      diskType: config.get("diskType") ?? "StandardSSD_LRS",
      machines,
    },
    // Replication needs the rights of the vault's identity on the cache account.
    { dependsOn: base.vault },
  );

  const recoveryPlanIds = everythingPlan("site", {
    scenario,
    vaultId: base.vault.vaultId,
    primaryFabricId: replication.fabricId.apply((id) => id ?? ""),
    protectedItemIds: replication.protectedItemIds,
    machines,
  });

  return {
    vaultId: base.vault.vaultId,
    siteId: replication.fabricId,
    registrationInstructions: replication.registrationInstructions,
    ...registrationKeyOutput(replication),
    recoveryNetworkId: base.network.recoveryNetworkId,
    testFailoverNetworkId: base.network.testNetworkId,
    protectedItemIds: replication.protectedItemIds,
    recoveryPlanIds,
  };
});

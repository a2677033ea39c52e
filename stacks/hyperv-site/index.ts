import * as pulumi from "@pulumi/pulumi";
import { HypervSiteReplication, RecoveryPlans, type HyperVMachineArgs } from "../../components";
import { foundation } from "../foundation/foundation";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

const config = new pulumi.Config();
// Until a host has registered with the site nothing knows its machines.
const hostsRegistered = config.getBoolean("hostsRegistered") ?? false;
const machines = hostsRegistered
  ? (config.getObject<Record<string, HyperVMachineArgs>>("machines") ?? {})
  : {};

const base = foundation({
  name: "asr-hyperv-site",
  scenario: "hyperv-to-azure",
  region: config.require("region"),
  cacheRegion: config.get("cacheRegion") ?? config.require("region"),
  policy: config.getObject("policy") ?? {},
});

const replication = new HypervSiteReplication(
  "site",
  {
    vaultId: base.vault.vaultId,
    siteName: config.require("siteName"),
    hostsRegistered,
    policyId: base.policyId,
    recoveryResourceGroupId: base.groupId,
    recoveryNetworkId: base.network.recoveryNetworkId,
    testFailoverNetworkId: base.network.testNetworkId.apply((id) => id ?? ""),
    cacheStorageAccountId: base.cache.accountId,
    diskType: config.get("diskType") ?? "StandardSSD_LRS",
    machines,
  },
  // Replication needs the rights of the vault's identity on the cache account.
  { dependsOn: base.vault },
);

const plans =
  Object.keys(machines).length === 0
    ? undefined
    : new RecoveryPlans("site", {
        scenario: "hyperv-to-azure",
        vaultId: base.vault.vaultId,
        primaryFabricId: replication.fabricId.apply((id) => id ?? ""),
        protectedItemIds: replication.protectedItemIds,
        plans: { everything: { groups: [{ machines: Object.keys(machines) }] } },
      });

export const vaultId = base.vault.vaultId;
export const siteId = replication.fabricId;
export const registrationInstructions = replication.registrationInstructions;
export const recoveryNetworkId = base.network.recoveryNetworkId;
export const testFailoverNetworkId = base.network.testNetworkId;
export const protectedItemIds = replication.protectedItemIds;
export const recoveryPlanIds = plans?.planIds ?? pulumi.output({});

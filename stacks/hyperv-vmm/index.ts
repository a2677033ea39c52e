import * as pulumi from "@pulumi/pulumi";
import { RecoveryPlans, VmmCloudReplication, type HyperVMachineArgs } from "../../components";
import { foundation } from "../foundation/foundation";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

const config = new pulumi.Config();
// Fabric and clouds come into the vault when the VMM server registers: until then there are no ids of them.
const fabricId = config.get("fabricId");
const containerId = config.get("containerId");
const registered = fabricId !== undefined;
const machines = registered ? (config.getObject<Record<string, HyperVMachineArgs>>("machines") ?? {}) : {};

const base = foundation({
  name: "asr-hyperv-vmm",
  scenario: "hyperv-vmm-to-azure",
  region: config.require("region"),
  cacheRegion: config.get("cacheRegion") ?? config.require("region"),
});

const replication = new VmmCloudReplication(
  "cloud",
  {
    vaultId: base.vault.vaultId,
    policyId: base.policyId,
    ...(fabricId === undefined ? {} : { fabricId }),
    ...(containerId === undefined ? {} : { containerId }),
    recoveryResourceGroupId: base.groupId,
    recoveryNetworkId: base.network.recoveryNetworkId,
    testFailoverNetworkId: base.network.testNetworkId.apply((id) => id ?? ""),
    cacheStorageAccountId: base.cache.accountId,
    diskType: config.get("diskType") ?? "StandardSSD_LRS",
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
    : new RecoveryPlans("cloud", {
        scenario: "hyperv-vmm-to-azure",
        vaultId: base.vault.vaultId,
        primaryFabricId: fabricId ?? "",
        protectedItemIds: replication.protectedItemIds,
        plans: { everything: { groups: [{ machines: Object.keys(machines) }] } },
      });

export const vaultId = base.vault.vaultId;
export const registrationInstructions = replication.registrationInstructions;
export const recoveryNetworkId = base.network.recoveryNetworkId;
export const testFailoverNetworkId = base.network.testNetworkId;
export const protectedItemIds = replication.protectedItemIds;
export const recoveryPlanIds = plans?.planIds ?? pulumi.output({});

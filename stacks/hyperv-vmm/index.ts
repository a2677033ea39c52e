import * as pulumi from "@pulumi/pulumi";
import { VmmCloudReplication, type HyperVMachineArgs } from "../../components";
import { everythingPlan } from "../foundation/everything-plan";
import { foundation } from "../foundation/foundation";
import { networkPairs } from "../foundation/network-pairs";
import { asRunError } from "../foundation/run-error";
import { registrationKeyOutput } from "../foundation/registration-key";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

// Outputs, documented in the README: other stacks rely on their names.
export = asRunError(() => {
  const config = new pulumi.Config();
  // Fabric and clouds come into the vault when the VMM server registers: until then there are no ids of them.
  const fabricId = config.get("fabricId");
  const containerId = config.get("containerId");
  const machines =
    fabricId === undefined ? {} : (config.getObject<Record<string, HyperVMachineArgs>>("machines") ?? {});

  const scenario = "hyperv-vmm-to-azure" as const;
  const base = foundation({ name: "asr-hyperv-vmm", scenario, region: config.require("region") });
  const { recoveryNetworkId, testNetworkId } = base.network;

  const replication = new VmmCloudReplication(
    "cloud",
    {
      ...base.replication,
      ...(fabricId === undefined ? {} : { fabricId }),
      ...(containerId === undefined ? {} : { containerId }),
      recoveryNetworkId,
      diskType: config.get("diskType") ?? "StandardSSD_LRS",
      networks: networkPairs(recoveryNetworkId),
      machines,
    },
    // Replication needs the rights of the vault's identity on the cache account.
    { dependsOn: base.vault },
  );

  const recoveryPlanIds = everythingPlan("cloud", {
    scenario,
    vaultId: base.vault.vaultId,
    primaryFabricId: fabricId ?? "",
    protectedItemIds: replication.protectedItemIds,
    machines,
  });

  return {
    vaultId: base.vault.vaultId,
    registrationInstructions: replication.registrationInstructions,
    ...registrationKeyOutput(replication),
    recoveryNetworkId,
    testFailoverNetworkId: testNetworkId,
    protectedItemIds: replication.protectedItemIds,
    recoveryPlanIds,
  };
});

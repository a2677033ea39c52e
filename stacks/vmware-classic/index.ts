import * as pulumi from "@pulumi/pulumi";
import {
  FailbackInfrastructure,
  RecoveryPlans,
  VmwareReplication,
  type ConfigurationServerMachineArgs,
} from "../../components";
import { foundation } from "../foundation/foundation";
import { asRunError } from "../landing-zone/errors";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

// Outputs, documented in the README: other stacks rely on their names.
export = asRunError(() => {
  const config = new pulumi.Config();
  // What is known only once a configuration server has registered.
  const fabricId = config.get("fabricId");
  const processServerId = config.get("processServerId");
  const runAsAccountId = config.get("runAsAccountId");
  const machines = config.getObject<Record<string, ConfigurationServerMachineArgs>>("machines") ?? {};

  // The public address of the site's VPN device: with it, machines can come back.
  const siteAddress = config.get("siteAddress");
  const servers = { name: "servers", addressPrefix: "10.50.0.0/24" };
  // Always there: a subnet cannot go away while its gateway does.
  const gateways = { name: "GatewaySubnet", addressPrefix: "10.50.255.0/27" };

  // The edition is that of stack configuration azure-siterecovery:edition, for components and resources alike.
  const judged = { scenario: "vmware-to-azure", experience: "classic" } as const;
  const base = foundation({
    ...judged,
    name: "asr-vmware-classic",
    region: config.require("region"),
    network: {
      addressSpaces: ["10.50.0.0/16"],
      subnets: [servers, gateways],
    },
    policy: { recoveryPointRetentionInMinutes: (config.getNumber("retentionInHours") ?? 24) * 60 },
  });

  const replication = new VmwareReplication(
    "vmware",
    {
      experience: judged.experience,
      vaultId: base.vault.vaultId,
      policyId: base.policyId,
      recoveryResourceGroupId: base.groupId,
      recoveryNetworkId: base.network.recoveryNetworkId,
      testFailoverNetworkId: base.network.testNetworkId.apply((id) => id ?? ""),
      cacheStorageAccountId: base.cache.accountId,
      diskType: config.get("diskType") ?? "Standard_LRS",
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
      : new RecoveryPlans("vmware", {
          ...judged,
          vaultId: base.vault.vaultId,
          primaryFabricId: replication.fabricId.apply((id) => id ?? ""),
          protectedItemIds: replication.protectedItemIds,
          plans: { everything: { groups: [{ machines: Object.keys(machines) }] } },
        });

  const failback =
    siteAddress === undefined
      ? undefined
      : new FailbackInfrastructure("vmware", {
          ...judged,
          resourceGroupName: base.groupId.apply((id) => id.slice(id.lastIndexOf("/") + 1)),
          location: config.require("region"),
          siteConnection: {
            kind: "vpn",
            gatewaySubnetId: base.network.recoverySubnetIds.apply((ids) => ids[gateways.name] ?? ""),
            siteAddress,
            siteAddressSpaces: config.requireObject<string[]>("siteAddressSpaces"),
            sharedKey: config.requireSecret("sharedKey"),
          },
        });

  return {
    vaultId: base.vault.vaultId,
    recoveryNetworkId: base.network.recoveryNetworkId,
    testFailoverNetworkId: base.network.testNetworkId,
    registrationInstructions: replication.registrationInstructions,
    protectedItemIds: replication.protectedItemIds,
    gatewayAddress: failback?.gatewayAddress,
    recoveryPlanIds: plans?.planIds ?? pulumi.output({}),
  };
});

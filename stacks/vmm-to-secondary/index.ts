import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import {
  RecoveryVault,
  ReplicationPolicies,
  VmmCloudReplication,
  type DocumentEdition,
  type VmmNetworkPairArgs,
} from "../../components";
import { monitored } from "../foundation/monitoring";
import { asRunError } from "../foundation/run-error";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

const name = "asr-vmm-to-secondary";

// Outputs, documented in the README: other stacks rely on their names.
export = asRunError(() => {
  const config = new pulumi.Config();
  const region = config.require("region");
  // The newest documents know no secondary site: see the README.
  const edition = config.get<DocumentEdition>("edition") ?? "2016-12";
  // Fabrics and clouds come into the vault when the VMM servers register: until then there are no ids of them.
  const fabricId = config.get("fabricId");
  const containerId = config.get("containerId");
  const secondaryContainerId = config.get("secondaryContainerId");

  const group = new resources.ResourceGroup(name, { resourceGroupName: `rg-${name}`, location: region });
  const placed = { edition, scenario: "hyperv-vmm-to-secondary", resourceGroupName: group.name } as const;
  const vault = new RecoveryVault(name, { ...placed, location: region });
  monitored(name, { resourceGroupName: group.name, location: region, vault });
  const policies = new ReplicationPolicies(
    name,
    {
      ...placed,
      vaultName: vault.vaultName,
      policies: { default: config.getObject("policy") ?? {} },
    },
    { dependsOn: vault },
  );

  // Machines are protected in VMM, or in the portal: the API has no input for this way of replicating.
  const replication =
    fabricId === undefined || containerId === undefined || secondaryContainerId === undefined
      ? undefined
      : new VmmCloudReplication(
          "secondary",
          {
            edition,
            vaultId: vault.vaultId,
            policyId: policies.policyIds.apply((ids) => ids["default"] ?? ""),
            fabricId,
            containerId,
            secondaryContainerId,
            mappingName: "to-secondary",
            networks: config.getObject<Record<string, VmmNetworkPairArgs>>("networks") ?? {},
          },
          { dependsOn: vault },
        );

  const policyId = policies.policyIds.apply((ids) => ids["default"] ?? "");
  return { vaultId: vault.vaultId, policyId, cloudId: replication?.containerId ?? pulumi.output("") };
});

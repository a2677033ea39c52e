import { expect } from "vitest";
import type { PropertyMap } from "../../../plugin-protocol/property-value";
import type { A2aWorld } from "../../simulator/replication/a2a-world";

/** Programs about `vm1` of a world of Azure machines, and what happens to it without Pulumi. */
export interface A2aMachine {
  readonly group: (name: string) => string;
  readonly network: (region: string) => string;
  readonly disk: (name: string) => PropertyMap;
  readonly inputs: (a2a?: PropertyMap, more?: PropertyMap) => PropertyMap;
  readonly succeeded: (method: string, id: string, body?: unknown) => Promise<void>;
  readonly failOver: (id?: string) => Promise<void>;
  readonly commit: (id?: string) => Promise<void>;
  /** How to replicate back. */
  readonly back: () => PropertyMap;
  readonly details: (id?: string) => Promise<Record<string, unknown>>;
  /** Scenario names of all jobs, newest first or last. */
  readonly jobs: () => Promise<readonly string[]>;
}

export function a2aMachine(world: A2aWorld): A2aMachine {
  const { azure } = world;
  const group = (name: string) => azure.group.replace(/rg1$/, name);
  const network = (region: string) =>
    `${azure.group}/providers/Microsoft.Network/virtualNetworks/vnet-${region}`;
  const disk = (name: string): PropertyMap => ({
    diskId: `${azure.group}/providers/Microsoft.Compute/disks/${name}`,
    primaryStagingAzureStorageAccountId: `${azure.group}/providers/Microsoft.Storage/storageAccounts/cache`,
    recoveryResourceGroupId: group("rg-target"),
  });
  const succeeded = async (method: string, id: string, body?: unknown) => {
    expect((await azure.sendAndWait(method, `${id}?api-version=2025-01-01`, body)).body).toMatchObject({
      status: "Succeeded",
    });
  };
  return {
    group,
    network,
    disk,
    succeeded,
    inputs: (a2a = {}, more = {}) => ({
      protectionContainerId: world.container("westeurope"),
      name: "vm1",
      policyId: world.policy,
      a2a: {
        fabricObjectId: world.machine("vm1"),
        recoveryContainerId: world.container("northeurope"),
        recoveryResourceGroupId: group("rg-target"),
        recoveryAzureNetworkId: network("northeurope"),
        recoverySubnetName: "apps",
        vmManagedDisks: [disk("vm1-os"), disk("vm1-data")],
        ...a2a,
      },
      ...more,
    }),
    failOver: (id = world.item("vm1")) =>
      succeeded("POST", `${id}/unplannedFailover`, {
        properties: {
          failoverDirection: "PrimaryToRecovery",
          providerSpecificDetails: { instanceType: "A2A" },
        },
      }),
    commit: (id = world.item("vm1")) => succeeded("POST", `${id}/failoverCommit`),
    back: () => ({
      reprotection: {
        primaryStagingAzureStorageAccountId: `${group("rg-target")}/providers/Microsoft.Storage/storageAccounts/cacheback`,
      },
    }),
    details: async (id = world.item("vm1")) =>
      (await world.properties(id))["providerSpecificDetails"] as Record<string, unknown>,
    jobs: async () => {
      const { body } = await world.get(`${world.vault}/replicationJobs`);
      const { value } = body as {
        readonly value: readonly { readonly properties: { readonly scenarioName: string } }[];
      };
      return value.map(({ properties }) => properties.scenarioName);
    },
  };
}

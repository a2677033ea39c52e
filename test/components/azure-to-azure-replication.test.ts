import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { AzureToAzureReplication, type AzureToAzureReplicationArgs } from "../../components";
import { deployed, valueOf } from "./deployed";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000001";
const group = `${subscription}/resourceGroups/rg/providers`;
const vaultId = `${group}/Microsoft.RecoveryServices/vaults/rsv`;
const fabrics = `${vaultId}/replicationFabrics`;
const virtualMachineId = `${group}/Microsoft.Compute/virtualMachines/web1`;
const disk = (name: string) => `${group}/Microsoft.Compute/disks/${name}`;
const network = (name: string) => `${group}/Microsoft.Network/virtualNetworks/${name}`;
const account = (name: string) => `${group}/Microsoft.Storage/storageAccounts/${name}`;
const recoveryGroup = `${subscription}/resourceGroups/recovery`;

const required = {
  vaultId,
  sourceLocation: "westeurope",
  recoveryLocation: "northeurope",
  policyId: `${vaultId}/replicationPolicies/gold`,
} satisfies AzureToAzureReplicationArgs;

const machines = {
  web1: {
    virtualMachineId,
    disks: [disk("os"), { diskId: disk("data"), recoveryTargetDiskAccountType: "Premium_LRS" }],
  },
};

/** Paths of what is wrong with the arguments. */
async function wrong(args: Partial<AzureToAzureReplicationArgs>): Promise<readonly string[]> {
  try {
    await deployed(() => new AzureToAzureReplication("dr", { ...required, ...args }));
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath }) => propertyPath);
  }
}

describe("AzureToAzureReplication", () => {
  it("builds both sides, maps them in both directions, and protects nothing by itself", async () => {
    const { resources, named } = await deployed(() => new AzureToAzureReplication("dr", required));
    expect(resources.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "dr-source-fabric",
        "dr-recovery-fabric",
        "dr-source-container",
        "dr-recovery-container",
        "dr-to-recovery",
        "dr-to-source",
      ]),
    );
    expect(named("dr-recovery-fabric").inputs).toMatchObject({
      vaultId,
      kind: "Azure",
      location: "northeurope",
      name: "fabric-northeurope",
    });
    expect(named("dr-to-source").inputs).toMatchObject({
      policyId: required.policyId,
      name: "recovery-to-source",
    });
    expect(resources.some(({ type }) => type.endsWith("ReplicatedMachine"))).toBe(false);
  });

  it("names a machine, or machines, of the wrong form, and keys that cannot be part of an id", async () => {
    const as = (given: unknown) =>
      wrong({
        recoveryResourceGroupId: recoveryGroup,
        cacheStorageAccountId: account("cache"),
        machines: given as AzureToAzureReplicationArgs["machines"],
      });
    expect(await as("web1")).toEqual(["machines"]);
    expect(await as([machines.web1])).toEqual(["machines"]);
    expect(await as({ web1: "web1", db1: null })).toEqual(["machines.web1", "machines.db1"]);
    expect(await as({ web1: { virtualMachineId } })).toEqual(["machines.web1.disks"]);
    expect(await as({ "a/b": machines.web1, "": machines.web1 })).toEqual(["machines.a/b", "machines."]);
    expect(await as({ web1: { ...machines.web1, itemName: "50%" } })).toEqual(["machines.web1.itemName"]);
    expect(await as({ "a/b": { ...machines.web1, itemName: "a-b" } })).toEqual([]);
  });

  it("protects machines, each completed by what holds for all", async () => {
    const { named, result } = await deployed(
      () =>
        new AzureToAzureReplication("dr", {
          ...required,
          machines: {
            web1: { ...machines.web1, itemName: "web-1", deletion: "purge", recoveryAzureVMName: "web1-dr" },
          },
          recoveryResourceGroupId: recoveryGroup,
          cacheStorageAccountId: account("cache"),
          testFailoverNetworkId: network("test"),
        }),
    );
    expect(named("dr-web1").inputs).toMatchObject({
      name: "web-1",
      policyId: required.policyId,
      deletion: "purge",
      a2a: {
        fabricObjectId: virtualMachineId,
        recoveryResourceGroupId: recoveryGroup,
        recoveryAzureVMName: "web1-dr",
        selectedTfoAzureNetworkId: network("test"),
        vmManagedDisks: [
          {
            diskId: disk("os"),
            primaryStagingAzureStorageAccountId: account("cache"),
            recoveryResourceGroupId: recoveryGroup,
          },
          { diskId: disk("data"), recoveryTargetDiskAccountType: "Premium_LRS" },
        ],
      },
    });
    expect(named("dr-web1").inputs["a2a"]).not.toHaveProperty("deletion");
    expect(Object.keys(result.machines)).toEqual(["web1"]);
    expect(Object.keys(await valueOf(result.protectedItemIds))).toEqual(["web1"]);
  });

  it("goes from zone to zone within one fabric", async () => {
    const { resources, named } = await deployed(
      () =>
        new AzureToAzureReplication("dr", {
          ...required,
          recoveryLocation: undefined,
          zones: { primaryZone: "1", recoveryZone: "2" },
          machines,
          recoveryResourceGroupId: recoveryGroup,
          cacheStorageAccountId: account("cache"),
        }),
    );
    expect(resources.filter(({ type }) => type.endsWith(":ReplicationFabric"))).toHaveLength(1);
    expect(named("dr-recovery-container").inputs).toMatchObject({ name: "container-westeurope-zone-2" });
    expect(named("dr-web1").inputs).toMatchObject({ a2a: { recoveryAvailabilityZone: "2" } });
  });

  it("uses what exists, and keeps the plumbing apart from the machines", async () => {
    const { resources, named, result } = await deployed(
      () =>
        new AzureToAzureReplication("dr", {
          ...required,
          source: {
            fabricId: `${fabrics}/we`,
            containerId: `${fabrics}/we/replicationProtectionContainers/c`,
          },
          recovery: { fabricId: `${fabrics}/ne`, containerName: "own" },
          createFailbackMapping: false,
          networks: {
            prod: {
              sourceNetworkId: network("prod"),
              recoveryNetworkId: network("dr"),
              mappingName: "forth",
              failbackMappingName: "back",
            },
          },
          machines,
          plumbingOnly: true,
        }),
    );
    expect(resources.map(({ name }) => name).sort()).toEqual([
      "dr",
      "dr-prod-to-recovery",
      "dr-prod-to-source",
      "dr-recovery-container",
      "dr-to-recovery",
    ]);
    expect(await valueOf(result.sourceFabricId)).toBe(`${fabrics}/we`);
    expect(named("dr-prod-to-recovery").inputs).toMatchObject({ networkMappingName: "forth" });
    expect(named("dr-prod-to-source").inputs).toMatchObject({
      networkMappingName: "back",
      resourceGroupName: "rg",
      resourceName: "rsv",
      fabricName: "ne",
      properties: {
        recoveryFabricName: "we",
        recoveryNetworkId: network("prod"),
        fabricSpecificDetails: { instanceType: "AzureToAzure", primaryNetworkId: network("dr") },
      },
    });
  });

  it("hands on updates of the agent and the policy of the way back", async () => {
    const automationAccountId = `${group}/Microsoft.Automation/automationAccounts/updates`;
    const failbackPolicyId = `${vaultId}/replicationPolicies/back`;
    const { named } = await deployed(
      () =>
        new AzureToAzureReplication("dr", {
          ...required,
          failbackPolicyId,
          agentUpdate: { automationAccountId },
        }),
    );
    expect(named("dr-to-recovery").inputs).toMatchObject({
      policyId: required.policyId,
      agentUpdate: { automationAccountId },
    });
    expect(named("dr-to-source").inputs).toMatchObject({
      policyId: failbackPolicyId,
      agentUpdate: { automationAccountId },
    });
  });

  it.each<[string, Partial<AzureToAzureReplicationArgs>, readonly string[]]>([
    ["a vault by its name", { vaultId: "rsv" }, ["vaultId"]],
    ["one region twice", { recoveryLocation: "West Europe" }, ["recoveryLocation"]],
    ["neither region nor zones", { recoveryLocation: undefined }, ["recoveryLocation"]],
    ["one zone twice", { zones: { primaryZone: "1", recoveryZone: "1" } }, ["zones.recoveryZone"]],
    [
      "a fabric named twice",
      { source: { fabricId: `${fabrics}/we`, fabricName: "x" } },
      ["source.fabricName"],
    ],
    [
      "a container of an unknown fabric",
      { recovery: { containerId: `${fabrics}/we/replicationProtectionContainers/c` } },
      ["recovery.fabricId"],
    ],
    [
      "machines without a cache and a group",
      { machines },
      ["recoveryResourceGroupId", "cacheStorageAccountId"],
    ],
    [
      "a machine without disks, by a wrong id",
      {
        machines: { web1: { virtualMachineId: disk("os"), disks: [] } },
        recoveryResourceGroupId: recoveryGroup,
      },
      ["machines.web1.virtualMachineId", "machines.web1.disks"],
    ],
    ["an edition that does not know the scenario", { edition: "2016-12" }, ["edition"]],
  ])("refuses %s", async (_what, args, paths) => {
    expect(await wrong(args)).toEqual(paths);
  });
});

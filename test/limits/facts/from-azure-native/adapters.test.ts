import * as pulumi from "@pulumi/pulumi";
import { proxy } from "./unknown-values";
import { describe, expect, it } from "vitest";
import {
  importExportJobFromAzureNative,
  networkMappingFromAzureNative,
  privateEndpointsFromAzureNative,
  protectedItemFromAzureNative,
  recoveryNetworkFromAzureNative,
  recoveryPlanFromAzureNative,
  replicationPolicyFromAzureNative,
  roleAssignmentFromAzureNative,
  storageAccountFromAzureNative,
  vaultFromAzureNative,
} from "../../../../limits/facts/from-azure-native";

const { unknownCheckingProxy, unknownString, unknownArray, unknownObject } = proxy;

describe("storage account", () => {
  it("reads what is written and fills what the service fills", () => {
    const { facts, unknown } = storageAccountFromAzureNative({
      accountName: "replica",
      resourceGroupName: "rg-dr",
      location: "South India",
      kind: "StorageV2",
      sku: { name: "Standard_LRS" },
      networkRuleSet: {
        bypass: "Logging, AzureServices",
        defaultAction: "Deny",
        virtualNetworkRules: [{ virtualNetworkResourceId: "/subscriptions/s/x" }],
      },
    });
    expect(unknown).toEqual([]);
    expect(facts).toEqual({
      name: "replica",
      resourceGroup: "rg-dr",
      location: "southindia",
      kind: "StorageV2",
      sku: "Standard_LRS",
      accessTier: "Hot",
      classic: false,
      hierarchicalNamespace: false,
      firewallDefaultAction: "Deny",
      firewallBypass: ["Logging", "AzureServices"],
      firewallSubnetIds: ["/subscriptions/s/x"],
      minimumTlsVersion: "TLS1_0",
      publicBlobAccess: false,
      secureTransfer: true,
      sharedKeyAccess: true,
      customerManagedKey: false,
      immutableVersions: false,
    });
  });

  it("has no tier on general purpose v1", () => {
    expect(storageAccountFromAzureNative({ kind: "Storage" }).facts).not.toHaveProperty("accessTier");
  });

  it("leaves out what is not known yet and names it", () => {
    const { facts, unknown } = storageAccountFromAzureNative(
      unknownCheckingProxy({
        kind: "StorageV2",
        location: unknownString,
        sku: unknownObject,
        accessTier: unknownString,
        networkRuleSet: { virtualNetworkRules: unknownArray, defaultAction: "Deny" },
      }),
    );
    expect(unknown).toEqual(["location", "accessTier", "firewallSubnetIds", "sku"]);
    for (const fact of unknown) expect(facts).not.toHaveProperty(fact);
    expect(facts).toMatchObject({ kind: "StorageV2", firewallDefaultAction: "Deny" });
  });

  it("takes an Output and a promise for a value that is not known yet", () => {
    const { facts, unknown } = storageAccountFromAzureNative({
      kind: pulumi.output("Storage"),
      location: Promise.resolve("westeurope"),
      sku: pulumi.output({ name: "Standard_LRS" }),
    });
    expect(unknown).toEqual(["location", "kind", "sku"]);
    expect(facts).not.toHaveProperty("kind");
  });

  it.each([undefined, null, 7, "text", [], { kind: 7, sku: "Standard_LRS", location: null }])(
    "reads no fact from %j and does not throw",
    (odd) => {
      const { facts } = storageAccountFromAzureNative(odd);
      expect(facts.kind).toBeUndefined();
      expect(facts.sku).toBeUndefined();
      expect(facts.location).toBeUndefined();
    },
  );
});

it("reads a vault", () => {
  expect(
    vaultFromAzureNative({
      vaultName: "rsv",
      resourceGroupName: "rg",
      location: "West Europe",
      identity: { type: "SystemAssigned, UserAssigned" },
      sku: { name: "RS0", tier: "Standard" },
      properties: { publicNetworkAccess: "Disabled" },
    }).facts,
  ).toEqual({
    name: "rsv",
    resourceGroup: "rg",
    location: "westeurope",
    skuName: "RS0",
    skuTier: "Standard",
    identity: "system-and-user",
    publicNetworkAccess: false,
    portal: "azure",
  });
  expect(vaultFromAzureNative({}).facts.identity).toBe("none");
});

it("reads a network with its subnets", () => {
  const { facts, unknown } = recoveryNetworkFromAzureNative(
    unknownCheckingProxy({
      virtualNetworkName: "vnet",
      location: "westeurope",
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
      subnets: [
        { name: "a", addressPrefix: "10.0.1.0/24", serviceEndpoints: [{ service: "Microsoft.Storage" }] },
        { name: unknownString },
      ],
    }),
  );
  expect(facts).toMatchObject({
    name: "vnet",
    location: "westeurope",
    addressSpaces: ["10.0.0.0/16"],
    subnets: [{ name: "a", addressPrefix: "10.0.1.0/24" }, {}],
    serviceEndpoints: ["Microsoft.Storage"],
  });
  expect(unknown).toEqual(["subnets[].name"]);
});

it.each([
  [{ instanceType: "A2A", recoveryPointHistory: 1440, multiVmSyncStatus: "Enable" }, 1440, true],
  [{ instanceType: "InMageRcm", recoveryPointHistoryInMinutes: 4320, enableMultiVmSync: "true" }, 4320, true],
  [{ instanceType: "HyperVReplicaAzure", recoveryPointHistoryDuration: 24 }, 1440, undefined],
])("reads the retention of %j in minutes", (providerSpecificInput, minutes, multiVmSync) => {
  const { facts } = replicationPolicyFromAzureNative({ properties: { providerSpecificInput } });
  expect(facts.recoveryPointRetentionInMinutes).toBe(minutes);
  expect(facts.multiVmSync).toBe(multiVmSync);
});

it("reads Hyper-V's own units", () => {
  const { facts } = replicationPolicyFromAzureNative({
    policyName: "p",
    properties: {
      providerSpecificInput: {
        instanceType: "HyperVReplicaAzure",
        replicationInterval: 300,
        applicationConsistentSnapshotFrequencyInHours: 2,
      },
    },
  });
  expect(facts).toMatchObject({ replicationIntervalInSeconds: 300, appConsistentFrequencyInMinutes: 120 });
});

describe("recovery plan", () => {
  it("counts machines whose ids are not known yet", () => {
    const { facts, unknown } = recoveryPlanFromAzureNative(
      unknownCheckingProxy({
        recoveryPlanName: "plan",
        properties: {
          groups: [
            {
              groupType: "Boot",
              replicationProtectedItems: [{ id: unknownString }, unknownObject, { id: "/a" }],
              startGroupActions: [
                {
                  actionName: "ask",
                  customDetails: { instanceType: "ManualActionDetails" },
                  failoverTypes: ["PlannedFailover"],
                  failoverDirections: ["PrimaryToRecovery"],
                },
              ],
            },
            { groupType: "Boot", replicationProtectedItems: unknownArray },
          ],
        },
      }),
    );
    expect(facts.groups).toEqual([
      {
        groupType: "Boot",
        protectedItems: ["group 1, item 1", "group 1, item 2", "/a"],
        actions: [
          {
            name: "ask",
            kind: "manual",
            failoverTypes: ["PlannedFailover"],
            failoverDirections: ["PrimaryToRecovery"],
          },
        ],
      },
      { groupType: "Boot", actions: [] },
    ]);
    expect(unknown).toContain("groups[].protectedItems");
  });
});

describe("protected item", () => {
  it("says null for what the machine certainly has none of", () => {
    const { facts, unknown } = protectedItemFromAzureNative(
      unknownCheckingProxy({
        replicatedProtectedItemName: "db01",
        properties: {
          policyId: unknownString,
          providerSpecificDetails: {
            instanceType: "InMageRcm",
            targetVmName: "db01",
            targetAvailabilityZone: "",
            targetNetworkId: unknownString,
            disksDefault: { diskType: "Premium_LRS", logStorageAccountId: "/log" },
          },
        },
      }),
    );
    expect(facts).toMatchObject({
      name: "db01",
      instanceType: "InMageRcm",
      targetName: "db01",
      availabilityZone: null,
      availabilitySetId: null,
      disks: [{ type: "Premium_LRS", storageAccountId: "/log" }],
    });
    expect(facts).not.toHaveProperty("networkId");
    expect(unknown).toEqual(["networkId", "policyId"]);
  });

  it.each([
    [
      "A2A",
      {
        recoveryAvailabilityZone: "2",
        vmManagedDisks: [
          {
            diskId: "d",
            recoveryTargetDiskAccountType: "Premium_LRS",
            primaryStagingAzureStorageAccountId: "/c",
          },
        ],
      },
    ],
    [
      "InMageAzureV2",
      {
        targetAvailabilityZone: "2",
        disksToInclude: [{ diskId: "d", diskType: "Premium_LRS", logStorageAccountId: "/c" }],
      },
    ],
    [
      "HyperVReplicaAzure",
      {
        targetAvailabilityZone: "2",
        disksToIncludeForManagedDisks: [{ diskId: "d", diskType: "Premium_LRS", logStorageAccountId: "/c" }],
      },
    ],
  ])("reads zone and disks of %s", (instanceType, details) => {
    const { facts } = protectedItemFromAzureNative({
      properties: { providerSpecificDetails: { instanceType, ...details } },
    });
    expect(facts).toMatchObject({
      availabilityZone: "2",
      disks: [{ id: "d", type: "Premium_LRS", storageAccountId: "/c", managed: true }],
    });
  });
});

it("reads a network mapping and private endpoints", () => {
  expect(
    networkMappingFromAzureNative({
      networkMappingName: "m",
      fabricName: "west",
      networkName: "azureNetwork",
      properties: {
        recoveryFabricName: "north",
        recoveryNetworkId: "/r",
        fabricSpecificDetails: { instanceType: "AzureToAzure", primaryNetworkId: "/p" },
      },
    }).facts,
  ).toEqual({
    name: "m",
    instanceType: "AzureToAzure",
    primaryFabric: "west",
    recoveryFabric: "north",
    primaryNetworkId: "/p",
    recoveryNetworkId: "/r",
  });
  expect(
    privateEndpointsFromAzureNative({
      privateEndpointName: "pe",
      subnet: { id: "/subnet" },
      privateLinkServiceConnections: [{ privateLinkServiceId: "/v", groupIds: ["AzureSiteRecovery"] }],
    }).facts,
  ).toEqual([
    { name: "pe", subnetId: "/subnet", staticIp: false, targetId: "/v", groupIds: ["AzureSiteRecovery"] },
  ]);
});

it("reads a role assignment and a job of the Import/Export service", () => {
  const roleDefinitionId =
    "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/BA92F5B4-2d11-453d-a403-e96b0029c9fe";
  expect(roleAssignmentFromAzureNative({ roleDefinitionId, scope: "/accounts/c" }).facts).toEqual({
    role: "Storage Blob Data Contributor",
    scope: "/accounts/c",
  });
  expect(
    roleAssignmentFromAzureNative(unknownCheckingProxy({ roleDefinitionId, scope: unknownString })).unknown,
  ).toEqual(["scope"]);
  expect(importExportJobFromAzureNative({ properties: { storageAccountId: "/accounts/c" } }).facts).toEqual({
    storageAccountId: "/accounts/c",
  });
});

it("leaves to the service what a policy does not name", () => {
  const { facts, unknown } = replicationPolicyFromAzureNative(
    unknownCheckingProxy({
      properties: {
        providerSpecificInput: { instanceType: "A2A", appConsistentFrequencyInMinutes: unknownString },
      },
    }),
  );
  expect(facts).toMatchObject({
    crashConsistentFrequencyInMinutes: null,
    recoveryPointRetentionInMinutes: null,
  });
  expect(facts).not.toHaveProperty("appConsistentFrequencyInMinutes");
  expect(unknown).toEqual(["appConsistentFrequencyInMinutes"]);
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  deploymentFromArm,
  networkMappingFromArm,
  protectedItemFromArm,
  recoveryPlanFromArm,
  replicationPolicyFromArm,
  vaultFromArm,
} from "../../../../limits/facts/from-arm";

const item = (details: object, properties: object = {}) => ({
  id: "/subscriptions/s/…/replicationProtectedItems/1f2e",
  name: "1f2e",
  properties: { friendlyName: "db01", policyId: "/p", ...properties, providerSpecificDetails: details },
});

describe("a replicated item as the service shows it", () => {
  it("between Azure regions", () => {
    const { facts, unknown, unreadable } = protectedItemFromArm(
      item({
        instanceType: "A2A",
        fabricObjectId: "/vm",
        primaryAvailabilityZone: "1",
        recoveryAvailabilityZone: "2",
        recoveryAzureVMName: "db01-dr",
        recoveryAzureVMSize: "Standard_D2s_v5",
        recoveryAzureResourceGroupId: "/rg",
        selectedRecoveryAzureNetworkId: "/vnet",
        selectedTfoAzureNetworkId: "/test",
        multiVmGroupName: "group",
        protectedManagedDisks: [
          {
            diskId: "/disks/os",
            primaryStagingAzureStorageAccountId: "/cache",
            recoveryTargetDiskAccountType: "Premium_LRS",
            diskCapacityInBytes: 136365211648,
          },
        ],
        vmNics: [{ enableAcceleratedNetworkingOnRecovery: true, ipConfigs: [{ name: "a" }, { name: "b" }] }],
      }),
    );
    expect({ unknown, unreadable }).toEqual({ unknown: [], unreadable: [] });
    expect(facts).toMatchObject({
      name: "db01",
      policyId: "/p",
      instanceType: "A2A",
      sourceVmId: "/vm",
      sourceZone: "1",
      availabilityZone: "2",
      availabilitySetId: null,
      targetName: "db01-dr",
      targetSize: "Standard_D2s_v5",
      targetResourceGroupId: "/rg",
      networkId: "/vnet",
      testNetworkId: "/test",
      multiVmGroup: "group",
      acceleratedNetworking: true,
      severalIpConfigurations: true,
    });
    expect(facts.disks).toEqual([
      { id: "/disks/os", type: "Premium_LRS", storageAccountId: "/cache", sizeGiB: 127, managed: true },
    ]);
  });

  it("by an appliance", () => {
    const { facts } = protectedItemFromArm(
      item({
        instanceType: "InMageRcm",
        targetVmName: "db01",
        targetNetworkId: "/vnet",
        protectedDisks: [
          {
            diskId: "d1",
            isOSDisk: "True",
            capacityInBytes: 1073741824,
            logStorageAccountId: "/cache",
            diskType: "Standard_LRS",
          },
          { diskId: "d2", isOSDisk: "False" },
        ],
      }),
    );
    expect(facts).toMatchObject({ targetName: "db01", networkId: "/vnet", availabilityZone: null });
    expect(facts.disks).toEqual([
      { id: "d1", type: "Standard_LRS", storageAccountId: "/cache", os: true, sizeGiB: 1, managed: true },
      { id: "d2", os: false, managed: true },
    ]);
  });

  it("by a configuration server, whose two lists of disks are one", () => {
    const { facts } = protectedItemFromArm(
      item({
        instanceType: "InMageAzureV2",
        recoveryAzureVMName: "db01",
        recoveryAzureStorageAccount: "/replica",
        recoveryAzureLogStorageAccountId: "/log",
        protectedDisks: [{ diskId: "D1", diskCapacityInBytes: 2147483648 }],
        protectedManagedDisks: [{ diskId: "d1", replicaDiskType: "Premium_LRS" }],
      }),
    );
    expect(facts).toMatchObject({ storageAccountId: "/replica", logStorageAccountId: "/log" });
    expect(facts.disks).toMatchObject([{ type: "Premium_LRS", sizeGiB: 2, managed: true }]);
  });

  it("of Hyper-V", () => {
    expect(
      protectedItemFromArm(
        item({
          instanceType: "HyperVReplicaAzure",
          recoveryAzureVmName: "web",
          recoveryAvailabilitySetId: "/set",
        }),
      ).facts,
    ).toMatchObject({ targetName: "web", availabilitySetId: "/set" });
  });

  it.each([undefined, null, 5, "text", [], {}, { properties: 7 }, item("A2A" as unknown as object)])(
    "says nothing about what is none: %j",
    (odd) => {
      const { facts } = protectedItemFromArm(odd);
      expect(facts.instanceType).toBeUndefined();
      expect(facts.disks).toBeUndefined();
    },
  );
});

it("a policy, in minutes and seconds whatever its provider counts in", () => {
  const of = (details: object) =>
    replicationPolicyFromArm({ name: "gold", properties: { providerSpecificDetails: details } }).facts;
  expect(
    of({
      instanceType: "HyperVReplicaAzure",
      recoveryPointHistoryDurationInHours: 2,
      applicationConsistentSnapshotFrequencyInHours: 1,
      replicationInterval: 300,
    }),
  ).toMatchObject({
    name: "gold",
    recoveryPointRetentionInMinutes: 120,
    appConsistentFrequencyInMinutes: 60,
    replicationIntervalInSeconds: 300,
  });
  expect(of({ instanceType: "A2A", recoveryPointHistory: 1440, multiVmSyncStatus: "Enabled" })).toMatchObject(
    {
      recoveryPointRetentionInMinutes: 1440,
      multiVmSync: true,
    },
  );
  expect(
    of({ instanceType: "InMageRcm", recoveryPointHistoryInMinutes: 60, enableMultiVmSync: "false" }),
  ).toMatchObject({
    recoveryPointRetentionInMinutes: 60,
    multiVmSync: false,
  });
});

it("a recovery plan with its machines and actions", () => {
  const { facts } = recoveryPlanFromArm({
    name: "plan",
    properties: {
      failoverDeploymentModel: "ResourceManager",
      groups: [
        {
          groupType: "Boot",
          replicationProtectedItems: [{ id: "/item", virtualMachineId: "/vm" }],
          startGroupActions: [
            {
              actionName: "script",
              failoverTypes: ["TestFailover"],
              failoverDirections: ["PrimaryToRecovery"],
              customDetails: { instanceType: "ManualActionDetails" },
            },
          ],
        },
      ],
    },
  });
  expect(facts).toMatchObject({
    name: "plan",
    groups: [{ groupType: "Boot", protectedItems: ["/item"], actions: [{ kind: "manual", name: "script" }] }],
  });
});

it("a network mapping, whose fabric its id tells", () => {
  expect(
    networkMappingFromArm({
      id: "/…/replicationFabrics/east/replicationNetworks/azureNetwork/replicationNetworkMappings/m",
      name: "m",
      properties: {
        primaryNetworkId: "/a",
        recoveryNetworkId: "/b",
        recoveryFabricArmId: "/…/replicationFabrics/west",
        fabricSpecificSettings: { instanceType: "AzureToAzure" },
      },
    }).facts,
  ).toEqual({
    name: "m",
    instanceType: "AzureToAzure",
    primaryFabric: "east",
    recoveryFabric: "/…/replicationFabrics/west",
    primaryNetworkId: "/a",
    recoveryNetworkId: "/b",
  });
});

it("a vault, whose group its id tells", () => {
  expect(
    vaultFromArm({
      id: "/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/rsv",
      name: "rsv",
      location: "West Europe",
      identity: { type: "SystemAssigned" },
      properties: { publicNetworkAccess: "Disabled" },
    }).facts,
  ).toMatchObject({
    name: "rsv",
    location: "westeurope",
    resourceGroup: "rg",
    identity: "system",
    publicNetworkAccess: false,
  });
});

describe("a live vault", () => {
  const a2a = (churnOptionSelected: string | undefined, storage = "/cache") =>
    item({
      instanceType: "A2A",
      primaryFabricLocation: "West Europe",
      recoveryFabricLocation: "northeurope",
      churnOptionSelected,
      storageAccountId: storage,
    });

  it("knows its regions and its churn where the items agree", () => {
    const facts = deploymentFromArm({ protectedItems: [a2a("Normal"), a2a("High")] });
    expect(facts).toMatchObject({ sourceRegion: "westeurope", targetRegion: "northeurope", churn: "high" });
    expect(deploymentFromArm({ protectedItems: [a2a("Normal")] }).churn).toBe("normal");
    expect(deploymentFromArm({ protectedItems: [a2a("Normal"), a2a(undefined)] })).not.toHaveProperty(
      "churn",
    );
    const other = item({ instanceType: "A2A", primaryFabricLocation: "eastus" });
    expect(deploymentFromArm({ protectedItems: [a2a("Normal"), other] })).not.toHaveProperty("sourceRegion");
  });

  it("tells what was not read from what is not there", () => {
    expect(deploymentFromArm({ protectedItems: [] })).toEqual({ protectedItems: [] });
  });

  it("has the state before, where that was read", () => {
    const facts = deploymentFromArm(
      { protectedItems: [a2a("Normal", "/new")] },
      { protectedItems: [a2a("Normal", "/old")] },
    );
    expect(facts.previous?.protectedItems?.[0]?.storageAccountId).toBe("/old");
    expect(facts.protectedItems?.[0]?.storageAccountId).toBe("/new");
  });
});

/** Published answers of the service lie beside the checkout on some machines. */
const published = join(
  process.env["ASR_REFERENCE"] ?? join(__dirname, "../../../../../shared"),
  "azure-examples/siterecovery/2025-08-01",
);

describe.skipIf(!existsSync(published))("published answers", () => {
  const adapters = {
    ReplicationProtectedItems: protectedItemFromArm,
    ReplicationRecoveryPlans: recoveryPlanFromArm,
    ReplicationPolicies: replicationPolicyFromArm,
    ReplicationNetworkMappings: networkMappingFromArm,
  } as const;

  it.each(Object.entries(adapters))("of %s are read, and none of their values is odd", (type, adapter) => {
    const bodies = readdirSync(published)
      .filter((file) => new RegExp(`^${type}_(Get|List|Create|Update)\\.json$`).test(file))
      .map(
        (file) =>
          JSON.parse(readFileSync(join(published, file), "utf8")) as {
            responses: { 200?: { body?: unknown } };
          },
      )
      .flatMap(({ responses }) => {
        const body = responses[200]?.body as { readonly value?: readonly unknown[] } | undefined;
        return body === undefined ? [] : (body.value ?? [body]);
      });
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) {
      const { facts, unreadable } = adapter(body);
      expect(unreadable).toEqual([]);
      expect(facts.name).toEqual(expect.any(String));
    }
  });
});

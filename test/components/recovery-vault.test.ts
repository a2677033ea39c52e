import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { RecoveryVault, type RecoveryVaultArgs } from "../../components";
import { deployed, valueOf } from "./deployed";

const required = { resourceGroupName: "rg", location: "westeurope" };
const types = {
  vault: "azure-native:recoveryservices:Vault",
  workspace: "azure-native:operationalinsights:Workspace",
  setting: "azure-native:monitor:DiagnosticSetting",
  role: "azure-native:authorization:RoleAssignment",
  identity: "azure-native:managedidentity:UserAssignedIdentity",
} as const;
const storageAccountId =
  "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stdr";
const principal = { state: { "dr-vault": { identity: { principalId: "p-1" } } } };

function vault(args: Partial<RecoveryVaultArgs> = {}) {
  return deployed(() => new RecoveryVault("dr", { ...required, ...args }), principal);
}

describe("RecoveryVault", () => {
  it("has an identity, alerts and logs by default, and sends no soft delete, redundancy or immutability", async () => {
    const { one, resources } = await vault();
    expect(one(types.vault).inputs).toEqual({
      vaultName: "rsv-dr",
      resourceGroupName: "rg",
      location: "westeurope",
      sku: { name: "RS0", tier: "Standard" },
      identity: { type: "SystemAssigned" },
      properties: {
        publicNetworkAccess: "Enabled",
        monitoringSettings: {
          azureMonitorAlertSettings: {
            alertsForAllJobFailures: "Enabled",
            alertsForAllReplicationIssues: "Enabled",
            alertsForAllFailoverIssues: "Enabled",
          },
        },
      },
    });
    expect(resources.map((resource) => resource.type).sort()).toEqual(
      ["azure-siterecovery:index:RecoveryVault", types.setting, types.workspace, types.vault].sort(),
    );
    expect(one(types.setting).inputs).toMatchObject({
      name: "site-recovery",
      logs: [
        "AzureSiteRecoveryJobs",
        "AzureSiteRecoveryEvents",
        "AzureSiteRecoveryReplicatedItems",
        "AzureSiteRecoveryReplicationStats",
        "AzureSiteRecoveryRecoveryPoints",
        "AzureSiteRecoveryReplicationDataUploadRate",
        "AzureSiteRecoveryProtectedDiskDataChurn",
      ].map((category) => ({ category, enabled: true })),
    });
    expect(one(types.workspace).inputs).toEqual({
      workspaceName: "log-dr",
      resourceGroupName: "rg",
      location: "westeurope",
      sku: { name: "PerGB2018" },
      retentionInDays: 30,
    });
  });

  const vaultCases: readonly [Partial<RecoveryVaultArgs>, object][] = [
    [{ vaultName: "rsv" }, { vaultName: "rsv" }],
    [{ skuName: "Standard", skuTier: "Basic" }, { sku: { name: "Standard", tier: "Basic" } }],
    [{ systemAssignedIdentity: false }, { identity: { type: "None" } }],
    [
      { userAssignedIdentityIds: ["/i/1"] },
      { identity: { type: "SystemAssigned, UserAssigned", userAssignedIdentities: ["/i/1"] } },
    ],
    [
      { userAssignedIdentityIds: ["/i/1"], systemAssignedIdentity: false },
      { identity: { type: "UserAssigned", userAssignedIdentities: ["/i/1"] } },
    ],
    [{ publicNetworkAccess: false }, { properties: { publicNetworkAccess: "Disabled" } }],
    [
      { immutability: "Unlocked" },
      { properties: { securitySettings: { immutabilitySettings: { state: "Unlocked" } } } },
    ],
    [
      { softDelete: { state: "Enabled", retentionInDays: 20 } },
      {
        properties: {
          securitySettings: {
            softDeleteSettings: { softDeleteState: "Enabled", softDeleteRetentionPeriodInDays: 20 },
          },
        },
      },
    ],
    [
      { storageRedundancy: "GeoRedundant", crossRegionRestore: true },
      {
        properties: {
          redundancySettings: {
            standardTierStorageRedundancy: "GeoRedundant",
            crossRegionRestore: "Enabled",
          },
        },
      },
    ],
    [
      { encryption: { keyUri: "https://kv/keys/k", infrastructureEncryption: true } },
      {
        properties: {
          encryption: {
            keyVaultProperties: { keyUri: "https://kv/keys/k" },
            kekIdentity: { useSystemAssignedIdentity: true },
            infrastructureEncryption: "Enabled",
          },
        },
      },
    ],
    [
      { encryption: { keyUri: "https://kv/keys/k", userAssignedIdentityId: "/i/1" } },
      {
        properties: {
          encryption: { kekIdentity: { useSystemAssignedIdentity: false, userAssignedIdentity: "/i/1" } },
        },
      },
    ],
    [
      { alerts: false },
      {
        properties: {
          monitoringSettings: { azureMonitorAlertSettings: { alertsForAllJobFailures: "Disabled" } },
        },
      },
    ],
    [{ tags: { owner: "dr" } }, { tags: { owner: "dr" } }],
  ];
  it.each(vaultCases)("passes %j on to the vault", async (args, expected) => {
    expect((await vault(args)).one(types.vault).inputs).toMatchObject(expected);
  });

  it("creates a user-assigned identity on request and gives it to the vault", async () => {
    const { one, result } = await vault({
      createUserAssignedIdentity: true,
      userAssignedIdentityName: "id-vault",
      tags: { owner: "dr" },
    });
    expect(one(types.identity).inputs).toEqual({
      resourceName: "id-vault",
      resourceGroupName: "rg",
      location: "westeurope",
      tags: { owner: "dr" },
    });
    const id = await valueOf(result.userAssignedIdentityId);
    expect(one(types.vault).inputs).toMatchObject({
      identity: { type: "SystemAssigned, UserAssigned", userAssignedIdentities: [id] },
    });
  });

  it("passes the arguments of its logs on", async () => {
    const { one } = await vault({
      tags: { owner: "dr" },
      diagnostics: {
        workspaceName: "law",
        workspaceResourceGroupName: "rg-logs",
        workspaceLocation: "northeurope",
        workspaceSku: "CapacityReservation",
        retentionInDays: 90,
        categories: ["AzureSiteRecoveryJobs"],
        settingName: "dr-logs",
      },
    });
    expect(one(types.workspace).inputs).toEqual({
      workspaceName: "law",
      resourceGroupName: "rg-logs",
      location: "northeurope",
      sku: { name: "CapacityReservation" },
      retentionInDays: 90,
      tags: { owner: "dr" },
    });
    expect(one(types.setting).inputs).toMatchObject({
      name: "dr-logs",
      logs: [{ category: "AzureSiteRecoveryJobs", enabled: true }],
    });
  });

  it("sends its logs to an existing workspace, or nowhere", async () => {
    const workspaceId =
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/law";
    const existing = await vault({ diagnostics: { workspaceId } });
    expect(existing.one(types.setting).inputs).toMatchObject({ workspaceId });
    expect(existing.resources.map((resource) => resource.type)).not.toContain(types.workspace);
    const none = await vault({ diagnostics: { enabled: false } });
    expect(none.resources.map((resource) => resource.type)).not.toContain(types.setting);
    expect(await valueOf(none.result.workspaceId)).toBeUndefined();
  });

  it("gives the vault's identity the roles that replication needs on an account", async () => {
    const roles = async (premium: boolean) => {
      const { resources } = await vault({ cacheAccess: [{ storageAccountId, premium }] });
      return resources.filter((resource) => resource.type === types.role).map((resource) => resource.inputs);
    };
    const definition = (id: string) => `/providers/Microsoft.Authorization/roleDefinitions/${id}`;
    const common = { scope: storageAccountId, principalId: "p-1", principalType: "ServicePrincipal" };
    expect(await roles(false)).toEqual([
      expect.objectContaining({
        ...common,
        roleDefinitionId: definition("b24988ac-6180-42a0-ab88-20f7382dd24c"),
      }),
      expect.objectContaining({
        ...common,
        roleDefinitionId: definition("ba92f5b4-2d11-453d-a403-e96b0029c9fe"),
      }),
    ]);
    expect(await roles(true)).toEqual([
      expect.objectContaining({ roleDefinitionId: definition("b24988ac-6180-42a0-ab88-20f7382dd24c") }),
      expect.objectContaining({ roleDefinitionId: definition("b7e6dc6d-f1e8-4753-8033-0f276bb0955b") }),
    ]);
    const names = (await roles(false)).map((inputs) => inputs.roleAssignmentName);
    expect(new Set(names).size).toBe(2);
    for (const name of names)
      expect(name).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect((await roles(false)).map((inputs) => inputs.roleAssignmentName)).toEqual(names);
  });

  it("gives an endpoint a private DNS zone of its own, linked with the networks that resolve it", async () => {
    const { named, one } = await deployed(
      () =>
        new RecoveryVault("dr", {
          ...required,
          privateEndpoints: [
            {
              subnetId: "/sub/1",
              newPrivateDnsZone: { resourceGroupName: "rg-dns", virtualNetworkIds: ["/net/1", "/net/2"] },
            },
          ],
        }),
    );
    expect(one("azure-native:privatedns:PrivateZone").inputs).toMatchObject({
      resourceGroupName: "rg-dns",
      privateZoneName: "privatelink.siterecovery.windowsazure.com",
    });
    expect(named("dr-endpoint-zone-link-2").inputs).toMatchObject({
      resourceGroupName: "rg-dns",
      virtualNetwork: { id: "/net/2" },
      registrationEnabled: false,
    });
    expect(one("azure-native:network:PrivateDnsZoneGroup").inputs).toMatchObject({
      privateDnsZoneConfigs: [{ privateDnsZoneId: expect.stringContaining("dr-endpoint-zone") as string }],
    });
  });

  it("refuses two zones of one name in one resource group, and a zone that nobody resolves", () => {
    const endpoint = { subnetId: "/sub/1", newPrivateDnsZone: { virtualNetworkIds: ["/net/1"] } };
    expect(
      () =>
        new RecoveryVault("dr", {
          ...required,
          privateEndpoints: [endpoint, { ...endpoint, newPrivateDnsZone: { virtualNetworkIds: [] } }],
        }),
    ).toThrow(
      /privateEndpoints\[1\]\.newPrivateDnsZone\.resourceGroupName[\s\S]*privateEndpoints\[1\]\.newPrivateDnsZone\.virtualNetworkIds/,
    );
  });

  it("gives the vault private endpoints, and closes it to public networks", async () => {
    const zone = "/subscriptions/s/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones/asr";
    const { one, named } = await vault({
      tags: { owner: "dr" },
      privateEndpoints: [
        { name: "pe-source", subnetId: "/sub/1", privateDnsZoneIds: [zone], location: "northeurope" },
        { subnetId: "/sub/2" },
      ],
    });
    expect(one(types.vault).inputs).toMatchObject({ properties: { publicNetworkAccess: "Disabled" } });
    expect(named("dr-endpoint").inputs).toMatchObject({
      privateEndpointName: "pe-source",
      resourceGroupName: "rg",
      location: "northeurope",
      subnet: { id: "/sub/1" },
      privateLinkServiceConnections: [
        {
          privateLinkServiceId: expect.stringContaining("dr-vault") as string,
          groupIds: ["AzureSiteRecovery"],
        },
      ],
      tags: { owner: "dr" },
    });
    expect(named("dr-endpoint-2").inputs).toMatchObject({
      privateEndpointName: "pe-dr-2",
      location: "westeurope",
      subnet: { id: "/sub/2" },
    });
    expect(one("azure-native:network:PrivateDnsZoneGroup").inputs).toMatchObject({
      privateEndpointName: "dr-endpoint",
      privateDnsZoneConfigs: [{ privateDnsZoneId: zone }],
    });
  });

  it("uses an existing vault by id", async () => {
    const vaultId = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/old";
    const { one, result } = await deployed(
      () =>
        new RecoveryVault("dr", {
          vaultId,
          diagnostics: { enabled: false },
          cacheAccess: [{ storageAccountId }],
        }),
      principal,
    );
    expect(one(types.vault).id).toBe(vaultId);
    expect(await valueOf(result.vaultId)).toBe(vaultId);
    expect(await valueOf(result.principalId)).toBe("p-1");
  });

  it("keeps what is known known where another argument arises later", async () => {
    const { one } = await deployed(
      () =>
        new RecoveryVault("dr", {
          ...required,
          tags: { stage: pulumi.output("test") },
          vaultName: Promise.resolve("v"),
        }),
    );
    expect(one(types.vault).inputs).toMatchObject({ tags: { stage: "test" }, vaultName: "v" });
  });

  it("reports every unusable argument at once, with its path", () => {
    const failing = (args: RecoveryVaultArgs) => () => new RecoveryVault("dr", args);
    expect(
      failing({
        systemAssignedIdentity: false,
        cacheAccess: [{ storageAccountId: "stdr" }],
        diagnostics: { workspaceId: "law", retentionInDays: 3 },
      }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [Error: RecoveryVault dr cannot be created:
        - resourceGroupName: Missing: resourceGroupName is required here.
        - location: Missing: location is required here.
        - cacheAccess: It needs the system-assigned identity of the vault, which systemAssignedIdentity turns off: leave one of them out.
        - diagnostics.workspaceId: "law" is not the id of a Microsoft.OperationalInsights/workspaces: give /subscriptions/…/resourceGroups/…/providers/Microsoft.OperationalInsights/workspaces/….
        - diagnostics.retentionInDays: It belongs to a new resource, and diagnostics.workspaceId names an existing one: leave one of them out.
        - cacheAccess[0].storageAccountId: "stdr" is not the id of a Microsoft.Storage/storageAccounts: give /subscriptions/…/resourceGroups/…/providers/Microsoft.Storage/storageAccounts/….]
    `);
    expect(failing({ vaultId: "/subscriptions/s/resourceGroups/rg", vaultName: "a" }))
      .toThrowErrorMatchingInlineSnapshot(`
      [Error: RecoveryVault dr cannot be created:
        - vaultId: "/subscriptions/s/resourceGroups/rg" is not the id of a Microsoft.RecoveryServices/vaults: give /subscriptions/…/resourceGroups/…/providers/Microsoft.RecoveryServices/vaults/….
        - vaultName: It belongs to a new resource, and vaultId names an existing one: leave one of them out.
        - resourceGroupName: Missing: resourceGroupName is required here.]
    `);
    expect(failing({ ...required, edition: "2018-01" as never })).toThrowErrorMatchingInlineSnapshot(`
      [Error: RecoveryVault dr cannot be created:
        - edition: "2018-01" is none of 2016-12, 2019-05, current: use one of them.]
    `);
  });
});

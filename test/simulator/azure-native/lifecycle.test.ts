import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../../simulator/server";
import { startPlugin, type Kept, type PluginClient } from "./plugin-client";

const an = (name: string): string => `azure-native:${name}`;

describe("a landing zone through the plugin", () => {
  let simulator: Simulator;
  let plugin: PluginClient;
  const made: Kept[] = [];

  beforeAll(async () => {
    simulator = await startSimulator({ strict: true });
    plugin = await startPlugin(simulator.environment());
  });
  afterAll(async () => {
    await plugin.close();
    await simulator.close();
  });

  const make = async (
    token: string,
    name: string,
    inputs: Parameters<PluginClient["make"]>[2],
  ): Promise<Kept> => {
    const kept = await plugin.make(an(token), name, inputs);
    made.push(kept);
    return kept;
  };

  it("creates each type, and a refresh right after finds nothing changed", async () => {
    const group = await make("resources:ResourceGroup", "rg", {
      resourceGroupName: "rg-dr",
      location: "westeurope",
    });
    const resourceGroupName = group.outputs["name"] as string;
    const vault = await make("recoveryservices:Vault", "vault", {
      resourceGroupName,
      vaultName: "rsv-dr",
      identity: { type: "SystemAssigned" },
      sku: { name: "RS0", tier: "Standard" },
      properties: { publicNetworkAccess: "Enabled" },
    });
    const inVault = { resourceGroupName, resourceName: "rsv-dr" };
    await make("recoveryservices:ReplicationPolicy", "policy", {
      ...inVault,
      properties: {
        providerSpecificInput: {
          instanceType: "A2A",
          multiVmSyncStatus: "Enable",
          recoveryPointHistory: 1440,
          crashConsistentFrequencyInMinutes: 5,
          appConsistentFrequencyInMinutes: 240,
        },
      },
    });
    await make("recoveryservices:ReplicationFabric", "fabric", {
      ...inVault,
      fabricName: "fabric-we",
      properties: { customDetails: { instanceType: "Azure", location: "westeurope" } },
    });
    const account = await make("storage:StorageAccount", "cache", {
      resourceGroupName,
      accountName: "stcachedr",
      kind: "StorageV2",
      sku: { name: "Standard_LRS" },
      enableHttpsTrafficOnly: true,
      networkRuleSet: {
        bypass: "AzureServices",
        defaultAction: "Deny",
        ipRules: [{ action: "Allow", iPAddressOrRange: "203.0.113.7" }],
      },
    });
    await make("storage:BlobServiceProperties", "blobs", {
      resourceGroupName,
      accountName: "stcachedr",
      blobServicesName: "default",
      deleteRetentionPolicy: { enabled: true, days: 7 },
    });
    await make("storage:BlobContainer", "container", {
      resourceGroupName,
      accountName: "stcachedr",
      containerName: "logs",
    });
    const network = await make("network:VirtualNetwork", "vnet", {
      resourceGroupName,
      virtualNetworkName: "vnet-dr",
      addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
    });
    const rules = await make("network:NetworkSecurityGroup", "nsg", {
      resourceGroupName,
      networkSecurityGroupName: "nsg-dr",
      securityRules: [
        {
          name: "deny-all",
          access: "Deny",
          direction: "Inbound",
          priority: 4000,
          protocol: "*",
          sourceAddressPrefix: "*",
          sourcePortRange: "*",
          destinationAddressPrefix: "*",
          destinationPortRange: "*",
        },
      ],
    });
    const subnet = await make("network:Subnet", "subnet", {
      resourceGroupName,
      virtualNetworkName: "vnet-dr",
      subnetName: "snet-recovery",
      addressPrefix: "10.1.1.0/24",
      networkSecurityGroup: { id: rules.id },
    });
    await make("managedidentity:UserAssignedIdentity", "identity", {
      resourceGroupName,
      resourceName: "id-dr",
    });
    const workspace = await make("operationalinsights:Workspace", "logs", {
      resourceGroupName,
      workspaceName: "log-dr",
      sku: { name: "PerGB2018" },
      retentionInDays: 30,
    });
    await make("monitor:DiagnosticSetting", "diagnostics", {
      resourceUri: vault.id,
      name: "to-workspace",
      workspaceId: workspace.id,
      logs: [{ categoryGroup: "allLogs", enabled: true }],
    });
    await make("network:NetworkSecurityGroup", "nsg-own", {
      resourceGroupName,
      networkSecurityGroupName: "nsg-own",
    });
    await make("network:SecurityRule", "allow-replication", {
      resourceGroupName,
      networkSecurityGroupName: "nsg-own",
      securityRuleName: "allow-replication",
      access: "Allow",
      direction: "Outbound",
      priority: 200,
      protocol: "Tcp",
      sourceAddressPrefix: "*",
      sourcePortRange: "*",
      destinationAddressPrefix: "AzureSiteRecovery",
      destinationPortRange: "443",
    });
    const zone = await make("privatedns:PrivateZone", "zone", {
      resourceGroupName,
      privateZoneName: "privatelink.siterecovery.windowsazure.com",
      location: "global",
    });
    await make("privatedns:VirtualNetworkLink", "link", {
      resourceGroupName,
      privateZoneName: "privatelink.siterecovery.windowsazure.com",
      virtualNetworkLinkName: "to-recovery",
      location: "global",
      registrationEnabled: false,
      virtualNetwork: { id: network.id },
    });
    await make("network:PrivateEndpoint", "endpoint", {
      resourceGroupName,
      privateEndpointName: "pe-vault",
      subnet: { id: subnet.id },
      privateLinkServiceConnections: [
        { name: "vault", groupIds: ["AzureSiteRecovery"], privateLinkServiceId: vault.id },
      ],
    });
    await make("network:PrivateDnsZoneGroup", "zones", {
      resourceGroupName,
      privateEndpointName: "pe-vault",
      privateDnsZoneGroupName: "default",
      privateDnsZoneConfigs: [{ name: "siterecovery", privateDnsZoneId: zone.id }],
    });
    const { principalId } = vault.outputs["identity"] as { principalId: string };
    await make("authorization:RoleAssignment", "role", {
      scope: account.id,
      principalId,
      principalType: "ServicePrincipal",
      roleDefinitionId: `/subscriptions/${simulator.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c`,
    });

    await make("authorization:ManagementLockAtResourceGroupLevel", "lock", {
      resourceGroupName,
      lockName: "keep",
      level: "CanNotDelete",
      notes: "Ask first.",
    });

    expect(account.outputs).toMatchObject({
      enableHttpsTrafficOnly: true,
      networkRuleSet: { ipRules: [{ iPAddressOrRange: "203.0.113.7" }] },
    });
    expect(subnet.outputs).toMatchObject({
      addressPrefix: "10.1.1.0/24",
      networkSecurityGroup: { id: rules.id },
    });
    expect(network.outputs["addressSpace"]).toEqual({ addressPrefixes: ["10.1.0.0/16"] });
    expect(vault.inputs["location"]).toBe("westeurope");

    for (const kept of made) {
      const now = await plugin.read(kept);
      expect(now?.inputs, kept.token).toEqual(kept.inputs);
      expect((await plugin.diff(kept, now?.inputs ?? {})).changes, kept.token).toBe(false);
    }
  });

  it("deletes everything, children first", async () => {
    for (const kept of [...made].reverse()) await plugin.delete(kept);
    expect(simulator.liveResources()).toEqual([]);
    for (const kept of made) expect(await plugin.read(kept), kept.token).toBeUndefined();
  });
});

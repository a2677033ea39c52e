import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, rawAzure, type RawAzure } from "./raw-client";

let azure: RawAzure;
const v = "api-version=2024-10-01";
beforeAll(async () => {
  azure = await rawAzure();
  const network = {
    location: "westeurope",
    properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } },
  };
  await azure.sendAndWait(
    "PUT",
    `${azure.group}/providers/Microsoft.Network/virtualNetworks/taken?${v}`,
    network,
  );
  const vault = { location: "westeurope", sku: { name: "RS0" }, properties: {} };
  await azure.sendAndWait("PUT", `${azure.group}/providers/Microsoft.RecoveryServices/vaults/v1?${v}`, vault);
  const account = { location: "westeurope", kind: "StorageV2", sku: { name: "Standard_LRS" } };
  await azure.sendAndWait(
    "PUT",
    `${azure.group}/providers/Microsoft.Storage/storageAccounts/takenname?${v}`,
    account,
  );
});
afterAll(() => azure.close());

const account = { location: "westeurope", kind: "StorageV2", sku: { name: "Standard_LRS" } };
const network = (prefixes: string[], subnets: object[] = []) => ({
  location: "westeurope",
  properties: { addressSpace: { addressPrefixes: prefixes }, subnets },
});
const rule = (priority: number, direction = "Inbound") => ({
  name: `r${priority}${direction}`,
  properties: { access: "Allow", direction, priority, protocol: "Tcp" },
});

describe("refusals of Azure Resource Manager", () => {
  it.each<[string, string, string, object | undefined, number, string]>([
    [
      "no api-version",
      "GET",
      "G/providers/Microsoft.Network/virtualNetworks",
      undefined,
      400,
      "MissingApiVersionParameter",
    ],
    [
      "an api-version that is no date",
      "GET",
      "G/providers/Microsoft.Network/virtualNetworks?api-version=2024-13-01",
      undefined,
      400,
      "InvalidApiVersionParameter",
    ],
    [
      "an unknown subscription",
      "GET",
      `/subscriptions/99999999-0000-4000-8000-000000000000/resourceGroups/rg1?${v}`,
      undefined,
      404,
      "SubscriptionNotFound",
    ],
    ["an unknown group", "GET", `S/resourceGroups/nope?${v}`, undefined, 404, "ResourceGroupNotFound"],
    [
      "something in an unknown group",
      "PUT",
      `S/resourceGroups/nope/providers/Microsoft.Storage/storageAccounts/abc?${v}`,
      account,
      404,
      "ResourceGroupNotFound",
    ],
    [
      "deletion of an unknown group",
      "DELETE",
      `S/resourceGroups/nope?${v}`,
      undefined,
      404,
      "ResourceGroupNotFound",
    ],
    [
      "an unknown resource",
      "GET",
      `G/providers/Microsoft.Storage/storageAccounts/abc?${v}`,
      undefined,
      404,
      "ResourceNotFound",
    ],
    [
      "a child of nothing",
      "PUT",
      `G/providers/Microsoft.Network/virtualNetworks/nope/subnets/s?${v}`,
      { properties: {} },
      404,
      "ParentResourceNotFound",
    ],
    [
      "the children of nothing",
      "GET",
      `G/providers/Microsoft.Network/virtualNetworks/nope/subnets?${v}`,
      undefined,
      404,
      "ParentResourceNotFound",
    ],
    [
      "a namespace that is none",
      "GET",
      `G/providers/Nonsense/things/x?${v}`,
      undefined,
      404,
      "InvalidResourceNamespace",
    ],
    [
      "a body that is no object",
      "PUT",
      `G/providers/Microsoft.Storage/storageAccounts/abc?${v}`,
      [],
      400,
      "InvalidRequestContent",
    ],
    [
      "no body",
      "PUT",
      `G/providers/Microsoft.Storage/storageAccounts/abc?${v}`,
      undefined,
      400,
      "InvalidRequestContent",
    ],
    [
      "no location",
      "PUT",
      `G/providers/Microsoft.Storage/storageAccounts/abc?${v}`,
      { kind: "StorageV2" },
      400,
      "LocationRequired",
    ],
    [
      "a location that is none",
      "PUT",
      `G/providers/Microsoft.Storage/storageAccounts/abc?${v}`,
      { ...account, location: "atlantis" },
      400,
      "LocationNotAvailableForResourceType",
    ],
    [
      "a move to another region",
      "PUT",
      `G/providers/Microsoft.Storage/storageAccounts/takenname?${v}`,
      { ...account, location: "eastus" },
      409,
      "InvalidResourceLocation",
    ],
    ["a move of the group", "PUT", `G?${v}`, { location: "eastus" }, 409, "InvalidResourceGroupLocation"],
    [
      "a method nobody offers",
      "PATCH",
      `G/providers/Microsoft.Network/virtualNetworks/taken/subnets/s?${v}`,
      {},
      405,
      "MethodNotAllowed",
    ],
    [
      "an unknown action",
      "POST",
      `G/providers/Microsoft.Storage/storageAccounts/takenname/explode?${v}`,
      {},
      404,
      "InvalidResourceType",
    ],
    [
      "an account name with capitals",
      "PUT",
      `G/providers/Microsoft.Storage/storageAccounts/Abc?${v}`,
      account,
      400,
      "AccountNameInvalid",
    ],
    [
      "an account name somebody has",
      "PUT",
      `S/resourceGroups/rg2/providers/Microsoft.Storage/storageAccounts/takenname?${v}`,
      account,
      409,
      "StorageAccountAlreadyTaken",
    ],
    [
      "a SKU its kind has not",
      "PUT",
      `G/providers/Microsoft.Storage/storageAccounts/abc?${v}`,
      { ...account, sku: { name: "Premium_ZRS" } },
      400,
      "InvalidValuesForRequestParameters",
    ],
    [
      "from standard to premium",
      "PATCH",
      `G/providers/Microsoft.Storage/storageAccounts/takenname?${v}`,
      { sku: { name: "Premium_LRS" } },
      409,
      "AccountTypeChangeNotAllowed",
    ],
    [
      "host bits in a prefix",
      "PUT",
      `G/providers/Microsoft.Network/virtualNetworks/n?${v}`,
      network(["10.0.0.1/16"]),
      400,
      "InvalidAddressPrefixFormat",
    ],
    [
      "a subnet outside",
      "PUT",
      `G/providers/Microsoft.Network/virtualNetworks/n?${v}`,
      network(["10.0.0.0/16"], [{ name: "a", properties: { addressPrefix: "10.1.0.0/24" } }]),
      400,
      "NetcfgSubnetRangeOutsideVnet",
    ],
    [
      "subnets that overlap",
      "PUT",
      `G/providers/Microsoft.Network/virtualNetworks/n?${v}`,
      network(
        ["10.0.0.0/16"],
        [
          { name: "a", properties: { addressPrefix: "10.0.0.0/24" } },
          { name: "b", properties: { addressPrefix: "10.0.0.128/25" } },
        ],
      ),
      400,
      "NetcfgSubnetRangesOverlap",
    ],
    [
      "a subnet's group that is none",
      "PUT",
      `G/providers/Microsoft.Network/virtualNetworks/taken/subnets/s?${v}`,
      {
        properties: {
          addressPrefix: "10.0.9.0/24",
          networkSecurityGroup: {
            id: "/subscriptions/x/resourceGroups/y/providers/Microsoft.Network/networkSecurityGroups/z",
          },
        },
      },
      400,
      "InvalidResourceReference",
    ],
    [
      "two rules of one priority",
      "PUT",
      `G/providers/Microsoft.Network/networkSecurityGroups/g?${v}`,
      { location: "westeurope", properties: { securityRules: [rule(100), { ...rule(100), name: "other" }] } },
      400,
      "SecurityRuleConflict",
    ],
    [
      "a priority out of range",
      "PUT",
      `G/providers/Microsoft.Network/networkSecurityGroups/g?${v}`,
      { location: "westeurope", properties: { securityRules: [rule(99)] } },
      400,
      "SecurityRuleInvalidPriority",
    ],
    [
      "a vault name that is none",
      "PUT",
      `G/providers/Microsoft.RecoveryServices/vaults/1v?${v}`,
      { location: "westeurope", sku: { name: "RS0" } },
      400,
      "InvalidResourceName",
    ],
    [
      "a vault's identity that does not exist",
      "PUT",
      `G/providers/Microsoft.RecoveryServices/vaults/v2?${v}`,
      {
        location: "westeurope",
        sku: { name: "RS0" },
        identity: { type: "UserAssigned", userAssignedIdentities: { "/subscriptions/x": {} } },
      },
      400,
      "FailedIdentityOperation",
    ],
    [
      "a fabric in a vault never used",
      "GET",
      `G/providers/Microsoft.RecoveryServices/vaults/v1/replicationFabrics/f?${v}`,
      undefined,
      400,
      "BadRequest",
    ],
    [
      "a role assignment without a GUID",
      "PUT",
      `G/providers/Microsoft.Authorization/roleAssignments/mine?${v}`,
      { properties: {} },
      400,
      "InvalidRoleAssignmentId",
    ],
    [
      "a role that does not exist",
      "PUT",
      `G/providers/Microsoft.Authorization/roleAssignments/aaaaaaaa-0000-4000-8000-000000000001?${v}`,
      {
        properties: {
          principalId: "aaaaaaaa-0000-4000-8000-000000000002",
          roleDefinitionId: "/x/aaaaaaaa-0000-4000-8000-000000000003",
        },
      },
      400,
      "RoleDefinitionDoesNotExist",
    ],
    [
      "a diagnostic setting without a sink",
      "PUT",
      `G/providers/Microsoft.RecoveryServices/vaults/v1/providers/Microsoft.Insights/diagnosticSettings/d?${v}`,
      { properties: { logs: [] } },
      400,
      "BadRequest",
    ],
    [
      "a retention no workspace has",
      "PUT",
      `G/providers/Microsoft.OperationalInsights/workspaces/logs?${v}`,
      { location: "westeurope", properties: { retentionInDays: 900 } },
      400,
      "InvalidParameter",
    ],
  ])("answers %s", async (_what, method, path, body, status, code) => {
    await azure.send("PUT", `${azure.group.replace(/rg1$/, "rg2")}?${v}`, { location: "westeurope" });
    const subscription = `/subscriptions/${azure.simulator.subscriptionId}`;
    const address = path.replace(/^G/, azure.group).replace(/^S\//, `${subscription}/`);
    const answer = await azure.send(method, address, body);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(answer.headers["x-ms-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("puts the service's own code of Site Recovery into the details", async () => {
    const path = `${azure.group}/providers/Microsoft.RecoveryServices/vaults/v1`;
    const detail = async (address: string) => {
      const answer = await azure.send("GET", address);
      const { error } = answer.body as { error: { code: string; details: { code: string }[] } };
      return [answer.status, error.code, error.details[0]?.code];
    };
    const before = await detail(`${path}/replicationFabrics/f?${v}`);
    expect(before).toEqual([400, "BadRequest", "SubscriptionIdNotRegisteredWithSrs"]);
    await azure.sendAndWait("PUT", `${path}/replicationPolicies/p?${v}`, {
      properties: { providerSpecificInput: { instanceType: "A2A", multiVmSyncStatus: "Enable" } },
    });
    expect(await detail(`${path}/replicationFabrics/f?${v}`)).toEqual([
      404,
      "NotFound",
      "FabricArmEntityMissing",
    ]);
  });

  it("leaves no trace of a network that was refused", async () => {
    const subnet = {
      addressPrefix: "10.7.0.0/24",
      routeTable: { id: `${azure.group}/providers/Microsoft.Network/routeTables/none` },
    };
    const target = `${azure.group}/providers/Microsoft.Network/virtualNetworks/refused?${v}`;
    const answer = await azure.send(
      "PUT",
      target,
      network(["10.7.0.0/16"], [{ name: "a", properties: subnet }]),
    );
    expect(codeOf(answer)).toBe("InvalidResourceReference");
    expect((await azure.send("GET", target)).status).toBe(404);
  });

  it("tells a lock's scope and lets go once the lock is gone", async () => {
    const lock = `${azure.group}/providers/Microsoft.Authorization/locks/keep?api-version=2020-05-01`;
    const target = `${azure.group}/providers/Microsoft.Network/virtualNetworks/locked?${v}`;
    await azure.sendAndWait("PUT", target, network(["10.9.0.0/16"]));
    expect((await azure.send("PUT", lock, { properties: { level: "CanNotDelete" } })).status).toBe(201);
    expect(codeOf(await azure.send("DELETE", target))).toBe("ScopeLocked");
    expect(codeOf(await azure.send("DELETE", `${azure.group}?${v}`))).toBe("ScopeLocked");
    expect((await azure.sendAndWait("PUT", target, network(["10.9.0.0/16"]))).status).toBe(200);
    expect((await azure.send("PUT", lock, { properties: { level: "ReadOnly" } })).status).toBe(200);
    expect(codeOf(await azure.send("PUT", target, network(["10.9.0.0/16"])))).toBe("ScopeLocked");
    expect((await azure.send("DELETE", lock)).status).toBe(200);
    await azure.sendAndWait("DELETE", target);
    expect((await azure.send("GET", target)).status).toBe(404);
  });

  it("honours If-Match and If-None-Match", async () => {
    const target = `${azure.group}/providers/Microsoft.Network/virtualNetworks/conditional?${v}`;
    const made = await azure.send("PUT", target, network(["10.8.0.0/16"]), { "if-none-match": "*" });
    expect(made.status).toBe(201);
    expect(codeOf(await azure.send("PUT", target, network(["10.8.0.0/16"]), { "if-none-match": "*" }))).toBe(
      "PreconditionFailed",
    );
    expect(codeOf(await azure.send("PUT", target, network(["10.8.0.0/16"]), { "if-match": 'W/"old"' }))).toBe(
      "PreconditionFailed",
    );
    await azure.send("GET", String(made.headers["azure-asyncoperation"]));
    const etag = String((await azure.send("GET", target)).headers["etag"]);
    expect((await azure.send("PUT", target, network(["10.8.0.0/16"]), { "if-match": etag })).status).toBe(
      200,
    );
  });
});

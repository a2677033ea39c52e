import { describe, expect, it } from "vitest";
import { diff } from "../../../simulator/azure-native/operations/diff";
import { findModelledType } from "../../../simulator/azure-native/types/type-table";
import { SecretValue, unknown, type PropertyMap } from "../../../plugin-protocol/property-value";

function typeNamed(module: string, name: string) {
  const type = findModelledType({ module, name });
  if (type === undefined) throw new Error(`${module}:${name} is not modelled.`);
  return type;
}

const vault = typeNamed("recoveryservices", "Vault");
const subnetId =
  "/subscriptions/s/resourceGroups/RG/providers/Microsoft.Network/virtualNetworks/v/subnets/one";
const before: PropertyMap = {
  resourceGroupName: "rg",
  vaultName: "rsv",
  location: "westeurope",
  tags: { stage: "one", "a.b": "x" },
  properties: { publicNetworkAccess: "Enabled", list: [1, 2], subnet: subnetId },
  azureApiVersion: "2024-10-01",
};

describe("diff", () => {
  it.each<[string, PropertyMap, Record<string, string>, string[]]>([
    ["nothing", {}, {}, []],
    ["a tag", { tags: { stage: "two", "a.b": "x" } }, { "tags.stage": "update" }, []],
    ["an added tag", { tags: { stage: "one", "a.b": "x", who: "me" } }, { "tags.who": "add" }, []],
    ["a removed tag", { tags: { stage: "one" } }, { 'tags["a.b"]': "delete" }, []],
    [
      "a longer list",
      { properties: { ...(before["properties"] as PropertyMap), list: [1, 2, 3] } },
      { "properties.list[2]": "add" },
      [],
    ],
    ["a value to come", { tags: unknown }, { tags: "update" }, []],
    [
      "an id in other case",
      { properties: { ...(before["properties"] as PropertyMap), subnet: subnetId.toLowerCase() } },
      {},
      [],
    ],
    ["the same, secret", { tags: new SecretValue({ stage: "one", "a.b": "x" }) }, {}, []],
    ["a region spelt otherwise", { location: "West Europe" }, {}, []],
    ["another region", { location: "northeurope" }, { location: "update" }, ["location"]],
    ["another name", { vaultName: "rsv2" }, { vaultName: "update" }, ["vaultName"]],
    [
      "a group to come",
      { resourceGroupName: unknown },
      { resourceGroupName: "update" },
      ["resourceGroupName"],
    ],
  ])("finds %s", (_, change, changes, replaces) => {
    const result = diff(vault, before, { ...before, ...change });
    expect(Object.fromEntries([...result.changes].map(([path, one]) => [path, one.change]))).toEqual(changes);
    expect(result.replaces).toEqual(replaces);
    expect([...result.changes.values()].every((one) => one.replaces === replaces.length > 0)).toBe(true);
    expect(result.deleteBeforeReplace).toBe(replaces.length > 0);
  });

  it("keeps the old one until the new one stands where the name was made up", () => {
    const named = { ...before, __createBeforeDelete: true };
    expect(diff(vault, named, { ...named, location: "northeurope" }).deleteBeforeReplace).toBe(false);
  });

  it("updates a role assignment's principal: only path and region replace", () => {
    const type = typeNamed("authorization", "RoleAssignment");
    const inputs = {
      scope: "/subscriptions/s",
      roleAssignmentName: "g",
      principalId: "p",
      roleDefinitionId: "r",
    };
    expect(diff(type, inputs, { ...inputs, principalId: "q" }).replaces).toEqual([]);
    expect(diff(type, inputs, { ...inputs, scope: "/subscriptions/t" }).replaces).toEqual(["scope"]);
    expect(diff(type, inputs, { ...inputs, scope: "/SUBSCRIPTIONS/S" }).changes.size).toBe(0);
  });
});

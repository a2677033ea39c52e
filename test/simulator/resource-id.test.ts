import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { parseArmPath, parseResourceId, sameId } from "../../simulator/arm/resource-id";
import { ownerKeyOf } from "../../simulator/store/resource";

const vault = "/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v";

describe("parseArmPath", () => {
  it.each([
    ["/subscriptions/s", { kind: "built-in", scope: "/subscriptions/s", segments: [] }],
    ["/subscriptions", { kind: "built-in", scope: "", segments: ["subscriptions"] }],
    ["/subscriptions/s/locations", { kind: "built-in", scope: "/subscriptions/s", segments: ["locations"] }],
    ["/subscriptions/s/providers", { kind: "built-in", segments: ["providers"] }],
    ["/subscriptions/s/resourcegroups", { kind: "built-in", segments: ["resourcegroups"] }],
    [
      "/subscriptions/s/resourceGroups/g/resources",
      { kind: "built-in", resourceGroup: "g", segments: ["resources"] },
    ],
    [
      "/SUBSCRIPTIONS/s/ResourceGroups/g",
      { kind: "resource", id: { type: "Microsoft.Resources/resourceGroups", name: "g" } },
    ],
    ["/subscriptions/s/providers/Microsoft.Storage", { kind: "namespace", namespace: "Microsoft.Storage" }],
    [
      "/subscriptions/s/providers/Microsoft.Storage/checkNameAvailability",
      { kind: "segment", segment: "checkNameAvailability", scope: "/subscriptions/s" },
    ],
    [
      `${vault}/replicationFabrics`,
      { kind: "segment", parentId: vault, type: "Microsoft.RecoveryServices/vaults/replicationFabrics" },
    ],
    [
      `${vault}/replicationFabrics/f/remove`,
      { kind: "segment", segment: "remove", parentId: `${vault}/replicationFabrics/f` },
    ],
    [
      `${vault}/providers/Microsoft.Insights/diagnosticSettings/d`,
      { kind: "resource", id: { type: "Microsoft.Insights/diagnosticSettings", scope: vault, name: "d" } },
    ],
    [
      "/providers/Microsoft.Authorization/roleDefinitions/x",
      { kind: "resource", id: { scope: "", type: "Microsoft.Authorization/roleDefinitions" } },
    ],
    ["/subscriptions/%zz", { kind: "malformed" }],
  ])("reads %s", (path, expected) => {
    expect(parseArmPath(path)).toMatchObject(expected);
  });

  it("keeps the spelling and compares without it", () => {
    const id = parseResourceId(`${vault}/replicationFabrics/My%20Fabric/`);
    expect(id).toMatchObject({
      name: "My Fabric",
      names: ["v", "My Fabric"],
      parentId: vault,
      resourceGroup: "g",
    });
    expect(id?.key).toBe(`${vault}/replicationFabrics/My Fabric`.toLowerCase());
    expect(sameId(`${vault}/`, vault.toUpperCase())).toBe(true);
    expect(sameId(vault, `${vault}x`)).toBe(false);
  });

  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/).filter((word) => word !== "providers");
  test.prop([fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 5 }), fc.boolean()])(
    "gives every resource the owner the store files it under",
    (pairs, isExtension) => {
      const scope = isExtension ? vault : "/subscriptions/s/resourceGroups/g";
      const path = `${scope}/providers/Microsoft.Any/${pairs.flat().join("/")}`;
      const id = parseResourceId(path);
      expect(id?.names).toEqual(pairs.map(([, last]) => last));
      expect(ownerKeyOf(id?.key ?? "")).toBe((id?.parentId ?? id?.scope ?? "").toLowerCase());
    },
  );
});

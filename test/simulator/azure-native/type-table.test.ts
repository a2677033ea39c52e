import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parametersOf, resourcePath } from "../../../simulator/azure-native/arm/resource-path";
import { packageSchema } from "../../../simulator/azure-native/service/package-schema";
import { nameParameter, pathParameters } from "../../../simulator/azure-native/types/resource-type";
import { findModelledType, modelledTypes } from "../../../simulator/azure-native/types/type-table";
import { parseToken } from "../../../simulator/azure-native/types/token";

const reference = process.env["ASR_REFERENCE"] ?? join(__dirname, "../../../../shared");
const described = join(reference, "azure-examples/AZURE-NATIVE.md");

describe("tokens", () => {
  it.each([
    ["azure-native:storage:StorageAccount", { module: "storage", name: "StorageAccount" }],
    [
      "azure-native:storage/v20230101:StorageAccount",
      { module: "storage", name: "StorageAccount", apiVersion: "2023-01-01" },
    ],
    [
      "azure-native:monitor/v20210501preview:DiagnosticSetting",
      { module: "monitor", name: "DiagnosticSetting", apiVersion: "2021-05-01-preview" },
    ],
    [
      "azure-native_recoveryservices_v20240401:recoveryservices:Vault",
      { module: "recoveryservices", name: "Vault", apiVersion: "2024-04-01" },
    ],
    [
      "azure-native_recoveryservices_v20240401:recoveryservices/v20240401:Vault",
      { module: "recoveryservices", name: "Vault", apiVersion: "2024-04-01" },
    ],
  ])("%s", (token, expected) => {
    expect(parseToken(token)).toEqual(expected);
  });

  it.each(["aws:s3:Bucket", "azure-native", "azure-native:storage", "azure:storage:Account"])(
    "refuses %s",
    (token) => {
      expect(() => parseToken(token)).toThrow(`${token} is no token of azure-native`);
    },
  );

  it("finds a type under its older names", () => {
    expect(findModelledType({ module: "insights", name: "DiagnosticSetting" })?.name).toBe(
      "monitor:DiagnosticSetting",
    );
    expect(findModelledType({ module: "network", name: "PrivateZone" })?.name).toBe("privatedns:PrivateZone");
    expect(findModelledType({ module: "network", name: "Nothing" })).toBeUndefined();
  });
});

describe("the type table", () => {
  it.each(modelledTypes.map((type) => [type.name, type] as const))("%s is consistent", (_, type) => {
    const inputs = [...type.required, ...type.optional];
    expect(new Set(inputs).size).toBe(inputs.length);
    for (const parameter of pathParameters(type)) expect(inputs).toContain(parameter);
    // Everything said about a part of an input names an input or output that exists.
    const named = [
      ...Object.keys(type.renames),
      ...type.readOnly.filter((path) => !path.startsWith("identity.")),
      ...type.differing,
      ...type.children,
    ];
    for (const path of named) expect([...inputs, ...type.outputs]).toContain(path.split(".")[0]);
  });

  it.each(modelledTypes.map((type) => [type.name, type] as const))(
    "%s is found again in its id",
    (_, type) => {
      const inputs = Object.fromEntries(
        pathParameters(type).map((name) => [
          name,
          name === "scope" || name === "resourceUri" ? "/subscriptions/s/resourceGroups/g" : `the ${name}`,
        ]),
      );
      const id = resourcePath(type, inputs, "sub");
      expect(parametersOf(type, id.toUpperCase().replaceAll("%20", " ").toLowerCase())).toEqual(
        Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, value.toLowerCase()])),
      );
      if (nameParameter(type) !== undefined)
        expect(() => resourcePath(type, {}, "sub")).toThrow(`${type.name} needs`);
    },
  );

  it.skipIf(!existsSync(described))("has every type, input and API version of the reference", () => {
    const blocks = readFileSync(described, "utf8")
      .split(/\n(?=\*\*`azure-native:)/)
      .slice(1);
    expect(blocks.length).toBeGreaterThan(80);
    for (const block of blocks) {
      const [, token = "", apiVersion = ""] = /^\*\*`([^`]+)`\*\* — default API (\S+)/.exec(block) ?? [];
      const type = findModelledType(parseToken(token));
      expect(type, token).toBeDefined();
      expect(type?.apiVersion, token).toBe(apiVersion);
      expect([...(type?.required ?? [])].sort(), token).toEqual(listed(block, "req"));
      expect([...(type?.optional ?? [])].sort(), token).toEqual(listed(block, "optional"));
      expect([...(type?.outputs ?? [])].sort(), token).toEqual(listed(block, "outputs +"));
    }
  });

  it("is published as the package's schema", () => {
    const schema = packageSchema("3.28.0") as {
      resources: Record<string, { requiredInputs: readonly string[] }>;
    };
    expect(Object.keys(schema.resources)).toHaveLength(modelledTypes.length);
    expect(schema.resources["azure-native:storage:StorageAccount"]?.requiredInputs).toEqual([
      "kind",
      "resourceGroupName",
      "sku",
    ]);
  });
});

function listed(block: string, label: string): readonly string[] {
  const line = block.split("\n").find((one) => one.startsWith(`- ${label}: `)) ?? "";
  const text = line.slice(`- ${label}: `.length);
  return text.startsWith("(") ? [] : text.split(", ").sort();
}

import { CheckRequest } from "@pulumi/pulumi/proto/provider_pb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../../simulator/server";
import { SecretValue, unknown } from "../../../plugin-protocol/property-value";
import { startPlugin, type PluginClient } from "./plugin-client";

describe("check", () => {
  let simulator: Simulator;
  let plugin: PluginClient;
  beforeAll(async () => {
    simulator = await startSimulator();
    plugin = await startPlugin(simulator.environment());
    await plugin.make("azure-native:resources:ResourceGroup", "rg", {
      resourceGroupName: "rg-check",
      location: "northeurope",
    });
  });
  afterAll(async () => {
    await plugin.close();
    await simulator.close();
  });

  const vault = "azure-native:recoveryservices:Vault";
  const inGroup = { resourceGroupName: "rg-check" };

  it("accepts secrets, resources and outputs, and previews", () => {
    expect(plugin.configured.toObject()).toMatchObject({
      acceptsecrets: true,
      acceptresources: true,
      acceptoutputs: true,
      supportspreview: true,
    });
  });

  it("names the last path parameter: logical name and eight digits of the seed", async () => {
    const first = await plugin.check(vault, "dr", inGroup, { seed: new Uint8Array([1]) });
    expect(first.inputs["vaultName"]).toMatch(/^dr[0-9a-f]{8}$/);
    const again = await plugin.check(vault, "dr", inGroup, { seed: new Uint8Array([1]) });
    expect(again.inputs["vaultName"]).toBe(first.inputs["vaultName"]);
    const other = await plugin.check(vault, "dr", inGroup, { seed: new Uint8Array([2]) });
    expect(other.inputs["vaultName"]).not.toBe(first.inputs["vaultName"]);
    const sibling = await plugin.check(vault, "do", inGroup, { seed: new Uint8Array([1]) });
    expect((sibling.inputs["vaultName"] as string).slice(2)).not.toBe(
      (first.inputs["vaultName"] as string).slice(2),
    );
  });

  it("keeps a name it gave before, and one that is written", async () => {
    const { inputs: before } = await plugin.check(vault, "dr", inGroup, { seed: new Uint8Array([1]) });
    const later = await plugin.check(vault, "dr", inGroup, { before, seed: new Uint8Array([2]) });
    expect(later.inputs["vaultName"]).toBe(before["vaultName"]);
    const written = await plugin.check(vault, "dr", { ...inGroup, vaultName: "rsv" }, { before });
    expect(written.inputs["vaultName"]).toBe("rsv");
  });

  it("names a role assignment with a GUID", async () => {
    const { inputs } = await plugin.check("azure-native:authorization:RoleAssignment", "role", {
      scope: "/subscriptions/s",
      principalId: unknown,
      roleDefinitionId: "r",
    });
    expect(inputs["roleAssignmentName"]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(inputs["principalId"]).toBe(unknown);
  });

  const { Mode } = CheckRequest.AutonamingOptions;
  it.each([
    [Mode.PROPOSE, "dr-proposed"],
    [Mode.ENFORCE, "dr-proposed"],
    [Mode.DISABLE, undefined],
  ])("follows the project's own naming (mode %i)", async (mode, name) => {
    const autonaming = new CheckRequest.AutonamingOptions();
    autonaming.setMode(mode);
    autonaming.setProposedName("dr-proposed");
    const { inputs, failures } = await plugin.check(vault, "dr", inGroup, { autonaming });
    expect(inputs["vaultName"]).toBe(name);
    expect(failures.map((failure) => failure.property)).toEqual(name === undefined ? ["vaultName"] : []);
  });

  it("takes the resource group's region where none is written", async () => {
    expect((await plugin.check(vault, "dr", inGroup)).inputs["location"]).toBe("northeurope");
    expect((await plugin.check(vault, "dr", { ...inGroup, location: "uksouth" })).inputs["location"]).toBe(
      "uksouth",
    );
    expect((await plugin.check(vault, "dr", { resourceGroupName: unknown })).inputs["location"]).toBe(
      unknown,
    );
    const policy = await plugin.check("azure-native:recoveryservices:ReplicationPolicy", "p", {
      ...inGroup,
      resourceName: "v",
    });
    expect(policy.inputs).not.toHaveProperty("location");
  });

  it("takes the configured region first", async () => {
    const configured = await startPlugin(simulator.environment(), { location: "francecentral" });
    try {
      expect((await configured.check(vault, "dr", inGroup)).inputs["location"]).toBe("francecentral");
    } finally {
      await configured.close();
    }
  });

  it.each([
    ["azure-native:storage:StorageAccount", { sku: { name: "Standard_LRS" } }, ["kind", "resourceGroupName"]],
    ["azure-native:recoveryservices:ReplicationRecoveryPlan", inGroup, ["properties", "resourceName"]],
    ["azure-native:resources:ResourceGroup", {}, ["location"]],
    ["azure-native:monitor:DiagnosticSetting", {}, ["resourceUri"]],
  ])("names what %s lacks", async (token, inputs, missing) => {
    const { failures } = await plugin.check(token, "x", inputs);
    expect(failures.map((failure) => failure.property)).toEqual(missing);
    expect(failures[0]?.reason).toContain(`missing required property '${missing[0] ?? ""}'`);
  });

  it("keeps secrets and unknowns as they are, at any depth", async () => {
    const tags = { owner: new SecretValue("someone"), id: unknown };
    const { inputs } = await plugin.check(vault, "dr", {
      ...inGroup,
      tags,
      properties: new SecretValue({ a: 1 }),
    });
    expect(inputs["tags"]).toEqual(tags);
    expect(inputs["properties"]).toEqual(new SecretValue({ a: 1 }));
  });

  it("takes the API version from a versioned token", async () => {
    const token = "azure-native:storage/v20230101:StorageAccount";
    const { inputs } = await plugin.check(token, "s", {
      ...inGroup,
      kind: "StorageV2",
      sku: { name: "Standard_LRS" },
    });
    expect(inputs["azureApiVersion"]).toBe("2023-01-01");
  });

  it("refuses what is not modelled when it has to be strict", async () => {
    const strict = await startPlugin({ ...simulator.environment(), ASR_SIMULATOR_STRICT: "1" });
    try {
      const { failures } = await strict.check("azure-native:web:WebApp", "site", inGroup);
      expect(failures[0]?.reason).toBe(
        "The simulator does not model azure-native:web:WebApp, and --strict was given.",
      );
      expect((await plugin.check("azure-native:web:WebApp", "site", inGroup)).failures).toEqual([]);
    } finally {
      await strict.close();
    }
  });
});

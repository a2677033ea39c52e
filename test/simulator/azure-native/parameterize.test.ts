import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../../simulator/server";
import { startPlugin, type PluginClient } from "./plugin-client";

describe("a package generated for one module at one API version", () => {
  let simulator: Simulator;
  let plugin: PluginClient;
  beforeAll(async () => {
    simulator = await startSimulator();
    plugin = await startPlugin(simulator.environment());
  });
  afterAll(async () => {
    await plugin.close();
    await simulator.close();
  });

  const parameterized = async (...args: readonly string[]) => {
    const request = new messages.ParameterizeRequest();
    const parameters = new messages.ParameterizeRequest.ParametersArgs();
    parameters.setArgsList([...args]);
    request.setArgs(parameters);
    return plugin.call<messages.ParameterizeResponse>((done) => plugin.client.parameterize(request, done));
  };
  const schema = async () => {
    const response = await plugin.call<messages.GetSchemaResponse>((done) =>
      plugin.client.getSchema(new messages.GetSchemaRequest(), done),
    );
    return JSON.parse(response.getSchema()) as {
      readonly name: string;
      readonly resources: Readonly<Record<string, unknown>>;
      readonly parameterization: { readonly parameter: string };
    };
  };

  it.each([["v20230101"], ["2023-01-01"]])("has its own name and tokens (%s)", async (version) => {
    expect((await parameterized("storage", version)).toObject()).toEqual({
      name: "azure-native_storage_v20230101",
      version: "3.28.0",
    });
    const { name, resources } = await schema();
    expect(name).toBe("azure-native_storage_v20230101");
    expect(Object.keys(resources)).toContain("azure-native_storage_v20230101:storage:StorageAccount");
    expect(Object.keys(resources).every((token) => token.includes(":storage:"))).toBe(true);
  });

  it("is recognised again by the value that the package carries", async () => {
    await parameterized("storage", "v20230101");
    const carried = Buffer.from((await schema()).parameterization.parameter, "base64");
    const request = new messages.ParameterizeRequest();
    const value = new messages.ParameterizeRequest.ParametersValue();
    value.setName("azure-native_storage_v20230101");
    value.setVersion("3.28.0");
    value.setValue(carried);
    request.setValue(value);
    const response = await plugin.call<messages.ParameterizeResponse>((done) =>
      plugin.client.parameterize(request, done),
    );
    expect(response.getName()).toBe("azure-native_storage_v20230101");
  });

  it("makes resources at that version", async () => {
    await plugin.make("azure-native:resources:ResourceGroup", "rg", {
      resourceGroupName: "rg",
      location: "westeurope",
    });
    const kept = await plugin.make("azure-native_storage_v20230101:storage:StorageAccount", "s", {
      resourceGroupName: "rg",
      accountName: "stversioned",
      kind: "StorageV2",
      sku: { name: "Standard_LRS" },
    });
    expect(kept.outputs).toMatchObject({ azureApiVersion: "2023-01-01", name: "stversioned" });
  });

  it.each([
    [["storage"], "azure-native takes a module and an API version, such as storage v20240101, not: storage."],
    [["storage", "newest"], "azure-native takes a module and an API version"],
    [["nothing", "v20230101"], "The simulator models no type of the module nothing."],
  ])("refuses %j", async (args, message) => {
    await expect(parameterized(...args)).rejects.toThrow(message);
  });
});

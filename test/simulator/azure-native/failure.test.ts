import type { ServiceError } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { afterEach, describe, expect, it } from "vitest";
import { readProperties } from "../../../plugin-protocol/wire-format";
import { startFakeArm, type Answer, type Seen } from "./fake-arm";
import { startPlugin, type PluginClient } from "./plugin-client";

const vaultId = "/subscriptions/sub/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/rsv";
const vault = "azure-native:recoveryservices:Vault";
const inputs = {
  resourceGroupName: "rg",
  vaultName: "rsv",
  location: "westeurope",
  azureApiVersion: "2024-10-01",
};

describe("a service that fails", () => {
  let fake: Awaited<ReturnType<typeof startFakeArm>> | undefined;
  let plugin: PluginClient | undefined;
  afterEach(async () => {
    await plugin?.close();
    await fake?.close();
  });

  async function started(answer: (request: Seen, origin: string) => Answer): Promise<PluginClient> {
    fake = await startFakeArm(answer);
    plugin = await startPlugin(fake.environment);
    return plugin;
  }

  async function failureOf(promise: Promise<unknown>): Promise<ServiceError> {
    const error: unknown = await promise.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    return error as ServiceError;
  }

  it("leaves nothing in the state when the service refuses", async () => {
    const plugin = await started((request) =>
      request.method === "PUT"
        ? { status: 400, body: { error: { code: "InvalidSku", message: "No such SKU." } } }
        : { status: 404, body: {} },
    );
    const error = await failureOf(plugin.create(vault, "vault", inputs));
    expect(error.details).toBe(`PUT ${vaultId}: 400 InvalidSku: No such SKU.`);
    expect(error.metadata.get("grpc-status-details-bin")).toEqual([]);
  });

  it("hands the half-made resource over when the service accepts and then fails", async () => {
    let accepted = false;
    const plugin = await started((request, origin) => {
      if (request.method === "PUT") {
        accepted = true;
        return {
          status: 201,
          headers: { "azure-asyncoperation": `${origin}/op`, "retry-after": "0" },
          body: {},
        };
      }
      if (request.url.startsWith("/op")) {
        return {
          status: 200,
          body: { status: "Failed", error: { code: "Stuck", message: "It got stuck." } },
        };
      }
      if (!accepted) return { status: 404, body: {} };
      return { status: 200, body: { id: vaultId, name: "rsv", properties: { provisioningState: "Failed" } } };
    });
    const error = await failureOf(plugin.create(vault, "vault", inputs));
    const [packed] = error.metadata.get("grpc-status-details-bin");
    const any = Status.deserializeBinary(packed as Buffer).getDetailsList()[0];
    expect(any?.getTypeName()).toBe("pulumirpc.ErrorResourceInitFailed");
    const left = ErrorResourceInitFailed.deserializeBinary(any?.getValue_asU8() ?? new Uint8Array());
    expect(left.getId()).toBe(vaultId);
    expect(readProperties(left.getProperties())).toMatchObject({
      properties: { provisioningState: "Failed" },
    });
    expect(readProperties(left.getInputs())).toEqual(inputs);
    expect(left.getReasonsList()).toEqual([
      `PUT ${vaultId} was accepted and then failed: Stuck: It got stuck.`,
    ]);
  });

  it("updates with PUT of everything, also where the service has a PATCH", async () => {
    const plugin = await started((request) => ({
      status: 200,
      body: request.method === "PUT" ? request.body : { id: vaultId, name: "rsv", properties: {} },
    }));
    const kept = { token: vault, name: "vault", id: vaultId, inputs, outputs: {} };
    await plugin.update(kept, { ...inputs, tags: { stage: "two" }, sku: { name: "RS0" } });
    const changes = fake?.seen.filter((request) => request.method !== "GET");
    expect(changes).toMatchObject([
      {
        method: "PUT",
        url: `${vaultId}?api-version=2024-10-01`,
        body: { location: "westeurope", tags: { stage: "two" }, sku: { name: "RS0" } },
      },
    ]);
    expect(changes?.[0]?.headers.authorization).toBe("Bearer e30.e30.e30");
  });

  it("stops waiting when the engine cancels", async () => {
    let polled: () => void = () => undefined;
    const polling = new Promise<void>((resolve) => (polled = resolve));
    const plugin = await started((request, origin) => {
      if (request.method === "DELETE") {
        return { status: 202, headers: { location: `${origin}/slow`, "retry-after": "0" } };
      }
      polled();
      return { status: 202, headers: { "retry-after": "3600" } };
    });
    const deleting = failureOf(
      plugin.delete({ token: vault, name: "vault", id: vaultId, inputs, outputs: {} }),
    );
    await polling;
    await plugin.call<Empty>((done) => plugin.client.cancel(new Empty(), done));
    expect((await deleting).details).toMatch(/abort|cancel/i);
  });

  it("says what is missing before anything is configured", async () => {
    await expect(startPlugin({})).rejects.toThrow("ASR_ARM_ENDPOINT is not set");
  });
});

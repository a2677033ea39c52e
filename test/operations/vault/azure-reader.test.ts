import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { AzureError } from "../../../azure/azure-error";
import { ArmClient } from "../../../azure/arm-client";
import { getFromArm } from "../../../operations/vault/arm-reads";
import { AzureReader } from "../../../operations/vault/azure-reader";

it("gives up a request that nobody answers, and says what it was for", async () => {
  // Takes connections and never says a word.
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const sockets: { destroy(): void }[] = [];
  server.on("connection", (socket) => sockets.push(socket.on("error", () => undefined)));
  try {
    const endpoint = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const arm = new ArmClient(endpoint, { endpoint, retryOptions: { maxRetries: 0 } });
    const reader = new AzureReader({ parallel: 1, requestTimeoutInSeconds: 0.05 });
    expect(
      await reader.read("Microsoft.X/read", (settings) => getFromArm(arm, "/x", "2024-01-01", settings)),
    ).toEqual({
      kind: "unknown",
      why: "timed-out",
      action: "Microsoft.X/read",
      message: "No answer within 0.05 s.",
    });
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});

it("says once what to do when nobody is signed in", async () => {
  const reader = new AzureReader({ parallel: 1, requestTimeoutInSeconds: 1 });
  const error = new Error("CredentialUnavailableError: Please run 'az login'");
  error.name = "AggregateAuthenticationError";
  const nobody = Object.assign(error, {
    errors: [new Error("Please run 'az login' from a command prompt.")],
  });
  const failure: unknown = await reader
    .read("a/read", () => Promise.reject(nobody))
    .catch((caught: unknown) => caught);
  expect(failure).toBeInstanceOf(AzureError);
  const { message } = failure as AzureError;
  expect(message.match(/set ARM_TENANT_ID|variables of a service principal\./g)).toEqual([
    "set ARM_TENANT_ID",
  ]);
  expect(message).not.toContain("Sign in again");
});

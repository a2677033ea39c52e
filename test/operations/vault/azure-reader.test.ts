import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
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

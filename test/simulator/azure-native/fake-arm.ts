import { createServer } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createCertificates } from "../../../simulator/http/certificate";

/** A request as it arrived. */
export interface Seen {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
}

/** What the service answers; `reset` breaks the connection. */
export type Answer =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string | undefined>>;
      readonly body?: unknown;
    }
  | "reset";

/** An Azure that answers what a test tells it to, for faults that the simulator does not produce. */
export async function startFakeArm(answer: (request: Seen, origin: string) => Answer) {
  const certificates = await createCertificates();
  const seen: Seen[] = [];
  const server = createServer(certificates.server, (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      if (request.url?.includes("/oauth2/")) {
        send(response, { status: 200, body: { access_token: "e30.e30.e30", expires_in: 3600 } });
        return;
      }
      const one: Seen = {
        method: request.method ?? "",
        url: request.url ?? "",
        headers: request.headers,
        body: text === "" ? undefined : (JSON.parse(text) as unknown),
      };
      seen.push(one);
      const answered = answer(one, origin);
      if (answered === "reset") request.socket.destroy();
      else send(response, answered);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    seen,
    environment: {
      ASR_ARM_ENDPOINT: origin,
      AZURE_AUTHORITY_HOST: origin,
      NODE_EXTRA_CA_CERTS: certificates.authorityFile,
      ARM_SUBSCRIPTION_ID: "sub",
      ARM_TENANT_ID: "tenant",
      ARM_CLIENT_ID: "client",
      ARM_CLIENT_SECRET: "client-secret",
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await certificates.discard();
    },
  };
}

function send(response: ServerResponse, answer: Exclude<Answer, "reset">): void {
  response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
}

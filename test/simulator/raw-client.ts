import { readFileSync } from "node:fs";
import { Agent, request } from "node:https";
import { startSimulator, type Simulator, type SimulatorOptions } from "../../simulator/server";

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed JSON, or `""` for an empty body. */
  readonly body: unknown;
}

/** A simulator and a client that sends exactly what it is told. */
export interface RawAzure {
  readonly simulator: Simulator;
  /** Sends a signed-in request; `path` is a path with query, or a whole address. */
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<RawAnswer>;
  /** Sends without signing in. */
  readonly sendUnsigned: (
    method: string,
    path: string,
    body?: string,
    headers?: Record<string, string>,
  ) => Promise<RawAnswer>;
  /** Sends, then polls whatever address the answer gives until the operation has ended; the last answer. */
  readonly sendAndWait: (method: string, path: string, body?: unknown) => Promise<RawAnswer>;
  readonly group: string;
  readonly close: () => Promise<void>;
}

/** Starts a simulator with a raw client and the resource group `rg1` in West Europe. */
export async function rawAzure(options: SimulatorOptions = {}): Promise<RawAzure> {
  const simulator = await startSimulator({
    seed: { schema: "asr-seed/1", resourceGroups: [{ name: "rg1", location: "westeurope" }] },
    ...options,
  });
  const agent = new Agent({ ca: readFileSync(simulator.certificateFile, "utf8"), keepAlive: true });
  const sendUnsigned: RawAzure["sendUnsigned"] = (method, path, body, headers) =>
    exchange(agent, new URL(path, simulator.endpoint), method, body, headers);
  const token = await tokenFrom(simulator, sendUnsigned);
  const send: RawAzure["send"] = (method, path, body, headers) =>
    sendUnsigned(method, path, body === undefined ? undefined : JSON.stringify(body), {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    });
  const sendAndWait: RawAzure["sendAndWait"] = async (method, path, body) => {
    const first = await send(method, path, body);
    const statusAddress = first.headers["azure-asyncoperation"];
    const address = statusAddress ?? first.headers["location"];
    if (typeof address !== "string") return first;
    for (;;) {
      const poll = await send("GET", address);
      const isOver =
        statusAddress === undefined
          ? poll.status !== 202
          : (poll.body as { readonly status: string }).status !== "InProgress";
      if (isOver) return poll;
    }
  };
  return {
    simulator,
    send,
    sendUnsigned,
    sendAndWait,
    group: `/subscriptions/${simulator.subscriptionId}/resourceGroups/rg1`,
    close: async () => {
      agent.destroy();
      await simulator.close();
    },
  };
}

/** Signs in by client secret. */
export async function tokenFrom(
  simulator: Simulator,
  sendUnsigned: RawAzure["sendUnsigned"],
  changes: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await sendUnsigned(
    "POST",
    `/${simulator.tenantId}/oauth2/v2.0/token`,
    tokenForm(simulator, changes),
  );
  return (answer.body as { readonly access_token: string }).access_token;
}

/** The form of a client-credentials request. */
export function tokenForm(simulator: Simulator, changes: Readonly<Record<string, string>> = {}): string {
  return new URLSearchParams({
    grant_type: "client_credentials",
    client_id: simulator.clientId,
    client_secret: simulator.clientSecret,
    scope: `${simulator.endpoint}/.default`,
    ...changes,
  }).toString();
}

/** The code of an ARM error. */
export function codeOf(answer: RawAnswer): string | undefined {
  return (answer.body as { readonly error?: { readonly code: string } }).error?.code;
}

function exchange(
  agent: Agent,
  url: URL,
  method: string,
  body: string | undefined,
  headers: Record<string, string> | undefined,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent, headers: { ...headers } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: text === "" ? "" : (JSON.parse(text) as unknown),
        });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

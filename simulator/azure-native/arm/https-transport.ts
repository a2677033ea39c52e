import { Agent, request } from "node:https";
import type { IncomingHttpHeaders } from "node:http";

/** An answer with its body read. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON; undefined for an empty body. */
  readonly body: unknown;
}

/** One request over https. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** Sends requests over https only, on connections that are kept. */
export class HttpsTransport {
  readonly #agent: Agent;

  constructor(ca: string | undefined) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: 32, ...(ca === undefined ? {} : { ca }) });
  }

  /** @throws Error when no answer arrives or its body is no JSON. */
  async send({ method, url, headers, body, signal }: HttpRequest): Promise<HttpAnswer> {
    const payload = body === undefined ? undefined : Buffer.from(body);
    return new Promise((resolve, reject) => {
      const outgoing = request(
        url,
        {
          agent: this.#agent,
          method,
          ...(signal === undefined ? {} : { signal }),
          headers: {
            ...headers,
            ...(payload === undefined ? {} : { "content-length": String(payload.length) }),
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
          incoming.on("error", reject);
          incoming.on("end", () => {
            const text = Buffer.concat(chunks).toString("utf8");
            const status = incoming.statusCode ?? 0;
            try {
              resolve({
                status,
                headers: incoming.headers,
                body: text === "" ? undefined : (JSON.parse(text) as unknown),
              });
            } catch {
              reject(
                new Error(
                  `${method} ${url} answered ${status} with a body that is no JSON: ${text.slice(0, 200)}`,
                ),
              );
            }
          });
        },
      );
      outgoing.on("error", reject);
      outgoing.end(payload);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

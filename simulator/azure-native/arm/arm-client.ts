import type { JsonObject } from "../../json";
import { isObject } from "../../json";
import type { ArmConnection } from "./arm-connection";
import { ArmFailure, errorTextOf, isNotFound } from "./arm-failure";
import { HttpsTransport, type HttpAnswer } from "./https-transport";
import { followOperation } from "./long-running-operation";
import { TokenSource } from "./token-source";
import { pauseInMilliseconds, retryAfterInMilliseconds, wait, type Wait } from "./waiting";

export type Method = "GET" | "PUT" | "PATCH" | "POST" | "DELETE";

const attempts = 6;
/** Answers that say "later": the same request is sent again. All of ARM's verbs used here may be repeated. */
const transient: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Azure Resource Manager over https: signs in, repeats what may be repeated, follows operations to their end. */
export class ArmClient {
  readonly #transport: HttpsTransport;
  readonly #tokens: TokenSource;

  constructor(
    readonly connection: ArmConnection,
    private readonly waiting: Wait = wait,
  ) {
    this.#transport = new HttpsTransport(connection.ca);
    this.#tokens = new TokenSource(connection, this.#transport);
  }

  /** An access token, for functions that hand one out. */
  async token(): Promise<string> {
    return this.#tokens.token();
  }

  /** A resource, or undefined when it does not exist. */
  async find(id: string, apiVersion: string, signal: AbortSignal): Promise<JsonObject | undefined> {
    try {
      const { body } = await this.send("GET", address(id, apiVersion), undefined, signal);
      return isObject(body) ? body : {};
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  /**
   * PUT, PATCH, POST or DELETE, and whatever operation it starts, until that has ended.
   *
   * @returns the last body that showed the resource, if any.
   * @throws ArmFailure when the service refuses; OperationFailure when it accepts and fails later.
   */
  async change(
    method: Exclude<Method, "GET">,
    id: string,
    apiVersion: string,
    body: JsonObject | undefined,
    signal: AbortSignal,
  ): Promise<JsonObject | undefined> {
    const url = address(id, apiVersion);
    const answer = await this.send(method, url, body, signal);
    return followOperation(
      { method, url, answer },
      (next) => this.send("GET", next, undefined, signal),
      (milliseconds) => this.waiting(milliseconds, signal),
    );
  }

  /** One request, repeated while the service asks for it. `url` may be a path below the endpoint. */
  async send(
    method: Method,
    url: string,
    body: JsonObject | undefined,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    let refused = false;
    for (let attempt = 0; ; attempt++) {
      const last = attempt + 1 >= attempts;
      let answer: HttpAnswer;
      try {
        answer = await this.#sendOnce(method, this.#absolute(url), body, signal);
      } catch (error) {
        if (last || signal.aborted || !isConnectionError(error)) throw error;
        await this.waiting(jittered(pauseInMilliseconds(attempt)), signal);
        continue;
      }
      if (answer.status < 400) return answer;
      if (answer.status === 401 && !refused) {
        refused = true;
        this.#tokens.forget();
        continue;
      }
      if (last || !transient.has(answer.status)) throw failureOf(method, url, answer);
      await this.waiting(
        retryAfterInMilliseconds(answer.headers) ?? jittered(pauseInMilliseconds(attempt)),
        signal,
      );
    }
  }

  close(): void {
    this.#transport.close();
  }

  async #sendOnce(
    method: Method,
    url: string,
    body: JsonObject | undefined,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    const headers = {
      accept: "application/json",
      authorization: `Bearer ${await this.#tokens.token()}`,
      "user-agent": "pulumi-resource-azure-native (simulated)",
      ...(body === undefined ? {} : { "content-type": "application/json; charset=utf-8" }),
    };
    return this.#transport.send({
      method,
      url,
      headers,
      signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Polling addresses come absolute; the token goes to no other host than ARM's own. */
  #absolute(url: string): string {
    const absolute = new URL(url, `${this.connection.endpoint}/`);
    const own = new URL(this.connection.endpoint);
    if (absolute.host !== own.host || absolute.protocol !== "https:") {
      throw new Error(
        `Azure Resource Manager at ${own.host} pointed to ${absolute.origin}; the access token is not sent there.`,
      );
    }
    return absolute.href;
  }
}

function address(id: string, apiVersion: string): string {
  return `${id}?api-version=${encodeURIComponent(apiVersion)}`;
}

function failureOf(method: string, url: string, answer: HttpAnswer): ArmFailure {
  const { codes, text } = errorTextOf(answer.body);
  const path = url.replace(/^https:\/\/[^/]+/, "").replace(/\?.*$/, "");
  return new ArmFailure(`${method} ${path}: ${answer.status} ${text}`, answer.status, codes);
}

function isConnectionError(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === "ECONNRESET" || code === "ECONNREFUSED" || code === "EPIPE" || code === "ETIMEDOUT";
}

/** Between half and the whole of a pause, so that parallel requests do not come back together. */
function jittered(milliseconds: number): number {
  return milliseconds * (0.5 + Math.random() / 2);
}

import type { JsonObject } from "../json";

/** A signed-in request to Azure Resource Manager, free of any HTTP library. */
export interface ArmRequest {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-cased names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON, undefined when the body was empty. */
  readonly body: unknown;
  /** Scheme, host and port the client spoke to: polling addresses and next links use it. */
  readonly origin: string;
}

/** The answer. */
export interface ArmResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
}

import type { JobFault } from "../faults";
import { isObject, type JsonObject } from "../json";
import { invalidRequestContent } from "./arm-error";

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
  /** What goes wrong with the operation this request starts. */
  readonly jobFault?: JobFault;
}

/** The answer. */
export interface ArmResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
}

/** The JSON object of a request that writes. @throws ArmError 400 when there is none. */
export function bodyOf(request: ArmRequest): JsonObject {
  if (request.body === undefined) {
    if (request.method === "DELETE") return {};
    throw invalidRequestContent(
      "The request content was invalid and could not be deserialized: the body is empty.",
    );
  }
  if (!isObject(request.body)) {
    throw invalidRequestContent(
      "The request content was invalid and could not be deserialized: a JSON object is expected.",
    );
  }
  return request.body;
}

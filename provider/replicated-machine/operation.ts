import { createHttpHeaders, createPipelineRequest, type HttpMethods } from "@azure/core-rest-pipeline";
import { setTimeout as delay } from "node:timers/promises";
import { AzureError, azureErrorOf, errorBodyOf } from "../../azure/azure-error";
import { afterFailedJob } from "../../azure/long-running-operation";
import { vaultOf } from "../../azure/site-recovery-id";
import type { OperationContext } from "../resource-definition";
import { isJson, textIn, type Json } from "./item";
import { siteRecoveryApiVersion } from "./place";

/** What talking to Site Recovery takes. */
export type Caller = Pick<OperationContext, "connection" | "signal">;

/** An answer below 400. */
export interface Answer {
  readonly body: unknown;
  /** Address of the status document of what was accepted, signed as the service sent it. */
  readonly statusAddress: string | undefined;
  readonly retryAfterInSeconds: number | undefined;
}

/** Seconds between two looks at what takes minutes, where the service names none: what its own clients wait. */
const secondsBetweenLooks = 30;

/** The first looks follow each other faster: what is done at once is seen at once. */
const firstPauseInSeconds = 0.1;

/** Pauses of a wait: short ones first, each twice as long as the one before, never longer than 30 seconds. */
export class Pacing {
  #seconds = firstPauseInSeconds;

  /** @throws AzureError `Cancelled` when the operation is ended in the meantime. */
  async pause(signal: AbortSignal, askedInSeconds?: number): Promise<void> {
    const seconds = askedInSeconds ?? this.#seconds;
    this.#seconds = Math.min(this.#seconds * 2, secondsBetweenLooks);
    try {
      await delay(seconds * 1000, undefined, { signal });
    } catch (error) {
      throw cancelled(error);
    }
  }
}

/** What an operation ends with when the user, or its time limit, ends it. */
export function cancelled(cause?: unknown): AzureError {
  return new AzureError(
    "Cancelled",
    "The operation was cancelled while Azure still works on it.",
    {},
    { cause },
  );
}

export function isCancelled(error: unknown): boolean {
  return error instanceof AzureError && error.code === "Cancelled";
}

/**
 * Sends a request about something in a vault, through Site Recovery's client: signed, retried.
 *
 * @param target an id, or a whole address that the service sent.
 * @throws AzureError for any status of 400 and above.
 */
export async function send(
  caller: Caller,
  method: HttpMethods,
  target: string,
  body?: unknown,
): Promise<Answer> {
  const { connection, signal } = caller;
  const isAddress = target.startsWith("https:");
  const address = new URL(target, `${connection.cloud.endpoint}/`);
  if (!isAddress) address.searchParams.set("api-version", siteRecoveryApiVersion);
  const client = connection.siteRecovery(vaultOf(address.pathname)?.subscriptionId ?? "");
  const request = createPipelineRequest({
    url: address.href,
    method,
    abortSignal: signal,
    headers: createHttpHeaders({ accept: "application/json", "content-type": "application/json" }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await client.sendRequest(request).catch((error: unknown) => {
    throw signal.aborted ? cancelled(error) : azureErrorOf(error);
  });
  const text = response.bodyAsText ?? "";
  if (response.status >= 400) throw azureErrorOf({ statusCode: response.status, message: text, response });
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    body: text === "" ? undefined : (JSON.parse(text) as unknown),
    statusAddress: response.headers.get("azure-asyncoperation"),
    retryAfterInSeconds: Number.isNaN(retryAfter) ? undefined : retryAfter,
  };
}

/**
 * Follows an accepted request to its end.
 *
 * @param onLook called before each pause, to tell how far it has come.
 * @throws AzureError with the service's code when it failed.
 */
export async function follow(caller: Caller, accepted: Answer, onLook?: () => Promise<void>): Promise<void> {
  if (accepted.statusAddress === undefined) return;
  const pacing = new Pacing();
  let pause = accepted.retryAfterInSeconds;
  for (;;) {
    const look = await send(caller, "GET", accepted.statusAddress);
    const document = isJson(look.body) ? look.body : {};
    const status = textIn(document, "status") ?? "Succeeded";
    if (/^succeeded$/i.test(status)) return;
    if (/^(?:failed|canceled|cancelled)$/i.test(status)) throw failureOf(document, status);
    await onLook?.();
    pause = look.retryAfterInSeconds ?? pause;
    await pacing.pause(caller.signal, pause);
  }
}

function failureOf(document: Json, status: string): AzureError {
  const error = document["error"];
  const { code, message, remedy } = isJson(error) ? errorBodyOf(error) : {};
  return new AzureError(
    code ?? `Operation${status}`,
    message ?? "The operation failed, and Azure does not say why.",
    { remedy: remedy ?? afterFailedJob },
  );
}

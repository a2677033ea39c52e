import { setTimeout } from "node:timers/promises";
import type { OperationOptions } from "@azure/core-client";
import { AzureError, azureErrorOf, errorBodyOf } from "./azure-error";

/** Time between two polls where the service names none; its own Retry-After wins. */
const pollIntervalInMs = 2000;

/** What to do about a failed job where the service recommends nothing. */
export const afterFailedJob = "See the vault's Site Recovery jobs, mend the cause, and run pulumi up again.";

/** What the begin… methods of Site Recovery's client take. */
export interface OperationStart extends OperationOptions {
  readonly abortSignal: AbortSignal;
  readonly updateIntervalInMs: number;
}

/** What the begin… methods answer. */
export interface Poller<Result> {
  pollUntilDone(options: { readonly abortSignal: AbortSignal }): Promise<Result>;
}

/**
 * Starts a long-running operation and waits until it has ended. The client's own …AndWait methods are no choice: they
 * sleep on when their signal is aborted, and put the service's code into the text of a plain error.
 *
 * An operation that has to wait for another one is started again when that has ended.
 *
 * @param begin calls one of the client's begin… methods with the options it is given.
 * @throws AzureError with the service's code when the operation is refused or fails; the signal's reason when aborted.
 */
export async function waitForOperation<Result>(
  begin: (options: OperationStart) => Promise<Poller<Result>>,
  signal: AbortSignal,
): Promise<Result> {
  for (;;) {
    try {
      return await startAndWait(begin, signal);
    } catch (error) {
      // Somebody else is at it, or we are: the answer to our first request was lost, and it was sent again.
      if (!(error instanceof AzureError && operationInProgress.test(error.code))) throw error;
      await setTimeout(pollIntervalInMs, undefined, { signal });
    }
  }
}

/** Code of a 409 that is over once another operation has ended. */
const operationInProgress = /OperationInProgress$/i;

async function startAndWait<Result>(
  begin: (options: OperationStart) => Promise<Poller<Result>>,
  signal: AbortSignal,
): Promise<Result> {
  signal.throwIfAborted();
  let answer: string | null | undefined;
  const options: OperationStart = {
    abortSignal: signal,
    updateIntervalInMs: pollIntervalInMs,
    onResponse: (response) => {
      answer = response.bodyAsText;
    },
  };
  try {
    const poller = await begin(options);
    return await poller.pollUntilDone({ abortSignal: signal });
  } catch (error) {
    signal.throwIfAborted();
    throw failureIn(answer, error) ?? azureErrorOf(error);
  }
}

/** The failure that the status of an operation shows; undefined when the last answer was no such status. */
function failureIn(answer: string | null | undefined, cause: unknown): AzureError | undefined {
  let body: unknown;
  try {
    body = JSON.parse(answer ?? "");
  } catch {
    return undefined;
  }
  if (typeof body !== "object" || body === null) return undefined;
  const { status, error } = body as { readonly status?: unknown; readonly error?: unknown };
  if (typeof status !== "string" || !/^(?:failed|cancell?ed)$/i.test(status)) return undefined;
  const { code, message, remedy } =
    typeof error === "object" && error !== null ? errorBodyOf(error as Record<string, unknown>) : {};
  return new AzureError(
    code ?? "OperationFailed",
    message ?? `Azure says that the operation is ${status.toLowerCase()}, and not why.`,
    { remedy: remedy ?? afterFailedJob },
    { cause },
  );
}

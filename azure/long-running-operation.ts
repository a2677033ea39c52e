import type { OperationOptions } from "@azure/core-client";
import { AzureError, azureErrorOf, errorBodyOf } from "./azure-error";

/** Time between two polls where the service names none; its own Retry-After wins. */
const pollIntervalInMs = 2000;

/** What the begin… methods of Site Recovery's client take. */
export interface OperationStart extends OperationOptions {
  readonly abortSignal: AbortSignal;
  readonly updateIntervalInMs: number;
}

/** What the begin… methods answer. */
export interface Poller<Result> {
  pollUntilDone(options: { readonly abortSignal: AbortSignal }): Promise<Result>;
  getOperationState(): { readonly status: string };
}

/**
 * Starts a long-running operation and waits until it has ended. The client's own …AndWait methods are no choice: they
 * sleep on when their signal is aborted, and put the service's code into the text of a plain error.
 *
 * @param begin calls one of the client's begin… methods with the options it is given.
 * @throws AzureError with the service's code when the operation is refused or fails; the signal's reason when aborted.
 */
export async function waitForOperation<Result>(
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
  let poller: Poller<Result> | undefined;
  try {
    poller = await begin(options);
    return await poller.pollUntilDone({ abortSignal: signal });
  } catch (error) {
    signal.throwIfAborted();
    const { status } = poller?.getOperationState() ?? {};
    if (status === "canceled") {
      throw new AzureError(
        "OperationCancelled",
        "Azure says that the operation was cancelled.",
        {},
        { cause: error },
      );
    }
    if (status === "failed") throw failureIn(answer, error);
    throw azureErrorOf(error);
  }
}

/** The error in the status of an operation. */
function failureIn(answer: string | null | undefined, cause: unknown): AzureError {
  let body: unknown;
  try {
    body = JSON.parse(answer ?? "");
  } catch {
    return azureErrorOf(cause);
  }
  const error = typeof body === "object" && body !== null && "error" in body ? body.error : undefined;
  if (typeof error !== "object" || error === null) return azureErrorOf(cause);
  const { code, message, remedy } = errorBodyOf(error as Record<string, unknown>);
  return new AzureError(
    code ?? "OperationFailed",
    message ?? "The operation failed, and Azure does not say why.",
    remedy === undefined ? {} : { remedy },
    { cause },
  );
}

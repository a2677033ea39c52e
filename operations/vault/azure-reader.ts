import pLimit from "p-limit";
import { AzureError, azureErrorOf, isAbsent } from "../../azure/azure-error";
import type { Part } from "./part";

export interface AzureReaderOptions {
  /** Requests under way at once. */
  readonly parallel: number;
  /** After this long without an answer a request is given up. */
  readonly requestTimeoutInSeconds: number;
  readonly abortSignal?: AbortSignal;
  /** Told after every answer. */
  readonly onAnswer?: (calls: number) => void;
}

/** What one request may use: `requestOptions` of the SDK, and the signal that ends everything. */
export interface RequestSettings {
  readonly abortSignal: AbortSignal;
  readonly requestOptions: { readonly timeout: number };
}

/**
 * Reads from Azure with a bounded number of requests at once. A refusal is an answer here: what may not be read, is not
 * there, or does not come in time is told as such, and the rest goes on. Throttling (429) and broken connections
 * are the SDK's to retry.
 */
export class AzureReader {
  readonly #slots: ReturnType<typeof pLimit>;
  /** Ends what is under way once nobody is signed in any more. */
  readonly #ending = new AbortController();
  readonly #signal: AbortSignal;
  #calls = 0;

  constructor(readonly options: AzureReaderOptions) {
    this.#slots = pLimit(options.parallel);
    const { signal } = this.#ending;
    this.#signal =
      options.abortSignal === undefined ? signal : AbortSignal.any([options.abortSignal, signal]);
  }

  /** Answers so far. */
  get calls(): number {
    return this.#calls;
  }

  /** One thing. @throws AzureError when nobody is signed in, and for nothing else. */
  read<T>(action: string, ask: (settings: RequestSettings) => Promise<T>): Promise<Part<T>> {
    return this.#told(action, () => this.#slots(() => this.#asked(ask)));
  }

  /** A list with all its pages, as the SDK's `byPage` gives them. @throws AzureError as {@link read} does. */
  readAll<T>(
    action: string,
    pages: (settings: RequestSettings) => AsyncIterator<readonly T[]>,
  ): Promise<Part<readonly T[]>> {
    return this.#told(action, async () => {
      const elements: T[] = [];
      const iterator = pages(this.#settings());
      for (;;) {
        // Between two pages another list may go first: no list holds a slot while it does not ask.
        const page = await this.#slots(() => this.#asked(() => iterator.next()));
        if (page.done === true) return elements;
        for (const element of page.value) elements.push(element);
      }
    });
  }

  #settings(): RequestSettings {
    return {
      abortSignal: this.#signal,
      requestOptions: { timeout: this.options.requestTimeoutInSeconds * 1000 },
    };
  }

  async #asked<T>(ask: (settings: RequestSettings) => Promise<T>): Promise<T> {
    const answer = await ask(this.#settings());
    this.#calls += 1;
    this.options.onAnswer?.(this.#calls);
    return answer;
  }

  async #told<T>(action: string, ask: () => Promise<T>): Promise<Part<T>> {
    try {
      return { kind: "read", value: await twiceIfSignInLapsed(ask) };
    } catch (error) {
      // Whoever ended everything does not want a report on what is missing.
      this.#signal.throwIfAborted();
      const part = this.#refused<T>(action, error);
      if (part instanceof AzureError) {
        this.#ending.abort(part);
        throw part;
      }
      return part;
    }
  }

  #refused<T>(action: string, error: unknown): Part<T> | AzureError {
    const refusal = azureErrorOf(error);
    const { statusCode } = refusal.details;
    if (isAbsent(refusal)) return { kind: "absent" };
    if (statusCode === 403) return { kind: "unknown", why: "forbidden", action, message: refusal.message };
    if (isTimeout(error)) {
      const message = `No answer within ${this.options.requestTimeoutInSeconds} s.`;
      return { kind: "unknown", why: "timed-out", action, message };
    }
    if (isSignIn(error) || statusCode === 401) return signInRefused(refusal);
    return {
      kind: "unknown",
      why: "failed",
      action,
      message: `${refusal.code}: ${refusal.message}`,
    };
  }
}

/** A token that ran out on the way is answered with 401; the credential has a new one for the next request. */
async function twiceIfSignInLapsed<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (azureErrorOf(error).details.statusCode !== 401) throw error;
    return ask();
  }
}

function isTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // The signal of AbortSignal.timeout says TimeoutError; the pipeline turns either into its AbortError.
  return error.name === "AbortError" || error.name === "TimeoutError" || isTimeout(error.cause);
}

/** @azure/identity's own errors, by name: it may be loaded more than once. */
function isSignIn(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(?:AuthenticationError|CredentialUnavailableError|AggregateAuthenticationError|AuthenticationRequiredError)$/.test(
      error.name,
    )
  );
}

function signInRefused(refusal: AzureError): AzureError {
  // That nobody is signed in says by itself what to do.
  if (refusal.code === "NotSignedIn") return refusal;
  return new AzureError(
    refusal.code,
    `Azure refuses the sign-in: ${refusal.message} Sign in again (az login), or set the variables of a service principal.`,
    refusal.details,
    { cause: refusal },
  );
}

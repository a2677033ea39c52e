import { AzureError, azureErrorOf, isForbidden } from "../../azure/azure-error";
import { PartialFailure } from "../../plugin-protocol/partial-failure";

/** What a user calls the verbs. */
type Verb = "create" | "read" | "update" | "delete";

/**
 * Runs a verb; a failure of it comes out as one line that names the resource, the service's code and the next step.
 *
 * @throws Error as described; {@link PartialFailure} keeps what it knows of the resource left behind.
 */
export async function described<Result>(
  verb: Verb,
  urn: string,
  signal: AbortSignal,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const message = failureText(verb, urn, signal, error);
    if (error instanceof PartialFailure) {
      throw new PartialFailure(message, error.state, error.inputs, { cause: error });
    }
    throw new Error(message, { cause: error });
  }
}

function failureText(verb: Verb, urn: string, signal: AbortSignal, error: unknown): string {
  const name = urn.split("::").slice(2).join(" ");
  if (signal.aborted) {
    const timedOut = signal.reason instanceof DOMException && signal.reason.name === "TimeoutError";
    const why = timedOut ? "its time limit (customTimeouts) ran out" : "the update was cancelled";
    return (
      `${name}: could not ${verb}, because ${why} while Azure was at work. ` +
      "Azure carries on with what it has accepted; the next pulumi up picks it up."
    );
  }
  const failure = causeOf(error);
  const { code, message, details } = azureErrorOf(failure);
  const said = code === "Unknown" ? message : `${code}: ${message}`;
  const correlation = details.correlationId === undefined ? "" : ` (correlation id ${details.correlationId})`;
  return `${name}: could not ${verb}. ${sentence(said)}${correlation} ${nextStep(failure)}`.trim();
}

/** A partial failure says more by what caused it. */
function causeOf(error: unknown): unknown {
  return error instanceof PartialFailure && error.cause !== undefined ? error.cause : error;
}

function nextStep(error: unknown): string {
  const { details, code } = azureErrorOf(error);
  if (details.remedy !== undefined && details.remedy !== "") return sentence(details.remedy);
  if (isForbidden(error)) {
    return 'Give whoever signs in the role "Site Recovery Contributor" on the vault, or sign in anew.';
  }
  const { statusCode } = details;
  if (statusCode === 429) return "Azure limits the rate of requests: run pulumi up again in a few minutes.";
  if (statusCode !== undefined && statusCode >= 500) return "The fault is Azure's: run pulumi up again.";
  if (statusCode === 409) return "Wait for the operation that is under way, then run pulumi up again.";
  // What we refuse ourselves says what to do in its message.
  if (error instanceof AzureError && statusCode === undefined) return "";
  if (!(error instanceof AzureError) && statusCode === undefined && code === "Unknown") return "";
  return "See the vault's Site Recovery jobs for details, mend the cause, and run pulumi up again.";
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

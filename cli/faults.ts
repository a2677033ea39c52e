import { CommanderError } from "commander";
import { exitCodes, type ExitCode } from "./exit-codes";

/** Something that cannot be done as asked; the message is one line that says what to do instead. */
export class UsageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "UsageError";
  }
}

/**
 * Errors that the user can mend, by name: their classes live in modules that a plain `asr --help` must not
 * load.
 */
const usersToMend: ReadonlySet<string> = new Set([
  "UsageError",
  "InputError",
  "UndocumentedScenarioError",
  "RefusedScenarioError",
  "AzureError",
]);

/** How a failed command ends: its exit code, and the line for stderr where nothing was printed yet. */
export interface Ending {
  readonly exitCode: ExitCode;
  readonly message?: string;
}

export function endingOf(error: unknown): Ending {
  // Commander prints its own message; help and version are thrown too, with code 0.
  if (error instanceof CommanderError)
    return { exitCode: error.exitCode === 0 ? exitCodes.fine : exitCodes.usage };
  if (error instanceof Error && usersToMend.has(error.name)) {
    return { exitCode: exitCodes.usage, message: `asr: ${error.message}` };
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = process.env["ASR_DEBUG"] && error instanceof Error ? `\n${error.stack ?? ""}` : "";
  return {
    exitCode: exitCodes.fault,
    message:
      `asr: internal fault: ${message}\n` +
      `This is a mistake in asr, not in your input. ASR_DEBUG=1 prints where it happened; please report it.${stack}`,
  };
}

import { endingOf } from "./faults";
import { exitCodes } from "./exit-codes";
import { createProgram } from "./program";

/**
 * Runs one command line and sets the process's exit code. The process ends by itself, so that a pipe that
 * reads slowly still gets everything.
 */
export async function runCommandLine(argv: readonly string[]): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // `asr assess … | head` closes the pipe early: that is the reader's right, not an error.
    if (error.code === "EPIPE") process.exit(process.exitCode ?? exitCodes.fine);
    process.stderr.write(
      `asr: stdout cannot be written (${error.code ?? error.message}): make room, or name a file with --output.\n`,
    );
    process.exit(exitCodes.usage);
  });
  process.stderr.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  try {
    const program = await createProgram();
    await program.parseAsync(argv);
  } catch (error) {
    const { exitCode, message } = endingOf(error);
    if (message !== undefined) process.stderr.write(`${message}\n`);
    process.exitCode = exitCode;
  }
}

import type { Command } from "commander";
import { UsageError } from "../faults";

interface SimulateFlags {
  readonly seed?: string;
  readonly state?: string;
  readonly faults?: string;
  readonly strict?: boolean;
}

/** `asr simulate [options] -- <command…>`. */
export function register(program: Command): void {
  program
    .command("simulate")
    .summary("run a command with Azure simulated")
    .description(
      "Starts a local stand-in for Azure, runs a command that sees it instead of Azure, and stops it again. " +
        "The command's exit code is asr's.",
    )
    .usage("[options] -- <command…>")
    .argument("[command...]", "the command and its arguments, after --")
    .option("--seed <file>", "what exists outside Azure Resource Manager before the start (asr-seed/1)")
    .option("--state <file>", "keep the simulated resources in this file, and start with what it holds")
    .option("--faults <file>", "not available yet")
    .option("--strict", "a resource type that is not modelled is an error instead of a warning")
    .addHelpText("after", "\nExample:\n  asr simulate -- pulumi up --yes")
    .action(async (command: readonly string[], flags: SimulateFlags) => {
      if (flags.faults !== undefined) {
        throw new UsageError("--faults is not available yet: run without it, no fault is injected.");
      }
      if (command.length === 0) {
        throw new UsageError(
          "simulate needs a command: asr simulate -- <command…>, for example asr simulate -- pulumi up.",
        );
      }
      const { simulate } = await import("../simulate/simulate.js");
      process.exitCode = await simulate(command, flags);
    });
}

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
  const command = program
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
    .option("--faults <file>", "what goes wrong, for which requests and how often (asr-faults/1)")
    .option("--strict", "a resource type that is not modelled is an error instead of a warning")
    .addHelpText("after", "\nExample:\n  npx --no-install asr simulate -- pulumi up --yes")
    .action(async (words: readonly string[], flags: SimulateFlags) => {
      if (words.length === 0) {
        throw new UsageError(
          "simulate needs a command: asr simulate -- <command…>, for example asr simulate -- pulumi up.",
        );
      }
      const { simulate } = await import("../simulate/simulate.js");
      process.exitCode = await simulate(words, flags);
    });
  command
    .command("register")
    .summary("add machines and servers to the simulator this runs under")
    .description(
      "Adds what a seed holds to a running simulator: source machines, appliances, hosts and servers that register. " +
        "Runs inside asr simulate.",
    )
    .argument("<file>", "what to add (asr-seed/1)")
    .action(async (file: string) => {
      const { registerSources } = await import("../simulate/register-sources.js");
      await registerSources(file);
    });
  command
    .command("unregister")
    .summary("take a registered server or appliance out of its vault")
    .description(
      "Removes the fabric of an appliance, configuration server or VMM server from its simulated vault, as resetting " +
        "or uninstalling it does. Refused while machines or mappings are in it. Runs inside asr simulate.",
    )
    .argument("<fabric-id>", "ARM id of the fabric")
    .action(async (fabricId: string) => {
      const { unregisterFabric } = await import("../simulate/register-sources.js");
      await unregisterFabric(fabricId);
    });
}

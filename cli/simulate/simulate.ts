import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSimulator, type Simulator } from "../../simulator/server";
import { UsageError } from "../faults";
import { childEnvironment, engineEnvironment, pluginFolder } from "./child-environment";
import { orphaned } from "./orphaned";
import { readFaults, readSeed } from "./read-seed";
import { runChild } from "./run-child";

/** What `asr simulate` was asked to do. */
export interface SimulateOptions {
  readonly seed?: string;
  readonly state?: string;
  readonly faults?: string;
  readonly strict?: boolean;
}

/** Most live resources that are named at the end. */
const namedAtMost = 20;

/**
 * Runs a command with Azure simulated and stops everything afterwards.
 *
 * @returns the command's exit code.
 * @throws UsageError for an unusable seed, faults or state file, or a command that does not exist.
 */
export async function simulate(command: readonly string[], options: SimulateOptions): Promise<number> {
  const strict = options.strict ?? false;
  const seed = options.seed === undefined ? undefined : readSeed(options.seed);
  const faults = options.faults === undefined ? undefined : readFaults(options.faults);
  const engine = await engineEnvironment(process.env);
  const simulator = await started({
    strict,
    ...(seed === undefined ? {} : { seed }),
    ...(faults === undefined ? {} : { faults }),
    ...(options.state === undefined ? {} : { stateFile: options.state }),
    onWarning: (message) => {
      say(`warning: ${message}`);
    },
  });
  const parent = orphaned();
  const stateFolder = mkdtempSync(join(tmpdir(), "asr-simulate-"));
  try {
    const environment = childEnvironment({
      own: process.env,
      simulator: simulator.environment(),
      engine,
      pluginFolder: pluginFolder(),
      stateFolder,
      strict,
    });
    const exitCode = await runChild(command, environment, parent.signal);
    sayWhatIsLeft(simulator, options.state);
    return exitCode;
  } finally {
    parent.stopWatching();
    await simulator.close();
    rmSync(stateFolder, { recursive: true, force: true });
  }
}

async function started(options: Parameters<typeof startSimulator>[0]): Promise<Simulator> {
  try {
    return await startSimulator(options);
  } catch (error) {
    // A state file that is none is the user's to mend; its message names the file.
    if (
      options?.stateFile !== undefined &&
      error instanceof Error &&
      error.message.startsWith(options.stateFile)
    ) {
      throw new UsageError(error.message.replace(/\s*\n\s*/g, " "), { cause: error });
    }
    throw error;
  }
}

function sayWhatIsLeft(simulator: Simulator, stateFile: string | undefined): void {
  const left = simulator.liveResources();
  if (left.length === 0) {
    say("no live resource is left.");
    return;
  }
  const kept = stateFile === undefined ? "they end with the simulator" : `kept in ${stateFile}`;
  say(`${left.length} live ${left.length === 1 ? "resource is" : "resources are"} left (${kept}):`);
  for (const { id } of left.slice(0, namedAtMost)) process.stderr.write(`  ${id}\n`);
  if (left.length > namedAtMost) process.stderr.write(`  and ${left.length - namedAtMost} more\n`);
}

function say(message: string): void {
  process.stderr.write(`asr simulate: ${message}\n`);
}

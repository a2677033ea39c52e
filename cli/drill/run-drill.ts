import { readFileSync } from "node:fs";
import { azureSettings } from "../../azure/azure-settings";
import { connect } from "../../azure/connection";
import {
  clean,
  cleanCommand,
  drill,
  DrillInputError,
  Journal,
  journalFolder,
  machineAddress,
  parseProbeFile,
  planAddress,
  wallClock,
  type CleanedTarget,
  type DrillEnvironment,
  type DrillEvidence,
  type DrillRequest,
} from "../../operations/drill";
import { renderDrillChunks } from "../../reports/drill/render";
import { printable } from "../../reports/printable-text";
import { terminalOf } from "../../reports/terminal";
import type { DrillFlags } from "../commands/drill";
import { exitCodes, type ExitCode } from "../exit-codes";
import { UsageError } from "../faults";
import { Progress } from "../progress";
import { writeOutput } from "../write-output";
import { demandFreeFolder, writeEvidence } from "./evidence-folder";
import { onInterrupt } from "./interrupt";

const product = "pulumi-azure-siterecovery-drill";

/** `asr drill` and `asr drill --clean`; answers the exit code. */
export async function runDrill(flags: DrillFlags): Promise<ExitCode> {
  try {
    return flags.clean === true ? await runClean(flags) : await runTest(flags);
  } catch (error) {
    if (error instanceof DrillInputError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

async function runTest(flags: DrillFlags): Promise<ExitCode> {
  const { plan, machine = [] } = flags;
  if (flags.vault !== undefined) {
    throw new UsageError("--vault goes with --clean; a drill takes --plan or --machine.");
  }
  if (plan === undefined && machine.length === 0) {
    throw new UsageError(
      "asr drill needs --plan with the ARM id of a recovery plan, or --machine with those of protected items (or --clean).",
    );
  }
  if (plan !== undefined && flags.oneByOne === true) {
    throw new UsageError("--one-by-one goes with --machine: a recovery plan has an order of its own.");
  }
  if (flags.output !== undefined) demandFreeFolder(flags.output);
  const request = requestOf(flags);
  const clean = cleanCommand(plan === undefined ? machine.map(machineAddress) : [planAddress(plan)]);
  const interruption = onInterrupt(
    "Stopping: the test failover is cancelled and cleaned up. Ctrl+C again leaves it as it is.",
    `Left as it is: test machines may be running. Clean up with: ${clean}`,
  );
  let evidence: DrillEvidence;
  try {
    evidence = await drill(request, await environment(interruption.signal), journal());
  } finally {
    interruption.end();
  }
  const exitCode =
    evidence.outcome === "passed" || evidence.outcome === "ready" ? exitCodes.fine : exitCodes.findings;
  // A reader that closes the pipe early ends the process while it writes: the outcome counts all the same.
  process.exitCode = exitCode;
  if (flags.output !== undefined) await writeEvidence(evidence, flags.output);
  if (evidence.cleanup.status === "kept") process.stderr.write(`${printable(evidence.cleanup.notes)}\n`);
  await writeOutput(renderDrillChunks(evidence, flags.format, terminalOf(process.stdout)));
  return exitCode;
}

async function runClean(flags: DrillFlags): Promise<ExitCode> {
  const cleaned = await clean(
    {
      ...given("planId", flags.plan),
      ...given("machineIds", flags.machine),
      ...given("vaultId", flags.vault),
      ...given("notes", flags.notes),
      timeoutMinutes: flags.timeoutMinutes,
      pollSeconds: flags.pollSeconds,
    },
    await environment(),
    journal(),
  );
  const chunks = flags.format === "json" ? [cleanedJson(cleaned)] : cleanedLines(cleaned);
  await writeOutput(chunks);
  return cleaned.some(({ result }) => result.status === "incomplete") ? exitCodes.findings : exitCodes.fine;
}

function requestOf(flags: DrillFlags): DrillRequest {
  return {
    ...given("planId", flags.plan),
    ...given("machineIds", flags.machine),
    ...given("oneByOne", flags.oneByOne),
    timeoutMinutes: flags.timeoutMinutes,
    pollSeconds: flags.pollSeconds,
    ...given("networkId", flags.network),
    ...given("allowProductionNetwork", flags.allowProductionNetwork),
    ...given("confirmProductionNetwork", flags.confirmProductionNetwork),
    ...given("keep", flags.keep),
    ...given("dryRun", flags.dryRun),
    ...given("rtoTargetMinutes", flags.rtoTargetMinutes),
    ...given("completeManualActions", flags.completeManualActions),
    ...given("notes", flags.notes),
    ...given(
      "probes",
      flags.probe === undefined ? undefined : parseProbeFile(probeText(flags.probe), flags.probe),
    ),
  };
}

function probeText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    throw new UsageError(`--probe ${file} cannot be read (${code}).`, { cause: error });
  }
}

async function environment(signal?: AbortSignal): Promise<DrillEnvironment> {
  const progress = new Progress();
  return {
    connection: await connect(azureSettings({}, process.env), product),
    clock: wallClock,
    onProgress: (line) => {
      progress.step(line);
    },
    ...(signal === undefined ? {} : { signal }),
  };
}

function journal(): Journal {
  return new Journal(journalFolder(process.env));
}

function cleanedLines(cleaned: readonly CleanedTarget[]): readonly string[] {
  if (cleaned.length === 0) {
    return [
      "No drill is remembered on this machine. Name what to look at with --plan, --machine or --vault.\n",
    ];
  }
  return cleaned.map(({ address: { id }, result: { status, left } }) => {
    const what =
      status === "not-needed"
        ? "nothing to clean up"
        : status === "done"
          ? "cleaned up"
          : `not cleaned up: ${left.join("; ")}`;
    return `${id}: ${what}\n`;
  });
}

function cleanedJson(cleaned: readonly CleanedTarget[]): string {
  const of = (wanted: "plan" | "machine", idName: string) =>
    cleaned
      .filter(({ address }) => address.kind === wanted)
      .map(({ address: { id }, result: { timeline: _timeline, ...cleanup } }) => ({
        [idName]: id,
        ...cleanup,
      }));
  const whole = {
    schema: "asr-drill-clean/1",
    plans: of("plan", "planId"),
    machines: of("machine", "itemId"),
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}

import { readFileSync } from "node:fs";
import { azureSettings } from "../../azure/azure-settings";
import { connect } from "../../azure/connection";
import {
  clean,
  drill,
  DrillInputError,
  Journal,
  journalFolder,
  parseProbeFile,
  wallClock,
  type CleanedPlan,
  type DrillEnvironment,
  type DrillEvidence,
  type DrillRequest,
} from "../../operations/drill";
import { renderDrillChunks } from "../../reports/drill/render";
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
  const { plan } = flags;
  if (plan === undefined) {
    throw new UsageError("asr drill needs --plan with the ARM id of a recovery plan (or --clean).");
  }
  if (flags.vault !== undefined) throw new UsageError("--vault goes with --clean; a drill takes --plan.");
  if (flags.output !== undefined) demandFreeFolder(flags.output);
  const request = requestOf(plan, flags);
  const interruption = onInterrupt(
    "Stopping: the test failover is cancelled and cleaned up. Ctrl+C again leaves it as it is.",
    `Left as it is: test machines of ${plan} may be running. Clean up with: asr drill --clean --plan ${plan}`,
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
  if (evidence.cleanup.status === "kept") process.stderr.write(`${evidence.cleanup.notes}\n`);
  await writeOutput(renderDrillChunks(evidence, flags.format, terminalOf(process.stdout)));
  return exitCode;
}

async function runClean(flags: DrillFlags): Promise<ExitCode> {
  const cleaned = await clean(
    {
      ...(flags.plan === undefined ? {} : { planId: flags.plan }),
      ...(flags.vault === undefined ? {} : { vaultId: flags.vault }),
      ...(flags.notes === undefined ? {} : { notes: flags.notes }),
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

function requestOf(planId: string, flags: DrillFlags): DrillRequest {
  return {
    planId,
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

function cleanedLines(cleaned: readonly CleanedPlan[]): readonly string[] {
  if (cleaned.length === 0) {
    return ["No drill is remembered on this machine. Name what to look at with --plan or --vault.\n"];
  }
  return cleaned.map(({ planId, result: { status, left } }) => {
    const what =
      status === "not-needed"
        ? "nothing to clean up"
        : status === "done"
          ? "cleaned up"
          : `not cleaned up: ${left.join("; ")}`;
    return `${planId}: ${what}\n`;
  });
}

function cleanedJson(cleaned: readonly CleanedPlan[]): string {
  const plans = cleaned.map(({ planId, result: { timeline: _timeline, ...cleanup } }) => ({
    planId,
    ...cleanup,
  }));
  return `${JSON.stringify({ schema: "asr-drill-clean/1", plans }, undefined, 2)}\n`;
}

function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}

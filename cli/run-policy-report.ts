import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { InputError } from "../landing-zone/input-error";
import { parseEngineEvent } from "../reports/policy/engine-events";
import { EngineTally } from "../reports/policy/engine-tally";
import { renderPolicyReport } from "../reports/policy/render";
import { levelOf } from "../reports/policy/violation";
import type { PolicyReportFlags } from "./commands/policy-report";
import { exitCodes, type ExitCode } from "./exit-codes";
import { writeOutput } from "./write-output";

/** `asr policy-report`: reads events, writes the report; answers the exit code. */
export async function runPolicyReport(file: string | undefined, flags: PolicyReportFlags): Promise<ExitCode> {
  const tally = await readTally(file);
  await writeOutput([renderPolicyReport(tally, flags.format, flags)], flags.output);
  const stopped = tally.violations.some((violation) => levelOf(violation) === "mandatory");
  return stopped || tally.result !== "succeeded" ? exitCodes.findings : exitCodes.fine;
}

/**
 * @throws InputError when what is read cannot prove anything: no events, a stream that breaks off, or a run
 * without any policy. A report of such a run would read like a pass.
 */
async function readTally(file: string | undefined): Promise<EngineTally> {
  const place = { file: file ?? "stdin" };
  const tally = new EngineTally();
  const input = file === undefined ? process.stdin : createReadStream(file, "utf8");
  let firstLine: string | undefined;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      firstLine ??= line.trim() === "" ? undefined : line;
      const event = parseEngineEvent(line);
      if (event !== undefined) tally.add(event);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new InputError(
      `The events cannot be read (${code}).`,
      "Name a file with the events of a run.",
      place,
      {
        cause: error,
      },
    );
  }
  if (tally.events === 0) {
    throw firstLine?.trim() === "{"
      ? new InputError(
          "This is one document, not a stream of events: policy findings are not in it.",
          "Set PULUMI_ENABLE_STREAMING_JSON_PREVIEW=true for `pulumi preview --json`.",
          place,
        )
      : new InputError("There are no engine events.", "Give the output of `pulumi preview --json`.", place);
  }
  if (tally.result === undefined) {
    throw new InputError(
      "The events break off before the summary, so policies may be missing.",
      "Give the whole output of the run.",
      place,
    );
  }
  if (tally.packs.size === 0) {
    throw new InputError("No policy pack took part in the run.", "Run it with --policy-pack.", place);
  }
  return tally;
}

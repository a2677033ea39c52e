import { Option } from "commander";
import { verdicts, type Verdict } from "../../limits/verdict";
import { exitCodes, type ExitCode } from "../exit-codes";

/** Verdicts that `--fail-on` takes, from the most lenient gate to the strictest. */
const gates = ["not-ready", "unknown", "conditional"] as const;

export type FailOn = (typeof gates)[number];

export function failOnOption(): Option {
  return new Option(
    "--fail-on <verdict>",
    "exit with 1 when a machine has this verdict or a worse one (conditional < unknown < not-ready)",
  )
    .choices(gates)
    .default("unknown" satisfies FailOn);
}

/** Exit code for the verdicts that occurred. */
export function exitCodeOf(occurred: Iterable<Verdict>, failOn: FailOn): ExitCode {
  const gate = verdicts.indexOf(failOn);
  for (const verdict of occurred) if (verdicts.indexOf(verdict) >= gate) return exitCodes.findings;
  return exitCodes.fine;
}

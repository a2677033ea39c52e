import { Option } from "commander";

/** Verdicts that `--fail-on` takes, from the most lenient gate to the strictest. */
const gates = ["not-ready", "unknown", "conditional"] as const;

export type FailOn = (typeof gates)[number];

/** The gate of the contract: a machine that nobody can judge is no pass. */
export const defaultFailOn: FailOn = "unknown";

export function failOnOption(): Option {
  return new Option(
    "--fail-on <verdict>",
    "exit with 1 when a machine has this verdict or a worse one (conditional < unknown < not-ready)",
  )
    .choices(gates)
    .default(defaultFailOn);
}

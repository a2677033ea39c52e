import { Option, type Command } from "commander";
import { defaultEdition, editions, type Edition } from "../../limits/editions";
import { dateOf } from "../options/assessment-options";
import { failOnOption, type FailOn } from "../options/fail-on";
import { wholeNumberOption } from "../options/number-option";
import { addThresholdOptions, type ThresholdFlags } from "../options/threshold-options";
import { exitCodesHelp } from "../exit-codes";
import { pathOption } from "../options/path-option";

const formats = ["table", "json", "csv", "sarif", "junit", "markdown", "html"] as const;

export interface CheckFlags extends ThresholdFlags {
  readonly vault?: string;
  readonly against: readonly string[];
  readonly stack: readonly string[];
  readonly edition: Edition;
  readonly asOf?: string;
  readonly waivers?: string;
  readonly eligibility?: number;
  readonly parallel?: number;
  readonly requestTimeout?: number;
  readonly failOn: FailOn;
  readonly format: (typeof formats)[number];
  readonly output?: string;
  readonly watch?: number | true;
  readonly roles?: true;
}

export function register(program: Command): void {
  const command = program
    .command("check")
    .summary("judge a live vault: would this fail over now")
    .description(
      "Reads a Recovery Services vault with everything in it and judges it: documented limits on what really runs,\n" +
        "health, RPO, agents, jobs, recovery plans and their drills, target networks, quota, roles. Changes nothing.",
    )
    .addOption(new Option("--vault <id>", "ARM id of the vault"))
    .addOption(
      new Option("--against <file>", "compare with a landing zone (repeatable)")
        .argParser(collect)
        .default([]),
    )
    .addOption(
      new Option("--stack <name>", "compare with the state of a Pulumi stack (repeatable)")
        .argParser(collect)
        .default([]),
    )
    .addOption(
      new Option("--edition <edition>", "judge by the documents of this date")
        .choices(editions)
        .default(defaultEdition),
    )
    .addOption(
      new Option(
        "--as-of <date>",
        "date that dated limits and waivers compare with; today by default",
      ).argParser(dateOf),
    )
    .addOption(new Option("--waivers <file>", "accepted exceptions (asr-waivers/1)"));
  addThresholdOptions(command)
    .addOption(
      wholeNumberOption(
        "--eligibility <n>",
        "source VMs the service is asked about, a call each (default: 100)",
      ),
    )
    .addOption(wholeNumberOption("--parallel <n>", "requests under way at once (default: 16)"))
    .addOption(
      wholeNumberOption(
        "--request-timeout <seconds>",
        "a request without an answer is given up (default: 120)",
      ),
    )
    .addOption(failOnOption())
    .addOption(new Option("--format <format>", "output").choices(formats).default("table"))
    .addOption(pathOption("--output <file>", "write there instead of to stdout"))
    .addOption(
      wholeNumberOption(
        "--watch [seconds]",
        "check again and again until Ctrl+C; every 60 seconds by default",
      ).conflicts(["output", "roles"]),
    )
    .addOption(new Option("--roles", "print the roles and actions that the check needs, and do nothing"))
    .addHelpText(
      "after",
      `
Examples:
  npx --no-install asr check --vault /subscriptions/…/vaults/dr --format html --output out/check.html
  npx --no-install asr check --vault /subscriptions/…/vaults/dr --against landing-zone.yaml --stack prod
  npx --no-install asr check --vault /subscriptions/…/vaults/dr --watch
  npx --no-install asr check --roles
${exitCodesHelp}`,
    )
    .action(async (flags: CheckFlags) => {
      const { runCheck } = await import("../check/run-check.js");
      process.exitCode = await runCheck(flags);
    });
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

import { InvalidArgumentError, Option, type Command } from "commander";
import { pathOption } from "../options/path-option";

const formats = ["table", "json", "junit", "markdown", "html"] as const;

export interface DrillFlags {
  readonly plan?: string;
  readonly machine?: readonly string[];
  readonly oneByOne?: boolean;
  readonly clean?: boolean;
  readonly vault?: string;
  readonly network?: string;
  readonly allowProductionNetwork?: boolean;
  readonly confirmProductionNetwork?: string;
  readonly keep?: boolean;
  readonly dryRun?: boolean;
  readonly rtoTargetMinutes?: number;
  readonly probe?: string;
  readonly timeoutMinutes: number;
  readonly pollSeconds: number;
  readonly completeManualActions?: boolean;
  readonly notes?: string;
  readonly format: (typeof formats)[number];
  readonly output?: string;
}

export interface HistoryFlags {
  readonly format: "table" | "json" | "markdown";
  readonly maxAgeDays?: number;
}

export function register(program: Command): void {
  const drill = program
    .command("drill")
    // --format behind history is that of history.
    .enablePositionalOptions()
    .summary("test a recovery plan or machines, measure it, clean up, keep the evidence")
    .description(
      "Test failover of a recovery plan, or of machines, into an isolated network: preflight, start, probes, measured RTO and RPO,\n" +
        "clean-up always. Signs in as azure-native does (ARM_…, AZURE_… or az login).",
    )
    .addOption(new Option("--plan <id>", "ARM id of the recovery plan"))
    .addOption(
      new Option(
        "--machine <id...>",
        "ARM ids of protected items instead of a plan: each is tested by itself",
      ).conflicts("plan"),
    )
    .addOption(
      new Option(
        "--one-by-one",
        "with --machine: the next one starts when the one before is up; default all at once",
      ),
    )
    .addOption(
      new Option("--network <id>", "ARM id of the test network; default: the one that the items name"),
    )
    .addOption(new Option("--dry-run", "preflight only: nothing is started"))
    .addOption(
      new Option(
        "--probe <file>",
        "YAML of probes (asr schema drill-probes): TCP, HTTP, commands, run commands",
      ),
    )
    .addOption(new Option("--rto-target-minutes <n>", "a longer RTO fails the drill").argParser(positive))
    .addOption(
      new Option("--timeout-minutes <n>", "for the test failover, and again for the clean-up")
        .argParser(positive)
        .default(240),
    )
    .addOption(
      new Option("--poll-seconds <n>", "how often a job is asked for").argParser(positive).default(15),
    )
    .addOption(
      new Option("--complete-manual-actions", "resume manual actions of the plan instead of waiting"),
    )
    .addOption(new Option("--keep", "leave the test machines running, with a reminder"))
    .addOption(new Option("--notes <text>", "written into the clean-up and the evidence"))
    .addOption(new Option("--allow-production-network", "use a network that is not isolated (first of two)"))
    .addOption(new Option("--confirm-production-network <name>", "its name again (second of two)"))
    .addOption(
      new Option("--clean", "tidy up what a killed or kept drill left").conflicts([
        "keep",
        "dryRun",
        "network",
      ]),
    )
    .addOption(
      new Option("--vault <id>", "with --clean: all plans and machines of a vault").conflicts([
        "plan",
        "machine",
      ]),
    )
    .addOption(new Option("--format <format>", "output").choices(formats).default("table"))
    .addOption(pathOption("--output <folder>", "write evidence there: JSON, Markdown, HTML, hashes"))
    .addHelpText(
      "after",
      `
Examples:
  npx --no-install asr drill --plan "$PLAN" --dry-run
  npx --no-install asr drill --plan "$PLAN" --rto-target-minutes 60 --probe probes.yaml --output drills/2026-q4
  npx --no-install asr drill --machine "$ITEM1" "$ITEM2" --one-by-one --network "$NETWORK"
  npx --no-install asr drill verify drills/2026-q4
  npx --no-install asr drill history drills --max-age-days 92
  npx --no-install asr drill --clean --plan "$PLAN"

Exit codes:
  0  the drill passed and everything is cleaned up (or kept on request)
  1  an RTO missed, a probe failed, the test failover or its clean-up failed, preflight stopped it
  2  wrong usage, no or no isolated network, or Azure cannot be reached: nothing was started
  3  a fault of asr itself`,
    )
    .action(async (flags: DrillFlags) => {
      const { runDrill } = await import("../drill/run-drill.js");
      process.exitCode = await runDrill(flags);
    });

  drill
    .command("verify")
    .summary("look whether evidence was changed")
    .description("Compares a folder of evidence with its hashes: changed, missing and added files.")
    .argument("<folder>", "written by asr drill --output")
    .action(async (folder: string) => {
      const { runVerify } = await import("../drill/run-evidence.js");
      process.exitCode = await runVerify(folder);
    });

  drill
    .command("history")
    .summary("drills by plan, with trend")
    .description(
      "Lists the drills whose evidence lies below a folder, by plan, with the trend of RTO and RPO.",
    )
    .argument("<folder>", "holds folders written by asr drill --output")
    .addOption(
      new Option(
        "--max-age-days <n>",
        "exit code 1 where a plan's last passed drill is older, or there is none",
      ).argParser(positive),
    )
    .addOption(
      new Option("--format <format>", "output").choices(["table", "json", "markdown"]).default("table"),
    )
    .action(async (folder: string, flags: HistoryFlags) => {
      const { runHistory } = await import("../drill/run-evidence.js");
      process.exitCode = await runHistory(folder, flags);
    });
}

function positive(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number) || number <= 0) {
    throw new InvalidArgumentError("Use a number above 0.");
  }
  return number;
}

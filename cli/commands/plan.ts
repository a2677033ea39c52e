import { Address4 } from "ip-address";
import { InvalidArgumentError, Option, type Command } from "commander";
import type { WaveBy } from "../../estate/planning/planning";
import type { PlanFormat } from "../../reports/plan/render";
import { addAssessmentOptions, type AssessmentFlags } from "../options/assessment-options";
import { numberOption, wholeNumberOption } from "../options/number-option";
import { pathOption } from "../options/path-option";
import { repeated } from "../options/repeated";

/** Names of the formats; their renderers are loaded when the command runs. */
const formats: readonly PlanFormat[] = ["table", "json", "html", "csv"];
const waveRules: readonly WaveBy[] = ["name", "group", "dependencies"];

export interface PlanFlags extends AssessmentFlags {
  readonly out: string;
  readonly force?: boolean;
  readonly format: PlanFormat;
  readonly rpoMinutes?: number;
  readonly growthPercent?: number;
  readonly percentile?: number;
  readonly bandwidthMbps?: number;
  readonly initialReplicationHours?: number;
  readonly drillsPerYear?: number;
  readonly daysPerDrill?: number;
  readonly vmSizes?: string;
  readonly vmSeries?: readonly string[];
  readonly quota?: readonly string[];
  readonly prices?: string;
  readonly churnSeries?: string;
  readonly recoverySubnet?: ReadonlyMap<string, string>;
  readonly machinesPerVault?: number;
  readonly machinesPerWave?: number;
  readonly waveBy?: WaveBy;
  readonly wavePattern?: RegExp;
}

export function register(program: Command): void {
  addAssessmentOptions(
    program
      .command("plan")
      .summary("plan landing zones for an inventory")
      .description(
        "Judges an inventory and proposes landing zones for every machine that can be protected: one file a\n" +
          "vault, which the landing-zone stack deploys unchanged, plan.json, plan.html and plan.csv with the sizing, what was left\n" +
          "out and why, every figure with its formula and source. Run again into the same folder, machines keep\n" +
          "their vaults, and what changed is told; edited landing zones stay as they are.",
      )
      .argument("<file|folder...>", "inventories"),
  )
    .addOption(pathOption("--out <folder>", "where the files go").makeOptionMandatory())
    .addOption(new Option("--force", "replace landing zones in the folder that somebody edited"))
    .addOption(new Option("--format <format>", "what is printed").choices(formats).default("table"))
    .addOption(
      wholeNumberOption(
        "--rpo-minutes <n>",
        "recovery point objective (15); also the alert threshold of classic VMware policies, which alone take one",
      ),
    )
    .addOption(numberOption("--growth-percent <n>", "added to every measured churn (30)", 0, 1000))
    .addOption(numberOption("--percentile <n>", "of a churn series that disks are planned for (95)", 1, 100))
    .addOption(new Option("--churn-series <csv>", "churn over time: machine, disk, time, MB/s"))
    .addOption(numberOption("--bandwidth-mbps <n>", "bandwidth towards Azure", 0.01, 10_000_000))
    .addOption(
      wholeNumberOption("--initial-replication-hours <n>", "in which a batch shall replicate first (72)"),
    )
    .addOption(
      new Option(
        "--vm-sizes <json>",
        "sizes to choose from, as `az vm list-skus` or `az vm list-sizes` prints",
      ),
    )
    .addOption(new Option("--vm-series <names...>", "take sizes of these series alone, e.g. Dsv5 Esv5"))
    .addOption(
      new Option(
        "--quota <json>",
        "vCPU quota, as `az vm list-usage` prints; once for each subscription, in the order of the plan",
      ).argParser(repeated()),
    )
    .addOption(
      new Option("--prices <file>", "what things cost: Azure Retail Prices JSON, or CSV as shown below"),
    )
    .addOption(wholeNumberOption("--drills-per-year <n>", "test failovers a year, for costs (4)"))
    .addOption(wholeNumberOption("--days-per-drill <n>", "days that a test failover lasts, for costs (7)"))
    .addOption(
      new Option(
        "--recovery-subnet <network=range...>",
        "recovery subnet of a source network, so that fixed addresses are kept, e.g. 'VM Network=10.1.0.0/24'",
      ).argParser(recoverySubnet),
    )
    .addOption(wholeNumberOption("--machines-per-vault <n>", "most machines of one landing zone"))
    .addOption(wholeNumberOption("--machines-per-wave <n>", "most machines of one wave and recovery plan"))
    .addOption(
      new Option(
        "--wave-by <rule>",
        "what tells which machines belong together: name (names and multi-VM groups), group (groups alone), " +
          "dependencies (of an Azure Migrate export among the files) or tag:NAME",
      )
        .argParser(waveRule)
        .default("name"),
    )
    .addOption(
      new Option(
        "--wave-pattern <regex>",
        "its first group names what a machine belongs to; the first letters where absent",
      ).argParser(pattern),
    )
    .addHelpText(
      "after",
      `
Examples:
  npx --no-install asr plan vcenter.xlsx --out out/plan --region westeurope
  npx --no-install asr plan vcenter.xlsx --out out/plan --bandwidth-mbps 500 --machines-per-wave 25
  npx --no-install asr plan vcenter.xlsx dependencies.csv --out out/plan --wave-by dependencies
  az vm list-skus -l westeurope --resource-type virtualMachines --all -o json > sizes.json
  az vm list-usage -l westeurope -o json > quota.json
  npx --no-install asr plan vcenter.xlsx --out out/plan --vm-sizes sizes.json --quota quota.json --prices prices.csv
  ASR_LANDING_ZONE=out/plan/landing-zone.yaml pulumi up

Prices as CSV, sizes per hour, the rest per month:
  item,os,per,price,currency
  Standard_D4s_v5,windows,hour,0.39,EUR
  P10,,month,19.20,EUR
  site-recovery,,month,21.50,EUR

Exit codes:
  0  planned, whatever the verdicts
  2  wrong usage or unreadable input
  3  a fault of asr itself`,
    )
    .action(async (files: string[], flags: PlanFlags) => {
      const { runPlan } = await import("../run-plan.js");
      process.exitCode = await runPlan(files, flags);
    });
}

/** Adds one `network=range` to those before it. */
function recoverySubnet(
  value: string,
  before: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const split = value.lastIndexOf("=");
  const [network, range] = [value.slice(0, split), value.slice(split + 1)];
  if (split < 1 || !/\/\d+$/.test(range) || !Address4.isValid(range)) {
    throw new InvalidArgumentError(
      "Use the name of a source network and a range, such as 'VM Network=10.1.0.0/24'.",
    );
  }
  const address = new Address4(range);
  const normal = `${address.startAddress().correctForm()}/${address.subnetMask}`;
  for (const [other, taken] of before) {
    const second = new Address4(taken);
    if (address.isInSubnet(second) || second.isInSubnet(address)) {
      throw new InvalidArgumentError(`${normal} overlaps ${taken} of ${other}.`);
    }
  }
  return new Map([...before, [network, normal]]);
}

function waveRule(value: string): WaveBy {
  const rule = waveRules.find((each) => each === value);
  if (rule !== undefined) return rule;
  if (/^tag:\S/.test(value)) return value as WaveBy;
  throw new InvalidArgumentError(`Use ${waveRules.join(", ")} or the name of a tag, such as tag:wave.`);
}

function pattern(value: string): RegExp {
  try {
    const expression = new RegExp(value, "iu");
    // Matched against nothing, an alternative that is empty tells how many groups there are.
    if (new RegExp(`${value}|`, "iu").exec("")?.length !== 1) return expression;
  } catch (error) {
    throw new InvalidArgumentError(
      `Use a regular expression, such as ^([a-z]+)-: ${error instanceof Error ? error.message : ""}.`,
    );
  }
  throw new InvalidArgumentError("It has no group, whose match names the wave: use one, such as ^([a-z]+)-.");
}

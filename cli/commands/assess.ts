import { InvalidArgumentError, Option, type Command } from "commander";
import { editions, isEdition, type Edition } from "../../limits/editions";
import { addAssessmentOptions, type AssessmentFlags } from "../options/assessment-options";
import { failOnOption, type FailOn } from "../options/fail-on";
import { exitCodesHelp } from "../exit-codes";
import { pathOption } from "../options/path-option";

const formats = ["table", "json", "csv", "sarif", "junit", "markdown", "html", "estate"] as const;

export interface AssessFlags extends AssessmentFlags {
  readonly compare?: readonly [Edition, Edition];
  readonly failOn: FailOn;
  readonly format: (typeof formats)[number];
  readonly output?: string;
  /** Ids of subscriptions whose Azure VMs are read. */
  readonly subscription?: readonly string[];
}

export function register(program: Command): void {
  addAssessmentOptions(
    program
      .command("assess")
      .summary("judge every machine of an inventory")
      .description(
        "Reads an inventory (RVTools, Azure Migrate, Hyper-V, PowerCLI, CSV or an estate document; several\n" +
          "files merge) and judges every machine by the documented limits of an edition.",
      )
      .argument("[file|folder...]", "inventories; what they are is told from their content"),
  )
    .addOption(
      new Option(
        "--subscription <id...>",
        "read the Azure VMs of these subscriptions from Azure Resource Graph; signs in as the environment says",
      ),
    )
    .addOption(
      new Option(
        "--compare <e1,e2>",
        "judge by two editions and show what differs (table, json, markdown, html)",
      )
        .argParser(editionPair)
        .conflicts("edition"),
    )
    .addOption(failOnOption())
    .addOption(new Option("--format <format>", "output").choices(formats).default("table"))
    .addOption(pathOption("--output <file>", "write there instead of to stdout"))
    .addHelpText(
      "after",
      `
Examples:
  npx --no-install asr assess vcenter.xlsx
  npx --no-install asr assess vcenter.xlsx churn.csv --edition 2019-05 --format html --output out/report.html
  npx --no-install asr assess vcenter.xlsx --compare 2019-05,current
  npx --no-install asr assess --subscription 00000000-0000-0000-0000-000000000000 --scenario azure-to-azure
  npx --no-install asr assess vcenter.xlsx --format estate > estate.json    what was understood
${exitCodesHelp}`,
    )
    .action(async (files: string[], flags: AssessFlags) => {
      const { runAssess } = await import("../run-assess.js");
      process.exitCode = await runAssess(files, flags);
    });
}

function editionPair(value: string): readonly [Edition, Edition] {
  const [first, second, ...rest] = value.split(",");
  if (!isEdition(first) || !isEdition(second) || rest.length > 0 || first === second) {
    throw new InvalidArgumentError(`Use two different editions, such as ${editions[1]},${editions[2]}.`);
  }
  return [first, second];
}

import { Option, type Command } from "commander";
import { addAssessmentOptions, type AssessmentFlags } from "../options/assessment-options";
import { pathOption } from "../options/path-option";

export interface RunFlags extends AssessmentFlags {
  readonly out: string;
  readonly strict?: boolean;
}

export function register(program: Command): void {
  addAssessmentOptions(
    program
      .command("run")
      .summary("the whole job on simulated Azure: assess, plan, deploy, report")
      .description(
        "Judges an inventory, plans its landing zone, deploys that with a real Pulumi engine and the policy pack\n" +
          "against simulated Azure, and writes a report. Nothing is left behind but the files in --out.",
      )
      .argument("[file|folder...]", "inventories; a sample estate where none is given"),
  )
    .addOption(pathOption("--out <folder>", "where report.html and landing-zone.yaml go").default("out"))
    .addOption(new Option("--strict", "exit with 1 when a machine is not-ready or unknown, like assess"))
    .addHelpText(
      "after",
      `
Examples:
  npx --no-install asr run
  npx --no-install asr run vcenter.xlsx --edition 2019-05

Exit codes:
  0  the job is done, whatever the verdicts (see --strict)
  2  wrong usage or unreadable input
  3  a fault of asr itself, or the deployment failed`,
    )
    .action(async (files: string[], flags: RunFlags) => {
      const { run } = await import("../run/run.js");
      process.exitCode = await run(files, flags);
    });
}

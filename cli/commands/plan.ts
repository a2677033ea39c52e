import { InvalidArgumentError, Option, type Command } from "commander";
import { addAssessmentOptions, type AssessmentFlags } from "../options/assessment-options";

export interface PlanFlags extends AssessmentFlags {
  readonly out: string;
  readonly rpoMinutes?: number;
  readonly machinesPerVault?: number;
}

export function register(program: Command): void {
  addAssessmentOptions(
    program
      .command("plan")
      .summary("plan landing zones for an inventory")
      .description(
        "Judges an inventory and proposes landing zones for every machine that can be protected: one file a\n" +
          "vault, which the landing-zone stack deploys unchanged, and plan.json with what was left out and why.",
      )
      .argument("<file|folder...>", "inventories"),
  )
    .requiredOption("--out <folder>", "where the files go")
    .addOption(new Option("--rpo-minutes <n>", "recovery point objective to alert at").argParser(wholeNumber))
    .addOption(
      new Option("--machines-per-vault <n>", "most machines of one landing zone").argParser(wholeNumber),
    )
    .addHelpText(
      "after",
      `
Examples:
  asr plan vcenter.xlsx --out out/plan --region westeurope
  ASR_LANDING_ZONE=out/plan/landing-zone.yaml pulumi up

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

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number === 0) {
    throw new InvalidArgumentError("Use a whole number above zero.");
  }
  return number;
}

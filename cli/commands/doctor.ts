import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Option, type Command } from "commander";
import type * as Doctor from "../../tools/doctor.mjs";
import { exitCodes } from "../exit-codes";
import { packageFolder } from "../package-folder";
import { writeOutput } from "../write-output";

interface DoctorOptions {
  readonly format: "table" | "json";
}

export function register(program: Command): void {
  program
    .command("doctor")
    .summary("say what is missing on this machine")
    .description(
      "Looks for Node, the dependencies, the build, a Pulumi engine with its language host, and what is optional. " +
        "Says how to get what is missing. Exit code 1 where something is.",
    )
    .addOption(new Option("--format <format>", "how to print").choices(["table", "json"]).default("table"))
    .action(async ({ format }: DoctorOptions) => {
      // The set-up scripts are plain modules beside dist/, because they must run where nothing is built.
      const { diagnose, render, isHealthy } = (await import(
        pathToFileURL(join(packageFolder(), "tools/doctor.mjs")).href
      )) as typeof Doctor;
      const findings = await diagnose();
      await writeOutput([
        format === "json" ? `${JSON.stringify(findings, undefined, 2)}\n` : render(findings),
      ]);
      if (!isHealthy(findings)) process.exitCode = exitCodes.findings;
    });
}

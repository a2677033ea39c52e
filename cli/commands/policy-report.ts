import { Option, type Command } from "commander";
import { exitCodesHelp } from "../exit-codes";
import { pathOption } from "../options/path-option";

const formats = ["markdown", "sarif", "junit"] as const;

export interface PolicyReportFlags {
  readonly format: (typeof formats)[number];
  readonly location: string;
  readonly output?: string;
}

export function register(program: Command): void {
  program
    .command("policy-report")
    .summary("policy findings of a preview as Markdown, SARIF or JUnit")
    .description(
      "Reads the JSON events of `pulumi preview --json` (with PULUMI_ENABLE_STREAMING_JSON_PREVIEW=true),\n" +
        "`pulumi up --json` or `pulumi policy analyze --json` and turns the policy findings into a report.",
    )
    .argument("[file]", "the events; stdin where absent")
    .addOption(new Option("--format <format>", "output").choices(formats).default("markdown"))
    .addOption(
      new Option("--location <path>", "file in the repository that SARIF results point at").default(
        "Pulumi.yaml",
      ),
    )
    .addOption(pathOption("--output <file>", "write there instead of to stdout"))
    .addHelpText(
      "after",
      `
Examples:
  PULUMI_ENABLE_STREAMING_JSON_PREVIEW=true pulumi preview --json --policy-pack policies > events.json
  npx --no-install asr policy-report events.json --format sarif --output policies.sarif
  pulumi policy analyze --json --policy-pack policies | asr policy-report >> "$GITHUB_STEP_SUMMARY"
${exitCodesHelp}`,
    )
    .action(async (file: string | undefined, flags: PolicyReportFlags) => {
      const { runPolicyReport } = await import("../run-policy-report.js");
      process.exitCode = await runPolicyReport(file, flags);
    });
}

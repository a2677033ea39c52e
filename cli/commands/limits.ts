import { InvalidArgumentError, Option, type Command } from "commander";
import { defaultEdition, editions, isEdition, type Edition } from "../../limits/editions";
import { scenarios, type Scenario } from "../../limits/scenarios";
import { writeOutput } from "../write-output";

interface Flags {
  readonly edition: Edition;
  readonly diff?: readonly [Edition, Edition];
  readonly scenario?: Scenario;
  readonly search?: string;
  readonly format: "table" | "json";
}

export function register(program: Command): void {
  program
    .command("limits")
    .summary("read the catalogue of documented limits")
    .description(
      "Prints the documented limits of an edition: value, severity, source, and which rules check them where.",
    )
    .addOption(new Option("--edition <edition>", "which edition").choices(editions).default(defaultEdition))
    .addOption(
      new Option("--diff <from..to>", "what changed between two editions, with both citations")
        .argParser(editionsOf)
        .conflicts("edition"),
    )
    .addOption(new Option("--scenario <scenario>", "limits of this scenario only").choices(scenarios))
    .addOption(
      new Option("--search <text>", "limits that contain all these words (title, id, value, section, rule)"),
    )
    .addOption(new Option("--format <format>", "output").choices(["table", "json"]).default("table"))
    .addHelpText(
      "after",
      `
Examples:
  npx --no-install asr limits --scenario hyperv-to-azure --search "disk size"
  npx --no-install asr limits --diff 2016-12..2019-05
  npx --no-install asr limits --edition 2019-05 --format json

Exit codes:
  0  printed
  2  wrong usage`,
    )
    .action(async (flags: Flags) => {
      await writeOutput([await limitsReport(flags)]);
    });
}

async function limitsReport(flags: Flags): Promise<string> {
  const [
    { catalogueOf },
    { compareEditions },
    { limitsJson, limitsDiffJson },
    tables,
    terminals,
    { matching },
  ] = await Promise.all([
    import("../../limits/catalogue.js"),
    import("../../limits/edition-comparison.js"),
    import("../../reports/limits/json.js"),
    import("../../reports/limits/table.js"),
    import("../../reports/terminal.js"),
    import("../../reports/limits/search.js"),
  ]);
  const terminal = terminals.terminalOf(process.stdout);
  if (flags.diff !== undefined) {
    const [from, to] = flags.diff;
    const wanted = matching(flags.search);
    const comparison = compareEditions(catalogueOf(from, flags.scenario), catalogueOf(to, flags.scenario));
    const changes = comparison.changes.filter(
      (change) =>
        (change.kind !== "added" && wanted(change.from)) || (change.kind !== "removed" && wanted(change.to)),
    );
    const found = { ...comparison, changes };
    return flags.format === "json"
      ? limitsDiffJson(from, to, found)
      : tables.limitsDiffTable(from, to, found, terminal);
  }
  const limits = catalogueOf(flags.edition, flags.scenario).filter(matching(flags.search));
  return flags.format === "json" ? limitsJson(flags.edition, limits) : tables.limitsTable(limits, terminal);
}

function editionsOf(value: string): readonly [Edition, Edition] {
  const [from, to, ...rest] = value.split("..");
  if (!isEdition(from) || !isEdition(to) || rest.length > 0 || from === to) {
    throw new InvalidArgumentError(`Use two different editions, such as ${editions[0]}..${editions[1]}.`);
  }
  return [from, to];
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Command } from "commander";
import { exitCodesHelp } from "./exit-codes";
import { packageFolder } from "./package-folder";

/** A module of `commands/`: adds its command and loads what the command needs only when it runs. */
export interface CommandModule {
  register(program: Command): void;
}

/** Order in the help; a command that is not named here comes after these. */
const order = [
  "run",
  "assess",
  "plan",
  "limits",
  "simulate",
  "policy-report",
  "check",
  "drill",
  "schema",
  "doctor",
];

/** The whole command line. Usage errors throw `CommanderError` after one line on stderr. */
export async function createProgram(): Promise<Command> {
  const program = new Command("asr")
    .description("Azure Site Recovery: documented limits, assessments, plans and landing zones.")
    .version(version(), "-V, --version", "print the version")
    .exitOverride()
    // Options belong to the command that they stand behind: some commands of a command share names with it.
    .enablePositionalOptions()
    .configureOutput({
      outputError: (text, write) => {
        write(oneLine(text));
      },
    })
    .configureHelp({ sortSubcommands: false, showGlobalOptions: false })
    .addHelpText(
      "after",
      `
Examples:
  npx --no-install asr assess inventory.xlsx --edition 2019-05
  npx --no-install asr plan inventory.xlsx --out out/plan
  npx --no-install asr limits --diff 2019-05..current --search disk
${exitCodesHelp}`,
    );
  for (const module of await commandModules()) module.register(program);
  return program;
}

async function commandModules(): Promise<CommandModule[]> {
  const folder = join(__dirname, "commands");
  const names = readdirSync(folder)
    .filter((name) => /^[a-z-]+\.(?:js|ts)$/.test(name))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Promise.all(
    names.map(async (name) => (await import(pathToFileURL(join(folder, name)).href)) as CommandModule),
  );
}

function rank(file: string): number {
  const place = order.indexOf(file.slice(0, -".js".length));
  return place === -1 ? order.length : place;
}

function version(): string {
  const manifest = JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")) as {
    version: string;
  };
  return manifest.version;
}

/** Commander puts its suggestion on a second line; an error is one line. */
function oneLine(text: string): string {
  return `${text
    .trimEnd()
    .replace(/^error:/, "asr:")
    .replace(/\s*\n\s*/g, " ")}\n`;
}

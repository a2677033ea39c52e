import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse, stringify } from "yaml";
import type { Edition } from "../../limits/editions";
import { EngineTally } from "../../reports/policy/engine-tally";
import { packageFolder } from "../package-folder";
import { runPulumi } from "./pulumi";
import type { StepReporter } from "./step-reporter";

/** A stack of the landing-zone project whose settings and state live in a temporary folder. */
export interface TemporaryStack {
  /** Unlike the names of other stacks in the same state. */
  readonly name: string;
  /** Does not exist yet. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What of the project's file is relative to its folder. */
interface ProjectFile {
  readonly main: string;
  readonly plugins: { readonly providers: readonly { readonly name: string; readonly path: string }[] };
}

/** Writes a project file that points back to the landing-zone program, and makes the stack. */
export async function createStack(
  { name, folder, environment }: TemporaryStack,
  edition: Edition,
): Promise<void> {
  const root = packageFolder();
  const project = parse(readFileSync(join(root, "Pulumi.yaml"), "utf8")) as ProjectFile;
  mkdirSync(folder);
  // Language hosts look for the SDK beside the project file.
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  const providers = project.plugins.providers.map((plugin) => ({
    ...plugin,
    path: resolve(root, plugin.path),
  }));
  writeFileSync(
    join(folder, "Pulumi.yaml"),
    stringify({ ...project, main: resolve(root, project.main), plugins: { providers } }),
  );
  writeFileSync(
    join(folder, `Pulumi.${name}.yaml`),
    stringify({ config: { "azure-siterecovery:edition": edition } }),
  );
  const { code, stderr } = await runPulumi(["stack", "init", name, "--non-interactive"], folder, environment);
  if (code !== 0) throw new Error(`pulumi stack init ended with ${code}: ${stderr}`);
}

/** Previews and deploys the landing zone with the policy pack. */
export async function upStack(
  { name, folder, environment }: TemporaryStack,
  landingZoneFile: string,
  steps: StepReporter,
): Promise<{ readonly tally: EngineTally; readonly failure?: string }> {
  const tally = new EngineTally();
  const args = ["up", "--yes", "--json", "--non-interactive", "--stack", name];
  const { code, stderr } = await runPulumi(
    [...args, "--policy-pack", join(packageFolder(), "policy-pack")],
    folder,
    { ...environment, ASR_LANDING_ZONE: resolve(landingZoneFile) },
    (event) => {
      tally.add(event);
      steps.event(event);
    },
  );
  if (code === 0) return { tally };
  return { tally, failure: tally.errors.join("\n") || stderr.trim() || `pulumi up ended with ${code}.` };
}

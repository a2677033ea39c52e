import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Edition } from "../../limits/editions";
import type { EngineTally } from "../../reports/policy/engine-tally";
import { startSimulator, type Simulator } from "../../simulator/server";
import { childEnvironment, engineEnvironment, pluginFolder } from "../simulate/child-environment";
import { Interruption } from "./interruption";
import { StepReporter } from "./step-reporter";
import { createStack, upStack } from "./temporary-stack";

/** What a deployment needs to know. */
export interface DeployOptions {
  /** Landing-zone documents, one a vault; each becomes a stack of its own. */
  readonly landingZoneFiles: readonly string[];
  /** Edition that the policies judge by. */
  readonly edition: Edition;
  /** Told what happens, a line each. */
  readonly onStep: (text: string) => void;
}

/** How the deployment of one landing zone ended. */
export interface Deployed {
  readonly file: string;
  readonly tally: EngineTally;
  /** Why it failed, in the engine's words; undefined where it did not. */
  readonly failure?: string;
}

/**
 * Deploys landing zones with the real engine and the policy pack against simulated Azure. State, settings
 * and the simulated Azure end with the call, whatever happens in it.
 *
 * @throws UsageError when there is no Pulumi engine.
 */
export async function deploy(options: DeployOptions): Promise<readonly Deployed[]> {
  const engine = await engineEnvironment(process.env);
  const interruption = new Interruption();
  const folder = mkdtempSync(join(tmpdir(), "asr-run-"));
  const steps = new StepReporter(options.onStep);
  let simulator: Simulator | undefined;
  try {
    simulator = await startSimulator({ onWarning: steps.warning });
    const environment = environmentIn(folder, simulator, engine);
    const deployed: Deployed[] = [];
    for (const [index, file] of options.landingZoneFiles.entries()) {
      interruption.check();
      const name = `simulated-${index + 1}`;
      const stack = { name, folder: join(folder, name), environment };
      await createStack(stack, options.edition);
      interruption.check();
      deployed.push({ file, ...(await upStack(stack, file, steps)) });
    }
    interruption.check();
    return deployed;
  } finally {
    await simulator?.close();
    rmSync(folder, { recursive: true, force: true });
    interruption.end();
  }
}

/** What Pulumi and its plugins see: simulated Azure, and `folder` for everything they write. */
function environmentIn(
  folder: string,
  simulator: Simulator,
  engine: NodeJS.ProcessEnv,
): Readonly<Record<string, string>> {
  const stateFolder = join(folder, "state");
  const temporaryFolder = join(folder, "tmp");
  for (const made of [stateFolder, temporaryFolder]) mkdirSync(made);
  return {
    ...childEnvironment({
      own: withoutPulumiSettings(process.env),
      simulator: simulator.environment(),
      engine,
      pluginFolder: pluginFolder(),
      stateFolder,
      strict: false,
    }),
    PULUMI_HOME: join(folder, "home"),
    // Runners leave caches behind; here they go with everything else.
    TMPDIR: temporaryFolder,
    TEMP: temporaryFolder,
    TMP: temporaryFolder,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // Without it the preview of an update prints nothing as JSON.
    PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
}

/** The environment without what a user's own Pulumi set-up says: this run has nothing to do with it. */
function withoutPulumiSettings(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(own).filter(([name]) => !name.startsWith("PULUMI_")));
}

import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve as resolvePath } from "node:path";
import { parse, stringify } from "yaml";
import { resolveEngine } from "../../tools/engine/resolve.mjs";

/** The checkout. */
export const root = join(__dirname, "../..");

const stack = "test";

/** How a command ended, with all it said. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProjectOptions {
  /**
   * Files of a new project, by relative path. `Pulumi.yaml` is written where it is not among them: a Node program
   * whose entry is `index.js`. The project sees the checkout's node_modules.
   */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * Folder of an existing project (the checkout's root, for the landing-zone stack): its Pulumi.yaml is copied with
   * `main` pointing back there, so that stack configuration and documents of the test stay out of it.
   */
  readonly existing?: string;
  /** Added to the environment of every command: the simulator's endpoint, for example. `PATH` is put first. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A Pulumi project with state, home and passphrase of its own, all of them gone after `dispose`. */
export interface Project extends AsyncDisposable {
  /** Where the program is. */
  readonly directory: string;
  /** A temporary folder for whatever else a test needs. */
  readonly scratch: string;
  /** Runs `pulumi` with these arguments in the project's folder. Never throws for an exit code. */
  pulumi(...args: readonly string[]): Promise<Ended>;
  /** Runs any command with the same environment. */
  run(command: string, ...args: readonly string[]): Promise<Ended>;
  /** `pulumi preview|up|refresh|destroy` without questions or colours. */
  preview(...args: readonly string[]): Promise<Ended>;
  up(...args: readonly string[]): Promise<Ended>;
  refresh(...args: readonly string[]): Promise<Ended>;
  destroy(...args: readonly string[]): Promise<Ended>;
  /** The resources of the state, outermost first. */
  resources(): Promise<readonly StateResource[]>;
  outputs(): Promise<Readonly<Record<string, unknown>>>;
  write(file: string, text: string): Promise<void>;
  dispose(): Promise<void>;
}

export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly id?: string;
  readonly parent?: string;
  /** URNs of what it was made after. */
  readonly dependencies?: readonly string[];
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/**
 * A project to drive with the real engine, its stack initialised.
 * @throws when no engine is set up: `npm test` sets one up.
 */
export async function createProject(options: ProjectOptions): Promise<Project> {
  const engine = resolveEngine();
  if (engine === undefined) throw new Error('No Pulumi engine is set up: run "npm run setup" first.');
  const scratch = await mkdtemp(join(tmpdir(), "asr-e2e-"));
  const directory = join(scratch, "program");
  const environment = environmentFor(scratch, engine.environment, options.environment ?? {});
  const running = new Set<() => void>();

  const run = (command: string, ...args: readonly string[]): Promise<Ended> =>
    runToEnd(command, args, directory, environment, running);
  const pulumi = (...args: readonly string[]): Promise<Ended> => run(engine.pulumi, ...args);
  const write = async (file: string, text: string): Promise<void> => {
    const path = join(directory, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  };
  const operation =
    (name: string, ...fixed: readonly string[]) =>
    (...args: readonly string[]): Promise<Ended> =>
      pulumi(name, "--stack", stack, "--non-interactive", "--color", "never", ...fixed, ...args);
  const dispose = async (): Promise<void> => {
    for (const kill of running) kill();
    await rm(scratch, { recursive: true, force: true });
  };
  const answer = async (...args: readonly string[]): Promise<unknown> => {
    const ended = await pulumi(...args, "--stack", stack);
    if (ended.code !== 0) throw new Error(`pulumi ${args.join(" ")}: ${ended.stderr}`);
    return JSON.parse(ended.stdout);
  };

  const project: Project = {
    directory,
    scratch,
    pulumi,
    run,
    write,
    dispose,
    [Symbol.asyncDispose]: dispose,
    preview: operation("preview"),
    up: operation("up", "--yes", "--skip-preview"),
    refresh: operation("refresh", "--yes", "--skip-preview"),
    destroy: operation("destroy", "--yes", "--skip-preview"),
    resources: async () => {
      const state = (await answer("stack", "export")) as {
        deployment: { resources?: readonly StateResource[] };
      };
      return state.deployment.resources ?? [];
    },
    outputs: async () =>
      (await answer("stack", "output", "--json", "--show-secrets")) as Record<string, unknown>,
  };

  try {
    await mkdir(join(scratch, "state"));
    await mkdir(directory);
    await symlink(join(root, "node_modules"), join(directory, "node_modules"), "junction");
    await write(
      "Pulumi.yaml",
      options.existing === undefined ? javaScriptProject : await pointingBack(options.existing),
    );
    await write("package.json", JSON.stringify({ name: "e2e", version: "1.0.0", private: true }));
    for (const [file, text] of Object.entries(options.files ?? {})) await write(file, text);
    const made = await pulumi("stack", "init", stack);
    if (made.code !== 0) throw new Error(`pulumi stack init: ${made.stderr}`);
    return project;
  } catch (error) {
    await dispose();
    throw error;
  }
}

const javaScriptProject =
  "name: e2e\nruntime: {name: nodejs, options: {typescript: false}}\nmain: index.js\n";

async function pointingBack(folder: string): Promise<string> {
  const project = parse(await readFile(join(folder, "Pulumi.yaml"), "utf8")) as {
    readonly main?: string;
    readonly plugins?: { readonly providers: readonly { readonly name: string; readonly path: string }[] };
  };
  const providers = project.plugins?.providers.map((plugin) => ({
    ...plugin,
    path: resolvePath(folder, plugin.path),
  }));
  return stringify({
    ...project,
    main: resolvePath(folder, project.main ?? "."),
    ...(providers === undefined ? {} : { plugins: { providers } }),
  });
}

/** The machine's environment without what another Pulumi or Azure set-up left there, and with a throw-away state. */
function environmentFor(
  scratch: string,
  engine: Readonly<Record<string, string>>,
  added: Readonly<Record<string, string>>,
): NodeJS.ProcessEnv {
  const foreign = /^(PULUMI|ARM|AZURE|ASR_ARM)_/;
  const machine = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  const path = [added["PATH"], engine["PATH"]].filter((part) => part !== undefined).join(delimiter);
  return {
    ...machine,
    ...engine,
    PULUMI_BACKEND_URL: `file://${join(scratch, "state")}`,
    PULUMI_HOME: join(scratch, "home"),
    PULUMI_CONFIG_PASSPHRASE: "test",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    ...added,
    PATH: path,
  };
}

function runToEnd(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  running: Set<() => void>,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const kill = (): void => void child.kill("SIGKILL");
    running.add(kill);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.once("error", reject);
    child.once("close", (code, signal) => {
      running.delete(kill);
      resolve({
        code: code ?? 128,
        stdout,
        stderr: signal === null ? stderr : `${stderr}\nended by ${signal}`,
      });
    });
  });
}

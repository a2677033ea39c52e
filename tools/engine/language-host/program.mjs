// How a program, a policy pack or a plugin is started: the SDK's runner for it, arguments and environment.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A message for the user about a fault of the project, as opposed to a fault of this host. */
export class ProjectError extends Error {}

/** The SDK's runner, as the program's own dependencies resolve it. */
export function runner(name, directory) {
  const require = createRequire(join(directory, "index.js"));
  try {
    return require.resolve(`@pulumi/pulumi/cmd/${name}`);
  } catch {
    throw new ProjectError(
      `@pulumi/pulumi is not installed for the program in ${directory}. Run "npm install" there, then try again.`,
    );
  }
}

/** Runtime options of Pulumi.yaml, PulumiPolicy.yaml or PulumiPlugin.yaml. */
export function optionsOf(info) {
  const struct = info?.getOptions();
  return struct === undefined ? {} : struct.toJavaScript();
}

/** Flags for Node itself: `nodeargs` of the runtime options, words separated by blanks, quotes respected. */
export function nodeArguments(options) {
  const words = String(options.nodeargs ?? "").match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  return words.map((word) => word.replace(/^(["'])(.*)\1$/, "$2"));
}

/** What the SDK's runners read from the environment instead of from flags. */
export function runnerEnvironment(options) {
  const environment = { PULUMI_NODEJS_TYPESCRIPT: String(options.typescript !== false) };
  if (typeof options.tsconfig === "string" && options.tsconfig !== "") {
    environment.PULUMI_NODEJS_TSCONFIG_PATH = options.tsconfig;
  }
  return environment;
}

/** Arguments of `cmd/run` for one deployment. */
export function programArguments(request, engineAddress) {
  const info = request.getInfo();
  const flags = {
    monitor: request.getMonitorAddress(),
    engine: engineAddress,
    organization: request.getOrganization(),
    project: request.getProject(),
    stack: request.getStack(),
    "root-directory": info.getRootDirectory(),
    pwd: request.getPwd() || info.getProgramDirectory(),
    parallel: String(request.getParallel()),
  };
  return [
    ...Object.entries(flags).flatMap(([flag, value]) => (value === "" ? [] : [`--${flag}`, value])),
    ...(request.getDryrun() ? ["--dry-run"] : []),
    info.getEntryPoint() || ".",
    ...request.getArgsList(),
  ];
}

/** Stack configuration as the SDK reads it. */
export function configurationEnvironment(request) {
  return {
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().entries())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
  };
}

/** Installed packages of a program: those it names itself, or all of them. */
export function dependencies(directory, transitive) {
  const home = packageFolder(directory);
  if (home === undefined) return [];
  if (transitive) {
    const lock = readJson(join(home, "node_modules/.package-lock.json"));
    return Object.entries(lock?.packages ?? {})
      .filter(([path, entry]) => path.includes("node_modules/") && entry.version !== undefined)
      .map(([path, entry]) => ({
        name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
        version: entry.version,
      }));
  }
  const own = readJson(join(home, "package.json"));
  return Object.keys({ ...own?.dependencies, ...own?.devDependencies }).flatMap((name) => {
    const version = readJson(join(home, "node_modules", name, "package.json"))?.version;
    return version === undefined ? [] : [{ name, version }];
  });
}

function packageFolder(directory) {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined; // Absent, or not for us to judge.
  }
}

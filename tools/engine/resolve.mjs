// Which Pulumi engine to use. Installs nothing, so that anybody may ask: set-up, `asr doctor`, tests.
// As a command, `node tools/engine/resolve.mjs --json` prints the answer.
import { execFileSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { findNode } from "../setup/node.mjs";
import { cacheFolder, root } from "../setup/places.mjs";
import { engineVersion, isAtLeast, oldestInstalled } from "./versions.mjs";

const suffixes = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];

/** Our own language host, which only an engine built from source needs; the shim beside that engine starts it. */
export const languageHostScript = join(root, "tools/engine/language-host/main.mjs");

/** Stands in the folder of every engine that set-up got. */
export const marker = ".got-by-set-up";

/** Where set-up keeps an engine, by the way it came. */
export const engineFolder = (source) =>
  join(cacheFolder(), "engine", `pulumi-${engineVersion}-${process.platform}-${process.arch}-${source}`);

/**
 * The engine to use: `{pulumi, version, source, languageHost, node, path, environment}`, or undefined where set-up
 * has yet to get one. `source` is "installed", "npm" or "go"; `path` is the whole PATH under which scripts find the
 * engine and the right Node; `environment` holds PATH and what else the engine needs: a child must get all of it.
 */
export function resolveEngine(environment = process.env) {
  const node = findNode();
  if (node === undefined) return undefined;
  const folders = (environment.PATH ?? environment.Path ?? "").split(delimiter).filter(Boolean);
  const found = installedEngine(folders) ?? cachedEngine("npm") ?? cachedEngine("go");
  if (found === undefined) return undefined;
  const first = [dirname(node), dirname(found.pulumi)];
  const path = [...first, ...folders.filter((folder) => !first.includes(folder))].join(delimiter);
  return {
    ...found,
    node,
    path,
    environment: {
      PATH: path,
      ASR_NODE: node,
      ...(found.source === "go" ? { ASR_LANGUAGE_HOST: languageHostScript } : {}),
      PULUMI_SKIP_UPDATE_CHECK: "true",
    },
  };
}

/** A Pulumi of the user's own: new enough, and with its own Node language host beside it or on PATH. */
function installedEngine(folders) {
  const foreign = folders.filter((folder) => !isOurs(folder));
  for (const folder of foreign) {
    const pulumi = executable(folder, "pulumi");
    if (pulumi === undefined) continue;
    const home = dirname(realpathSync(pulumi));
    const languageHost = [home, folder, ...foreign]
      .map((place) => executable(place, "pulumi-language-nodejs"))
      .find(Boolean);
    const version = languageHost === undefined ? undefined : installedVersion(pulumi);
    if (version !== undefined && isAtLeast(version, oldestInstalled)) {
      return { pulumi, version, source: "installed", languageHost };
    }
  }
  return undefined;
}

/** Children of ours find the engine of the cache on PATH, and npm's launcher may be in node_modules: no installations. */
function isOurs(folder) {
  return existsSync(join(folder, marker)) || resolve(folder).endsWith(join("node_modules", ".bin"));
}

function cachedEngine(source) {
  const folder = engineFolder(source);
  const pulumi = executable(folder, "pulumi");
  const languageHost = executable(folder, "pulumi-language-nodejs");
  if (pulumi === undefined || languageHost === undefined) return undefined;
  return { pulumi, version: engineVersion, source, languageHost };
}

function executable(folder, name) {
  for (const suffix of suffixes) {
    const file = join(folder, name + suffix);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

/** What `pulumi version` says; asking takes half a second, so the answer is kept as long as the file is the same. */
function installedVersion(pulumi) {
  const { mtimeMs, size } = statSync(pulumi);
  const key = `${pulumi}:${mtimeMs}:${size}`;
  const file = join(cacheFolder(), "installed-engine.json");
  try {
    const kept = JSON.parse(readFileSync(file, "utf8"));
    if (kept.key === key) return kept.version;
  } catch {
    // Not asked before.
  }
  let version;
  try {
    const answer = execFileSync(pulumi, ["version"], {
      encoding: "utf8",
      timeout: 20_000,
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    });
    version = /v?(\d+\.\d+\.\d+\S*)/.exec(answer)?.[1];
  } catch {
    return undefined; // It does not run here: as good as absent.
  }
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ key, version }));
  } catch {
    // A cache that cannot be written costs half a second the next time.
  }
  return version;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const engine = resolveEngine();
  if (process.argv.includes("--json")) console.log(JSON.stringify(engine ?? null, null, 2));
  else console.log(engine === undefined ? "none" : `${engine.pulumi} (${engine.version}, ${engine.source})`);
  process.exitCode = engine === undefined ? 1 : 0;
}

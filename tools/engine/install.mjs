// Gets an engine where none is: the official download, else built from Go modules. Kept in the user's cache.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { must } from "../setup/commands.mjs";
import { SetupFailure } from "../setup/failure.mjs";
import { withLock } from "../setup/lock.mjs";
import { cacheFolder, cacheSubfolder, root } from "../setup/places.mjs";
import { say } from "../setup/progress.mjs";
import { buildFromGo, findGo, oldestGo } from "./from-go.mjs";
import { downloadFromNpm } from "./from-npm.mjs";
import { engineFolder, marker, resolveEngine } from "./resolve.mjs";
import { engineVersion, oldestInstalled } from "./versions.mjs";

/** The engine, installed where it is missing. @throws SetupFailure that names the three ways when none works. */
export async function ensureEngine(node) {
  const found = resolveEngine();
  if (found !== undefined) return found;
  return withLock(join(cacheFolder(), "engine.lock"), async () => {
    placeLanguageHost(engineFolder("go"));
    const meanwhile = resolveEngine();
    if (meanwhile !== undefined) return meanwhile;
    removeDrafts();
    const draft = mkdtempSync(join(cacheSubfolder("engine"), ".draft-"));
    try {
      await install(draft, node);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
    const engine = resolveEngine();
    if (engine === undefined) throw new Error("The engine was installed but is not found.");
    return engine;
  });
}

async function install(draft, node) {
  const folder = join(draft, "bin");
  mkdirSync(folder, { recursive: true });
  const noDownload = await downloadFromNpm(folder, draft, node);
  if (noDownload === undefined) {
    await keep(folder, "npm");
    return;
  }
  const go = await findGo();
  if (go === undefined)
    throw new SetupFailure(threeWays(noDownload, `there is no Go ${oldestGo} or newer on PATH`));
  say(`  Building it with ${go} instead.`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    await buildFromGo(folder, draft);
  } catch (error) {
    throw new SetupFailure(threeWays(noDownload, error.message));
  }
  await keep(folder, "go");
}

/** Moves a finished engine to its place in one step, after it has shown that it runs. */
async function keep(folder, source) {
  const target = engineFolder(source);
  await must("The new engine", join(folder, "pulumi"), ["version"], {
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
  });
  writeFileSync(join(folder, marker), "");
  if (source === "go") placeLanguageHost(folder);
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { recursive: true, force: true });
  renameSync(folder, target);
}

/** An engine built from source has no language host of its own: the shim beside it starts the checkout's. */
function placeLanguageHost(folder) {
  if (!existsSync(folder)) return;
  for (const name of ["pulumi-language-nodejs", "pulumi-language-nodejs.cmd"]) {
    copyFileSync(join(root, "tools/engine/language-host", name), join(folder, name));
  }
}

/** Under the lock, drafts of others are left-overs of runs that were killed. */
function removeDrafts() {
  const folder = cacheSubfolder("engine");
  for (const name of readdirSync(folder)) {
    if (name.startsWith(".draft-")) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

export function threeWays(noDownload, noBuild) {
  return [
    "No Pulumi engine could be set up. Any one of these three ways will do:",
    `  1. Install Pulumi ${oldestInstalled} or newer yourself, so that "pulumi" and its "pulumi-language-nodejs" are on PATH.`,
    `  2. Let the official npm launcher download version ${engineVersion}: ${noDownload}.`,
    `  3. Let it be built from its Go modules (needs Go ${oldestGo} or newer and a Go module proxy): ${noBuild}`,
    "Then run this again.",
  ].join("\n");
}

// `npm run build`, only when a source has changed since the last one.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must } from "./commands.mjs";
import { npmEnvironment, npmScript } from "./node.mjs";
import { root } from "./places.mjs";
import { step } from "./progress.mjs";

const stampFile = join(root, "dist/.built");
const skipped = new Set(["node_modules", "dist", "out", "coverage"]);

/** Whether dist/ is what the sources make. */
export function buildIsReady() {
  try {
    return readFileSync(stampFile, "utf8") === stamp();
  } catch {
    return false;
  }
}

/** @throws SetupFailure with the compiler's words. */
export async function ensureBuild(environment) {
  if (buildIsReady()) return;
  await step("Build", async () => {
    rmSync(stampFile, { force: true });
    await must("npm run build", environment.ASR_NODE, [npmScript(), "run", "build", "--silent"], {
      cwd: root,
      env: { ...npmEnvironment(), ...environment },
    });
    // Taken after the build, which generates sources of its own.
    mkdirSync(join(root, "dist"), { recursive: true });
    writeFileSync(stampFile, stamp());
  });
}

/** Names, sizes and times of every source: a few milliseconds, where reading them all would take a hundred. */
function stamp() {
  const hash = createHash("sha256");
  const { include } = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8"));
  const folders = include.map((pattern) => pattern.split("/")[0]);
  for (const folder of [...new Set([...folders, "tools"])].sort()) walk(join(root, folder), hash);
  for (const file of ["package-lock.json", "package.json", "tsconfig.json"]) add(join(root, file), hash);
  return `${hash.digest("hex")}\n`;
}

function walk(folder, hash) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return; // Named in tsconfig.json, not there yet.
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) walk(path, hash);
    } else {
      add(path, hash);
    }
  }
}

function add(file, hash) {
  const { size, mtimeMs } = statSync(file);
  hash.update(`${file}\0${size}\0${mtimeMs}\n`);
}

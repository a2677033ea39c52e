// `npm ci`, only when node_modules is not what package-lock.json says.
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { must } from "./commands.mjs";
import { npmEnvironment, npmScript } from "./node.mjs";
import { root } from "./places.mjs";
import { step } from "./progress.mjs";

const stampFile = join(root, "node_modules/.set-up");

/** Whether the installed dependencies are those of the lockfile. */
export function dependenciesAreReady() {
  const wanted = stamp();
  if (read(stampFile) === wanted) return true;
  // npm itself was here meanwhile (`npm install something`): what it did is as good.
  if (!matchesLockfile()) return false;
  writeFileSync(stampFile, wanted);
  return true;
}

/** @throws SetupFailure with npm's words. */
export async function ensureDependencies(node) {
  if (dependenciesAreReady()) return;
  const install = (...options) =>
    must("npm ci", node, [npmScript(), "ci", "--no-audit", "--no-fund", ...options], {
      cwd: root,
      env: { ...npmEnvironment(), PATH: [dirname(node), process.env.PATH].join(delimiter) },
    });
  await step("Dependencies (npm ci)", async () => {
    // The lockfile names no registry, so npm asks one about every package, unless its cache may answer: that is three
    // quarters of the time. A cache from before a version came out does not know it, and the registry must be asked.
    try {
      await install("--prefer-offline");
    } catch (error) {
      if (!/\b(ETARGET|notarget)\b/.test(error.message)) throw error;
      await install();
    }
  });
  // Written last: npm ci begins by removing node_modules, so an interrupted run leaves no stamp.
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp());
}

function stamp() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return `${createHash("sha256").update(lock).digest("hex")} ${process.platform}-${process.arch}\n`;
}

/** npm writes down what it installed; compared with the lockfile, leaving out what other platforms need. */
function matchesLockfile() {
  const installed = packages("node_modules/.package-lock.json");
  const wanted = packages("package-lock.json");
  if (installed === undefined || wanted === undefined) return false;
  const isSame = (path) =>
    installed[path]?.version === wanted[path]?.version &&
    installed[path]?.integrity === wanted[path]?.integrity;
  return (
    Object.keys(installed).every((path) => path in wanted && isSame(path)) &&
    Object.entries(wanted).every(
      ([path, entry]) =>
        !path.includes("node_modules/") ||
        entry.optional ||
        entry.link ||
        (path in installed && existsSync(join(root, path))),
    )
  );
}

function packages(file) {
  const text = read(join(root, file));
  return text === undefined ? undefined : JSON.parse(text).packages;
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** npm links the commands of dependencies but not the project's own: with this, `npx --no-install asr` works. */
export function linkCommand() {
  const link = join(root, "node_modules/.bin/asr");
  mkdirSync(dirname(link), { recursive: true });
  if (process.platform === "win32") {
    if (!existsSync(`${link}.cmd`)) {
      writeFileSync(`${link}.cmd`, '@node "%~dp0..\\..\\tools\\asr.mjs" %*\r\n');
    }
    return;
  }
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  rmSync(link, { force: true });
  symlinkSync("../../tools/asr.mjs", link);
}

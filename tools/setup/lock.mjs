// One at a time: a lock file that names its owner, so that what a killed owner left behind does not block for ever.
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { endInOrder } from "./commands.mjs";
import { say } from "./progress.mjs";

/** The owner touches its lock this often; one untouched for `abandonedMs` belongs to nobody (a pid can be reused). */
const beatMs = 2000;
const abandonedMs = 60_000;
const pollMs = 200;

/** Runs `work` while holding the lock. Waits for another owner, with one line that says so. */
export async function withLock(file, work) {
  endInOrder();
  mkdirSync(dirname(file), { recursive: true });
  const own = JSON.stringify({ pid: process.pid, host: hostname(), id: Math.random() });
  let told = false;
  while (!take(file, own)) {
    const owner = look(file);
    if (owner !== undefined && isStale(owner)) {
      removeStale(file, owner.text);
      continue;
    }
    if (!told && owner !== undefined) {
      say(`Another set-up is under way (process ${owner.pid ?? "unknown"}); waiting for it.`);
      told = true;
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  const beat = setInterval(() => touch(file), beatMs);
  const release = () => {
    clearInterval(beat);
    if (look(file)?.text === own) rmSync(file, { force: true });
  };
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.removeListener("exit", release);
    release();
  }
}

/** Atomic, and the lock never stands without its owner's name: write beside it, then link. */
function take(file, own) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, own);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function look(file) {
  try {
    const text = readFileSync(file, "utf8");
    const { mtimeMs } = statSync(file);
    try {
      return { text, mtimeMs, ...JSON.parse(text) };
    } catch {
      return { text, mtimeMs };
    }
  } catch {
    return undefined; // Released meanwhile.
  }
}

function isStale(owner) {
  if (Date.now() - owner.mtimeMs > abandonedMs) return true;
  if (owner.host !== hostname() || owner.pid === undefined) return false;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

/** Only one of several waiters gets the file by renaming; a live lock that came in between is put back. */
function removeStale(file, text) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // Another waiter was faster.
  }
  try {
    if (readFileSync(aside, "utf8") !== text) linkSync(aside, file);
  } catch {
    // A third one has the lock by now.
  } finally {
    rmSync(aside, { force: true });
  }
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The cache folder was removed under us: nothing to keep alive.
  }
}

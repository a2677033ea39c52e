// Running other programs: their output is kept for a failure's message, and none of them outlives this process.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { SetupFailure } from "./failure.mjs";

const running = new Set();

const signals = [
  ["SIGINT", 2],
  ["SIGTERM", 15],
  ["SIGHUP", 1],
];

/**
 * From now on a signal ends this process by its exit handlers: children are ended, locks released. Set up by the first
 * who needs it, not on import: whoever only asks which engine there is keeps its own signals.
 */
export function endInOrder() {
  if (isOrderly) return;
  isOrderly = true;
  process.on("exit", () => {
    for (const child of running) kill(child, "SIGKILL");
  });
  for (const [signal, number] of signals) {
    process.once(signal, () => {
      for (const child of running) kill(child, signal);
      process.exit(128 + number);
    });
  }
}
let isOrderly = false;

function kill(child, signal) {
  try {
    // A process group of its own, so that what a shell script or npm has started ends with it.
    if (child.ownGroup) process.kill(-child.pid, signal);
    else child.stdin.end();
  } catch {
    // Ended meanwhile.
  }
}

const tether = fileURLToPath(new URL("tethered.mjs", import.meta.url));

/**
 * Runs a program to its end and returns `{code, output}`; both streams are kept together, their last 64 KiB. Should this
 * process be killed, the program ends with it. Code 127 where there is no such program.
 * `timeoutMs` ends it early with code null. Options `cwd`, `env` as in `spawn`; `onOutput(text)` hears everything.
 */
export function capture(command, args, { timeoutMs, onOutput, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const ownGroup = process.platform !== "win32";
    const child = spawn(process.execPath, [tether, command, ...args], {
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
      detached: ownGroup,
      ...options,
    });
    child.ownGroup = ownGroup;
    endInOrder();
    running.add(child);
    let output = "";
    let timer;
    if (timeoutMs !== undefined) timer = setTimeout(() => kill(child, "SIGKILL"), timeoutMs);
    const hear = (data) => {
      output = (output + data).slice(-65_536);
      onOutput?.(String(data), () => kill(child, "SIGKILL"));
    };
    child.stdin.on("error", () => {}); // It ends when it ends.
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", (error) => {
      running.delete(child);
      clearTimeout(timer);
      reject(error);
    });
    child.once("close", (code) => {
      running.delete(child);
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}

/** As `capture`, and throws a `SetupFailure` with the end of the output when the program fails. */
export async function must(what, command, args, options) {
  const { code, output } = await capture(command, args, options);
  if (code !== 0) {
    const end = output.trimEnd().split("\n").slice(-40).join("\n");
    throw new SetupFailure(`${what} failed (exit code ${code}).\n${end}`);
  }
  return output;
}

/** Runs a program in this terminal and returns the exit code that this process should have. */
export function foreground(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    // A terminal sends Ctrl-C to the child as well; who ends is the child's to decide.
    for (const [signal] of signals) {
      process.removeAllListeners(signal);
      process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)));
    }
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(signal === null ? code : 1));
  });
}

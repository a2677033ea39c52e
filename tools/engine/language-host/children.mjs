// The programs and plugins that this host has started.
import { spawn } from "node:child_process";

/** How long a child may take to end by itself before it is killed. */
const graceMs = 3000;

const children = new Set();

/** Starts Node with these arguments and keeps the child in view until it has ended. */
export function startNode(args, options) {
  const child = spawn(process.execPath, args, { windowsHide: true, ...options });
  children.add(child);
  child.once("close", () => children.delete(child));
  child.once("error", () => children.delete(child));
  return child;
}

/** Asks a child to end, and kills it when it does not. Resolves when it is gone. */
export function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

export async function stopChildren() {
  await Promise.all([...children].map(stop));
}

// Whatever way this process ends, no child outlives it.
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

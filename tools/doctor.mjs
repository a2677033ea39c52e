// What this machine has and lacks. Looks only, and needs nothing of the build: it must speak where nothing is set up.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { findGo, oldestGo } from "./engine/from-go.mjs";
import { resolveEngine } from "./engine/resolve.mjs";
import { oldestInstalled } from "./engine/versions.mjs";
import { buildIsReady } from "./setup/build.mjs";
import { dependenciesAreReady } from "./setup/dependencies.mjs";
import { findNode, supportedNodes } from "./setup/node.mjs";
import { cacheFolder, root } from "./setup/places.mjs";

const setUp = 'Run "npm run setup".';

/**
 * One finding a thing: `{name, state, detail, remedy}`. State "missing" needs the remedy; "absent" is something that
 * nothing here needs now.
 */
export async function diagnose() {
  const node = findNode();
  // A package that npm installed somewhere has neither lockfile nor sources: nothing to install or build.
  const isCheckout = existsSync(join(root, "package-lock.json"));
  const engine = resolveEngine();
  return [
    finding("node", node, node === process.execPath ? `${process.version}` : `${node} for all scripts`, {
      absent: `this is ${process.version}, scripts need ${supportedNodes}`,
      remedy: `${setUp} It fetches Node 24 into ${cacheFolder()}; an installed Node 24 will do as well.`,
    }),
    ...(isCheckout
      ? [
          finding("dependencies", dependenciesAreReady(), "as package-lock.json says", {
            absent: "node_modules is not what package-lock.json says",
            remedy: setUp,
          }),
          finding("build", buildIsReady(), "as new as the sources", {
            absent: "dist/ is absent or older than the sources",
            remedy: `${setUp} "npm run build" builds alone.`,
          }),
        ]
      : []),
    finding("engine", engine, `Pulumi ${engine?.version} (${engine?.source}) at ${engine?.pulumi}`, {
      absent: `no Pulumi ${oldestInstalled} or newer with its Node language host`,
      remedy: `Install Pulumi, or ${lowerFirst(setUp)} It downloads the engine, or builds it from its Go modules where that is not possible.`,
    }),
    ...(engine === undefined ? [] : [await languageHost(engine)]),
    await go(engine),
    chromium(),
  ];
}

/** Lines for people; what is missing comes with its remedy. */
export function render(findings) {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const lines = findings.map(({ name, state, detail, remedy }) => {
    const line = `${state.padEnd("missing".length)}  ${name.padEnd(width)}  ${detail}`;
    return remedy === undefined ? line : `${line}\n${" ".repeat(width + 11)}${remedy}`;
  });
  const missing = findings.filter(({ state }) => state === "missing").map(({ name }) => name);
  const verdict = missing.length === 0 ? "Nothing is missing." : `Missing: ${missing.join(", ")}.`;
  return `${[...lines, "", verdict].join("\n")}\n`;
}

/** Whether everything is there that commands need. */
export const isHealthy = (findings) => findings.every(({ state }) => state !== "missing");

function finding(name, isThere, detail, { absent, remedy }) {
  return isThere ? { name, state: "ok", detail } : { name, state: "missing", detail: absent, remedy };
}

/** Starts it as the engine does: it prints its port and ends when its stdin does. */
async function languageHost({ languageHost: file, environment }) {
  const name = "language host";
  const failure = await new Promise((resolve) => {
    // It wants the address of an engine, and calls it only when something is run.
    const child = spawn(file, ["127.0.0.1:1"], {
      env: { ...process.env, ...environment },
      stdio: ["pipe", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let heard = "";
    let failed = "";
    const timer = setTimeout(() => end("it did not start within 20 seconds"), 20_000);
    const end = (result) => {
      clearTimeout(timer);
      child.stdin.end();
      child.kill();
      resolve(result);
    };
    child.stdin.on("error", () => {});
    child.stderr.on("data", (data) => (failed += data));
    child.stdout.on("data", (data) => {
      heard += data;
      if (/^\d+\r?\n/.test(heard)) end(undefined);
    });
    child.once("error", (error) => end(error.message));
    child.once("close", () => end(failed.trim().split("\n")[0] || "it ended without a word"));
  });
  if (failure === undefined) return { name, state: "ok", detail: file };
  const remedy = file.startsWith(root) ? setUp : "Install Pulumi again: it belongs to it.";
  return { name, state: "missing", detail: `${file} does not work: ${failure}`, remedy };
}

async function go(engine) {
  const version = await findGo();
  if (version !== undefined) return { name: "go", state: "ok", detail: version };
  const use = engine === undefined ? "would allow building the engine" : "not needed: there is an engine";
  return { name: "go", state: "absent", detail: `no Go ${oldestGo} or newer (${use})` };
}

function chromium() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  return found === undefined
    ? { name: "chromium", state: "absent", detail: "not needed: only tests of the HTML report use it" }
    : { name: "chromium", state: "ok", detail: found };
}

const lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1);

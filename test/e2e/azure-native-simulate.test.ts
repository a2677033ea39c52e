import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "./engine";

const asr = join(root, "dist/cli/main.js");
const plugin = join(root, "simulator/azure-native/bin/pulumi-resource-azure-native");

describe("asr simulate as a process", () => {
  let folder: string;
  let child: ChildProcess | undefined;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "asr-simulate-e2e-"));
  });
  afterEach(async () => {
    child?.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  function started(command: string, ...args: readonly string[]) {
    const one = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], cwd: folder });
    child = one;
    const text = { stdout: "", stderr: "" };
    one.stdout.setEncoding("utf8").on("data", (part: string) => (text.stdout += part));
    one.stderr.setEncoding("utf8").on("data", (part: string) => (text.stderr += part));
    const ended = once(one, "close").then(([code]) => code as number | null);
    return { one, text, ended };
  }

  it("passes a signal on and waits for the command to end in its own way", async () => {
    const { one, text, ended } = started(
      process.execPath,
      asr,
      "simulate",
      "--",
      process.execPath,
      "-e",
      'process.on("SIGTERM", () => process.exit(12)); console.log("ready"); setInterval(() => {}, 1000);',
    );
    await once(one.stdout, "data");
    one.kill("SIGTERM");
    expect(await ended).toBe(12);
    expect(text.stdout).toBe("ready\n");
    expect(text.stderr).toBe("asr simulate: no live resource is left.\n");
  });

  it("puts the plugin on PATH and leaves the options of the command to it", async () => {
    const { text, ended } = started(
      process.execPath,
      asr,
      "simulate",
      "--strict",
      "--",
      "sh",
      "-c",
      'command -v pulumi-resource-azure-native; echo "$1"',
      "sh",
      "--seed",
    );
    expect(await ended, text.stderr).toBe(0);
    expect(text.stdout).toBe(`${plugin}\n--seed\n`);
  });

  it("prints a port and ends when the engine that started it is gone", async () => {
    const script = join(folder, "engine.sh");
    const pid = join(folder, "pid");
    // The shell plays the engine: it starts the plugin, and is then killed.
    await writeFile(
      script,
      `"${plugin}" > port & echo $! > "${pid}"; while ! [ -s port ]; do :; done; echo up; wait\n`,
    );
    const { one } = started("sh", script);
    await once(one.stdout, "data");
    expect(await readFile(join(folder, "port"), "utf8")).toMatch(/^\d+\n$/);
    one.kill("SIGKILL");
    const plugins = Number(await readFile(pid, "utf8"));
    await expect.poll(() => isRunning(plugins), { timeout: 5000 }).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { drillWorld, type DrillWorld } from "../operations/drill/drill-world";

const command = join(__dirname, "../../dist/cli/main.js");

let world: DrillWorld;
let folder: string;
beforeEach(async () => {
  world = await drillWorld({ secondsPerRequest: 15 });
  folder = mkdtempSync(join(tmpdir(), "asr-killed-"));
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

/** Starts `asr drill …`; `onLine` is told each line of stderr with the process that said it. */
function asr(args: readonly string[], onLine: (line: string, child: ChildProcess) => void = () => undefined) {
  const child = spawn(process.execPath, [command, "drill", ...args, "--poll-seconds", "0.01"], {
    env: { ...process.env, ...world.azure.simulator.environment(), ASR_STATE_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    for (const line of text.split("\n")) onLine(line, child);
  });
  return new Promise<{
    readonly code: number | null;
    readonly signal: string | null;
    stdout: string;
    stderr: string;
  }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      resolve({ code, signal, stdout, stderr });
    });
  });
}

describe("a drill whose process is killed", () => {
  it.each(["Starting the test failover", "Group 1: web1: Succeeded", "Cleaning up the test failover"])(
    'after "%s" is tidied by the next asr drill --clean',
    async (moment) => {
      const killed = await asr(["--plan", world.planId], (line, child) => {
        if (line.includes(moment)) child.kill("SIGKILL");
      });
      expect(killed.signal).toBe("SIGKILL");
      const cleaned = await asr(["--clean"]);
      expect(cleaned.stderr).not.toContain("internal fault");
      expect(cleaned.code).toBe(0);
      expect(cleaned.stdout).toContain(world.planId);
      expect(await world.traces()).toEqual([]);
    },
  );

  it("by one Ctrl+C cleans up by itself", async () => {
    const stopped = await asr(["--plan", world.planId], (line, child) => {
      if (line.includes("Group 1: web1: InProgress")) child.kill("SIGINT");
    });
    expect(stopped).toMatchObject({ code: 1, signal: null });
    expect(stopped.stdout).toContain("interrupted");
    expect(await world.traces()).toEqual([]);
  });

  it("by a second Ctrl+C says what is left and how to clean", async () => {
    const stopped = await asr(["--plan", world.planId], (line, child) => {
      if (line.includes("Group 1: web1: InProgress") || line.includes("Stopping:")) child.kill("SIGINT");
    });
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toContain(`asr drill --clean --plan ${world.planId}`);
    expect((await asr(["--clean"])).code).toBe(0);
    expect(await world.traces()).toEqual([]);
  });
});

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { soundItem, soundVault, vaultId } from "../operations/check/sound-vault";

const asr = join(__dirname, "..", "..", "dist", "cli", "main.js");

/** `asr check` as a user runs it: in a process of its own, which knows Azure by its environment alone. */
describe("asr simulate -- asr check", () => {
  let folder: string;
  let seed: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "asr-check-e2e-"));
    seed = join(folder, "seed.json");
    const web = soundItem("web", {}, { replicationHealth: "Critical" });
    writeFileSync(seed, JSON.stringify({ schema: "asr-seed/1", resources: soundVault({ web }) }));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs it simulated; `onText` hears stdout and gets the process. */
  function run(
    args: readonly string[],
    onText: (text: string, stop: () => void) => void = () => undefined,
  ): Promise<{ readonly code: number | null; readonly stdout: string }> {
    const command = [process.execPath, asr, "check", "--vault", vaultId, ...args];
    const child = spawn(process.execPath, [asr, "simulate", "--seed", seed, "--", ...command], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      onText(stdout, () => child.kill("SIGTERM"));
    });
    return new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => {
        resolve({ code, stdout });
      });
    });
  }

  it("writes the document and fails on a machine that is not ready", async () => {
    const output = join(folder, "check.json");
    expect(await run(["--format", "json", "--output", output])).toMatchObject({ code: 1, stdout: "" });
    expect(JSON.parse(readFileSync(output, "utf8"))).toMatchObject({
      schema: "asr-check/1",
      verdict: "not-ready",
      machines: [
        { name: "web", verdict: "not-ready" },
        { name: "db", verdict: "ready" },
      ],
    });
  });

  it("says of a vault that is not there what to look at", async () => {
    const { code, stdout } = await run(["--vault", vaultId.replace(/dr$/, "elsewhere")]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it("watches until it is stopped, and leaves with the code of the last round", async () => {
    const summary = /Vault dr: not-ready\./g;
    const { code, stdout } = await run(["--watch", "1"], (text, stop) => {
      if ((text.match(summary) ?? []).length === 2) stop();
    });
    expect(stdout.match(summary)?.length).toBeGreaterThanOrEqual(2);
    expect(code).toBe(1);
  });
});

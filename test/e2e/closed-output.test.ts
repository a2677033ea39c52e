import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "./engine";

const asr = join(root, "dist", "cli", "main.js");

describe("output that cannot be written to its end", () => {
  let folder: string;
  let args: readonly string[];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "asr-closed-"));
    const file = join(folder, "estate.json");
    // More than a pipe holds.
    const machines = Array.from({ length: 500 }, (_, index) => ({
      name: `vm${index}`,
      disks: [{ name: "Hard disk 1", sizeGiB: 9999, os: true }],
    }));
    writeFileSync(file, JSON.stringify({ schema: "asr-estate/1", scenario: "vmware-to-azure", machines }));
    args = [asr, "assess", file, "--edition", "2019-05", "--format", "json"];
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("keeps the exit code of the verdicts when the reader has seen enough", async () => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    const said = text(child.stderr);
    child.stdout.once("data", () => {
      child.stdout.destroy();
    });
    const [code] = (await once(child, "exit")) as [number | null];
    expect({ code, said: await said }).toEqual({ code: 1, said: "" });
  });

  it.skipIf(!existsSync("/dev/full"))("is told in one line when the disk is full", async () => {
    const full = openSync("/dev/full", "w");
    try {
      const child = spawn(process.execPath, args, { stdio: ["ignore", full, "pipe"] });
      if (child.stderr === null) throw new Error("stderr is a pipe");
      const said = text(child.stderr);
      const [code] = (await once(child, "exit")) as [number | null];
      expect({ code, said: await said }).toEqual({
        code: 2,
        said: "asr: stdout cannot be written (ENOSPC): make room, or name a file with --output.\n",
      });
    } finally {
      closeSync(full);
    }
  });
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeOutput } from "../../cli/write-output";

describe("writing output", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "asr-output-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("leaves the old file alone when the new one breaks off", async () => {
    const file = join(folder, "a.txt");
    writeFileSync(file, "old");
    function* breaking(): Generator<string> {
      yield "new";
      throw new Error("on purpose");
    }
    await expect(writeOutput(breaking(), file)).rejects.toThrow("on purpose");
    expect(readFileSync(file, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a.txt"]);
  });

  it("writes the pieces in order", async () => {
    const file = join(folder, "b.txt");
    await writeOutput(["ä", "€", "\n"], file);
    expect(readFileSync(file, "utf8")).toBe("ä€\n");
  });

  it("names the file and the reason where it cannot write", async () => {
    await expect(writeOutput(["x"], folder)).rejects.toThrow(/cannot be written \(\w+\)/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(!existsSync("/dev/full"))("asks for room where the disk is full", async () => {
    function* filling(): Generator<string> {
      writeFileSync("/dev/full", "x");
      yield "never";
    }
    await expect(writeOutput(filling(), join(folder, "d.txt"))).rejects.toThrow(/\(ENOSPC\): make room\.$/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("creates the folders above the file", async () => {
    const file = join(folder, "a", "b", "c.txt");
    await writeOutput(["x"], file);
    expect(readFileSync(file, "utf8")).toBe("x");
  });

  it.skipIf(!existsSync("/proc/self"))("gives up where the system refuses new folders", async () => {
    await expect(writeOutput(["x"], "/proc/asr-out/a.txt")).rejects.toThrow(/cannot be written \(ENOENT\)/);
  });
});

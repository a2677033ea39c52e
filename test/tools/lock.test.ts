import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { spawn, spawnSync, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withLock } from "../../tools/setup/lock.mjs";

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "asr-lock-"));
  lock = join(folder, "deep", "a.lock");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const module = join(__dirname, "../../tools/setup/lock.mjs");

/** A process that holds the lock until its stdin ends, and prints when it has it. */
function holder(): ChildProcessByStdio<Writable, Readable, null> {
  const script = `
    import { withLock } from ${JSON.stringify(module)};
    await withLock(${JSON.stringify(lock)}, async () => {
      process.stdout.write("held");
      await new Promise((resolve) => process.stdin.on("end", resolve).resume());
    });`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["pipe", "pipe", "inherit"],
  });
}

describe("withLock", () => {
  it("lets one in at a time, and leaves nothing behind", async () => {
    const inside: string[] = [];
    const enter = (name: string) =>
      withLock(lock, async () => {
        inside.push(`${name} in`);
        await new Promise((resolve) => setImmediate(resolve));
        inside.push(`${name} out`);
        return name;
      });
    expect(await Promise.all([enter("a"), enter("b"), enter("c")])).toEqual(["a", "b", "c"]);
    for (let index = 0; index < inside.length; index += 2) {
      expect(inside[index + 1]).toBe(inside[index]?.replace("in", "out"));
    }
    expect(existsSync(lock)).toBe(false);
  });

  it("releases when the work throws", async () => {
    await expect(withLock(lock, () => Promise.reject(new Error("no luck")))).rejects.toThrow("no luck");
    expect(existsSync(lock)).toBe(false);
  });

  it("waits for another process", async () => {
    const other = holder();
    await once(other.stdout, "data");
    let entered = false;
    const mine = withLock(lock, () => {
      entered = true;
      return Promise.resolve(other.exitCode);
    });
    expect(entered).toBe(false);
    expect(JSON.parse(readFileSync(lock, "utf8"))).toMatchObject({ pid: other.pid });
    other.stdin.end();
    await once(other, "close");
    await mine;
    expect(entered).toBe(true);
  });

  it("takes over from an owner that was killed", async () => {
    const other = holder();
    await once(other.stdout, "data");
    other.kill("SIGKILL");
    await once(other, "close");
    expect(existsSync(lock)).toBe(true);
    expect(await withLock(lock, () => Promise.resolve("taken over"))).toBe("taken over");
  });

  it("takes over a lock that nobody has touched for a minute, whoever has the process id now", async () => {
    await withLock(lock, () => Promise.resolve());
    writeFileSync(lock, JSON.stringify({ pid: process.pid, host: hostname(), id: 1 }));
    const old = new Date(Date.now() - 120_000);
    utimesSync(lock, old, old);
    expect(await withLock(lock, () => Promise.resolve("taken over"))).toBe("taken over");
  });

  it("releases on a signal", () => {
    const script = `
      import { withLock } from ${JSON.stringify(module)};
      await withLock(${JSON.stringify(lock)}, async () => {
        process.kill(process.pid, "SIGTERM");
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      });`;
    const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", script]);
    expect(status).toBe(128 + 15);
    expect(existsSync(lock)).toBe(false);
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { capture } from "../../tools/setup/commands.mjs";

const module = join(__dirname, "../../tools/setup/commands.mjs");

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

/** A program that starts another, prints its process id and waits. */
const endless = `
  const { pid } = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  console.log(pid);
  setInterval(() => {}, 1000);`;

describe.skipIf(process.platform === "win32")("capture", () => {
  it("gives exit code and both streams", async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3;';
    const { code, output } = await capture(process.execPath, ["-e", script]);
    expect(code).toBe(3);
    expect(output).toContain("out");
    expect(output).toContain("err");
  });

  it("says where there is no such program", async () => {
    expect(await capture("no-such-program", [])).toMatchObject({
      code: 127,
      output: expect.stringContaining("no-such-program") as string,
    });
  });

  it("ends a program early, with all that it started", async () => {
    const { code, output } = await capture(process.execPath, ["-e", endless], {
      onOutput: (_text, stop) => {
        stop();
      },
    });
    expect(code).toBeNull();
    expect(Number(output)).toBeGreaterThan(1);
    await expect.poll(() => isAlive(Number(output)), { timeout: 10_000 }).toBe(false);
  });

  it.each(["SIGKILL", "SIGTERM"] as const)(
    "leaves nothing at work when its caller gets %s",
    async (signal) => {
      const caller = spawn(
        process.execPath,
        [
          "--input-type=module",
          "-e",
          `import { capture } from ${JSON.stringify(module)};
         await capture(process.execPath, ["-e", ${JSON.stringify(endless)}], {
           onOutput: (text) => process.stdout.write(text),
         });`,
        ],
        { stdio: ["ignore", "pipe", "inherit"] },
      );
      const [text] = (await once(caller.stdout, "data")) as [Buffer];
      const pid = Number(String(text));
      expect(isAlive(pid)).toBe(true);
      caller.kill(signal);
      await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
    },
  );
});

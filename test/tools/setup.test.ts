import { existsSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Checkout } from "./checkout";

let checkout: Checkout;
beforeEach(() => {
  checkout = new Checkout();
});
afterEach(() => {
  checkout.dispose();
});

describe.skipIf(process.platform === "win32")("set-up", () => {
  it("installs and builds once, with progress, and the second time does nothing", async () => {
    checkout.installPulumi();
    const first = await checkout.run("setup.mjs");
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toBe("");
    expect(first.stderr).toMatch(
      /^• Dependencies \(npm ci\) …\n {2}done in [\d.]+ s\n• Build …\n {2}done in [\d.]+ s\n/,
    );
    expect(first.stderr).toMatch(/\nSet-up took [\d.]+ s in all\.\nReady: Pulumi 3\.262\.0 \(installed\)/);
    expect(checkout.builds).toBe(1);

    const second = await checkout.run("setup.mjs");
    expect(second.code).toBe(0);
    expect(second.stderr).toMatch(/^Ready: .*\n$/);
    expect(checkout.builds).toBe(1);
  });

  it("builds again when a source has changed, and only then", async () => {
    checkout.installPulumi();
    await checkout.run("setup.mjs");
    checkout.change("README.md", "no source\n");
    await checkout.run("setup.mjs");
    expect(checkout.builds).toBe(1);
    // What `pulumi config set` and the READMEs of stacks write among the sources.
    checkout.change("src/Pulumi.production.yaml", "config: {}\n");
    checkout.change("src/site.VaultCredentials", "a key\n");
    await checkout.run("setup.mjs");
    expect(checkout.builds).toBe(1);
    checkout.change("src/index.ts", "export const a = 1;\n");
    const third = await checkout.run("setup.mjs");
    expect(third.stderr).not.toContain("npm ci");
    expect(checkout.builds).toBe(2);
    checkout.change("src/data/limits.yaml", "a: 1\n");
    await checkout.run("setup.mjs");
    expect(checkout.builds).toBe(3);
  });

  it("installs again when the lockfile has changed or node_modules is gone", async () => {
    checkout.installPulumi();
    await checkout.run("setup.mjs");
    checkout.change(
      "package-lock.json",
      readFileSync(join(checkout.root, "package-lock.json"), "utf8") + "\n",
    );
    expect((await checkout.run("setup.mjs")).stderr).toContain("npm ci");
    rmSync(join(checkout.root, "node_modules"), { recursive: true });
    expect((await checkout.run("setup.mjs")).stderr).toContain("npm ci");
  });

  it("shows what the build says when it fails, and builds again the next time", async () => {
    checkout.installPulumi();
    const failed = await checkout.run("setup.mjs", [], { BUILD_FAILS: "1" });
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain("npm run build failed (exit code 2).\nsrc/index.ts is wrong");
    expect(failed.stderr).not.toContain("    at ");
    expect((await checkout.run("setup.mjs")).code).toBe(0);
    expect(checkout.builds).toBe(1);
  });

  it("lets two at once work one after the other", async () => {
    checkout.installPulumi();
    const both = await Promise.all([checkout.run("setup.mjs"), checkout.run("setup.mjs")]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(checkout.builds).toBe(1);
  });

  it("links the command, so that npx finds it in the checkout", async () => {
    checkout.installPulumi();
    await checkout.run("setup.mjs");
    const link = join(checkout.root, "node_modules/.bin/asr");
    expect(readlinkSync(link)).toBe("../../tools/asr.mjs");
    expect(existsSync(link)).toBe(true);
  });

  it("names the three ways to an engine when none is possible, once, after all else is done", async () => {
    const { code, stderr } = await checkout.run("setup.mjs");
    expect(code).toBe(1);
    expect(checkout.builds).toBe(1);
    const message = stderr.slice(stderr.indexOf("No Pulumi engine"));
    expect(message).toMatch(
      /^No Pulumi engine could be set up\. Any one of these three ways will do:\n {2}1\. Install Pulumi 3\.250\.0 or newer yourself.*\n {2}2\. Let the official npm launcher download version 3\.250\.0: the npm package is not to be had.*\n {2}3\. .*: there is no Go 1\.21 or newer on PATH\nThen run this again\.\n$/,
    );
  });
});

describe.skipIf(process.platform === "win32")("scripts", () => {
  it("pulumi runs the engine with the arguments, and ends with its exit code", async () => {
    checkout.installPulumi();
    const { code, stdout } = await checkout.run("pulumi.mjs", ["stack", "ls", "--json"]);
    expect(stdout).toBe("pulumi stack ls --json\n");
    expect(code).toBe(7);
  });

  it("asr sets up without an engine, and leaves stdout to the command", async () => {
    const { code, stdout } = await checkout.run("asr.mjs", ["assess", "a b.xlsx"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(["assess", "a b.xlsx"]);
  });

  it("start runs the whole job", async () => {
    checkout.installPulumi();
    const { stdout } = await checkout.run("start.mjs", ["a.xlsx"]);
    expect(JSON.parse(stdout)).toEqual(["run", "a.xlsx"]);
  });

  it("asr doctor says what is missing instead of installing it", async () => {
    const { code, stdout } = await checkout.run("asr.mjs", ["doctor"]);
    expect(code).toBe(1);
    expect(checkout.builds).toBe(0);
    expect(stdout).toMatch(/^ok +node /m);
    expect(stdout).toMatch(/^missing +dependencies .*\n +Run "npm run setup"\./m);
    expect(stdout).toMatch(/^missing +build .*\n +Run "npm run setup"\./m);
    expect(stdout).toMatch(/^missing +engine +no Pulumi 3\.250\.0 or newer/m);
    expect(stdout).toMatch(/^absent +go /m);
    expect(stdout).toMatch(/\nMissing: dependencies, build, engine\.\n$/);
  });

  it("asr doctor tries the language host of the engine it found", async () => {
    checkout.installPulumi();
    const broken = await checkout.run("asr.mjs", ["doctor"]);
    expect(broken.stdout).toMatch(/^missing +language host .* does not work: it ended without a word\n/m);
    checkout.install("pulumi-language-nodejs", "echo 4711; cat");
    const whole = await checkout.run("asr.mjs", ["doctor"]);
    expect(whole.stdout).toMatch(/^ok +language host /m);
  });
});

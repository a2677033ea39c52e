import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { engineFolder, languageHostScript, marker, resolveEngine } from "../../../tools/engine/resolve.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "asr-resolve-"));
  vi.stubEnv("ASR_CACHE_DIR", join(folder, "cache"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function executable(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** An installed Pulumi that knows nothing but its version. */
function install(name: string, version: string, { languageHost = true } = {}): string {
  executable(join(folder, name, "pulumi"), `echo ${version}`);
  if (languageHost) executable(join(folder, name, "pulumi-language-nodejs"), "exit 1");
  return join(folder, name);
}

/** An engine as set-up keeps it. */
function keepInCache(source: "npm" | "go"): string {
  executable(join(engineFolder(source), "pulumi-language-nodejs"), "exit 1");
  writeFileSync(join(engineFolder(source), marker), "");
  return executable(join(engineFolder(source), "pulumi"), "echo v3.250.0");
}

const resolveOn = (...folders: string[]) => resolveEngine({ PATH: folders.join(delimiter) });

describe.skipIf(process.platform === "win32")("resolveEngine", () => {
  it("answers undefined where there is none", () => {
    expect(resolveOn(folder)).toBeUndefined();
  });

  it("takes an installed Pulumi with its own language host", () => {
    const bin = install("bin", "v3.262.1");
    expect(resolveOn(folder, bin)).toMatchObject({
      pulumi: join(bin, "pulumi"),
      version: "3.262.1",
      source: "installed",
      languageHost: join(bin, "pulumi-language-nodejs"),
    });
  });

  it.each(["v3.249.9", "v2.300.0", "what?"])("passes over %s", (version) => {
    expect(resolveOn(install("bin", version))).toBeUndefined();
  });

  it("passes over one that does not run", () => {
    const bin = install("bin", "v3.262.1");
    executable(join(bin, "pulumi"), "exit 1");
    expect(resolveOn(bin)).toBeUndefined();
  });

  it("passes over one without a language host, and takes the next", () => {
    const lone = install("lone", "v3.262.1", { languageHost: false });
    expect(resolveOn(lone)).toBeUndefined();
    rmSync(join(folder, "cache"), { recursive: true, force: true });
    const old = install("old", "v3.100.0");
    const whole = install("whole", "v3.251.0");
    expect(resolveOn(old, whole)).toMatchObject({ version: "3.251.0", pulumi: join(whole, "pulumi") });
  });

  it("finds the language host elsewhere on PATH, and beside the file that a link leads to", () => {
    const lone = install("lone", "v3.262.1", { languageHost: false });
    const host = executable(join(folder, "hosts", "pulumi-language-nodejs"), "exit 1");
    expect(resolveOn(lone, dirname(host))).toMatchObject({ languageHost: host });

    const real = install("opt", "v3.263.0");
    mkdirSync(join(folder, "links"));
    symlinkSync(join(real, "pulumi"), join(folder, "links", "pulumi"));
    expect(resolveOn(join(folder, "links"))).toMatchObject({
      version: "3.263.0",
      languageHost: join(real, "pulumi-language-nodejs"),
    });
  });

  it("does not take an engine of ours on PATH for an installation", () => {
    const ours = install("ours", "v3.262.1");
    writeFileSync(join(ours, marker), "");
    expect(resolveOn(ours)).toBeUndefined();
  });

  it("asks again when the installed Pulumi is another", () => {
    const bin = install("bin", "v3.251.0");
    expect(resolveOn(bin)?.version).toBe("3.251.0");
    expect(resolveOn(bin)?.version).toBe("3.251.0");
    executable(join(bin, "pulumi"), "echo v3.252.0 # longer");
    expect(resolveOn(bin)?.version).toBe("3.252.0");
  });

  it("takes the engine in the cache else, with what it needs on PATH, and is still itself under that PATH", () => {
    const pulumi = keepInCache("go");
    const engine = resolveOn("/usr/bin");
    expect(engine).toMatchObject({
      pulumi,
      source: "go",
      version: "3.250.0",
      environment: { ASR_LANGUAGE_HOST: languageHostScript, ASR_NODE: process.execPath },
    });
    expect(engine?.path.split(delimiter)).toEqual([dirname(process.execPath), dirname(pulumi), "/usr/bin"]);
    expect(resolveEngine({ PATH: engine?.path ?? "" })).toEqual(engine);
  });

  it("takes the official download before what was built", () => {
    keepInCache("go");
    keepInCache("npm");
    expect(resolveOn("/usr/bin")).toMatchObject({ source: "npm" });
  });

  it("prefers an installation to the cache", () => {
    keepInCache("go");
    expect(resolveOn(install("bin", "v3.262.1"))?.source).toBe("installed");
  });
});

import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { npmScript } from "../../tools/setup/node.mjs";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A checkout in miniature: the scripts of set-up as they are, no dependencies, a build that counts its runs, and a
 * machine with nothing on PATH but Node and a shell. Installs and builds for real, without a network.
 */
export class Checkout {
  readonly #folder = mkdtempSync(join(tmpdir(), "asr-checkout-"));
  readonly root = join(this.#folder, "checkout");
  readonly bin = join(this.#folder, "bin");

  constructor() {
    cpSync(join(__dirname, "../../tools"), join(this.root, "tools"), { recursive: true });
    this.write(
      "package.json",
      JSON.stringify({ name: "miniature", version: "1.0.0", scripts: { build: "node build.mjs" } }),
    );
    this.write("tsconfig.json", JSON.stringify({ include: ["src"] }));
    this.write("src/index.ts", "export {};\n");
    this.write(
      "build.mjs",
      `import { appendFileSync, mkdirSync } from "node:fs";
       if (process.env.BUILD_FAILS) { console.error("src/index.ts is wrong"); process.exit(2); }
       mkdirSync("dist/cli", { recursive: true });
       appendFileSync("builds.log", process.version + "\\n");
       appendFileSync("dist/cli/main.js", "console.log(JSON.stringify(process.argv.slice(2)));");`,
    );
    const packages = { "": { name: "miniature", version: "1.0.0" } };
    this.write(
      "package-lock.json",
      JSON.stringify({ name: "miniature", version: "1.0.0", lockfileVersion: 3, requires: true, packages }),
    );
    mkdirSync(this.bin, { recursive: true });
    symlinkSync(process.execPath, join(this.bin, "node"));
    symlinkSync("/bin/sh", join(this.bin, "sh"));
  }

  write(file: string, text: string): void {
    const path = join(this.root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Puts a program on the machine's PATH. */
  install(name: string, script: string): void {
    writeFileSync(join(this.bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(this.bin, name), 0o755);
  }

  /** A Pulumi that knows its version and repeats its arguments. */
  installPulumi(): void {
    this.install("pulumi", 'if [ "$1" = version ]; then echo v3.262.0; else echo "pulumi $*"; exit 7; fi');
    this.install("pulumi-language-nodejs", "exit 1");
  }

  /** Changes a file so that its time differs, whatever the clock's resolution. */
  change(file: string, text: string): void {
    this.write(file, text);
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(this.root, file), later, later);
  }

  /** How often it was built. */
  get builds(): number {
    try {
      return readFileSync(join(this.root, "builds.log"), "utf8").trimEnd().split("\n").length;
    } catch {
      return 0;
    }
  }

  /** Runs a script of `tools/`. */
  run(
    script: string,
    args: readonly string[] = [],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Ended> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(this.root, "tools", script), ...args], {
        cwd: this.root,
        stdio: ["ignore", "pipe", "pipe"],
        env: {
          PATH: this.bin,
          HOME: join(this.#folder, "home"),
          ASR_CACHE_DIR: join(this.#folder, "cache"),
          npm_execpath: npmScript(),
          // Nothing answers there: whoever wants the network is told so at once.
          npm_config_registry: "http://127.0.0.1:1/",
          npm_config_fetch_retries: "0",
          ...environment,
        },
      });
      let stdout = "";
      let stderr = "";
      child.stdout.on("data", (data) => (stdout += String(data)));
      child.stderr.on("data", (data) => (stderr += String(data)));
      child.once("error", reject);
      child.once("close", (code) => {
        resolve({ code, stdout, stderr });
      });
    });
  }

  dispose(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzerStackConfigureRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { LanguageRuntimeClient } from "@pulumi/pulumi/proto/language_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/language_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { languageHostScript } from "../../../tools/engine/resolve.mjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = join(__dirname, "../../..");
const shim = join(root, "tools/engine/language-host/pulumi-language-nodejs");

let folder: string;
let host: ChildProcessByStdio<Writable, Readable, Readable>;
let client: LanguageRuntimeClient;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "asr-host-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  host = spawn(shim, ["127.0.0.1:1"], {
    env: { ...process.env, ASR_NODE: process.execPath, ASR_LANGUAGE_HOST: languageHostScript },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const [line] = (await once(host.stdout, "data")) as [Buffer];
  client = new LanguageRuntimeClient(`127.0.0.1:${String(line).trim()}`, credentials.createInsecure());
});
afterEach(async () => {
  client.close();
  if (host.exitCode === null && host.signalCode === null) {
    host.kill("SIGKILL");
    await once(host, "close");
  }
  rmSync(folder, { recursive: true, force: true });
});

function programInfo(options: Readonly<Record<string, string | boolean>> = { typescript: false }) {
  const info = new messages.ProgramInfo();
  info.setRootDirectory(folder);
  info.setProgramDirectory(folder);
  info.setEntryPoint(".");
  info.setOptions(Struct.fromJavaScript({ ...options }));
  return info;
}

/** Starts the folder's index.js as a plugin. */
function runPlugin(program: string, { kind = "resource", args = ["an-argument"] } = {}) {
  writeFileSync(join(folder, "package.json"), '{ "name": "plugin", "version": "1.2.3", "main": "index.js" }');
  writeFileSync(join(folder, "index.js"), program);
  const request = new messages.RunPluginRequest();
  request.setInfo(programInfo());
  request.setKind(kind);
  request.setPwd(tmpdir());
  request.setArgsList(args);
  request.setEnvList([`PATH=${process.env["PATH"] ?? ""}`, "GIVEN=a=b"]);
  return client.runPlugin(request);
}

async function toEnd(stream: ReturnType<typeof runPlugin>) {
  let stdout = "";
  let stderr = "";
  let exitCode: number | undefined;
  for await (const response of stream as AsyncIterable<messages.RunPluginResponse>) {
    switch (response.getOutputCase()) {
      case messages.RunPluginResponse.OutputCase.STDOUT:
        stdout += Buffer.from(response.getStdout_asU8()).toString();
        break;
      case messages.RunPluginResponse.OutputCase.STDERR:
        stderr += Buffer.from(response.getStderr_asU8()).toString();
        break;
      default:
        exitCode = response.getExitcode();
    }
  }
  return { stdout, stderr, exitCode };
}

/** A plugin that tells its process id and stays until it is ended. */
async function runEndless(): Promise<{ pid: number; ended: Promise<unknown> }> {
  const stream = runPlugin("console.log(process.pid); setInterval(() => {}, 1000);");
  let settle: () => void;
  const ended = new Promise<void>((resolve) => (settle = resolve));
  stream.on("error", () => {
    settle();
  });
  stream.on("end", () => {
    settle();
  });
  const pid = await new Promise<number>((resolve) => {
    stream.on("data", (response: messages.RunPluginResponse) => {
      if (response.hasStdout()) resolve(Number(Buffer.from(response.getStdout_asU8()).toString()));
    });
  });
  return { pid, ended };
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // A killed process that nobody has waited for yet is still listed.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

describe.skipIf(process.platform === "win32")("the Node language host", () => {
  it("passes a plugin's arguments, environment, streams and exit code on", async () => {
    const ended = await toEnd(
      runPlugin(
        `console.log(JSON.stringify({ args: process.argv.slice(2), given: process.env.GIVEN, folder: process.cwd() }));
         console.error("to stderr");
         process.exitCode = 5;`,
      ),
    );
    expect(JSON.parse(ended.stdout)).toEqual({ args: ["an-argument"], given: "a=b", folder: tmpdir() });
    expect(ended.stderr).toContain("to stderr");
    expect(ended.exitCode).toBe(5);
  });

  it("starts a policy pack in its own folder, where the policy SDK looks for its version, and tells it the stack", async () => {
    const stream = runPlugin(
      "console.error([process.cwd(), process.env.PULUMI_CONFIG, process.env.PULUMI_NODEJS_STACK].join());",
      { kind: "analyzer", args: ["engine"] },
    );
    const ended = toEnd(stream);
    const [first] = (await once(stream, "data")) as [messages.RunPluginResponse];
    const port = Buffer.from(first.getStdout_asU8()).toString().trim();
    const pack = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
    const request = new AnalyzerStackConfigureRequest();
    request.setStack("dev");
    request.getConfigMap().set("azure-siterecovery:edition", "2019-05");
    const refused = await new Promise((resolve) => {
      pack.configureStack(request, resolve);
    });
    pack.close();
    // This one serves nothing and ends.
    expect(String(refused)).toContain("ended with exit code 0 before it was ready");
    expect(await ended).toMatchObject({
      stderr: `${folder},{"azure-siterecovery:edition":"2019-05"},dev\n`,
      exitCode: 0,
    });
  });

  it("says what to do where the SDK is not installed", async () => {
    rmSync(join(folder, "node_modules"));
    await expect(toEnd(runPlugin(""))).rejects.toThrow(/@pulumi\/pulumi is not installed .* "npm install"/);
  });

  it.runIf(process.platform === "linux")("says that a configuration is too large for a program", async () => {
    writeFileSync(join(folder, "index.js"), "");
    const request = new messages.RunRequest();
    request.setInfo(programInfo());
    request.setProject("p");
    request.setStack("s");
    request.getConfigMap().set("p:machines", "m".repeat(2 ** 20));
    const response = await new Promise<messages.RunResponse>((resolve, reject) => {
      client.run(request, (error, answer) => {
        if (error === null) resolve(answer);
        else reject(error);
      });
    });
    expect(response.getError()).toMatch(/^The stack's configuration \(1025 KiB\) is larger than .*in a file/);
  });

  it("names the installed dependencies of a program", async () => {
    rmSync(join(folder, "node_modules"));
    mkdirSync(join(folder, "node_modules/left"), { recursive: true });
    writeFileSync(join(folder, "node_modules/left/package.json"), '{ "version": "2.0.1" }');
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({ dependencies: { left: "^2.0.0", absent: "*" } }),
    );
    const request = new messages.GetProgramDependenciesRequest();
    request.setInfo(programInfo());
    const response = await new Promise<messages.GetProgramDependenciesResponse>((resolve, reject) => {
      client.getProgramDependencies(request, (error, answer) => {
        if (error) reject(error);
        else resolve(answer);
      });
    });
    expect(response.toObject().dependenciesList).toEqual([{ name: "left", version: "2.0.1" }]);
  });

  it("ends a plugin when the engine hangs up the call", async () => {
    const stream = runPlugin("console.log(process.pid); setInterval(() => {}, 1000);");
    stream.on("error", () => undefined);
    const [response] = (await once(stream, "data")) as [messages.RunPluginResponse];
    const pid = Number(Buffer.from(response.getStdout_asU8()).toString());
    expect(isAlive(pid)).toBe(true);
    stream.cancel();
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  });

  it("ends its children when it is told to cancel, and goes on serving", async () => {
    const { pid, ended } = await runEndless();
    await new Promise<void>((resolve, reject) => {
      client.cancel(new Empty(), (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
    await ended;
    expect(isAlive(pid)).toBe(false);
    expect(host.exitCode).toBeNull();
  });

  it.each(["SIGINT", "SIGTERM"] as const)("ends on %s with its children", async (signal) => {
    const { pid } = await runEndless();
    host.kill(signal);
    await once(host, "close");
    expect(isAlive(pid)).toBe(false);
  });

  it("ends with its children when the engine is gone, however that died", async () => {
    const { pid } = await runEndless();
    host.stdin.destroy();
    await once(host, "close");
    expect(isAlive(pid)).toBe(false);
  });
});

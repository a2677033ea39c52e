import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { asr } from "../cli/command-line";
import { drillWorld, type DrillWorld } from "../operations/drill/drill-world";
import { exampleText } from "./ci-examples";

/** A script of an example, with the environment that its step has. */
interface Script {
  readonly text: string;
  readonly environment: Readonly<Record<string, string>>;
}

interface Step {
  readonly run?: string;
  readonly bash?: string;
  readonly inputs?: { readonly inlineScript?: string };
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

let world: DrillWorld;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "asr-scheduled-"));
  world = await drillWorld({ secondsPerRequest: 15 });
  for (const [name, value] of Object.entries(world.azure.simulator.environment())) vi.stubEnv(name, value);
  vi.stubEnv("ASR_STATE_DIR", join(folder, "state"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await world.close();
  rmSync(folder, { recursive: true });
});

/** The scripts of an example that call asr, its expressions replaced by what the service would know. */
function scriptsOf(file: string): readonly Script[] {
  const known: Readonly<Record<string, string>> = {
    "vars.ASR_VAULT_ID": world.vault,
    "vars.ASR_TEST_NETWORK_ID": world.network("test"),
    "matrix.plan": "plan",
    asrVaultId: world.vault,
    asrTestNetworkId: world.network("test"),
    plan: "plan",
    "Build.ArtifactStagingDirectory": join(folder, "staging"),
    "Build.BuildNumber": "7",
  };
  const text = exampleText(file).replaceAll(
    /\$\{\{\s*([\w.]+)\s*\}\}|\$\(([\w.]+)\)/g,
    (whole, gitHub?: string, azure?: string) => known[gitHub ?? azure ?? ""] ?? whole,
  );
  const { jobs } = parse(text) as { readonly jobs: Readonly<Record<string, Job>> | readonly Job[] };
  return Object.values(jobs).flatMap(({ env, steps }) =>
    steps.flatMap((step) => {
      const script = step.run ?? step.bash ?? step.inputs?.inlineScript;
      if (script === undefined || !script.includes(" asr ")) return [];
      return [{ text: script, environment: { ...env, ...step.env } }];
    }),
  );
}

/** What the shell makes of a script: the arguments that asr gets. */
function argumentsOf({ text, environment }: Script): readonly string[] {
  const npx = join(folder, "npx");
  const seen = join(folder, "arguments.json");
  writeFileSync(
    npx,
    `#!${process.execPath}\nrequire("node:fs").writeFileSync(${JSON.stringify(seen)}, JSON.stringify(process.argv.slice(2)))\n`,
  );
  chmodSync(npx, 0o755);
  execFileSync("bash", ["--noprofile", "--norc", "-e", "-c", text], {
    cwd: folder,
    env: {
      ...environment,
      PATH: `${folder}${delimiter}${process.env["PATH"] ?? ""}`,
      GITHUB_RUN_ID: "7",
      GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
    },
  });
  const [noInstall, command, ...args] = JSON.parse(readFileSync(seen, "utf8")) as readonly string[];
  expect([noInstall, command]).toEqual(["--no-install", "asr"]);
  return args;
}

describe.each(["scheduled-github-actions.yml", "scheduled-azure-pipelines.yml"])("%s", (file) => {
  it("checks, drills and cleans a vault by the commands that it prints", async () => {
    const probes = join(folder, "probes.yaml");
    writeFileSync(
      probes,
      "schema: asr-drill-probes/1\nevery: [{kind: run-command, script: echo up, contains: up}]\n",
    );
    const ended: string[] = [];
    for (const script of scriptsOf(file)) {
      const args = argumentsOf(script).map((arg) => (arg === "probes.yaml" ? probes : arg));
      // The shell ran it elsewhere: what it writes belongs there, and the simulated clock needs no waiting.
      const placed = args.map((arg, at) =>
        args[at - 1] === "--output" ? join(folder, "out", String(ended.length)) : arg,
      );
      const patient = args[0] === "drill" ? [...placed, "--poll-seconds", "0.001"] : placed;
      const { code, stderr, stdout } = await asr(...patient);
      // A finding is an end; wrong usage is none.
      expect([0, 1], `${args.join(" ")}\n${stderr}`).toContain(code);
      if (args[0] === "drill") expect(code, `${stderr}\n${stdout}`).toBe(0);
      ended.push(args.includes("--clean") ? "clean" : (args[0] ?? ""));
    }
    expect(ended).toEqual(["check", "drill", "clean"]);
    expect(await world.traces()).toEqual([]);
  });
});

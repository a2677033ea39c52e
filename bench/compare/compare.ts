import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../packs";
import { columns, medians, timed, type Timed } from "../timed";
import { checkov, opa } from "./install";
import { comparedLimits, comparedMachines } from "./machines";
import { terraformPlan } from "./terraform-plan";

const runs = 3;
const policies = join(root, "bench", "compare");

interface Contestant {
  readonly name: string;
  /** How its output says how much it found. */
  readonly found: RegExp;
  /** The command that judges the files of a folder. */
  readonly command: (folder: string) => readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * Prints what five rules over as many machines cost with our judge, with the Open Policy Agent and with Checkov, in
 * turn within one run. The difference to a run with one machine is what the machines cost; the rest is the start.
 */
export async function compare(machines: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "asr-bench-compare-"));
  try {
    const many = writeInputs(folder, "many", machines);
    const one = writeInputs(folder, "one", 1);
    const widths = [14, 9, 9, 12, 12];
    const contestants = contenders(folder);
    console.log(`five rules over ${machines} machines of five disks, seconds (medians of ${runs} runs)`);
    console.log(columns(["", "wall", "CPU", "start, CPU", "rules, CPU"], widths));
    const hundred = writeInputs(folder, "hundred", 100);
    for (const contestant of contestants) expectFindings(contestant, hundred, 5);
    const times = new Map(contestants.map(({ name }) => [name, { one: [] as Timed[], many: [] as Timed[] }]));
    for (let round = 0; round < runs; round++) {
      for (const contestant of contestants) {
        const own = times.get(contestant.name);
        own?.one.push(await run(contestant, one));
        own?.many.push(await run(contestant, many));
      }
    }
    for (const [name, own] of times) {
      const [start, whole] = [medians(own.one), medians(own.many)];
      const figures = [whole.wall, whole.cpu, start.cpu, whole.cpu - start.cpu];
      console.log(columns([name, ...figures.map((figure) => figure.toFixed(2))], widths));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function contenders(folder: string): readonly Contestant[] {
  const found: Contestant[] = [
    {
      name: "ours",
      found: /"findings":(\d+)/,
      command: (input) => [process.execPath, join(__dirname, "ours.js"), join(input, "machines.json")],
    },
  ];
  const agent = opa();
  if ("missing" in agent) console.log(`Open Policy Agent: not installed (${agent.missing})`);
  else {
    found.push({
      name: `OPA ${agent.version}`,
      found: /"value": (\d+)/,
      command: (input) => [
        ...[agent.command, "eval", "--data", join(policies, "policy.rego")],
        ...["--data", join(folder, "data.json"), "--input", join(input, "machines.json"), "data.asr.total"],
      ],
    });
  }
  const scanner = checkov();
  if ("missing" in scanner) console.log(`Checkov: not installed (${scanner.missing})`);
  else {
    found.push({
      name: `Checkov ${scanner.version}`,
      found: /"failed": (\d+)/,
      command: (input) => [
        ...[scanner.command, "--file", join(input, "plan.json"), "--framework", "terraform_plan"],
        ...["--external-checks-dir", join(policies, "checkov"), "--check", "CKV_ASR_*"],
        ...["--skip-download", "--soft-fail", "--quiet", "--compact", "--output", "json"],
      ],
      environment: {
        ...process.env,
        ASR_BENCH_LIMITS: join(folder, "limits.json"),
        // Python must leave no bytecode beside the checks.
        PYTHONDONTWRITEBYTECODE: "1",
      },
    });
  }
  return found;
}

function writeInputs(folder: string, name: string, machines: number): string {
  const path = mkdtempSync(join(folder, `${name}-`));
  const judged = comparedMachines(machines);
  const limits = comparedLimits();
  writeFileSync(join(path, "machines.json"), JSON.stringify({ machines: judged }));
  writeFileSync(join(path, "plan.json"), JSON.stringify(terraformPlan(judged)));
  writeFileSync(join(folder, "data.json"), JSON.stringify({ limits }));
  writeFileSync(join(folder, "limits.json"), JSON.stringify(limits));
  return path;
}

/** A contestant that finds something else does other work: its figure would mean nothing. */
function expectFindings(contestant: Contestant, input: string, expected: number): void {
  const [program = "", ...args] = contestant.command(input);
  const { stdout } = spawnSync(program, args, { env: contestant.environment, encoding: "utf8" });
  const found = contestant.found.exec(stdout)?.[1];
  if (found !== String(expected))
    throw new Error(`${contestant.name} found ${found ?? "nothing it would say"} in place of ${expected}.`);
}

async function run({ name, command, environment }: Contestant, input: string): Promise<Timed> {
  const result = await timed(command(input), environment);
  if (result.exitCode !== 0)
    throw new Error(`${name} ended with ${result.exitCode} (ASR_BENCH_VERBOSE=1 shows why)`);
  return result;
}

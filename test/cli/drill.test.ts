import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { drillWorld, type DrillWorld, type WorldOptions } from "../operations/drill/drill-world";
import { asr } from "./command-line";

let world: DrillWorld;
let folder: string;
let server: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "asr-drill-"));
  vi.stubEnv("ASR_STATE_DIR", join(folder, "state"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server?.close();
  server = undefined;
  await world.close();
  rmSync(folder, { recursive: true });
});

async function begin(options: WorldOptions = {}): Promise<void> {
  world = await drillWorld({ secondsPerRequest: 15, ...options });
  for (const [name, value] of Object.entries(world.azure.simulator.environment())) vi.stubEnv(name, value);
}

const drill = (...args: readonly string[]) =>
  asr("drill", "--plan", world.planId, "--poll-seconds", "0.001", ...args);
/** Vitest types its matchers as any. */
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const containing = (text: string): unknown => expect.stringContaining(text);
const journals = () => readdirSync(join(folder, "state", "drills"));

/** A port of this machine that takes connections. */
async function openPort(): Promise<number> {
  server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

describe("asr drill", () => {
  it("drills into the network that the items name, writes evidence, and verifies it", async () => {
    await begin();
    const port = await openPort();
    const probes = join(folder, "probes.yaml");
    writeFileSync(
      probes,
      `schema: asr-drill-probes/1
every:
  - {kind: tcp, address: 127.0.0.1, port: ${port}}
machines:
  WEB1:
    - {kind: command, command: [node, -e, "process.exit(process.env.ASR_DRILL_ADDRESS === '{address}' ? 0 : 1)"]}
`,
    );
    const output = join(folder, "drills", "first");
    const ended = await drill(
      "--probe",
      probes,
      "--rto-target-minutes",
      "60",
      "--output",
      output,
      "--notes",
      "Q4",
    );
    expect(ended.stderr).toMatch(/Group 1: web1: Succeeded after 180 s/);
    expect(ended.stdout).toContain("Drill of plan: passed");
    expect(ended.stdout).toMatch(
      /web1\s+Group 1\s+Succeeded\s+.* \(target 1 h: met\); seen after \d+ s\s+.*2 of 2 passed\s+10\.9\.0\.4/,
    );
    expect(ended.code).toBe(0);
    expect(journals()).toEqual([]);
    expect(await world.traces()).toEqual([]);
    expect(readdirSync(output).sort()).toEqual([
      "drill.html",
      "drill.json",
      "drill.junit.xml",
      "drill.md",
      "manifest.json",
    ]);

    expect(await asr("drill", "verify", output)).toMatchObject({
      code: 0,
      stdout: matching(/^Unchanged: 4 files/),
    });
    const history = await asr("drill", "history", folder, "--max-age-days", "92");
    expect(history.stdout).toContain("Last passed");
    const asJson = await asr("drill", "history", folder, "--format", "json");
    expect(JSON.stringify(JSON.parse(asJson.stdout))).toContain(world.planId);
    // The simulated clock and that of this machine are not the same; both are near now.
    expect(history.code).toBe(0);
    expect((await drill("--output", output)).stderr).toMatch(/is not empty: evidence is never written over/);

    appendFileSync(join(output, "drill.md"), "\n");
    writeFileSync(join(output, "more.txt"), "x");
    rmSync(join(output, "drill.html"));
    const changed = await asr("drill", "verify", output);
    expect(changed.code).toBe(1);
    expect(changed.stdout.split("\n").slice(0, 3).sort()).toEqual([
      "drill.html: is missing",
      "drill.md: its content was changed",
      "more.txt: was added",
    ]);
    expect((await asr("drill", "history", folder)).stdout).toContain("(changed)");
  });

  it("fails with a missed target and a failed probe, and cleans up all the same", async () => {
    await begin();
    const port = await openPort();
    server?.close();
    const probes = join(folder, "probes.yaml");
    writeFileSync(
      probes,
      `schema: asr-drill-probes/1
machines: {db1: [{kind: tcp, address: 127.0.0.1, port: ${port}, timeoutSeconds: 0.01, everySeconds: 0.01}]}
`,
    );
    const ended = await drill("--probe", probes, "--rto-target-minutes", "1", "--format", "junit");
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/<testcase name="db1" [^>]*>\s*<failure [^>]*ECONNREFUSED/);
    expect(ended.stdout).toMatch(/web1: the RTO of 1\d\d s misses the target of 60 s/);
    expect(await world.traces()).toEqual([]);
  });

  it("keeps on request, says how to clean, refuses the next drill, and cleans", async () => {
    await begin();
    const ended = await drill("--keep");
    expect(ended).toMatchObject({ code: 0, stderr: containing("asr drill --clean --plan") });
    expect(world.testResources()).toContain("web1-test");
    expect(journals()).toHaveLength(1);
    const again = await drill("--dry-run");
    expect(again.code).toBe(1);
    expect(again.stdout).toMatch(
      /error {2}web1: An earlier test failover is not cleaned up: WaitingForCompletion/,
    );
    // Which plan it is, the journal knows.
    const cleaned = await asr("drill", "--clean", "--poll-seconds", "0.001");
    expect(cleaned).toMatchObject({ code: 0, stdout: `${world.planId}: cleaned up\n` });
    expect(await world.traces()).toEqual([]);
    expect(journals()).toEqual([]);
    expect((await asr("drill", "--clean", "--vault", world.vault)).stdout).toContain("nothing to clean up");
  });

  it("drills machines without a plan, and cleans them by their ids", async () => {
    await begin();
    const ended = await asr("drill", "--machine", ...world.itemIds, "--poll-seconds", "0.001", "--keep");
    expect(ended).toMatchObject({ code: 0, stderr: containing("asr drill --clean --machine") });
    expect(ended.stdout).toContain("Drill of web1, db1: passed");
    expect(ended.stdout).toMatch(/RTO of all: \d+ min .*; seen after/);
    expect(journals()).toHaveLength(2);
    const cleaned = await asr(
      "drill",
      "--clean",
      "--machine",
      ...world.itemIds,
      "--poll-seconds",
      "0.001",
      "--format",
      "json",
    );
    expect(JSON.parse(cleaned.stdout)).toMatchObject({
      plans: [],
      machines: world.itemIds.map((itemId) => ({ itemId, status: "done" })),
    });
    expect(await world.traces()).toEqual([]);
    expect(journals()).toEqual([]);
  });

  it("changes nothing in a dry run", async () => {
    await begin();
    const before = await world.properties(world.planId);
    expect(await drill("--dry-run")).toMatchObject({
      code: 0,
      stdout: containing("ready to be drilled"),
    });
    expect(await world.properties(world.planId)).toEqual(before);
  });

  it("needs a network: one that is named, or one for all items", async () => {
    await begin({ testNetwork: null });
    const ended = await drill();
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(/asr: None of the machines names a network for tests: .*--network\.\n$/);
  });

  it("refuses production unless told twice", async () => {
    await begin();
    const production = world.network("recovery");
    const refused = await drill("--network", production);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(
      /it is the recovery network of web1\. .*--confirm-production-network recovery\.\n$/,
    );
    const once = await drill("--network", production, "--allow-production-network");
    expect(once.stderr).toMatch(/has to be allowed twice/);
    const wrong = await drill(
      "--network",
      production,
      "--allow-production-network",
      "--confirm-production-network",
      "test",
    );
    expect(wrong.code).toBe(2);
    expect(world.testResources()).toEqual([]);
    const twice = await drill(
      "--network",
      production,
      "--allow-production-network",
      "--confirm-production-network",
      "recovery",
      "--dry-run",
    );
    expect(twice).toMatchObject({ code: 0, stdout: containing("It was allowed twice.") });
  });

  it("says what is wrong with its input in a line", async () => {
    await begin();
    const bad = join(folder, "probes.yaml");
    writeFileSync(bad, "schema: asr-drill-probes/1\nmachines: {nobody: []}\n");
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [["drill"], /needs --plan with the ARM id/],
      [["drill", "--machine", world.planId], /is no id of a protected item/],
      [["drill", "--plan", world.planId, "--one-by-one"], /has an order of its own/],
      [["drill", "--plan", "/x"], /is no id of a recovery plan/],
      [["drill", "--plan", `${world.planId}x`], /has no recovery plan "planx"/],
      [["drill", "--plan", world.planId, "--probe", bad], /The probes name "nobody"/],
      [["drill", "--plan", world.planId, "--probe", join(folder, "none")], /cannot be read \(ENOENT\)/],
      [["drill", "--plan", world.planId, "--timeout-minutes", "0"], /Use a number above 0/],
      [["drill", "--plan", world.planId, "--network", "/x"], /is no id of a virtual network/],
      [
        ["drill", "--plan", world.planId, "--output", join(bad, "evidence")],
        /is no folder that can be written to/,
      ],
      [["drill", "--plan", world.planId, "--output", ""], /Give a path/],
      [["drill", "verify", folder], /holds no manifest\.json/],
    ];
    for (const [args, message] of cases) {
      const { code, stderr, stdout } = await asr(...args);
      expect({ code, stdout }, args.join(" ")).toEqual({ code: 2, stdout: "" });
      expect(stderr.trim().split("\n").at(-1)).toMatch(message);
    }
  });
});

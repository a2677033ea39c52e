import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Assessment } from "../../estate/assessment";
import { asr } from "./command-line";

const windows = { family: "windows", name: "Windows Server", version: "2016", architecture: "x64" };
const machine = (name: string, osDiskGiB: number, changes: object = {}) => ({
  name,
  kind: "vmware-vm",
  os: windows,
  firmware: "bios",
  disks: [{ name: "Hard disk 1", sizeGiB: osDiskGiB, os: true, kind: "vmdk" }],
  ...changes,
});

describe("asr assess", () => {
  let folder: string;
  let ready: string;
  let mixed: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "asr-cli-"));
    const write = (name: string, machines: readonly object[]): string => {
      const file = join(folder, name);
      const document = {
        schema: "asr-estate/1",
        scenario: "vmware-to-azure",
        experience: "classic",
        machines,
      };
      writeFileSync(file, JSON.stringify(document));
      return file;
    };
    ready = write("ready.json", [machine("web01", 127)]);
    mixed = write("mixed.json", [
      machine("web01", 127),
      machine("db01", 2049),
      machine("lost", 127, { os: { family: "windows" } }),
    ]);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const assess = (...args: readonly string[]) =>
    asr("assess", ...args, "--edition", "2019-05", "--as-of", "2026-01-31");

  it("refuses an inventory without machines", async () => {
    const empty = join(folder, "empty.json");
    writeFileSync(empty, '{"schema":"asr-estate/1","scenario":"vmware-to-azure","machines":[]}');
    expect(await assess(empty)).toEqual({
      code: 2,
      stdout: "",
      stderr: `asr: ${empty}: No machine is listed. Give an inventory with machines.\n`,
    });
  });

  it("prints the assessment document on stdout alone", async () => {
    const ended = await assess(mixed, "--format", "json");
    expect(ended.code).toBe(1);
    const assessment = JSON.parse(ended.stdout) as Assessment;
    expect(assessment).toMatchObject({ schema: "asr-assessment/1", edition: "2019-05", asOf: "2026-01-31" });
    expect(assessment.machines.map(({ name, verdict }) => [name, verdict])).toEqual([
      ["web01", "ready"],
      ["db01", "not-ready"],
      ["lost", "unknown"],
    ]);
    const [finding] = assessment.machines[1]?.findings ?? [];
    expect(finding).toMatchObject({
      rule: "os-disk-max-size",
      observed: "2049 GiB",
      limit: { value: 2048, unit: "GiB", source: { date: "2019-05-10", section: "Azure VM requirements" } },
    });
  });

  it.each([
    ["not-ready", 1],
    ["unknown", 1],
    ["conditional", 1],
  ])("--fail-on %s fails for a machine that is not ready", async (gate, code) => {
    expect((await assess(mixed, "--fail-on", gate)).code).toBe(code);
    expect((await assess(ready, "--fail-on", gate)).code).toBe(0);
  });

  it("--fail-on not-ready tolerates the unknown", async () => {
    const file = join(folder, "unknown.json");
    writeFileSync(
      file,
      JSON.stringify({
        schema: "asr-estate/1",
        scenario: "vmware-to-azure",
        machines: [machine("lost", 127, { os: {} })],
      }),
    );
    expect((await assess(file)).code).toBe(1);
    expect((await assess(file, "--fail-on", "not-ready")).code).toBe(0);
  });

  it("a waiver turns an error into a condition", async () => {
    const waivers = join(folder, "waivers.yaml");
    const waiver = { rule: "os-disk-max-size", subject: "db01", reason: "rebuilt", owner: "ops" };
    writeFileSync(waivers, JSON.stringify([{ ...waiver, expires: "2026-12-31" }]));
    const ended = await assess(mixed, "--waivers", waivers, "--format", "json");
    const machines = (JSON.parse(ended.stdout) as Assessment).machines;
    expect(machines[1]).toMatchObject({ verdict: "conditional", findings: [{ waiver: { owner: "ops" } }] });
  });

  it("compares two editions", async () => {
    const ended = await asr("assess", mixed, "--compare", "2016-12,2019-05", "--format", "json");
    const { comparison } = JSON.parse(ended.stdout) as Assessment;
    expect(comparison?.editions).toEqual(["2016-12", "2019-05"]);
  });

  it("writes a whole file or none", async () => {
    const output = join(folder, "deep", "er", "report.html");
    expect((await assess(ready, "--format", "html", "--output", output)).code).toBe(0);
    expect(readFileSync(output, "utf8")).toMatch(/<\/html>\n$/);
    expect(readdirSync(join(folder, "deep", "er"))).toEqual(["report.html"]);
  });

  it("says in one line where a file cannot be written", async () => {
    const ended = await assess(ready, "--output", join(ready, "report.html"));
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(/^asr: .*cannot be written \(.*\n$/);
  });

  it("writes nothing for input that cannot be read", async () => {
    const empty = join(folder, "empty.json");
    writeFileSync(empty, "");
    const output = join(folder, "nothing.json");
    const ended = await assess(empty, "--format", "json", "--output", output);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(/^asr: .*empty\.json: The file is empty\. [^\n]+\n$/);
    expect(readdirSync(folder)).not.toContain("nothing.json");
  });

  it("does not overwrite the inventory", async () => {
    const before = readFileSync(ready, "utf8");
    const ended = await assess(ready, "--format", "json", "--output", ready);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain("would overwrite the inventory");
    expect(readFileSync(ready, "utf8")).toBe(before);
  });

  it("prints the estate as it was understood", async () => {
    const ended = await assess(ready, "--format", "estate");
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ schema: "asr-estate/1", machines: [{ name: "web01" }] });
  });

  it("refuses a target region that Azure does not have, unless somebody vouches for it", async () => {
    for (const command of [["assess"], ["plan", "--out", join(folder, "nowhere")]].map((words) => [
      ...words,
      ...["--edition", "2019-05", "--as-of", "2026-01-31"],
    ])) {
      const ended = await asr(...command, ready, "--region", "nowhere");
      expect(ended.code).toBe(2);
      expect(ended.stdout).toBe("");
      expect(ended.stderr).toMatch(
        /--region: "nowhere" is no region that is known here, nearest are \w+, \w+/,
      );
      expect(ended.stderr).toContain("--new-region");
      expect((await asr(...command, ready, "--region", "nowhere", "--new-region", "nowhere")).code).toBe(0);
    }
    expect(readFileSync(join(folder, "nowhere", "landing-zone.yaml"), "utf8")).toMatch(
      /^region: nowhere\nnewRegions:|^region: nowhere\n\nnewRegions:\n {2}- nowhere$/m,
    );
    const document = {
      ...(JSON.parse(readFileSync(ready, "utf8")) as object),
      target: { region: "Mars North" },
    };
    const file = join(folder, "mars.json");
    writeFileSync(file, JSON.stringify(document));
    const ended = await assess(file);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/target\.region: "marsnorth" is no region/);
    expect((await assess(file, "--region", "West Europe")).code).toBe(0);
  });

  it("refuses a scenario that the edition does not document", async () => {
    const ended = await assess(ready, "--scenario", "azure-to-azure");
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(/^asr: [^\n]*azure-to-azure[^\n]*\n$/);
  });
});

import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readLandingZone } from "../../landing-zone/read";
import { root, type Ended } from "./engine";

const reference = process.env["ASR_REFERENCE"] ?? join(root, "..", "shared");
const workbook = join(reference, "inventories", "azure-migrate-assessment-export", "As is PAYG.xlsx");
const noWorkbook = "no reference folder (ASR_REFERENCE names one)";

describe("asr run", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "asr-main-job-"));
    mkdirSync(join(folder, "tmp"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** The built command, in a folder of its own that also takes its temporary files. */
  const run = (...args: readonly string[]): Promise<Ended> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(root, "dist/cli/main.js"), "run", ...args], {
        cwd: folder,
        env: { ...process.env, TMPDIR: join(folder, "tmp"), NO_COLOR: "1" },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let stdout = "";
      let stderr = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
      child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
      child.once("error", reject);
      child.once("close", (code) => {
        resolve({ code: code ?? 128, stdout, stderr });
      });
    });

  /** Processes that were started with this test's temporary folder, on systems that can tell. */
  const processesLeft = (): string[] =>
    existsSync("/proc")
      ? readdirSync("/proc")
          .filter((name) => /^\d+$/.test(name))
          .filter((name) => {
            try {
              return readFileSync(`/proc/${name}/environ`, "utf8").includes(`TMPDIR=${join(folder, "tmp")}`);
            } catch {
              return false;
            }
          })
      : [];

  it("takes the sample estate to a deployed landing zone and leaves nothing but its files", async () => {
    const ended = await run("--edition", "2019-05", "--as-of", "2026-01-31");
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toMatch(
      /12 machines: \d+ ready, \d+ conditional, \d+ unknown, [1-9]\d* not-ready\./,
    );
    expect(ended.stdout).toContain("edition 2019-05, Support matrix");
    expect(ended.stdout).toMatch(/[1-9]\d* resources created in 1 stack: .*Vault/);
    expect(ended.stdout).toMatch(/[1-9]\d* policies evaluated, [1-9]\d* answers, 0 violations/);
    expect(readdirSync(join(folder, "out")).sort()).toEqual(["landing-zone.yaml", "report.html"]);
    expect(await readLandingZone(join(folder, "out", "landing-zone.yaml"))).toMatchObject({
      edition: "2019-05",
    });
    expect(readFileSync(join(folder, "out", "report.html"), "utf8")).toContain("sqlnode1");
    expect(readdirSync(join(folder, "tmp"))).toEqual([]);
    expect(processesLeft()).toEqual([]);
  });

  it("gives the codes of assess with --strict", async () => {
    const ended = await run("--strict");
    expect(ended.code, ended.stderr).toBe(1);
    expect(ended.stdout).toContain("Report:");
  });

  it("writes nothing for an inventory that cannot be read", async () => {
    const file = join(folder, "empty.xlsx");
    writeFileSync(file, "");
    const ended = await run(file);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toContain("empty.xlsx");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("deploys each of several landing zones in a stack of its own", async () => {
    // A landing zone is of one scenario.
    const disks = [{ name: "disk", sizeGiB: 64, os: true }];
    const os = { family: "windows", name: "Windows Server", version: "2022" };
    const machines = [
      { name: "app1", kind: "vmware-vm", os, disks },
      { name: "app2", kind: "hyperv-vm", scenario: "hyperv-to-azure", os, disks },
    ];
    const file = join(folder, "two-scenarios.json");
    writeFileSync(
      file,
      JSON.stringify({
        schema: "asr-estate/1",
        scenario: "vmware-to-azure",
        target: { region: "westeurope" },
        machines,
      }),
    );
    const ended = await run(file);
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toMatch(/[1-9]\d* resources created in 2 stacks: .*2 Vault/);
  });

  it.skipIf(!existsSync(workbook))(
    `takes a real inventory there${existsSync(workbook) ? "" : ` (skipped: ${noWorkbook})`}`,
    async () => {
      const ended = await run(workbook, "--edition", "2019-05");
      expect(ended.code, ended.stderr).toBe(0);
      expect(ended.stdout).toContain("547 machines:");
      expect(ended.stdout).toMatch(/[1-9]\d* resources created/);
    },
  );
});

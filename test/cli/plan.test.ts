import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { estate, machine } from "../estate/planning/estates";
import { asr } from "./command-line";

describe("asr plan", () => {
  let folder: string;
  let out: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "asr-plan-"));
    out = join(folder, "out");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const planned = (names: readonly string[], ...flags: readonly string[]) => {
    const file = join(folder, "estate.json");
    writeFileSync(file, JSON.stringify(estate(names.map((name) => machine(name)))));
    return asr("plan", file, "--out", out, ...flags);
  };
  const text = (name: string): string => readFileSync(join(out, name), "utf8");

  it("prints tables, and with --format json nothing but the plan that it writes", async () => {
    const table = await planned(["web01"]);
    expect(table.code).toBe(0);
    expect(table.stdout).toMatch(/web01 +1 +1 +undecided +unknown +E10/);
    expect(table.stdout).toContain("Initial replication with unknown");
    const json = await planned(["web01"], "--format", "json", "--bandwidth-mbps", "100");
    expect(JSON.parse(json.stdout)).toEqual(JSON.parse(text("plan.json")));
    expect(existsSync(join(out, "firewall-vmware-to-azure-modernized.md"))).toBe(true);
  });

  it("tells what changed, and keeps what somebody edited", async () => {
    await planned(["web01", "web02"]);
    const again = await planned(["web01", "web02"]);
    expect(again.stderr).toContain("changed: nothing");
    const changed = await planned(["web02", "web03"]);
    expect(changed.stderr).toContain("changed: 1 machine added, 1 removed, 0 changed.");
    expect(changed.stderr).toContain("+ web03 (landing zone 1)");

    const edited = text("landing-zone.yaml").replace("rsv-asr-westeurope", "rsv-mine");
    writeFileSync(join(out, "landing-zone.yaml"), edited);
    const kept = await planned(["web02"]);
    expect(kept.stderr).toContain("landing-zone.yaml was edited and stays as it is");
    expect(kept.stderr).toContain("~ landing zone 1: vault");
    expect(text("landing-zone.yaml")).toBe(edited);
    expect(text("landing-zone.planned.yaml")).toContain("rsv-asr-westeurope");

    await planned(["web02"], "--force");
    expect(text("landing-zone.yaml")).toContain("rsv-asr-westeurope");
  });

  it("plans bandwidth, RPO and batches from measurements among the inventories", async () => {
    const measured = join(folder, "perf.csv");
    // Three hours of 1 MB/s, one of them of 10: the 95th percentile would not tell the mean.
    const rates = Array.from({ length: 36 }, (_, index) => (index === 30 ? 10 : 1));
    const rows = rates.map((rate, index) => {
      const time = new Date(Date.UTC(2026, 0, 1, 0, 5 * index)).toISOString();
      return `web01,Hard disk 1,${time},${rate}`;
    });
    writeFileSync(measured, ["machine,disk,time,Write MB/s", ...rows].join("\n"));
    const { stdout, code } = await planned(["web01"], measured, "--bandwidth-mbps", "20");
    expect(code).toBe(0);
    const mbps = (megabytes: number): number => Math.ceil(megabytes * 1.3 * 8.388608 * 100) / 100;
    expect(stdout).toContain(`at least, on average: ${mbps(45 / 36)} Mbps`);
    expect(stdout).toMatch(/for an RPO of 15 minutes in 100 % of the intervals: [\d.]+ Mbps/);
    expect(stdout).toMatch(/for an RPO of 15 minutes in 90 % of the intervals: [\d.]+ Mbps/);
    expect(stdout).toMatch(/with 20 Mbps the RPO in 100 % of the intervals is [\d.]+ minutes/);
    expect(stdout).toMatch(/batch 1: 1 machine, 100 GiB, [\d.]+ hours\n +web01/);
  });

  it("takes sizes, quota and prices as Azure prints them", async () => {
    const write = (name: string, content: string): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const sizes = write(
      "sizes.json",
      JSON.stringify([{ name: "Standard_D2s_v5", numberOfCores: 2, memoryInMB: 8192, maxDataDiskCount: 4 }]),
    );
    const prices = write(
      "prices.csv",
      "item,per,price,currency\nE10,month,10,EUR\nsite-recovery,month,25,EUR\n",
    );
    const usage = [{ name: { value: "cores" }, currentValue: 9, limit: 10 }];
    const file = write(
      "estate.json",
      JSON.stringify(estate([machine("web01", { cpuCores: 2, memoryMiB: 4096 })])),
    );
    const flags = [
      "--vm-sizes",
      sizes,
      "--quota",
      write("quota.json", JSON.stringify(usage)),
      "--prices",
      prices,
    ];
    const { stdout, code } = await asr("plan", file, "--out", out, ...flags);
    expect(code).toBe(0);
    expect(stdout).toContain("all families: 2 vCPUs for 1 machine, free 1 vCPU, to ask for 1 vCPU");
    expect(stdout).toContain("replication, a month: 35 EUR");
    expect(text("landing-zone.yaml")).toContain("targetSize: Standard_D2s_v5");
    expect(text("plan.csv")).toContain('"Standard_D2s_v5"');
    const refused = await asr("plan", file, "--out", out, "--prices", sizes);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("sizes.json");
  });

  it("refuses to plan over a file that is no landing zone", async () => {
    await planned(["web01"]);
    writeFileSync(join(out, "landing-zone.yaml"), "schema: other\n");
    const refused = await planned(["web01"]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("landing-zone.yaml");
  });

  it.each([
    [["--bandwidth-mbps", "fast"], "Use a number from"],
    [["--wave-pattern", "("], "Use a regular expression"],
    [["--wave-by", "tag:"], "Use name, group, dependencies or the name of a tag"],
    [["--wave-by", "dependencies"], "no inventory has one"],
    [["--wave-by", "tag:owner"], 'has the tag "owner"'],
    [["--recovery-subnet", "LAN=10.0.0.0"], "Use the name of a source network and a range"],
    [["--recovery-subnet", "A=10.0.0.0/16", "B=10.0.1.0/24"], "overlaps 10.0.0.0/16 of A"],
  ])("refuses %j", async (flags, message) => {
    const refused = await planned(["web01"], ...flags);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(message);
  });
});

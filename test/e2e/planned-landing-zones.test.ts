import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLandingZone } from "../../landing-zone/read";
import { startSimulator, type Simulator } from "../../simulator/server";
import { createProject, root, type Ended, type Project } from "./engine";

const machinesPerVault = 500;

/** 1,000 machines of three disks, a few of them in multi-VM groups. */
const inventory = {
  schema: "asr-estate/1",
  scenario: "vmware-to-azure",
  target: { region: "westeurope" },
  machines: Array.from({ length: 2 * machinesPerVault }, (_, index) => ({
    name: `srv${String(index).padStart(4, "0")}`,
    id: `vm-${index}`,
    kind: "vmware-vm",
    firmware: "bios",
    cpuCores: 2,
    os: { family: "windows", name: "Windows Server", version: "2016", architecture: "x64" },
    disks: Array.from({ length: 3 }, (_, disk) => ({
      name: `Hard disk ${disk + 1}`,
      sizeGiB: 64,
      os: disk === 0,
      // The third counts as one of the highest churn: 1,500 disks of a vault need two cache accounts.
      ...(disk === 2 ? {} : { churn: { averageMBps: 0.2, peakMBps: 1, dailyGB: 17, averageIoKB: 16 } }),
    })),
    nics: [{ name: "Network adapter 1", network: `vlan-${index % 4}`, ipv4: [`10.1.${index % 4}.9`] }],
    ...(index % 50 < 3 ? { multiVmGroup: `group-${Math.floor(index / 50)}` } : {}),
  })),
};

describe("a plan of 1,000 machines over two vaults", () => {
  let simulator: Simulator;
  let folder: string;
  const files = ["landing-zone.yaml", "landing-zone-2.yaml"];
  const projects: Project[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "asr-plan-e2e-"));
    writeFileSync(join(folder, "estate.json"), JSON.stringify(inventory));
    simulator = await startSimulator();
    for (const file of files) {
      projects.push(
        await createProject({
          existing: root,
          environment: {
            ...simulator.environment(),
            PATH: join(root, "simulator/azure-native/bin"),
            ASR_LANDING_ZONE: join(folder, "out", file),
          },
        }),
      );
    }
  });
  afterAll(async () => {
    for (const project of projects) await project.dispose();
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is written as two landing zones that hold every machine once", async () => {
    const [project] = projects;
    const planned = await project?.run(
      process.execPath,
      join(root, "dist/cli/main.js"),
      "plan",
      join(folder, "estate.json"),
      "--out",
      join(folder, "out"),
      "--machines-per-vault",
      String(machinesPerVault),
      "--format",
      "json",
    );
    expect(planned?.code, said(planned)).toBe(0);
    const zones = await Promise.all(files.map((file) => readLandingZone(join(folder, "out", file))));
    const names = zones.flatMap(({ machines = {} }) =>
      Object.entries(machines).map(([key, { sourceName }]) => sourceName ?? key),
    );
    expect(names.toSorted()).toEqual(inventory.machines.map(({ name }) => name).toSorted());
    expect(zones.map(({ machines = {} }) => Object.keys(machines).length)).toEqual([
      machinesPerVault,
      machinesPerVault,
    ]);
    expect(zones.map((zone) => zone.additionalCacheStorage?.length)).toEqual([1, 1]);
    const plan = JSON.parse(readFileSync(join(folder, "out/plan.json"), "utf8")) as object;
    expect(plan).toMatchObject({ leftOut: [], landingZones: [{}, {}] });
  });

  it("deploys each with the landing-zone stack, unchanged, and finds nothing to do afterwards", async () => {
    const vaults: unknown[] = [];
    for (const project of projects) {
      const up = await project.up("--policy-pack", join(root, "policy-pack"));
      expect(up.code, said(up)).toBe(0);
      vaults.push((await project.outputs())["vaultName"]);
      const preview = await project.preview("--expect-no-changes");
      expect(preview.code, said(preview)).toBe(0);
    }
    expect(vaults).toEqual(["rsv-asr-westeurope", "rsv-asr-westeurope-2"]);
  });

  it("is destroyed without a trace", async () => {
    for (const project of projects) {
      const destroyed = await project.destroy();
      expect(destroyed.code, said(destroyed)).toBe(0);
    }
    expect(simulator.liveResources()).toEqual([]);
  });
});

function said(ended: Ended | undefined): string {
  return ended === undefined ? "no project" : ended.stdout + ended.stderr;
}

import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { providerWorld, type ProviderWorld } from "../provider/provider-world";
import { createProject, root, type Ended, type Project } from "./engine";

let world: ProviderWorld;
let project: Project;
let folder: string;

beforeAll(async () => {
  // Creating the fabric takes an hour; each poll takes a second of it.
  world = await providerWorld({
    faults: {
      schema: "asr-faults/1",
      faults: [{ on: { method: "PUT", path: "/primary$" }, fault: "slow-job", extraSeconds: 3600 }],
    },
    secondsPerPoll: 1,
  });
  folder = await mkdtemp(join(tmpdir(), "asr-killed-"));
  const node = join(folder, "node");
  // Tells which process the plugin is, and becomes Node.
  await writeFile(
    node,
    `#!/bin/sh\ncase "$1" in */dist/provider/main.js) echo $$ >> "${folder}/pids";; esac\nexec "${process.execPath}" "$@"\n`,
  );
  await chmod(node, 0o755);
  project = await createProject({
    files: {
      "index.js":
        `const asr = require(${JSON.stringify(join(root, "dist/provider/resources"))});\n` +
        `new asr.ReplicationFabric("f", { vaultId: "${world.vaultId}", name: "primary", location: "westeurope" });\n`,
    },
    environment: {
      ...world.simulator.environment(),
      ASR_NODE: node,
      PATH: ["provider", "simulator/azure-native/bin"].map((each) => join(root, each)).join(delimiter),
    },
  });
});
afterAll(async () => {
  await project.dispose();
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

it("a plugin killed while Azure is at work leaves nothing that the next up does not pick up", async () => {
  const up = project.up();
  await expect.poll(() => creations(), { timeout: 60_000 }).toBe(1);
  const pids = (await readFile(join(folder, "pids"), "utf8")).trim().split("\n");
  for (const pid of pids) kill(Number(pid));
  const killed = await up;
  expect(killed.code, said(killed)).not.toBe(0);

  world.simulator.clock.advance(2 * 3600);
  const again = await project.up();
  expect(again.code, said(again)).toBe(0);
  expect(await creations()).toBe(1);
  expect((await project.resources()).filter(({ type }) => type.endsWith(":ReplicationFabric"))).toHaveLength(
    1,
  );
  const destroy = await project.destroy();
  expect(destroy.code, said(destroy)).toBe(0);
});

/** Jobs by which Azure was asked to create a fabric. */
async function creations(): Promise<number> {
  const jobs = await world.connection.arm.list(`${world.vaultId}/replicationJobs`, "2024-10-01");
  return jobs.filter((job) => JSON.stringify(job).includes("CreateSite")).length;
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

function said(ended: Ended): string {
  return `${ended.stdout}\n${ended.stderr}`;
}

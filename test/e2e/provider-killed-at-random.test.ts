import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chmod, copyFile, readFile, rm } from "node:fs/promises";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, expect, it } from "vitest";
import { azureSettings } from "../../azure/azure-settings";
import { connect, type AzureConnection } from "../../azure/connection";
import { createProject, root, type Ended, type Project } from "./engine";

/** Six moments by default; ASR_KILL_MOMENTS=20 tries as many as the nightly run does. */
const moments = Number(process.env["ASR_KILL_MOMENTS"] ?? 6);
const victims = ["provider", "engine", "simulator"] as const;

const subscription = "/subscriptions/22222222-2222-4222-8222-222222222222";
const group = `${subscription}/resourceGroups/rg`;
const vault = `${group}/providers/Microsoft.RecoveryServices/vaults/vault`;
const machineId = `${group}/providers/Microsoft.Compute/virtualMachines/vm1`;
const subnetId = `${group}/providers/Microsoft.Network/virtualNetworks/net/subnets/apps`;

const seed = {
  schema: "asr-seed/1",
  resourceGroups: [{ name: "rg", location: "westeurope" }],
  vaults: [{ name: "vault", resourceGroup: "rg", location: "northeurope" }],
  azureVirtualMachines: [
    {
      name: "vm1",
      resourceGroup: "rg",
      location: "westeurope",
      osType: "Linux",
      disks: [{ name: "vm1-os", sizeGiB: 30 }],
      nics: [{ name: "vm1-nic", subnetId, privateIpAddress: "10.0.0.4" }],
    },
  ],
};

const program = `
const asr = require(${JSON.stringify(join(root, "dist/provider/resources"))});
if (process.env.WANTED === "yes") {
  const side = (name, location) => {
    const fabric = new asr.ReplicationFabric(name, { vaultId: "${vault}", name, location });
    return new asr.ProtectionContainer(name, { fabricId: fabric.id, name });
  };
  const [from, to] = [side("from", "westeurope"), side("to", "northeurope")];
  const policyId = "${vault}/replicationPolicies/policy";
  const mapping = (name, a, b) =>
    new asr.ProtectionContainerMapping(name, { containerId: a.id, name, targetContainerId: b.id, policyId });
  const there = mapping("there", from, to);
  mapping("back", to, from);
  new asr.ReplicatedMachine("vm1", {
    protectionContainerId: from.id, name: "vm1", policyId,
    a2a: {
      fabricObjectId: "${machineId}", recoveryContainerId: to.id, recoveryResourceGroupId: "${group}",
      recoveryAzureVMName: "vm1-dr",
      vmManagedDisks: [{
        diskId: "${group}/providers/Microsoft.Compute/disks/vm1-os",
        primaryStagingAzureStorageAccountId: "${group}/providers/Microsoft.Storage/storageAccounts/cache",
        recoveryResourceGroupId: "${group}",
      }],
    },
  }, { dependsOn: there });
}
`;

/** A simulator in a process of its own, which keeps its state in a file. */
const simulatorProgram = `
const { startSimulator } = require(${JSON.stringify(join(root, "dist/simulator/server"))});
const options = JSON.parse(process.argv[1]);
process.stdin.resume().once("end", () => process.exit(0));
// After a kill it wants its port back, which somebody's connection may have got meanwhile.
const start = () =>
  startSimulator(options).then(
    (simulator) => console.log(JSON.stringify(simulator.environment())),
    (error) => {
      if (error.code !== "EADDRINUSE") throw error;
      setTimeout(start, 50);
    },
  );
start();
`;

let project: Project;
let simulator: ChildProcess;
let environment: Record<string, string>;
let connection: AzureConnection;
let stateFile: string;
let port = 0;

async function startSimulator(): Promise<void> {
  const options = JSON.stringify({ stateFile, port, seed });
  simulator = spawn(process.execPath, ["-e", simulatorProgram, options], {
    stdio: ["pipe", "pipe", "inherit"],
    // What it leaves when it is killed goes with the project.
    env: { ...process.env, TMPDIR: project.scratch },
  });
  const [line] = (await once(
    createInterface({ input: simulator.stdout as NodeJS.ReadableStream }),
    "line",
  )) as [string];
  environment = JSON.parse(line) as Record<string, string>;
  port = Number(new URL(environment["ASR_ARM_ENDPOINT"] ?? "").port);
  const authority = readFileSync(environment["NODE_EXTRA_CA_CERTS"] ?? "", "utf8");
  setDefaultCACertificates([...getCACertificates("default"), authority]);
  connection = await connect(azureSettings({}, environment), "test", { retryDelayInMs: 1 });
}

beforeAll(async () => {
  project = await createProject({
    files: {
      "index.js": program,
      // Tells which process the provider is, and becomes Node.
      node: `#!/bin/sh\ncase "$1" in */dist/provider/main.js) echo $$ >> provider.pids;; esac\nexec "${process.execPath}" "$@"\n`,
    },
    environment: { PATH: join(root, "provider") },
  });
  await chmod(join(project.directory, "node"), 0o755);
  stateFile = join(project.scratch, "simulator.state");
  await startSimulator();
  await connection.arm.request("PUT", `${vault}/replicationPolicies/policy`, "2024-10-01", {
    body: {
      properties: {
        providerSpecificInput: {
          instanceType: "A2A",
          multiVmSyncStatus: "Enable",
          recoveryPointHistory: 1440,
        },
      },
    },
  });
});
afterAll(async () => {
  simulator.kill("SIGKILL");
  await project.dispose();
});

/** `pulumi up` against the simulator as it runs now; its process is named in `engine.pid`. */
function up(wanted: boolean): Promise<Ended> {
  const variables = {
    ...environment,
    ASR_NODE: join(project.directory, "node"),
    WANTED: wanted ? "yes" : "no",
  };
  const command =
    "echo $$ > engine.pid; exec pulumi up --yes --skip-preview --non-interactive --color never --stack test";
  const given = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  return project.run("env", ...given, "setsid", "sh", "-c", command);
}

const written = () => (existsSync(stateFile) ? readFileSync(stateFile, "utf8").split("\n").length : 0);

/** Runs an `up` and kills something once the simulator has written so many lines. @returns whether it came to that. */
async function killedUp(wanted: boolean, victim: (typeof victims)[number], lines: number): Promise<boolean> {
  await rm(join(project.directory, "provider.pids"), { force: true });
  const goal = written() + lines;
  const run = { isOver: false };
  const ended = up(wanted).finally(() => (run.isOver = true));
  await expect.poll(() => run.isOver || written() >= goal, { timeout: 120_000, interval: 3 }).toBe(true);
  if (run.isOver) return false;
  if (victim === "simulator") {
    const gone = once(simulator, "exit");
    simulator.kill("SIGKILL");
    await gone;
    await startSimulator();
  } else {
    const file = victim === "engine" ? "engine.pid" : "provider.pids";
    const pids = (await readFile(join(project.directory, file), "utf8")).trim().split("\n");
    for (const pid of pids) kill(Number(pid));
  }
  await ended;
  if (victim === "engine") {
    await restoreState();
    await project.pulumi("cancel", "--yes", "--stack", "test");
  }
  return true;
}

/**
 * Pulumi's backend of files writes a state in place: an engine killed at that leaves a torn one, and the one before it
 * beside it, which whoever it happens to puts back.
 */
async function restoreState(): Promise<void> {
  const file = join(project.scratch, "state/.pulumi/stacks/e2e/test.json");
  try {
    JSON.parse(await readFile(file, "utf8"));
  } catch {
    await copyFile(`${file}.bak`, file);
  }
}

const ours =
  /\/(?:replicationFabrics|replicationProtectionContainers|replicationProtectionContainerMappings|replicationProtectedItems)\/[^/]+$/i;
const sorted = (ids: readonly string[]) => ids.map((id) => id.toLowerCase()).sort();
const inAzure = async () => {
  const lists = [
    "replicationFabrics",
    "replicationProtectionContainers",
    "replicationProtectionContainerMappings",
  ];
  const found: unknown[] = [];
  for (const list of [...lists, "replicationProtectedItems"]) {
    found.push(...(await connection.arm.list(`${vault}/${list}`, "2025-01-01")));
  }
  return sorted((found as { readonly id: string }[]).map(({ id }) => id).filter((id) => ours.test(id)));
};
const inState = async () =>
  sorted((await project.resources()).flatMap(({ id }) => (id !== undefined && ours.test(id) ? [id] : [])));
const timesEnabled = async () =>
  (await connection.arm.list(`${vault}/replicationJobs`, "2025-01-01")).filter((job) =>
    JSON.stringify(job).includes('"scenarioName":"EnableDr"'),
  ).length;

it(`${moments} moments at which provider, engine or simulator are killed (20 with ASR_KILL_MOMENTS=20): the next up converges, nothing is orphaned, nothing enabled twice`, async () => {
  // An undisturbed life tells how much is written; what is killed is killed somewhere on that way.
  const lines = { create: 0, delete: 0 };
  for (const verb of ["create", "delete"] as const) {
    const before = written();
    well(await up(verb === "create"));
    lines[verb] = written() - before;
  }
  expect(await inAzure()).toEqual([]);
  const random = randomFrom(20_261_123);
  let enabled = 1;
  let killed = 0;
  for (let moment = 0; moment < moments; moment++) {
    const verb = moment % 2 === 0 ? "create" : "delete";
    const victim = victims[moment % victims.length] ?? "provider";
    const at = 1 + Math.floor(random() * (lines[verb] - 1));
    const where = `moment ${moment}: ${victim} killed after ${at} of ${lines[verb]} writes of a ${verb}`;
    if (await killedUp(verb === "create", victim, at)) killed += 1;
    const next = await up(verb === "create");
    expect(next.code, `${where}\n${said(next)}`).toBe(0);
    if (verb === "create") enabled += 1;
    const there = await inAzure();
    expect(there.length, where).toBe(verb === "create" ? 7 : 0);
    expect(await inState(), where).toEqual(there);
    expect(await timesEnabled(), where).toBe(enabled);
  }
  // A machine may be faster than the poll once; never every time.
  expect(killed).toBeGreaterThan(moments / 2);
}, 900_000);

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
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

function well(ended: Ended): void {
  expect(ended.code, said(ended)).toBe(0);
}

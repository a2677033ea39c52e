import https from "node:https";
import { loadavg } from "node:os";
import { join } from "node:path";
import type { Faults } from "../simulator/faults";
import { startSimulator } from "../simulator/server";
import { measureNode } from "./measure";
import { syntheticVault, syntheticVaultId } from "./vault";

/** What a call to Azure takes at least; the check has to be quick although each page waits for it. */
const millisecondsPerCall = 50;

/** ARM's throttling, met while all pages and plans are read: so many refusals, each with a wait that it asks for. */
const throttling: Faults = {
  schema: "asr-faults/1",
  faults: [
    {
      fault: "too-many-requests",
      retryAfterInSeconds: 2,
      skip: 3,
      times: 6,
      on: { path: "/replicationProtectedItems" },
    },
    {
      fault: "too-many-requests",
      retryAfterInSeconds: 1,
      skip: 10,
      times: 24,
      on: { path: "/replicationRecoveryPlans/" },
    },
    { fault: "too-many-requests", retryAfterInSeconds: 3, times: 2, on: { path: "/virtualNetworks/" } },
    {
      fault: "too-many-requests",
      retryAfterInSeconds: 1,
      skip: 5,
      times: 20,
      on: { path: "/replicationEligibilityResults" },
    },
  ],
};

/** Prints time and memory of `asr check` for vaults of these sizes, each answer held back as Azure's are and some refused. */
export async function benchCheck(sizes: readonly number[]): Promise<void> {
  console.log(`asr check --format json, Azure to Azure, ${millisecondsPerCall} ms a call`);
  console.log("machines   seconds   peak MiB   requests   throttled   load");
  for (const size of sizes) {
    let requests = 0;
    let throttled = 0;
    const restore = delayServers((statusCode) => {
      requests += 1;
      if (statusCode === 429) throttled += 1;
    });
    const simulator = await startSimulator({
      seed: { schema: "asr-seed/1", resources: syntheticVault(size) },
      faults: throttling,
    });
    restore();
    try {
      const { seconds, peakMiB, exitCode } = await measureNode(
        [
          join(__dirname, "..", "cli", "main.js"),
          "check",
          "--vault",
          syntheticVaultId,
          "--format",
          "json",
          "--output",
          join(process.env["TMPDIR"] ?? "/tmp", `asr-bench-check-${process.pid}.json`),
        ],
        { ...process.env, ...simulator.environment() },
      );
      // 1: quotas are not simulated, so nobody can say that the vault is ready.
      if (exitCode !== 0 && exitCode !== 1) throw new Error(`asr check ended with ${exitCode}`);
      console.log(
        `${String(size).padStart(8)}   ${seconds.toFixed(2).padStart(7)}   ${peakMiB.toFixed(0).padStart(8)}   ${String(requests).padStart(8)}   ${String(throttled).padStart(9)}   ${(loadavg()[0] ?? 0).toFixed(1)}`,
      );
    } finally {
      await simulator.close();
    }
  }
}

/** Servers made from now on answer late. Returns what undoes it. */
function delayServers(onAnswer: (statusCode: number) => void): () => void {
  const { createServer } = https;
  const late = (options: https.ServerOptions, listener: Parameters<typeof createServer>[1]) =>
    createServer(options, (request, response) => {
      response.once("finish", () => {
        onAnswer(response.statusCode);
      });
      setTimeout(() => {
        listener?.(request, response);
      }, millisecondsPerCall);
    });
  https.createServer = late as typeof createServer;
  return () => {
    https.createServer = createServer;
  };
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { azureSettings } from "../../../azure/azure-settings";
import { connect } from "../../../azure/connection";
import { clean, drill, Journal, type DrillRequest } from "../../../operations/drill";
import { drillWorld, providers, type DrillWorld } from "./drill-world";

let world: DrillWorld;
afterEach(() => world.close());

/** Requests of Site Recovery's client that a drill makes, none of which is answered from the given one on. */
async function drillKilledAt(
  request: number,
  journal: Journal,
  subject: Partial<DrillRequest>,
): Promise<"killed" | "finished"> {
  const connection = await connect(azureSettings({}, world.azure.simulator.environment()), "asr-test/0");
  const client = connection.siteRecovery(world.azure.simulator.subscriptionId);
  let sent = 0;
  return new Promise((resolve, reject) => {
    client.pipeline.addPolicy({
      name: "killed",
      sendRequest: async (message, next) => {
        sent += 1;
        if (sent < request) return next(message);
        // The last request goes out, its answer finds nobody.
        if (sent === request) await next(message);
        resolve("killed");
        return new Promise(() => undefined);
      },
    });
    drill(
      { ...subject, networkId: world.network("test"), pollSeconds: 60 },
      { connection, clock: world.clock, onProgress: () => undefined },
      journal,
    ).then(() => {
      resolve("finished");
    }, reject);
  });
}

const subjects = [
  ...providers.map((provider) => [provider, "in a plan"] as const),
  ["A2A", "alone"] as const,
];

describe.each(subjects)("a drill of %s machines %s that is killed", (provider, how) => {
  it("at any request leaves what the next clean-up tidies", async () => {
    world = await drillWorld({ provider });
    const folder = mkdtempSync(join(tmpdir(), "asr-killed-"));
    const journal = new Journal(folder);
    const { connection, clock, planId, itemIds } = world;
    const subject = how === "alone" ? { machineIds: itemIds } : { planId };
    const seen = new Set<string>();
    try {
      for (let request = 1; (await drillKilledAt(request, journal, subject)) === "killed"; request += 1) {
        const wasJournalled = journal.entries().length > 0;
        if (world.testResources().length > 0) expect(wasJournalled).toBe(true);
        const cleaned = await clean(
          wasJournalled ? {} : subject,
          { connection, clock, onProgress: () => undefined },
          journal,
        );
        for (const { result } of cleaned) seen.add(result.status);
        expect(await world.traces(), `killed at request ${request}`).toEqual([]);
        expect(journal.entries()).toEqual([]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    // It was killed early enough to leave nothing, and late enough to leave something.
    expect([...seen].sort()).toEqual(["done", "not-needed"]);
  });
});

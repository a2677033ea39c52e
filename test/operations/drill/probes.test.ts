import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { drill, parseProbeFile } from "../../../operations/drill";
import { drillWorld, type DrillWorld } from "./drill-world";

let world: DrillWorld | undefined;
let server: Server | undefined;
afterEach(async () => {
  server?.close();
  server = undefined;
  await world?.close();
});

/** A site of this machine: `/ready` is well, `/moved` leads elsewhere, all else is missing. */
async function site(): Promise<string> {
  server = createServer((request, response) => {
    if (request.url === "/ready") response.end("all well");
    else if (request.url === "/moved") response.writeHead(302, { location: "/ready" }).end();
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

async function probed(probes: readonly Readonly<Record<string, unknown>>[]) {
  world = await drillWorld({ machines: ["web1"] });
  const { connection, clock, planId, network } = world;
  // The simulated clock runs ahead: a probe that never passes is over at once.
  const text = JSON.stringify({
    schema: "asr-drill-probes/1",
    every: probes.map((probe) => ({ timeoutSeconds: 60, everySeconds: 30, ...probe })),
  });
  const evidence = await drill(
    { planId, networkId: network("test"), probes: parseProbeFile(text, "probes.yaml") },
    { connection, clock, onProgress: () => undefined },
  );
  const [machine] = evidence.machines;
  expect(await world.traces()).toEqual([]);
  return { evidence, machine, probes: machine?.probes ?? [] };
}

describe("a probe by HTTP", () => {
  it("passes for the answer that it wants", async () => {
    const origin = await site();
    const { evidence, machine, probes } = await probed([
      { kind: "http", url: `${origin}/ready`, contains: "well" },
      { kind: "http", url: `${origin}/moved`, status: [302] },
    ]);
    expect(probes).toMatchObject([
      { passed: true, attempts: 1, answer: "status 200" },
      { passed: true, attempts: 1, answer: "status 302" },
    ]);
    expect(machine?.rto.measuredTo).toBe("probes");
    expect(evidence.outcome).toBe("passed");
  });

  it("fails for another status, another text, and a redirect that nobody asked for", async () => {
    const origin = await site();
    const { evidence, probes } = await probed([
      { kind: "http", url: `${origin}/gone` },
      { kind: "http", url: `${origin}/ready`, contains: "ill" },
      { kind: "http", url: `${origin}/moved` },
    ]);
    expect(probes.map(({ passed, answer }) => [passed, answer])).toEqual([
      [false, "status 404"],
      [false, 'status 200, but no "ill" in the answer'],
      [false, "status 302"],
    ]);
    expect(probes[0]?.attempts).toBeGreaterThan(1);
    expect(evidence.outcome).toBe("failed");
  });
});

describe("a probe by a run command in the machine", () => {
  it("passes for exit code 0 and the text that it wants", async () => {
    const { probes } = await probed([
      { kind: "run-command", script: "echo database is open", contains: "open" },
      { kind: "run-command", script: "exit 0" },
    ]);
    expect(probes).toMatchObject([
      { passed: true, answer: "database is open" },
      { passed: true, answer: "exit code 0" },
    ]);
  });

  it("fails for another exit code and for a text that is not there", async () => {
    const { evidence, probes } = await probed([
      { kind: "run-command", script: "echo no disk\nexit 3" },
      { kind: "run-command", script: "echo closed", contains: "open" },
    ]);
    expect(probes.map(({ passed, answer }) => [passed, answer])).toEqual([
      [false, "Failed, exit code 3: no disk"],
      [false, 'no "open" in: closed'],
    ]);
    expect(evidence.reasons).toContain(
      "web1: the probe run-command echo no disk failed: Failed, exit code 3: no disk.",
    );
  });
});

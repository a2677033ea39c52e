import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSimulator } from "../../simulator/server";
import { codeOf, rawAzure } from "./raw-client";

const v = "api-version=2024-10-01";
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "simulator-test-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the simulator's state", () => {
  it("survives a stop, operations under way included", async () => {
    const stateFile = join(folder, "state.json");
    const first = await rawAzure({ stateFile, secondsPerPoll: 30 });
    const vault = `${first.group}/providers/Microsoft.RecoveryServices/vaults/v1`;
    await first.sendAndWait("PUT", `${vault}?${v}`, {
      location: "westeurope",
      sku: { name: "RS0" },
      properties: {},
    });
    const accepted = await first.send("PUT", `${vault}/replicationFabrics/f?${v}`, {
      properties: { customDetails: { instanceType: "Azure", location: "westeurope" } },
    });
    const poll = new URL(String(accepted.headers["azure-asyncoperation"]));
    const time = first.simulator.clock.now();
    await first.close();
    expect(readdirSync(folder)).toEqual(["state.json"]);

    const second = await rawAzure({ stateFile, secondsPerPoll: 100 });
    try {
      expect(second.simulator.clock.now()).toEqual(time);
      expect((await second.send("GET", `${poll.pathname}${poll.search}`)).body).toMatchObject({
        status: "Succeeded",
      });
      expect((await second.send("GET", `${vault}/replicationFabrics/f?${v}`)).status).toBe(200);
    } finally {
      await second.close();
    }
  });

  it("is on disk before an answer leaves", async () => {
    const stateFile = join(folder, "state.json");
    const azure = await rawAzure({ stateFile });
    try {
      await azure.send("PUT", `${azure.group.replace("rg1", "rg2")}?${v}`, { location: "eastus" });
      expect(readFileSync(stateFile, "utf8")).toContain("/resourceGroups/rg2");
    } finally {
      await azure.close();
    }
  });

  it("belongs to one simulator at a time, and to the next when that one was killed", async () => {
    const stateFile = join(folder, "state.json");
    const first = await rawAzure({ stateFile });
    await expect(startSimulator({ stateFile })).rejects.toThrow(
      `${stateFile} is in use by a simulator, process ${process.pid} on`,
    );
    await first.close();
    expect(existsSync(`${stateFile}.lock`)).toBe(false);
    // No process has this id: those of Linux end at 2^22.
    const killed = { host: hostname(), processId: 2 ** 22 + 1 };
    // As in a container, where every simulator has one and the same id.
    const before = { host: hostname(), processId: process.pid };
    for (const left of [JSON.stringify(killed), JSON.stringify(before), '{"host":']) {
      writeFileSync(`${stateFile}.lock`, left);
      await (await startSimulator({ stateFile })).close();
    }
    await expect(startSimulator({ stateFile, seed: { schema: "asr-seed/2" } as never })).rejects.toThrow();
    expect(existsSync(`${stateFile}.lock`)).toBe(false);
  });

  it("loses nothing but an unfinished line when the simulator is killed", async () => {
    const stateFile = join(folder, "state.json");
    const first = await rawAzure({ stateFile });
    const path = (name: string) => `${first.group.replace("rg1", name)}?${v}`;
    await first.send("PUT", path("rg2"), { location: "eastus" });
    await first.send("PUT", path("rg3"), { location: "eastus" });
    await first.sendAndWait("DELETE", path("rg2"));
    const written = readFileSync(stateFile, "utf8");
    await first.close();
    writeFileSync(stateFile, `${written}{"now":"2026-01-01T00:00:00Z","chan`);
    const second = await rawAzure({ stateFile });
    try {
      expect(second.simulator.liveResources().map(({ name }) => name)).toEqual(["rg1", "rg3"]);
    } finally {
      await second.close();
    }
  });

  it.each([
    ["no JSON", "{\n", /is not a state file of the simulator/],
    ["something else", '{"schema":"asr-seed/1"}\n', /is not a state file of the simulator/],
    ["empty", "", /is not a state file of the simulator/],
  ])("is refused when the file is %s", async (_what, text, message) => {
    const stateFile = join(folder, "state.json");
    writeFileSync(stateFile, text);
    await expect(startSimulator({ stateFile })).rejects.toThrow(message);
  });
});

describe("a type that is not modelled", () => {
  const path = (group: string, name = "x") => `${group}/providers/Microsoft.Unheard/things/${name}?${v}`;

  it("is kept as given, with one warning", async () => {
    const warnings: string[] = [];
    const azure = await rawAzure({ onWarning: (message) => warnings.push(message) });
    try {
      const thing = { location: "West Europe", properties: { a: 1 } };
      expect((await azure.send("PUT", path(azure.group), thing)).status).toBe(201);
      expect((await azure.send("PUT", path(azure.group, "y"), thing)).status).toBe(201);
      expect((await azure.send("PATCH", path(azure.group), { properties: { b: 2 } })).status).toBe(200);
      expect((await azure.send("GET", path(azure.group))).body).toMatchObject({
        type: "Microsoft.Unheard/things",
        location: "westeurope",
        properties: { a: 1, b: 2, provisioningState: "Succeeded" },
      });
      const list = await azure.send("GET", `${azure.group}/providers/Microsoft.Unheard/things?${v}`);
      expect((list.body as { value: unknown[] }).value).toHaveLength(2);
      expect((await azure.send("DELETE", path(azure.group))).status).toBe(200);
      expect((await azure.send("DELETE", path(azure.group))).status).toBe(204);
      expect(warnings).toEqual([
        "The simulator does not model Microsoft.Unheard/things: it keeps what it is given and checks nothing.",
      ]);
    } finally {
      await azure.close();
    }
  });

  it("is refused in strict mode, to write and to list", async () => {
    const azure = await rawAzure({ strict: true });
    try {
      expect(codeOf(await azure.send("PUT", path(azure.group), { properties: {} }))).toBe(
        "InvalidResourceType",
      );
      expect(codeOf(await azure.send("GET", `${azure.group}/providers/Microsoft.Unheard/things?${v}`))).toBe(
        "InvalidResourceType",
      );
    } finally {
      await azure.close();
    }
  });
});

describe("startSimulator", () => {
  it("tells a child process where it is, by the environment alone", async () => {
    const simulator = await startSimulator();
    try {
      const script = `
        const form = new URLSearchParams({ grant_type: "client_credentials", client_id: process.env.AZURE_CLIENT_ID,
          client_secret: process.env.AZURE_CLIENT_SECRET, scope: process.env.ASR_ARM_ENDPOINT + "/.default" });
        const token = await (await fetch(process.env.AZURE_AUTHORITY_HOST + "/" + process.env.AZURE_TENANT_ID + "/oauth2/v2.0/token", { method: "POST", body: form })).json();
        const answer = await fetch(process.env.ASR_ARM_ENDPOINT + "/subscriptions/" + process.env.ARM_SUBSCRIPTION_ID + "?api-version=2022-12-01",
          { headers: { authorization: "Bearer " + token.access_token } });
        console.log((await answer.json()).displayName);`;
      const environment = simulator.environment();
      const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
        env: { PATH: process.env["PATH"], ...environment },
      });
      expect(stdout.trim()).toBe("Simulated subscription");
      expect(environment["ARM_METADATA_HOSTNAME"]).toBe(new URL(simulator.endpoint).host);
      const bundle = readFileSync(environment["SSL_CERT_FILE"] ?? "", "utf8");
      expect(bundle).toContain(readFileSync(simulator.certificateFile, "utf8").trim());
      expect(bundle.match(/BEGIN CERTIFICATE/g)?.length).toBeGreaterThan(1);
    } finally {
      await simulator.close();
    }
  });

  it("leaves nothing behind", async () => {
    const simulator = await startSimulator();
    const certificates = dirname(simulator.certificateFile);
    expect(existsSync(certificates)).toBe(true);
    await simulator.close();
    expect(existsSync(certificates)).toBe(false);
    await expect(fetch(simulator.endpoint)).rejects.toThrow();
  });

  it("refuses a seed that is none", async () => {
    const seed = { schema: "asr-seed/1", resourceGroups: [{ name: "x" }] };
    await expect(startSimulator({ seed: seed as never })).rejects.toThrow(/location/);
    await expect(
      startSimulator({
        seed: { schema: "asr-seed/1", resources: [{ id: "/subscriptions/x/resourceGroups" }] },
      }),
    ).rejects.toThrow(/does not name a resource/);
  });

  it("lists what is live for whoever asks, and takes more seed while it runs", async () => {
    const azure = await rawAzure();
    try {
      const names = async () => {
        const answer = await azure.sendUnsigned("GET", "/simulator/resources");
        return (answer.body as { resources: { name: string }[] }).resources.map(({ name }) => name);
      };
      expect(await names()).toEqual(["rg1"]);
      const seed = { schema: "asr-seed/1", resourceGroups: [{ name: "later", location: "eastus" }] };
      expect((await azure.sendUnsigned("POST", "/simulator/seed", JSON.stringify(seed))).status).toBe(200);
      expect(await names()).toEqual(["rg1", "later"]);
      expect((await azure.sendUnsigned("POST", "/simulator/seed", "{}")).status).toBe(400);
      const before = azure.simulator.clock.now().getTime();
      await azure.sendUnsigned("POST", "/simulator/clock", '{"advanceInSeconds": 3600}');
      expect(azure.simulator.clock.now().getTime() - before).toBe(3_600_000);
    } finally {
      await azure.close();
    }
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { register } from "../../cli/commands/simulate";
import { childEnvironment, pluginFolder } from "../../cli/simulate/child-environment";
import { readSeed } from "../../cli/simulate/read-seed";
import { simulate } from "../../cli/simulate/simulate";

describe("asr simulate", () => {
  let folder: string;
  let said: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "asr-simulate-test-"));
    said = "";
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      said += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A command that runs this JavaScript. */
  const script = (code: string): readonly string[] => [process.execPath, "-e", code];

  /** Makes a resource group with plain requests, as any client could. */
  const makeGroup = `
    const env = process.env;
    const form = new URLSearchParams({ grant_type: "client_credentials", client_id: env.ARM_CLIENT_ID, client_secret: env.ARM_CLIENT_SECRET, scope: env.ASR_ARM_ENDPOINT + "/.default" });
    fetch(env.AZURE_AUTHORITY_HOST + "/" + env.ARM_TENANT_ID + "/oauth2/v2.0/token", { method: "POST", body: form })
      .then((answer) => answer.json())
      .then(({ access_token }) => fetch(env.ASR_ARM_ENDPOINT + "/subscriptions/" + env.AZURE_SUBSCRIPTION_ID + "/resourceGroups/rg-left?api-version=2024-03-01", {
        method: "PUT", headers: { authorization: "Bearer " + access_token, "content-type": "application/json" }, body: JSON.stringify({ location: "westeurope" }) }))
      .then((answer) => { process.exitCode = answer.status === 201 ? 0 : 9; });`;

  it("ends with the command's exit code", async () => {
    expect(await simulate(script("process.exitCode = 7"), {})).toBe(7);
    expect(said).toBe("asr simulate: no live resource is left.\n");
  });

  it("lets any client that trusts the environment work, and names what it leaves", async () => {
    expect(await simulate(script(makeGroup), {})).toBe(0);
    expect(said).toMatch(
      /^asr simulate: 1 live resource is left \(they end with the simulator\):\n {2}\/subscriptions\/[0-9a-f-]+\/resourceGroups\/rg-left\n$/,
    );
  });

  it("starts with what the last run left in a state file", async () => {
    const state = join(folder, "state.json");
    await simulate(script(makeGroup), { state });
    said = "";
    await simulate(script(""), { state });
    expect(said).toContain(`1 live resource is left (kept in ${state})`);
  });

  it("stops the simulator and removes the Pulumi state it lent", async () => {
    const file = join(folder, "environment.json");
    await simulate(
      script(`require("fs").writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.env))`),
      {},
    );
    const environment = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
    await expect(fetch(`${environment["ASR_ARM_ENDPOINT"] ?? ""}/metadata/endpoints`)).rejects.toThrow();
    expect(() => readFileSync(environment["NODE_EXTRA_CA_CERTS"] ?? "")).toThrow("ENOENT");
  });

  it("says that a command does not exist", async () => {
    await expect(simulate(["no-such-command-here"], {})).rejects.toThrow(
      "there is no command no-such-command-here on PATH",
    );
  });

  it("refuses a state file that is none", async () => {
    const state = join(folder, "state.json");
    writeFileSync(state, "{}");
    await expect(simulate(script(""), { state })).rejects.toThrow(
      `${state} is not a state file of the simulator`,
    );
  });

  it.each([
    [
      "faults that cannot be read",
      ["simulate", "--faults", "x.json", "--", "ls"],
      "faults x.json cannot be read",
    ],
    [
      "to register without a simulator",
      ["simulate", "register", "x.json"],
      "there is no simulator to register with",
    ],
    ["no command", ["simulate", "--strict"], "simulate needs a command"],
  ])("refuses %s", async (_, args, message) => {
    const program = new Command().exitOverride();
    register(program);
    await expect(program.parseAsync(args, { from: "user" })).rejects.toThrow(message);
  });

  it.each([
    ["{", "neither JSON nor YAML"],
    ["schema: asr-seed/2", 'schema: Invalid input: expected "asr-seed/1"'],
    ["schema: asr-seed/1\nresourceGroups: [{name: rg}]", "resourceGroups[0].location"],
  ])("refuses a seed that is none: %s", (text, reason) => {
    const file = join(folder, "seed.yaml");
    writeFileSync(file, text);
    expect(() => readSeed(file)).toThrow(reason);
    expect(() => readSeed(file)).toThrow(file);
  });

  it("reads a seed that repeats itself by anchors and merge keys, however often", () => {
    const file = join(folder, "seed.yaml");
    const groups = Array.from({ length: 300 }, (_, index) => `  - { <<: *west, name: rg-${index} }`);
    writeFileSync(
      file,
      `schema: asr-seed/1\nresourceGroups:\n  - &west { name: rg, location: westeurope }\n${groups.join("\n")}\n`,
    );
    const seed = readSeed(file);
    expect(seed.resourceGroups).toHaveLength(301);
    expect(seed.resourceGroups?.at(-1)).toEqual({ name: "rg-299", location: "westeurope" });
  });

  it("plants a seed", async () => {
    const seed = join(folder, "seed.yaml");
    writeFileSync(seed, "schema: asr-seed/1\nresourceGroups: [{name: rg-planted, location: westeurope}]\n");
    await simulate(script(""), { seed });
    expect(said).toContain("/resourceGroups/rg-planted");
  });
});

describe("the environment of a simulated command", () => {
  const parts = {
    own: { PATH: "/usr/bin", HOME: "/home/me" },
    simulator: { ARM_CLIENT_ID: "simulated" },
    engine: {},
    pluginFolder: "/plugin",
    stateFolder: "/state",
    strict: false,
  };

  it("puts the plugin first on PATH and lends Pulumi a state and a passphrase", () => {
    expect(childEnvironment(parts)).toMatchObject({
      HOME: "/home/me",
      PATH: ["/plugin", "/usr/bin"].join(delimiter),
      PULUMI_BACKEND_URL: "file:///state",
      PULUMI_CONFIG_PASSPHRASE: "simulated",
      ASR_SIMULATOR_STRICT: "0",
      NO_PROXY: "127.0.0.1,localhost",
    });
    expect(childEnvironment({ ...parts, strict: true })["ASR_SIMULATOR_STRICT"]).toBe("1");
  });

  it("keeps what the user has set, but no way to sign in to the real Azure", () => {
    const own = {
      ...parts.own,
      PULUMI_BACKEND_URL: "azblob://states",
      PULUMI_CONFIG_PASSPHRASE_FILE: "/secret",
      AZURE_STORAGE_ACCOUNT: "states",
      NO_PROXY: "internal",
      ARM_USE_OIDC: "true",
      ARM_CLIENT_ID: "real",
      ARM_CLIENT_CERTIFICATE_PATH: "/real.pfx",
      AZURE_FEDERATED_TOKEN_FILE: "/real",
      PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
    };
    const environment = childEnvironment({ ...parts, own });
    expect(environment).toMatchObject({
      PULUMI_BACKEND_URL: "azblob://states",
      AZURE_STORAGE_ACCOUNT: "states",
      ARM_CLIENT_ID: "simulated",
      NO_PROXY: "internal,127.0.0.1,localhost",
    });
    for (const name of [
      "PULUMI_CONFIG_PASSPHRASE",
      "ARM_USE_OIDC",
      "ARM_CLIENT_CERTIFICATE_PATH",
      "AZURE_FEDERATED_TOKEN_FILE",
      "PULUMI_IGNORE_AMBIENT_PLUGINS",
    ]) {
      expect(environment).not.toHaveProperty(name);
    }
  });

  it("finds the plugin's executable in the package", () => {
    expect(readFileSync(join(pluginFolder(), "pulumi-resource-azure-native"), "utf8")).toMatch(
      /^#!\/bin\/sh\n/,
    );
  });
});

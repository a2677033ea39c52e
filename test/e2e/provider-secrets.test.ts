import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { providerWorld, type ProviderWorld } from "../provider/provider-world";
import { createProject, root, type Project } from "./engine";

const registrationKey = "registration-key-5f0b1c7e9d";
const recipient = "night-shift-81c2@example.com";

/**
 * What Pulumi says itself, secrets of the program included: the log of the engine (JSON, with its verbosity), and what its
 * SDK is answered. Lines of ours are all the others.
 */
const saidByPulumi = /^\{"time":.*"v":\d+\}$|RegisterResource RPC finished/;

const program = `
const pulumi = require("@pulumi/pulumi");
const asr = require(${JSON.stringify(join(root, "dist/provider/resources"))});
const config = new pulumi.Config();
const key = config.requireSecret("registrationKey");
const vaultId = config.require("vaultId");
const settings = JSON.parse(config.require("settings"));
// Signs in by a secret of the program beside the one of the stack's configuration.
const own = new asr.Provider("own", { ...settings, clientSecret: config.requireSecret("clientSecret") });
const from = new asr.ReplicationFabric("from", { vaultId, name: "from", location: "westeurope" }, { provider: own });
const to = new asr.ReplicationFabric("to", { vaultId, name: "to", location: "northeurope" });
new asr.AlertSetting("alerts", { vaultId, customEmailAddresses: [pulumi.secret(${JSON.stringify(recipient)})] });
new asr.RecoveryPlan("plan", {
  vaultId, name: config.get("planName") ?? "plan", primaryFabricId: from.id, recoveryFabricId: to.id,
  groups: [{
    groupType: "Boot",
    startGroupActions: [{
      actionName: "register", failoverTypes: ["TestFailover"], failoverDirections: ["PrimaryToRecovery"],
      customDetails: { instanceType: "ManualActionDetails", description: pulumi.interpolate\`Register a host with \${key}.\` },
    }],
  }],
});
`;

describe("credentials and secret inputs", () => {
  let world: ProviderWorld;
  let project: Project;
  let secrets: Readonly<Record<string, string | RegExp>>;
  const events = () => join(project.scratch, "events.json");

  beforeAll(async () => {
    world = await providerWorld({
      faults: {
        schema: "asr-faults/1",
        faults: [
          {
            on: { method: "PUT", path: "/replicationRecoveryPlans/refused$" },
            fault: "error",
            status: 400,
            code: "PlanInputInvalid",
            message: `The description 'Register a host with ${registrationKey}.' is too long.`,
            times: 10,
          },
        ],
      },
    });
    const { simulator } = world;
    const environment = simulator.environment();
    // The secret is taken from the configuration alone.
    const { ARM_CLIENT_SECRET: _arm, AZURE_CLIENT_SECRET: _azure, ...withoutSecret } = environment;
    project = await createProject({
      files: { "index.js": program },
      environment: {
        ...withoutSecret,
        PATH: join(root, "provider"),
        PULUMI_DEBUG_COMMANDS: "true",
      },
    });
    const settings = {
      endpoint: simulator.endpoint,
      authorityHost: simulator.endpoint,
      tenantId: simulator.tenantId,
      clientId: simulator.clientId,
      subscriptionId: simulator.subscriptionId,
    };
    const set = async (key: string, value: string, ...flags: readonly string[]) => {
      const ended = await project.pulumi("config", "set", ...flags, "--stack", "test", "--", key, value);
      expect(ended.code, ended.stderr).toBe(0);
    };
    await set("vaultId", world.vaultId);
    await set("settings", JSON.stringify(settings));
    await set("clientSecret", simulator.clientSecret, "--secret");
    await set("azure-siterecovery:clientSecret", simulator.clientSecret, "--secret");
    await set("registrationKey", registrationKey, "--secret");
    secrets = {
      "the client secret": simulator.clientSecret,
      "a bearer token": /eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/,
      "a registration key": registrationKey,
      "a secret input": recipient,
    };
  });
  afterAll(async () => {
    await project.dispose();
    await world.close();
  });

  /** Fails the test for each secret found, naming the place and what is around it. */
  function clean(place: string, said: string): void {
    const text = said
      .split("\n")
      .filter((line) => !saidByPulumi.test(line))
      .join("\n");
    for (const [what, secret] of Object.entries(secrets)) {
      const at = typeof secret === "string" ? text.indexOf(secret) : text.search(secret);
      const found = at < 0 ? undefined : text.slice(Math.max(0, at - 300), at + 60);
      expect(found, `${what} in ${place}`).toBeUndefined();
    }
  }

  it("are found in no output, log or event of an update", async () => {
    const up = await project.up("--debug", "--logtostderr", "--logflow", "-v=9", "--event-log", events());
    expect(up.code, up.stdout).toBe(0);
    clean("the output", up.stdout);
    clean("the logs", up.stderr);
    const log = await readFile(events(), "utf8");
    expect(log).toContain("replicationRecoveryPlans/plan");
    clean("the events", log);
  });

  it("are found in no file of the state, and the service has them", async () => {
    const folder = join(project.scratch, "state");
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) =>
      each.isFile(),
    );
    const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), "utf8")));
    expect(texts.join("")).toContain("replicationRecoveryPlans/plan");
    clean("the state", texts.join("\n"));
    clean("an export", (await project.pulumi("stack", "export", "--stack", "test")).stdout);
    const plan = await world.connection.arm.get(
      `${world.vaultId}/replicationRecoveryPlans/plan`,
      "2025-01-01",
    );
    expect(JSON.stringify(plan)).toContain(registrationKey);
    const refresh = await project.refresh("--expect-no-changes", "--debug");
    expect(refresh.code, refresh.stdout).toBe(0);
    clean("the output of a refresh", `${refresh.stdout}${refresh.stderr}`);
  });

  it("are found in no error, though the service repeats what it was given", async () => {
    await project.pulumi("config", "set", "planName", "refused", "--stack", "test");
    const refused = await project.up("--debug", "--event-log", events());
    expect(refused.code).not.toBe(0);
    expect(refused.stdout).toContain("PlanInputInvalid");
    clean("the output of a failure", `${refused.stdout}${refused.stderr}`);
    clean("the events of a failure", await readFile(events(), "utf8"));
  });
});

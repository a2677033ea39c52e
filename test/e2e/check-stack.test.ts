import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { VaultCheck } from "../../operations/check/vault-check";
import { allFindings } from "../../reports/check/groups";
import { simulatedConnection } from "../operations/simulated-connection";
import { root, type Ended } from "./engine";
import { stackLife, type StackLife } from "./stacks/stack-life";

/** `asr check` of what a stack of ours deploys, compared with the stack's own state and with a landing zone. */
describe("a check of a deployed stack", () => {
  let life: StackLife;
  let vault: string;
  beforeAll(async () => {
    life = await stackLife("azure-to-azure-regions");
    await life.deploy();
    vault = (await life.project.outputs())["vaultId"] as string;
    // Long enough for the first replication to end.
    life.simulator.clock.advance(24 * 3600);
  });
  afterAll(() => life[Symbol.asyncDispose]());

  const run = (...args: readonly string[]): Promise<Ended> =>
    life.project.run(process.execPath, join(root, "dist/cli/main.js"), "check", "--vault", vault, ...args);

  async function check(...args: readonly string[]): Promise<VaultCheck> {
    const output = join(life.project.scratch, "check.json");
    const { stderr } = await run("--format", "json", "--output", output, ...args);
    expect(stderr).not.toMatch(/^asr: /m);
    return JSON.parse(await readFile(output, "utf8")) as VaultCheck;
  }

  /** What was deployed, as a landing zone, with these machines. */
  async function landingZone(machines: readonly string[]): Promise<string> {
    const policy = life.made().find((id) => id.includes("/replicationpolicies/"));
    const name = policy?.split("/").at(-1) ?? "";
    await life.project.write(
      "landing-zone.yaml",
      stringify({
        schema: "asr-landing-zone/1",
        scenario: "azure-to-azure",
        region: "northeurope",
        sourceRegion: "westeurope",
        resourceGroups: { vault: { name: "rg-asr-regions" } },
        vault: { name: "rsv-asr-regions" },
        policies: [{ name, instanceType: "A2A" }],
        machines: Object.fromEntries(machines.map((machine) => [machine, { policy: name }])),
        recoveryPlans: [{ name: "everything", groups: [{ groupType: "Boot", machines }] }],
      }),
    );
    return join(life.project.directory, "landing-zone.yaml");
  }

  it("finds no error in it, and the stack in the vault", async () => {
    const result = await check("--stack", "test");
    const errors = [...allFindings(result)].filter(({ severity }) => severity === "error");
    expect(errors.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    expect(result.unread).toEqual([]);
    expect(result.drift).toMatchObject([{ form: "stack", entries: [], undecided: [] }]);
    expect(result.drift?.[0]?.compared).toBeGreaterThan(10);
  });

  it("agrees with the landing zone that describes it, and names what another one has besides", async () => {
    const same = await check("--against", await landingZone(["web1", "db1"]));
    expect(same.drift).toMatchObject([{ form: "landing-zone", entries: [], undecided: [] }]);
    const more = await check("--against", await landingZone(["web1", "app1"]));
    expect(more.drift?.[0]?.entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "missing", what: "machine", name: "app1" }),
        expect.objectContaining({ kind: "extra", what: "machine", name: "db1" }),
      ]),
    );
  });

  it("misses what was deleted by hand since", async () => {
    const { subscriptionId } = life.simulator;
    const { replicationRecoveryPlans } = simulatedConnection(life.simulator).siteRecovery(subscriptionId);
    await replicationRecoveryPlans.beginDeleteAndWait("rsv-asr-regions", "rg-asr-regions", "everything");
    const result = await check("--stack", "test", "--against", await landingZone(["web1", "db1"]));
    const missing = { kind: "missing", what: "recovery plan", name: "everything" };
    expect(result.drift?.map(({ entries }) => entries)).toEqual([
      [expect.objectContaining(missing)],
      [expect.objectContaining(missing)],
    ]);
  });

  it("says of a stack that is not there what to look at", async () => {
    const { code, stderr } = await run("--stack", "nowhere");
    expect(code).toBe(2);
    expect(stderr.trim().split("\n").at(-1)).toMatch(
      /^asr: Stack nowhere cannot be exported: .*pulumi stack ls/,
    );
  });
});

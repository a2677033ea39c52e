import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../engine";
import { creationPage } from "./creation-order";
import { said, stackLife, type StackLife } from "./stack-life";
import { expectRefused, farCache, keptTooLong, numberOf } from "./twins";

const scenario = "azure-to-azure";

describe("the stack azure-to-azure-regions", () => {
  let life: StackLife;
  beforeAll(async () => {
    life = await stackLife("azure-to-azure-regions");
  });
  afterAll(() => life[Symbol.asyncDispose]());

  it("replicates two machines from region to region, with a recovery plan", async () => {
    await life.deploy();
    const outputs = await life.project.outputs();
    expect(Object.keys(outputs["protectedItemIds"] as object).sort()).toEqual(["db1", "web1"]);
    expect(Object.keys(outputs["recoveryPlanIds"] as object)).toEqual(["everything"]);
    expect(life.made().filter((id) => id.includes("/replicationprotecteditems/"))).toHaveLength(2);
  });

  it("is made, and goes away, in the order that its page shows", async () => {
    const page = creationPage("azure-to-azure-regions", await life.project.resources());
    // Written anew by `npm test -- --update azure-to-azure-regions`.
    await expect(page).toMatchFileSnapshot(join(root, "docs/creation-order.md"));
  });

  it("is refused by the policies from a region that is a target only, with a far cache and too large a group", async () => {
    const { web1 } = life.settings()["machines"] as { readonly web1: object };
    const group = "multi-vm-group.max-machines";
    const machines = Array.from({ length: numberOf(group, scenario) + 1 }, (_, index) => [
      `twin${index}`,
      { ...web1, multiVmGroupName: "together" },
    ]);
    await expectRefused(life, "policies", { scenario }, [
      farCache("northeurope"),
      {
        rule: "region-direction",
        limit: "region.target-only",
        settings: { sourceRegion: "brazilsoutheast" },
      },
      { rule: "multi-vm-group-size", limit: group, settings: { machines: Object.fromEntries(machines) } },
    ]);
  });

  it("is refused by its components with a policy that the documents do not allow", async () => {
    const tooLong = keptTooLong(scenario);
    const frequent = "replication-policy.app-consistent.min-frequency";
    const interval = "replication-policy.crash-consistent.interval";
    const policy = {
      ...tooLong.settings.policy,
      appConsistentFrequencyInMinutes: numberOf(frequent, scenario) - 1,
      crashConsistentFrequencyInMinutes: numberOf(interval, scenario) + 1,
    };
    await expectRefused(life, "component", { scenario }, [
      { ...tooLong, settings: { policy } },
      { rule: "app-consistent-frequency", limit: frequent, settings: { policy } },
      { rule: "crash-consistent-interval", limit: interval, settings: { policy } },
    ]);
  });

  it("adds its alerts, and touches nothing else, to what an older version has made", async () => {
    const { project } = life;
    const now = await project.pulumi("stack", "export", "--stack", "test");
    const states = join(__dirname, "previous-states");
    for (const state of await readdir(states)) {
      await imported(await readFile(join(states, state), "utf8"));
      const preview = await project.preview("--json");
      expect(preview.code, said(preview)).toBe(0);
      const { steps } = JSON.parse(preview.stdout) as {
        readonly steps: readonly { readonly op: string; readonly urn: string }[];
      };
      const touched = steps
        .filter(({ op }) => op !== "same")
        .map(({ op, urn }) => `${op} ${urn.split("::").at(-2)?.split("$").at(-1) ?? urn}`);
      expect([...new Set(touched)].sort(), state).toEqual([
        "create azure-native:monitor:ScheduledQueryRule",
        "create azure-siterecovery:index:AlertSetting",
        "create azure-siterecovery:index:RecoveryMonitoring",
      ]);
    }
    await imported(now.stdout);

    async function imported(state: string): Promise<void> {
      await project.write("state.json", state);
      const ended = await project.pulumi("stack", "import", "--file", "state.json", "--stack", "test");
      expect(ended.code, said(ended)).toBe(0);
    }
  });

  it("takes a machine away without touching the other", async () => {
    const { web1 } = life.settings()["machines"] as { readonly web1: unknown };
    await life.configure({ machines: { web1 } });
    const preview = said(await life.preview());
    expect(preview).toMatch(/- +azure-siterecovery:index:ReplicatedMachine regions-db1/);
    expect(preview).toMatch(/~ +azure-siterecovery:index:RecoveryPlan regions-everything/);
    expect(preview).not.toMatch(/ReplicatedMachine regions-web1/);
  });

  it("leaves nothing behind", async () => {
    await life.destroy();
  });
});

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { AzureError } from "../../azure/azure-error";
import { isSame } from "../../plugin-protocol/equality";
import { stringOf, type PropertyMap } from "../../plugin-protocol/property-value";
import { recoveryPlan } from "../../provider/recovery-plan/recovery-plan";
import { startPlugin, type Kept, type PluginClient } from "../simulator/azure-native/plugin-client";
import { a2aWorld, type A2aWorld } from "../simulator/replication/a2a-world";
import { providerVerbs, type Verbs } from "./provider-world";
import { a2aMachine, type A2aMachine } from "./replicated-machine/a2a-machine";
import { connectionTo, machineVerbs, type MachineVerbs } from "./replicated-machine/machine-world";

const token = (name: string) => `azure-native:recoveryservices:${name}`;
const inVault = { resourceGroupName: "rg1", resourceName: "v1" };

let world: A2aWorld;
let vm: A2aMachine;
let native: PluginClient;
let ours: MachineVerbs;
let plans: Verbs;

/** Where the executed table begins and ends in the page. */
const [begin, end] = ["<!-- executed -->", "<!-- end of executed -->"];

beforeEach(begun);
afterEach(ended);

async function begun(): Promise<void> {
  world = await a2aWorld();
  vm = a2aMachine(world);
  native = await startPlugin(world.azure.simulator.environment());
  ours = machineVerbs(world.azure.simulator);
  plans = providerVerbs(recoveryPlan, connectionTo(world.azure.simulator));
}

async function ended(): Promise<void> {
  await native.close();
  await world.azure.close();
}

async function restart(): Promise<void> {
  await ended();
  await begun();
}

/** What a step came to: the jobs that Azure ran for it, or the code of the refusal, and what else there is to say. */
async function told(step: () => Promise<unknown>): Promise<string> {
  const before = (await vm.jobs()).length;
  const outcome = await step().then(
    (said) => (typeof said === "string" ? said : ""),
    (error: unknown) => `refused: ${error instanceof AzureError ? error.code : String(error)}`,
  );
  const now = await vm.jobs();
  const jobs = now.slice(before);
  return (
    [jobs.length === 0 ? "" : `job ${jobs.join(", ")}`, outcome].filter((part) => part !== "").join("; ") ||
    "nothing"
  );
}

const differs = (isDifferent: boolean) => (isDifferent ? "shows a difference" : "shows no difference");

/** Whether a preview by azure-native finds a difference: checked, then compared, as the engine does. */
async function nativeDiffers(kept: Kept, inputs: PropertyMap): Promise<boolean> {
  const checked = await native.check(kept.token, kept.name, inputs, { before: kept.inputs });
  return (await native.diff(kept, checked.inputs)).changes;
}

/** Steps of the life of one machine, in order. */
type Life = Readonly<Record<string, string>>;

async function lifeByAzureNative(): Promise<Life> {
  const { properties } = world.enableBody("vm1") as { readonly properties: PropertyMap };
  const inputs: PropertyMap = {
    ...inVault,
    fabricName: "westeurope",
    protectionContainerName: "westeurope",
    replicatedProtectedItemName: "vm1",
    properties,
  };
  let item: Kept | undefined;
  const kept = () => item ?? expect.fail("No item was made.");
  const changed = (details: PropertyMap): PropertyMap => ({
    ...inputs,
    properties: {
      ...properties,
      providerSpecificDetails: { ...(properties["providerSpecificDetails"] as PropertyMap), ...details },
    },
  });
  const life: Record<string, string> = {};
  life["enabling"] = await told(async () => {
    item = await native.make(token("ReplicationProtectedItem"), "vm1", inputs);
  });
  life["the preview after it"] = await told(async () => differs(await nativeDiffers(kept(), inputs)));
  const larger = changed({ recoveryAzureVMSize: "Standard_D8s_v3" });
  life["another size in Azure"] = await told(async () => {
    await native.update(kept(), larger);
    return `the size is ${String((await vm.details())["recoveryAzureVMSize"])}`;
  });
  await vm.failOver();
  life["a refresh after a failover outside"] = await told(async () =>
    differs(JSON.stringify((await native.read(kept()))?.inputs) !== JSON.stringify(kept().inputs)),
  );
  const zone = changed({ recoveryAvailabilityZone: "3" });
  life["a changed zone, failed over"] = await told(async () => {
    const { replaces } = await native.diff(kept(), zone);
    await native.update(kept(), zone);
    return replaces.length === 0 ? "sent" : "replaced";
  });
  life["destroying it, failed over"] = await told(() => native.delete(kept()));
  return life;
}

async function lifeByOurs(): Promise<Life> {
  const life: Record<string, string> = {};
  const inputs = vm.inputs();
  let state: Awaited<ReturnType<MachineVerbs["create"]>> | undefined;
  const kept = () => state ?? expect.fail("No item was made.");
  life["enabling"] = await told(async () => {
    state = await ours.create(inputs);
  });
  life["the preview after it"] = await told(async () =>
    differs((await ours.diff(kept(), inputs)).changes.size > 0),
  );
  const larger = vm.inputs({ recoveryAzureVMSize: "Standard_D8s_v3" });
  life["another size in Azure"] = await told(async () => {
    state = await ours.update(kept(), larger, inputs);
    return `the size is ${String((await vm.details())["recoveryAzureVMSize"])}`;
  });
  await vm.failOver();
  life["a refresh after a failover outside"] = await told(async () => {
    const read = await ours.read(kept(), larger);
    return differs(!isSame(read?.outputs["status"], kept().outputs["status"]));
  });
  const zone = vm.inputs({ recoveryAzureVMSize: "Standard_D8s_v3", recoveryAvailabilityZone: "3" });
  life["a changed zone, failed over"] = await told(async () => {
    const { replaces } = await ours.diff(kept(), zone, larger);
    state = await ours.update(kept(), zone, larger);
    return replaces.length === 0 ? "held back, with a warning" : "replaced";
  });
  life["destroying it, failed over"] = await told(() => ours.delete(kept(), zone));
  return life;
}

const action = (actionName: string, ...failoverTypes: readonly string[]): PropertyMap => ({
  actionName,
  failoverTypes: [...failoverTypes],
  failoverDirections: ["PrimaryToRecovery"],
  customDetails: { instanceType: "ManualActionDetails", description: "Call the owner." },
});
/** Neither the types nor the actions are in the order of the alphabet. */
const actions = [action("zeta", "TestFailover"), action("alpha", "UnplannedFailover", "PlannedFailover")];

interface PlanLife {
  readonly make: () => Promise<unknown>;
  /** Whether a preview of the unchanged program finds a difference after a refresh. */
  readonly again: () => Promise<boolean>;
  readonly addGroup: () => Promise<unknown>;
  readonly destroy: () => Promise<unknown>;
}

/** The life of a recovery plan, and what of its first group's actions is kept. */
async function planLife({ make, again, addGroup, destroy }: PlanLife): Promise<Life> {
  const id = `${world.vault}/replicationRecoveryPlans/plan`;
  const keeps = async () => {
    const { groups } = (await world.properties(id)) as { readonly groups: readonly PropertyMap[] };
    const kept = (groups.find((group) => group["groupType"] === "Boot")?.["startGroupActions"] ??
      []) as readonly PropertyMap[];
    const order = kept.map((each) => stringOf(each["actionName"]) ?? "?").join(", ");
    const types = kept.flatMap((each) => each["failoverTypes"] as readonly string[]).join(", ");
    const boots = groups.filter((group) => group["groupType"] === "Boot").length;
    return `${boots} boot group${boots === 1 ? "" : "s"}; actions ${order}; types ${types}`;
  };
  return {
    "a recovery plan": await told(async () => {
      await make();
      return keeps();
    }),
    "its preview after a refresh": await told(async () => differs(await again())),
    "a second group": await told(async () => {
      await addGroup();
      return keeps();
    }),
    "destroying the plan": await told(destroy),
  };
}

async function planByAzureNative(): Promise<Life> {
  const withGroups = (...groups: readonly PropertyMap[]): PropertyMap => ({
    ...inVault,
    recoveryPlanName: "plan",
    properties: {
      primaryFabricId: `${world.vault}/replicationFabrics/westeurope`,
      recoveryFabricId: `${world.vault}/replicationFabrics/northeurope`,
      failoverDeploymentModel: "ResourceManager",
      groups,
    },
  });
  const first = {
    groupType: "Boot",
    replicationProtectedItems: [],
    startGroupActions: actions,
    endGroupActions: [],
  };
  const one = withGroups(first);
  let plan: Kept | undefined;
  const kept = () => plan ?? expect.fail("No plan was made.");
  return planLife({
    make: async () => (plan = await native.make(token("ReplicationRecoveryPlan"), "plan", one)),
    again: async () => nativeDiffers((await native.read(kept())) ?? kept(), one),
    addGroup: async () =>
      (plan = await native.update(kept(), withGroups(first, { ...first, startGroupActions: [] }))),
    destroy: () => native.delete(kept()),
  });
}

async function planByOurs(): Promise<Life> {
  const withGroups = (...groups: readonly PropertyMap[]): PropertyMap => ({
    vaultId: world.vault,
    name: "plan",
    primaryFabricId: `${world.vault}/replicationFabrics/westeurope`,
    recoveryFabricId: `${world.vault}/replicationFabrics/northeurope`,
    groups,
  });
  const first: PropertyMap = { groupType: "Boot", startGroupActions: actions };
  const one = withGroups(first);
  let plan: Awaited<ReturnType<Verbs["create"]>> | undefined;
  const kept = () => plan ?? expect.fail("No plan was made.");
  return planLife({
    make: async () => (plan = await plans.create(one)),
    again: async () => {
      const read = await plans.read(kept().id, one);
      const { failoverDeploymentModel: _default, ...inputs } = read?.inputs ?? {};
      return !isSame(inputs, one);
    },
    addGroup: async () => (plan = await plans.update(kept(), withGroups(first, { groupType: "Boot" }))),
    destroy: () => plans.delete(kept()),
  });
}

it("the life of one machine and one plan is what docs/provider/comparison.md says", async () => {
  const theirs = { ...(await lifeByAzureNative()), ...(await planByAzureNative()) };
  await restart();
  const own = { ...(await lifeByOurs()), ...(await planByOurs()) };
  expect(Object.keys(own)).toEqual(Object.keys(theirs));
  const rows = Object.entries(theirs).map(([step, said]) => [step, said, own[step] ?? ""]);
  const page = join(__dirname, "../../docs/provider/comparison.md");
  const committed = await readFile(page, "utf8");
  const table = committed.slice(committed.indexOf(begin) + begin.length, committed.indexOf(end));
  // Formatted by prettier, which pads cells.
  const cells = table
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^\|[ -]+\|/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
  expect(cells.slice(1)).toEqual(rows);
});

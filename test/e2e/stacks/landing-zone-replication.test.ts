import { join } from "node:path";
import { stringify } from "yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../../simulator/server";
import { createProject, root, type Ended, type Project } from "../engine";
import { expectRefusal, keptTooLong, numberOf } from "./twins";

const compute =
  "/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg-source/providers/Microsoft.Compute";
const disks = (name: string) => [{ name: `${name}-os`, sizeGiB: 64 }];
const names = ["web1", "db1"];

/** What a twin of the document has that the documents do not allow. */
interface Beyond {
  readonly retentionInMinutes?: number;
  readonly diskSizeGiB?: number;
}

function document(
  machines: readonly string[],
  { retentionInMinutes = 1440, diskSizeGiB = 64 }: Beyond = {},
): string {
  return stringify({
    schema: "asr-landing-zone/1",
    edition: "current",
    scenario: "azure-to-azure",
    region: "northeurope",
    sourceRegion: "westeurope",
    resourceGroups: { vault: { name: "rg-dr" } },
    vault: { name: "rsv-dr" },
    cacheStorage: { kind: "StorageV2", sku: "Standard_LRS" },
    networks: {
      recovery: {
        name: "vnet-dr",
        addressSpaces: ["10.50.0.0/16"],
        subnets: [{ name: "servers", addressPrefix: "10.50.0.0/24" }],
      },
      testFailover: {
        name: "vnet-dr-test",
        addressSpaces: ["10.50.0.0/16"],
        subnets: [{ name: "servers", addressPrefix: "10.50.0.0/24" }],
      },
    },
    policies: [
      {
        name: "daily",
        instanceType: "A2A",
        recoveryPointRetentionInMinutes: retentionInMinutes,
        appConsistentFrequencyInMinutes: 240,
        crashConsistentFrequencyInMinutes: 5,
        multiVmSync: true,
      },
    ],
    replication: {},
    machines: Object.fromEntries(
      machines.map((name) => [
        name,
        {
          sourceId: `${compute}/virtualMachines/${name}`,
          disks: [{ name: `${name}-os`, sourceId: `${compute}/disks/${name}-os`, sizeGiB: diskSizeGiB }],
        },
      ]),
    ),
    recoveryPlans: [{ name: "everything", groups: [{ groupType: "Boot", machines }] }],
  });
}

describe("a landing zone that replicates Azure virtual machines", () => {
  let simulator: Simulator;
  let project: Project;
  let seeded: readonly unknown[];
  const pack = ["--policy-pack", join(root, "policy-pack")];

  beforeAll(async () => {
    simulator = await startSimulator({
      strict: true,
      seed: {
        schema: "asr-seed/1",
        azureVirtualMachines: names.map((name) => ({
          name,
          resourceGroup: "rg-source",
          location: "westeurope",
          disks: disks(name),
        })),
      },
    });
    seeded = simulator.liveResources();
    project = await createProject({
      existing: root,
      files: { "landing-zone.yaml": document(names) },
      environment: { ...simulator.environment(), PATH: join(root, "simulator/azure-native/bin") },
    });
  });
  afterAll(async () => {
    await project.dispose();
    await simulator.close();
  });

  it("protects the machines of the document and puts them into its recovery plan", async () => {
    well(await project.up(...pack));
    const outputs = await project.outputs();
    expect(Object.keys(outputs["protectedItemIds"] as object).sort()).toEqual(["db1", "web1"]);
    expect(Object.keys(outputs["recoveryPlanIds"] as object)).toEqual(["everything"]);
    const items = simulator.liveResources().filter(({ type }) => /replicationProtectedItems$/i.test(type));
    expect(items.map(({ name }) => name).sort()).toEqual(["db1", "web1"]);
    well(await project.preview("--expect-no-changes"));
    well(await project.refresh("--expect-no-changes"));
  });

  it("touches one machine and the plan alone when a machine leaves the document", async () => {
    await project.write("landing-zone.yaml", document(["web1"]));
    const preview = await project.preview("--json");
    const { steps } = JSON.parse(preview.stdout) as {
      readonly steps: readonly { readonly op: string; readonly urn: string }[];
    };
    const touched = steps
      .filter(({ op }) => op !== "same" && op !== "read")
      .map(({ op, urn }) => `${op} ${urn.split("::").slice(-2)[0]?.split(":").at(-1)}`);
    expect(touched.sort()).toEqual(["delete ReplicatedMachine", "update RecoveryPlan"]);
  });

  it("is refused with a disk that is too large and recovery points that are kept too long", async () => {
    const scenario = "azure-to-azure";
    const size = "azure-vm.os-disk.max-size";
    const tooLong = keptTooLong(scenario);
    const twin = {
      retentionInMinutes: tooLong.settings.policy.recoveryPointRetentionInMinutes,
      diskSizeGiB: numberOf(size, scenario) + 1,
    };
    await project.write("landing-zone.yaml", document(names, twin));
    expectRefusal(await project.preview(...pack), "component", { scenario }, [
      { rule: "os-disk-max-size", limit: size },
      tooLong,
    ]);
    await project.write("landing-zone.yaml", document(names));
  });

  it("is destroyed down to the machines", async () => {
    well(await project.destroy());
    expect(simulator.liveResources()).toEqual(seeded);
  });
});

function well(ended: Ended): void {
  expect(ended.code, `${ended.stdout}\n${ended.stderr}`).toBe(0);
}

import type { Job, RecoveryPlan } from "@azure/arm-recoveryservices-siterecovery";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  all,
  group,
  machinesIn,
  subscription,
  until,
  vault,
  vaultClient,
  type VaultClient,
} from "./replication-clients";

let client: VaultClient;
const at = [vault, group] as const;
const here = ["site1", "container"] as const;
const names = ["app1", "app2", "app3"];
const sr = () => client.azure.siteRecovery;
const itemId = (name: string) =>
  `${client.vaultId}/replicationFabrics/site1/replicationProtectionContainers/${container}/replicationProtectedItems/${name}`;
let container = "";

beforeAll(async () => {
  client = await vaultClient(
    {},
    {
      faults: {
        schema: "asr-faults/1",
        faults: [{ on: { path: "app3/failoverCommit$" }, fault: "hanging-job" }],
      },
    },
  );
  client.azure.simulator.register({
    schema: "asr-seed/1",
    hyperVServers: [
      {
        name: "host1",
        vaultId: client.vaultId,
        site: "site1",
        virtualMachines: names.map((name, index) => ({
          name,
          disks: [{ name: "os", id: `${name}-os`, sizeGiB: 40 }],
          nics: [{ macAddress: `00:15:5D:00:00:0${index}`, ipAddress: `192.168.1.${index + 10}` }],
        })),
      },
    ],
  });
  const [found] = await all(sr().replicationProtectionContainers.listByReplicationFabrics(...at, here[0]));
  container = found?.name ?? "";
  const policyId = `${client.vaultId}/replicationPolicies/p`;
  await sr().replicationPolicies.beginCreateAndWait(...at, "p", {
    properties: {
      providerSpecificInput: { instanceType: "HyperVReplicaAzure", recoveryPointHistoryDuration: 2 },
    },
  });
  await sr().replicationProtectionContainerMappings.beginCreateAndWait(...at, "site1", container, "m", {
    properties: { policyId, targetProtectionContainerId: "Microsoft Azure" },
  });
  const machines = await all(
    sr().replicationProtectableItems.listByReplicationProtectionContainers(...at, "site1", container),
  );
  for (const machine of machines) {
    const name = machine.properties?.friendlyName ?? "";
    const path = [...at, "site1", container, name] as const;
    await sr().replicationProtectedItems.beginCreateAndWait(...path, {
      properties: {
        policyId,
        protectableItemId: machine.id ?? "",
        providerSpecificDetails: {
          instanceType: "HyperVReplicaAzure",
          vmName: name,
          targetAzureV2ResourceGroupId: `${subscription}/resourceGroups/rg-target`,
          targetAzureNetworkId: client.network("northeurope"),
          targetAzureSubnetId: "apps",
        },
      },
    });
    await until(() => sr().replicationProtectedItems.get(...path), "Protected");
  }
});
afterAll(() => client.close());

const manual = {
  actionName: "Ask the owner",
  failoverTypes: ["TestFailover"],
  failoverDirections: ["PrimaryToRecovery"],
  customDetails: { instanceType: "ManualActionDetails" as const, description: "by telephone" },
};
const runbook = {
  actionName: "Point the name",
  failoverTypes: ["TestFailover", "PlannedFailover"],
  failoverDirections: ["PrimaryToRecovery", "RecoveryToPrimary"],
  customDetails: {
    instanceType: "AutomationRunbookActionDetails" as const,
    runbookId:
      "/subscriptions/s/resourceGroups/g/providers/Microsoft.Automation/automationAccounts/a/runbooks/dns",
    fabricLocation: "Recovery",
  },
};
const boot = (items: readonly string[], actions: object = {}) => ({
  groupType: "Boot",
  replicationProtectedItems: items.map((name) => ({ id: itemId(name) })),
  startGroupActions: [],
  endGroupActions: [],
  ...actions,
});
const plans = () => sr().replicationRecoveryPlans;
const jobOf = async (plan: RecoveryPlan): Promise<Job> =>
  sr().replicationJobs.get(...at, plan.properties?.currentScenario?.jobId?.split("/").at(-1) ?? "");
const properties = (instanceType: "HyperVReplicaAzure" = "HyperVReplicaAzure") => ({
  failoverDirection: "PrimaryToRecovery",
  providerSpecificDetails: [{ instanceType }],
});

describe("recovery plans and jobs, by Azure's client", () => {
  it("makes, changes, lists and reads a plan", async () => {
    const made = await plans().beginCreateAndWait(...at, "plan", {
      properties: {
        primaryFabricId: `${client.vaultId}/replicationFabrics/site1`,
        recoveryFabricId: "Microsoft Azure",
        failoverDeploymentModel: "ResourceManager",
        groups: [boot(["app1"])],
      },
    });
    expect(made.properties?.groups?.map(({ groupType }) => groupType)).toEqual([
      "Shutdown",
      "Failover",
      "Boot",
    ]);
    const updated = await plans().beginUpdateAndWait(...at, "plan", {
      properties: {
        groups: [
          boot(["app1"], { startGroupActions: [runbook] }),
          boot(["app2", "app3"], { startGroupActions: [manual] }),
        ],
      },
    });
    const groups = updated.properties?.groups ?? [];
    expect(groups[2]?.startGroupActions).toEqual([runbook]);
    expect(groups[3]?.replicationProtectedItems).toHaveLength(2);
    expect((await all(plans().list(...at))).map(({ name }) => name)).toEqual(["plan"]);
  });

  it("drills group by group, stops where a person has to act, and goes on when the job is resumed", async () => {
    const poller = await plans().beginTestFailover(...at, "plan", {
      properties: {
        ...properties(),
        networkType: "VmNetworkAsInput",
        networkId: client.network("northeurope"),
      },
    });
    await poller.poll();
    const running = await plans().get(...at, "plan");
    expect(running.properties?.currentScenarioStatus).toBe("InProgress");
    const waiting = await jobOf(running);
    expect(waiting.properties).toMatchObject({
      state: "Suspended",
      stateDescription: "WaitingForManualAction",
      allowedActions: ["Cancel", "Resume"],
    });
    expect(waiting.properties?.tasks?.map((task) => [task.friendlyName, task.state])).toEqual([
      ["Prerequisites check for the recovery plan", "Succeeded"],
      ["All groups shutdown", "Succeeded"],
      ["All groups failover", "Succeeded"],
      ["Point the name", "Succeeded"],
      ["Group 1: Test failover", "Succeeded"],
      ["Ask the owner", "InProgress"],
      ["Group 2: Test failover", "NotStarted"],
      ["Finalizing the recovery plan", "NotStarted"],
    ]);
    // The first group has its machine, the second waits.
    expect(await machinesIn(client.azure, "rg-target")).toEqual(["app1-test"]);
    await sr().replicationJobs.beginResumeAndWait(...at, waiting.name ?? "", {
      properties: { comments: "asked" },
    });
    await poller.pollUntilDone();
    expect((await machinesIn(client.azure, "rg-target")).toSorted()).toEqual([
      "app1-test",
      "app2-test",
      "app3-test",
    ]);
    const nics = await all(client.azure.network.networkInterfaces.list("rg-target"));
    const addresses = nics.map((nic) => nic.ipConfigurations?.[0]?.privateIPAddress);
    expect(new Set(addresses).size).toBe(3);
    const done = (await jobOf(running)).properties;
    expect(done?.state).toBe("Succeeded");
    const group2 = done?.tasks?.[6];
    expect(group2?.groupTaskCustomDetails).toMatchObject({
      instanceType: "RecoveryPlanGroupTaskDetails",
      rpGroupType: "Boot",
      childTasks: [
        { friendlyName: "app2", state: "Succeeded" },
        { friendlyName: "app3", state: "Succeeded" },
      ],
    });
    expect(group2?.startTime?.getTime()).toBeGreaterThanOrEqual(
      done?.tasks?.[4]?.endTime?.getTime() ?? Number.NaN,
    );
    await plans().beginTestFailoverCleanupAndWait(...at, "plan", { properties: { comments: "done" } });
    expect(await machinesIn(client.azure, "rg-target")).toEqual([]);
  });

  it("fails over as planned, commits, fails back, commits and reprotects", async () => {
    await plans().beginPlannedFailoverAndWait(...at, "plan", { properties: properties() });
    await plans().beginFailoverCommitAndWait(...at, "plan");
    expect((await plans().get(...at, "plan")).properties?.allowedOperations).toContain("Failback");
    await plans().beginPlannedFailoverAndWait(...at, "plan", {
      properties: { ...properties(), failoverDirection: "RecoveryToPrimary" },
    });
    await plans().beginFailoverCommitAndWait(...at, "plan");
    await plans().beginReprotectAndWait(...at, "plan");
    for (const name of names) {
      const item = await sr().replicationProtectedItems.get(...at, "site1", container, name);
      expect(item.properties).toMatchObject({ activeLocation: "Primary", protectionState: "Protected" });
    }
    await plans().beginUnplannedFailoverAndWait(...at, "plan", {
      properties: { ...properties(), sourceSiteOperations: "NotRequired" },
    });
    const plan = await plans().get(...at, "plan");
    expect((await jobOf(plan)).properties?.customDetails).toMatchObject({
      instanceType: "FailoverJobDetails",
      protectedItemDetails: names.map((friendlyName) => ({ friendlyName })),
    });
  });

  it("lists jobs by filter, exports them, cancels one that runs", async () => {
    const jobs = sr().replicationJobs;
    const everything = await all(jobs.list(...at));
    const enabled = await all(jobs.list(...at, { filter: "JobScenarioName eq 'EnableDr'" }));
    expect(enabled.map((job) => job.properties?.targetObjectName)).toEqual(names);
    expect(enabled.length).toBeLessThan(everything.length);
    expect(await all(jobs.list(...at, { filter: "JobStatus eq 'Failed'" }))).toEqual([]);
    const exported = await jobs.beginExportAndWait(...at, {
      startTime: "2020-01-01T00:00:00Z",
      endTime: "2100-01-01T00:00:00Z",
      jobStatus: "Succeeded",
      outputType: "Json",
    } as never);
    expect(exported.properties?.customDetails).toMatchObject({ instanceType: "ExportJobDetails" });
  });

  it("cancels a job that hangs, and restarts it", async () => {
    const jobs = sr().replicationJobs;
    const path = [...at, "site1", container, "app3"] as const;
    const running = await sr().replicationProtectedItems.beginFailoverCommit(...path);
    const [job] = await all(jobs.list(...at, { filter: "JobStatus eq 'InProgress'" }));
    const name = job?.name ?? "";
    expect(job?.properties?.scenarioName).toBe("CommitFailover");
    client.azure.simulator.clock.advance(86_400);
    expect((await jobs.get(...at, name)).properties?.state).toBe("InProgress");
    await jobs.beginCancelAndWait(...at, name);
    await expect(running.pollUntilDone()).rejects.toThrow();
    expect((await jobs.get(...at, name)).properties?.state).toBe("Cancelled");
    await jobs.beginRestartAndWait(...at, name);
    expect((await jobs.get(...at, name)).properties?.state).toBe("Succeeded");
    expect((await sr().replicationProtectedItems.get(...path)).properties?.allowedOperations).toContain(
      "Failback",
    );
    await expect(jobs.beginRestartAndWait(...at, name)).rejects.toThrow(/not allowed/);
  });

  it("tells events, health, settings, alerts, operating systems and target sizes", async () => {
    const events = await all(sr().replicationEvents.list(...at));
    expect(events.map((event) => event.properties?.affectedObjectFriendlyName)).toContain("app1");
    expect((await sr().replicationEvents.get(...at, events[0]?.name ?? "")).id).toBe(events[0]?.id);
    const health = await sr().replicationVaultHealth.get(...at);
    expect(health.properties).toMatchObject({ protectedItemsHealth: { resourceCount: 3 } });
    await sr().replicationVaultHealth.beginRefreshAndWait(...at);
    await sr().replicationAlertSettings.create(...at, "defaultAlertSetting", {
      properties: { sendToOwners: "Send", customEmailAddresses: ["ops@contoso.com"], locale: "en-US" },
    });
    const alerts = await all(sr().replicationAlertSettings.list(...at));
    expect(alerts[0]?.properties?.customEmailAddresses).toEqual(["ops@contoso.com"]);
    const setting = await sr().replicationVaultSetting.beginCreateAndWait(...at, "default", {
      properties: { migrationSolutionId: "", vmwareToAzureProviderType: "Avs" },
    });
    expect(setting.properties).toMatchObject({ vmwareToAzureProviderType: "Avs" });
    const systems = await sr().supportedOperatingSystemsOperations.get(...at);
    expect(systems.properties?.supportedOsList?.length).toBeGreaterThan(0);
    const sizes = await all(
      sr().targetComputeSizes.listByReplicationProtectedItems(...at, "site1", container, "app1"),
    );
    expect(sizes.map(({ name }) => name)).toContain("Standard_D2s_v3");
  });
});

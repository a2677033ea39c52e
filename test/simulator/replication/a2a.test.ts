import { afterEach, describe, expect, it } from "vitest";
import { codeOf, type RawAnswer } from "../raw-client";
import { a2aWorld, type A2aWorld } from "./a2a-world";

let world: A2aWorld;
afterEach(() => world.azure.close());

const statusOf = (answer: RawAnswer) => (answer.body as { readonly status: string }).status;
const detailsOf = (properties: Record<string, unknown>) =>
  properties["providerSpecificDetails"] as Record<string, unknown>;
const detailCode = (answer: RawAnswer) =>
  (answer.body as { readonly error?: { readonly details?: readonly { readonly code: string }[] } }).error
    ?.details?.[0]?.code;

describe("a disk that is attached to a machine that replicates", () => {
  const attach = async (changes: Readonly<Record<string, unknown>>) => {
    world = await a2aWorld();
    await world.run("PUT", world.item("vm1"), world.enableBody("vm1", changes));
    await world.properties(world.item("vm1"));
    const version = "?api-version=2024-07-01";
    const vm = (await world.azure.send("GET", `${world.machine("vm1")}${version}`)).body as {
      readonly properties: { readonly storageProfile: { readonly dataDisks: readonly unknown[] } };
    };
    const { storageProfile } = vm.properties;
    const managedDisk = { id: `${world.azure.group}/providers/Microsoft.Compute/disks/late` };
    const dataDisks = [...storageProfile.dataDisks, { lun: 1, createOption: "Attach", managedDisk }];
    await world.azure.send("PUT", `${world.machine("vm1")}${version}`, {
      ...vm,
      properties: { ...vm.properties, storageProfile: { ...storageProfile, dataDisks } },
    });
    return detailsOf(await world.properties(world.item("vm1")));
  };
  const names = (details: Record<string, unknown>) =>
    (details["protectedManagedDisks"] as readonly { readonly diskName: string }[]).map(
      (disk) => disk.diskName,
    );

  it("replicates too where data disks are protected by themselves", async () => {
    expect(names(await attach({ autoProtectionOfDataDisk: "Enabled" }))).toEqual([
      "vm1-os",
      "vm1-data",
      "late",
    ]);
  });

  it("shows as unprotected where they are not", async () => {
    const details = await attach({});
    expect(names(details)).toEqual(["vm1-os", "vm1-data"]);
    expect(details["unprotectedDisks"]).toEqual([{ diskLunId: 1, diskAutoProtectionStatus: "Disabled" }]);
  });
});

describe("an Azure virtual machine that replicates", () => {
  it("is shown while it is enabled, waits for its first recovery point, then is protected", async () => {
    world = await a2aWorld();
    const id = world.item("vm1");
    const first = await world.azure.send("PUT", `${id}?api-version=2025-01-01`, world.enableBody("vm1"));
    expect(first.status).toBe(202);
    expect(await world.properties(id)).toMatchObject({
      protectionStateDescription: "Enabling protection",
      allowedOperations: [],
      currentScenario: { scenarioName: "EnableDr" },
    });
    await world.azure.send("GET", String(first.headers["azure-asyncoperation"]));
    expect(await world.properties(id)).toMatchObject({
      protectionState: "InitialReplicationRecoveryCompletionPending",
      allowedOperations: ["DisableProtection"],
      providerSpecificDetails: { vmNics: [] },
    });
    const properties = await world.properties(id);
    expect(properties).toMatchObject({
      protectionState: "Protected",
      activeLocation: "Primary",
      allowedOperations: ["UnplannedFailover", "DisableProtection", "TestFailover"],
      currentScenario: { scenarioName: "None" },
    });
    expect(detailsOf(properties)).toMatchObject({
      osType: "Linux",
      recoveryAzureVMName: "vm1",
      vmNics: [
        {
          selectionType: "SelectedByUserOverride",
          ipConfigs: [{ staticIPAddress: "10.0.0.4", recoverySubnetName: "apps" }],
        },
      ],
      protectedManagedDisks: [
        { diskName: "vm1-os", diskType: "OperatingSystem", diskCapacityInBytes: 30 * 1024 ** 3 },
        { diskName: "vm1-data", diskType: "Data" },
      ],
    });
  });

  it("takes a static address and a test network by PATCH, but not before it is protected", async () => {
    world = await a2aWorld();
    const id = world.item("vm1");
    await world.run("PUT", id, world.enableBody("vm1"));
    const patch = (nicId: unknown) => ({
      properties: {
        selectedTfoAzureNetworkId: `${world.azure.group}/providers/Microsoft.Network/virtualNetworks/vnet-northeurope`,
        vmNics: [
          {
            nicId,
            ipConfigs: [
              { ipConfigName: "ipconfig1", recoveryStaticIPAddress: "10.0.0.77", tfoSubnetName: "apps" },
            ],
          },
        ],
        providerSpecificDetails: { instanceType: "A2A", tfoAzureVMName: "drill" },
      },
    });
    const early = await world.run("PATCH", id, patch("x"));
    expect([early.status, detailCode(early)]).toEqual([400, "OperationNotAllowedInCurrentState"]);
    await world.properties(id);
    const nics = detailsOf(await world.properties(id))["vmNics"] as readonly { readonly nicId: string }[];
    const wrong = await world.run("PATCH", id, patch("00000000-0000-0000-0000-000000000000"));
    expect(detailCode(wrong)).toBe("NicNotFound");
    expect(statusOf(await world.run("PATCH", id, patch(nics[0]?.nicId)))).toBe("Succeeded");
    expect(detailsOf(await world.properties(id))).toMatchObject({
      tfoAzureVMName: "drill",
      vmNics: [
        {
          ipConfigs: [
            {
              recoveryStaticIPAddress: "10.0.0.77",
              recoveryIPAddressType: "Static",
              tfoSubnetName: "apps",
              recoverySubnetName: "apps",
            },
          ],
        },
      ],
    });
  });

  it("goes through a drill, which leaves nothing behind", async () => {
    world = await a2aWorld();
    const id = await world.protect("vm1");
    const test = {
      properties: {
        failoverDirection: "PrimaryToRecovery",
        networkType: "NoNetworkAttachAsInput",
        providerSpecificDetails: { instanceType: "A2A" },
      },
    };
    await world.run("POST", `${id}/testFailover`, test);
    expect(await world.properties(id)).toMatchObject({
      testFailoverState: "WaitingForCompletion",
      allowedOperations: ["TestFailoverCleanup"],
      currentScenario: { scenarioName: "TestFailover" },
    });
    const machines = () => world.azure.simulator.liveResources().filter(({ name }) => name === "vm1-test");
    expect(machines()).toHaveLength(1);
    const refused = await world.run("POST", `${id}/remove`, { properties: {} });
    expect(detailCode(refused)).toBe("OperationNotAllowedInCurrentState");
    await world.run("POST", `${id}/testFailoverCleanup`, { properties: { comments: "done" } });
    expect(machines()).toEqual([]);
    expect(await world.properties(id)).toMatchObject({
      testFailoverState: "MarkedForDeletion",
      protectionState: "Protected",
    });
    expect(await world.properties(id)).toMatchObject({ testFailoverState: "None" });
  });

  it("fails over, changes its point, commits and replicates back through the container", async () => {
    world = await a2aWorld();
    const id = await world.protect("vm1");
    world.azure.simulator.clock.advance(3600);
    const points = (await world.get(`${id}/recoveryPoints`)).body as {
      readonly value: readonly { readonly id: string }[];
    };
    expect(points.value).toHaveLength(12);
    await world.run("POST", `${id}/unplannedFailover`, {
      properties: {
        failoverDirection: "PrimaryToRecovery",
        sourceSiteOperations: "NotRequired",
        providerSpecificDetails: { instanceType: "A2A" },
      },
    });
    expect(await world.properties(id)).toMatchObject({
      protectionState: "UnplannedFailoverCommitPendingStatesBegin",
      activeLocation: "Recovery",
      failoverRecoveryPointId: points.value.at(-1)?.id,
      allowedOperations: ["Commit", "DisableProtection", "ChangePit"],
    });
    await world.run("POST", `${id}/applyRecoveryPoint`, {
      properties: { recoveryPointId: points.value[3]?.id },
    });
    expect(await world.properties(id)).toMatchObject({ failoverRecoveryPointId: points.value[3]?.id });
    await world.run("POST", `${id}/failoverCommit`);
    expect(await world.properties(id)).toMatchObject({
      allowedOperations: ["ReverseReplicate", "DisableProtection"],
    });
    expect(detailCode(await world.run("POST", `${id}/reProtect`, { properties: {} }))).toBe(
      "OperationNotSupportedForProvider",
    );
    const turned = await world.run("POST", `${world.container("westeurope")}/switchprotection`, {
      properties: {
        replicationProtectedItemName: "vm1",
        providerSpecificDetails: {
          instanceType: "A2A",
          recoveryContainerId: world.container("northeurope"),
          policyId: world.policy,
        },
      },
    });
    expect(statusOf(turned)).toBe("Succeeded");
    expect((await world.get(id)).status).toBe(404);
    const back = world.item("vm1", "northeurope");
    await world.get(back);
    expect(await world.properties(back)).toMatchObject({
      protectionState: "Protected",
      activeLocation: "Primary",
      primaryFabricFriendlyName: "North Europe",
      providerSpecificDetails: { primaryFabricLocation: "northeurope", recoveryFabricLocation: "westeurope" },
    });
    const all = (await world.get(`${world.vault}/replicationProtectedItems`)).body as {
      readonly value: readonly unknown[];
    };
    expect(all.value).toHaveLength(1);
  });

  it("gains and loses data disks, never the one with the operating system", async () => {
    world = await a2aWorld();
    const id = await world.protect("vm1");
    const disk = (name: string) => `${world.azure.group}/providers/Microsoft.Compute/disks/${name}`;
    const remove = (name: string) =>
      world.run("POST", `${id}/removeDisks`, {
        properties: { providerSpecificDetails: { instanceType: "A2A", vmManagedDisksIds: [disk(name)] } },
      });
    expect(detailCode(await remove("vm1-os"))).toBe("OsDiskCannotBeRemoved");
    await remove("vm1-data");
    expect(detailsOf(await world.properties(id))["protectedManagedDisks"]).toHaveLength(1);
    const add = (name: string) =>
      world.run("POST", `${id}/addDisks`, {
        properties: {
          providerSpecificDetails: {
            instanceType: "A2A",
            vmManagedDisks: [
              {
                diskId: disk(name),
                primaryStagingAzureStorageAccountId: "/x",
                recoveryResourceGroupId: "/y",
              },
            ],
          },
        },
      });
    expect(detailCode(await add("none"))).toBe("DiskNotFound");
    await add("vm1-data");
    expect(detailsOf(await world.properties(id))["protectedManagedDisks"]).toHaveLength(2);
  });

  it("is disabled in order or purged, and may then be protected anew", async () => {
    world = await a2aWorld();
    const id = await world.protect("vm1");
    const container = world.container("westeurope");
    expect(detailCode(await world.run("POST", `${container}/remove`))).toBe("ProtectionContainerNotEmpty");
    expect(
      statusOf(
        await world.run("POST", `${id}/remove`, {
          properties: {
            disableProtectionReason: "MigrationComplete",
            replicationProviderInput: { instanceType: "A2A" },
          },
        }),
      ),
    ).toBe("Succeeded");
    expect((await world.get(id)).status).toBe(404);
    await world.protect("vm1");
    await world.run("DELETE", id);
    expect((await world.get(id)).status).toBe(404);
  });

  it("is refused without a mapping, without the machine, with another's disk, and twice", async () => {
    world = await a2aWorld(["vm1", "vm2"]);
    const code = async (name: string, body: unknown) =>
      detailCode(await world.run("PUT", world.item(name), body));
    expect(await code("x", world.enableBody("none"))).toBe("VirtualMachineNotFound");
    expect(
      await code(
        "x",
        world.enableBody("vm1", {
          vmManagedDisks: [
            {
              diskId: `${world.azure.group}/providers/Microsoft.Compute/disks/vm2-os`,
              primaryStagingAzureStorageAccountId: "/x",
              recoveryResourceGroupId: "/y",
            },
          ],
        }),
      ),
    ).toBe("DiskNotFound");
    await world.protect("vm1");
    expect(await code("again", world.enableBody("vm1"))).toBe("VirtualMachineAlreadyProtected");
    expect(await code("vm1", world.enableBody("vm2"))).toBe("ProtectionAlreadyEnabled");
    await world.run("DELETE", `${world.container("westeurope")}/replicationProtectionContainerMappings/m`);
    expect(await code("vm2", world.enableBody("vm2"))).toBe("ProtectionContainerNotPaired");
  });

  it("lets one thing happen at a time", async () => {
    world = await a2aWorld();
    const id = world.item("vm1");
    await world.azure.send("PUT", `${id}?api-version=2025-01-01`, world.enableBody("vm1"));
    const second = await world.azure.send("POST", `${id}/remove?api-version=2025-01-01`, { properties: {} });
    expect([second.status, codeOf(second)]).toEqual([409, "AnotherOperationInProgress"]);
  });

  it("is enabled in a job that can be cancelled and tried again", async () => {
    world = await a2aWorld();
    const id = world.item("vm1");
    const first = await world.azure.send("PUT", `${id}?api-version=2025-01-01`, world.enableBody("vm1"));
    const jobId = `${world.vault}/replicationJobs/${/replicationOperationStatus\/([^?]+)/.exec(String(first.headers["azure-asyncoperation"]))?.[1] ?? ""}`;
    world.azure.simulator.clock.advance(600);
    const running = await world.properties(jobId);
    expect((running["tasks"] as readonly { readonly state: string }[]).map(({ state }) => state)).toEqual([
      "Succeeded",
      "InProgress",
      "NotStarted",
      "NotStarted",
      "NotStarted",
    ]);
    await world.run("POST", `${jobId}/cancel`);
    expect(await world.properties(jobId)).toMatchObject({ state: "Cancelled", allowedActions: ["Restart"] });
    expect(await world.properties(id)).toMatchObject({ protectionState: "EnablingFailed" });
    const poll = await world.azure.send("GET", String(first.headers["azure-asyncoperation"]));
    expect(poll.body).toMatchObject({ status: "Failed", error: { code: "JobCancelled" } });
    await world.run("POST", `${jobId}/restart`);
    expect(await world.properties(jobId)).toMatchObject({ state: "Succeeded" });
    await world.get(id);
    expect(await world.properties(id)).toMatchObject({ protectionState: "Protected" });
    const failed = (
      await world.azure.send(
        "GET",
        `${world.vault}/replicationJobs?api-version=2025-01-01&$filter=${encodeURIComponent("JobStatus eq 'Failed'")}`,
      )
    ).body;
    expect(failed).toMatchObject({ value: [] });
    const events = (await world.get(`${world.vault}/replicationEvents`)).body as {
      readonly value: readonly unknown[];
    };
    expect(events.value).toHaveLength(1);
  });
});

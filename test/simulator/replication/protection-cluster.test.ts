import { afterEach, beforeEach, expect, it } from "vitest";
import { codeOf, type RawAnswer } from "../raw-client";
import { a2aWorld, type A2aWorld } from "./a2a-world";

let world: A2aWorld;

beforeEach(async () => {
  world = await a2aWorld();
});
afterEach(() => world.azure.close());

const version = "?api-version=2025-01-01";
const messageOf = (answer: RawAnswer) =>
  (answer.body as { readonly error: { readonly message: string } }).error.message;
const clusterId = () => `${world.container("westeurope")}/replicationProtectionClusters/cluster1`;
const body = (instanceType: string) => ({
  properties: {
    policyId: world.policy,
    recoveryContainerId: world.container("northeurope"),
    providerSpecificDetails: { instanceType },
  },
});

it("a protection cluster fails over, is committed, listed across the vault and purged", async () => {
  await world.run("PUT", clusterId(), body("A2A"));
  expect(await world.properties(clusterId())).toMatchObject({
    activeLocation: "Primary",
    providerSpecificDetails: { primaryFabricLocation: "westeurope", recoveryFabricLocation: "northeurope" },
  });
  for (const [action, shows] of [
    ["testFailover", { testFailoverState: "WaitingForCompletion" }],
    ["testFailoverCleanup", { testFailoverState: "None" }],
    ["unplannedFailover", { activeLocation: "Recovery" }],
    ["applyRecoveryPoint", { activeLocation: "Recovery" }],
    ["failoverCommit", { allowedOperations: ["ReprotectProtectionCluster", "PurgeProtectionCluster"] }],
  ] as const) {
    const ended = await world.run("POST", `${clusterId()}/${action}`, { properties: {} });
    expect(ended.body, action).toMatchObject({ status: "Succeeded" });
    expect(await world.properties(clusterId()), action).toMatchObject(shows);
  }
  const list = await world.get(`${world.vault}/replicationProtectionClusters`);
  expect(list.body).toMatchObject({ value: [{ name: "cluster1" }] });
  await world.run("DELETE", clusterId());
  expect((await world.get(clusterId())).status).toBe(404);
});

it("a cluster of another provider, or without its policy, is refused", async () => {
  const other = await world.azure.send("PUT", `${clusterId()}${version}`, body("InMageRcm"));
  expect([other.status, codeOf(other)]).toEqual([400, "BadRequest"]);
  const bare = { properties: { ...body("A2A").properties, policyId: undefined } };
  expect((await world.azure.send("PUT", `${clusterId()}${version}`, bare)).status).toBeGreaterThanOrEqual(
    400,
  );
  expect((await world.get(clusterId())).status).toBe(404);
});

it("a cluster that was failed over and committed switches to the other container, once there is a mapping back", async () => {
  await world.run("PUT", clusterId(), body("A2A"));
  const asked = {
    properties: {
      replicationProtectionClusterName: "cluster1",
      providerSpecificDetails: {
        instanceType: "A2A",
        recoveryContainerId: world.container("northeurope"),
        policyId: world.policy,
        protectedItemsDetail: [],
      },
    },
  };
  const address = `${world.container("westeurope")}/switchClusterProtection`;
  const early = await world.azure.send("POST", `${address}${version}`, asked);
  expect([early.status, messageOf(early)]).toEqual([
    400,
    "The operation 'ReprotectProtectionCluster' is not allowed on the protection cluster 'cluster1'. Allowed operations: UnplannedFailover, DisableProtection.",
  ]);
  await world.run("POST", `${clusterId()}/unplannedFailover`, { properties: {} });
  await world.run("POST", `${clusterId()}/failoverCommit`, { properties: {} });

  const mappingBack = `${world.container("northeurope")}/replicationProtectionContainerMappings/m`;
  await world.run("POST", `${mappingBack}/remove`, { properties: {} });
  const oneWay = await world.azure.send("POST", `${address}${version}`, asked);
  expect([oneWay.status, messageOf(oneWay)]).toEqual([
    400,
    "The protection container 'northeurope' is not mapped to 'westeurope'.",
  ]);
  await world.run("PUT", mappingBack, {
    properties: {
      policyId: world.policy,
      targetProtectionContainerId: world.container("westeurope"),
      providerSpecificInput: { instanceType: "A2A", agentAutoUpdateStatus: "Disabled" },
    },
  });
  const done = await world.run("POST", address, asked);
  expect(done.body).toMatchObject({ status: "Succeeded" });
  expect((await world.get(clusterId())).status).toBe(404);
  const moved = `${world.container("northeurope")}/replicationProtectionClusters/cluster1`;
  expect(await world.properties(moved)).toMatchObject({
    activeLocation: "Primary",
    allowedOperations: ["UnplannedFailover", "DisableProtection"],
    providerSpecificDetails: { primaryFabricLocation: "northeurope", recoveryFabricLocation: "westeurope" },
  });
});

it("a switch of a cluster takes the machines it names along, and none that is not ready", async () => {
  const item = await world.protect("vm1");
  await world.run("PUT", clusterId(), body("A2A"));
  await world.run("POST", `${clusterId()}/unplannedFailover`, { properties: {} });
  await world.run("POST", `${clusterId()}/failoverCommit`, { properties: {} });
  const asked = {
    properties: {
      replicationProtectionClusterName: "cluster1",
      providerSpecificDetails: {
        instanceType: "A2A",
        policyId: world.policy,
        protectedItemsDetail: [
          { replicationProtectedItemName: "vm1", recoveryResourceGroupId: world.azure.group },
        ],
      },
    },
  };
  const address = `${world.container("westeurope")}/switchClusterProtection`;
  const early = await world.azure.send("POST", `${address}${version}`, asked);
  expect(messageOf(early)).toContain(
    "The operation 'ReverseReplicate' is not allowed on the protected item 'vm1'",
  );
  await world.run("POST", `${item}/unplannedFailover`, {
    properties: { failoverDirection: "PrimaryToRecovery", providerSpecificDetails: { instanceType: "A2A" } },
  });
  await world.run("POST", `${item}/failoverCommit`);
  await world.run("POST", address, asked);
  expect((await world.get(item)).status).toBe(404);
  expect(await world.properties(world.item("vm1", "northeurope"))).toMatchObject({
    recoveryFabricFriendlyName: "West Europe",
    providerSpecificDetails: { recoveryAzureResourceGroupId: world.azure.group },
  });
});

it("an operation on a cluster answers by its GUID alone, as published, and other polls only when signed", async () => {
  await world.run("PUT", clusterId(), body("A2A"));
  const accepted = await world.azure.send("POST", `${clusterId()}/testFailover${version}`, {
    properties: {},
  });
  const guid = /operationresults\/([^?]+)/i.exec(String(accepted.headers["location"]))?.[1] ?? "";
  const result = await world.azure.send("GET", `${clusterId()}/operationResults/${guid}${version}`);
  expect(result.body).toMatchObject({
    name: "cluster1",
    properties: { testFailoverState: "WaitingForCompletion" },
  });
  const unsigned = await world.azure.send(
    "GET",
    `${world.vault}/replicationOperationStatus/${guid}${version}`,
  );
  expect([unsigned.status, codeOf(unsigned)]).toEqual([403, "InvalidOperationSignature"]);
  const absent = await world.azure.send("GET", `${clusterId()}/operationResults/nothing${version}`);
  expect(absent.status).toBe(404);
});

it("lists what callers may be allowed to do, at the group and at the tenant", async () => {
  for (const scope of [world.azure.group, ""]) {
    const names = new Set<string>();
    let address: string | undefined = `${scope}/providers/Microsoft.RecoveryServices/operations${version}`;
    while (address !== undefined) {
      const page = (await world.azure.send("GET", address)).body as {
        readonly value: readonly {
          readonly name: string;
          readonly display: Readonly<Record<string, string>>;
        }[];
        readonly nextLink?: string;
      };
      for (const { name, display } of page.value) {
        names.add(name);
        expect(Object.keys(display).sort()).toEqual(["description", "operation", "provider", "resource"]);
      }
      address = page.nextLink;
    }
    for (const wanted of [
      "Microsoft.RecoveryServices/vaults/replicationAlertSettings/read",
      "Microsoft.RecoveryServices/vaults/replicationAlertSettings/write",
      "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationNetworks/replicationNetworkMappings/delete",
    ])
      expect(names).toContain(wanted);
  }
});

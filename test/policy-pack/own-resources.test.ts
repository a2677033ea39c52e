import { beforeAll, describe, expect, it } from "vitest";
import { servePack, unknown, type Diagnostic, type ProgramResource, type ServedPack } from "./served-pack";

let pack: ServedPack;
beforeAll(async () => {
  pack = await servePack();
  await pack.configure({ settings: { edition: "current" } });
});

const vault: ProgramResource = {
  type: "azure-native:recoveryservices:Vault",
  name: "vault",
  inputs: { vaultName: "rsv", resourceGroupName: "rg", location: "westeurope" },
};
const account: ProgramResource = {
  type: "azure-native:storage:StorageAccount",
  name: "cache",
  inputs: { accountName: "stcache", resourceGroupName: "rg", location: "westeurope", kind: "StorageV2" },
};
const containerId =
  "/subscriptions/1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/rsv/replicationFabrics/f/replicationProtectionContainers/c";

const machine = (inputs: object, references: ProgramResource["references"] = {}): ProgramResource => ({
  type: "azure-siterecovery:index:ReplicatedMachine",
  name: "machine",
  inputs: { name: "db01", protectionContainerId: containerId, ...inputs },
  references,
});

const about = (found: readonly Diagnostic[], policy: string) =>
  found
    .filter((diagnostic) => diagnostic.policy === policy)
    .map(({ level, resource, message }) => ({
      level,
      resource,
      scenario: /scenario: (.*)/.exec(message)?.[1],
    }));

describe("a machine of this package's provider is judged", () => {
  it.each([
    ["inMageRcm", { targetVmName: "no_name" }, "vmware-to-azure, modernized (derived from InMageRcm)"],
    [
      "hyperVReplicaAzure",
      { targetAzureVmName: "no_name" },
      "hyperv-to-azure (derived from HyperVReplicaAzure)",
    ],
  ])("like azure-native's item: %s", async (input, details, scenario) => {
    const found = await pack.analyze([vault, machine({ [input]: details })]);
    expect(about(found, "azure-vm-name")).toEqual([{ level: "mandatory", resource: "machine", scenario }]);
    const fine = await pack.analyze([vault, machine({ [input]: { targetAzureVmName: "name" } })]);
    expect(about(fine, "azure-vm-name")).toEqual([]);
  });

  it("and brings what its inputs refer to into replication", async () => {
    const program = [
      vault,
      { ...account, inputs: { ...account.inputs, isHnsEnabled: true, sku: { name: "Standard_LRS" } } },
    ];
    const disks = {
      disksToInclude: [{ diskId: "d", logStorageAccountId: unknown, diskType: "Premium_LRS" }],
    };
    const tied = await pack.analyze([...program, machine({ inMageRcm: disks }, { inMageRcm: ["cache"] })]);
    const apart = await pack.analyze([...program, machine({ inMageRcm: disks })]);
    expect(tied.filter(({ resource }) => resource === "cache")).not.toEqual([]);
    expect(apart.filter(({ resource }) => resource === "cache")).toEqual([]);
  });

  it("in the vault that its container names", async () => {
    const elsewhere = machine({
      protectionContainerId: containerId.replace("/rsv/", "/other/"),
      inMageRcm: { targetVmName: "no_name" },
    });
    const found = await pack.analyze([vault, elsewhere]);
    expect(about(found, "azure-vm-name")).toHaveLength(1);
  });

  it("with what is not known yet told, and what is of a wrong type, too", async () => {
    const found = await pack.analyze([
      vault,
      machine({ inMageRcm: { targetVmName: unknown, targetAvailabilityZone: 1 } }),
    ]);
    const messages = found.filter(({ resource }) => resource === "machine").map(({ message }) => message);
    expect(messages.find((message) => message.includes("azure-vm-name"))).toContain(
      "targetName is not known until the deployment",
    );
    expect(messages.find((message) => message.includes("availability-zone"))).toContain(
      "of a type that it cannot have",
    );
  });
});

it("a recovery plan of this package's provider is judged by its size", async () => {
  const groups = (count: number) => Array.from({ length: count }, () => ({ groupType: "Boot" }));
  const plan = (count: number): ProgramResource => ({
    type: "azure-siterecovery:index:RecoveryPlan",
    name: "plan",
    inputs: { name: "plan", vaultId: containerId.split("/replicationFabrics")[0], groups: groups(count) },
  });
  const levels = async (count: number) =>
    about(await pack.analyze([vault, machine({ a2a: {} }), plan(count)]), "recovery-plan-max-groups").map(
      ({ level }) => level,
    );
  expect(await levels(7)).toEqual([]);
  expect(await levels(8)).toEqual(["mandatory"]);
});

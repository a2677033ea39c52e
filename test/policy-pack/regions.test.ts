import { beforeAll, describe, expect, it } from "vitest";
import { servePack, unknown, type ProgramResource, type ServedPack } from "./served-pack";

let pack: ServedPack;
beforeAll(async () => {
  pack = await servePack();
});

/** The scenario is said, because programs without machines do not show it. */
const judgedAs = (scenario: string, facts = {}) =>
  pack.configure({ settings: { edition: "current", scenario, facts } });

const own = "azure-siterecovery:index:";
const native = "azure-native:recoveryservices:";

const vault = (location: string): ProgramResource => ({
  type: `${native}Vault`,
  name: "vault",
  inputs: { vaultName: "rsv", resourceGroupName: "rg", location },
});
const cacheComponent: ProgramResource = {
  type: `${own}CacheStorage`,
  name: "cache",
  outputs: { role: "cache" },
};
const account = (location: string): ProgramResource => ({
  type: "azure-native:storage:StorageAccount",
  name: "account",
  parent: "cache",
  inputs: {
    accountName: "stcache",
    resourceGroupName: "rg",
    location,
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
  },
});
const fabric = (name: string, location: string): ProgramResource => ({
  type: `${own}ReplicationFabric`,
  name,
  inputs: { vaultId: unknown, name, kind: "Azure", location },
  references: { vaultId: ["vault"] },
});
const container = (name: string, of: string): ProgramResource => ({
  type: `${own}ProtectionContainer`,
  name,
  inputs: { fabricId: unknown, name },
  references: { fabricId: [of] },
});
const machine = (source: string, ...a2a: readonly string[]): ProgramResource => ({
  type: `${own}ReplicatedMachine`,
  name: "machine",
  inputs: {
    protectionContainerId: unknown,
    name: "web1",
    policyId: unknown,
    a2a: { recoveryContainerId: unknown },
  },
  references: { protectionContainerId: [source], a2a },
});

/** Where the account is refused, with the region that it should lie in. */
async function refused(program: readonly ProgramResource[]): Promise<readonly string[]> {
  return (await pack.analyze([cacheComponent, ...program]))
    .filter(({ policy, level }) => policy === "cache-storage-region" && level === "mandatory")
    .map(({ message }) => /must lie in the (.*?)\./.exec(message)?.[1] ?? message);
}

const fabrics = [fabric("west", "West Europe"), fabric("north", "northeurope")];
const containers = [container("cw", "west"), container("cn", "north")];

describe("the regions of Azure machines", () => {
  beforeAll(() => judgedAs("azure-to-azure"));

  it("are those of their containers' fabrics", async () => {
    const program = [vault("uksouth"), ...fabrics, ...containers, machine("cw", "cn", "account")];
    expect(await refused([...program, account("northeurope")])).toEqual(["source region, westeurope"]);
    expect(await refused([...program, account("westeurope")])).toEqual([]);
  });

  it("are told apart by the machine, whichever fabric comes first", async () => {
    const program = [vault("uksouth"), ...fabrics, ...containers, machine("cn", "cw", "account")];
    expect(await refused([...program, account("northeurope")])).toEqual([]);
    expect(await refused([...program, account("westeurope")])).toEqual(["source region, northeurope"]);
  });

  it("are one from zone to zone", async () => {
    const zones = [fabric("west", "westeurope"), container("one", "west"), container("two", "west")];
    const program = [vault("northeurope"), ...zones, machine("one", "two", "account")];
    expect(await refused([...program, account("northeurope")])).toEqual(["source region, westeurope"]);
    expect(await refused([vault("northeurope"), ...zones, account("northeurope")])).toEqual([
      "source region, westeurope",
    ]);
  });

  it("follow from the vault's, which is not the source's, before there are machines", async () => {
    expect(await refused([vault("northeurope"), ...fabrics, account("northeurope")])).toEqual([
      "source region, westeurope",
    ]);
    expect(await refused([vault("uksouth"), ...fabrics, account("northeurope")])).toEqual([]);
  });

  it("are not guessed where machines disagree, or a location arises later", async () => {
    const back = { ...machine("cn", "cw", "account"), name: "back" };
    const program = [vault("uksouth"), ...fabrics, ...containers, machine("cw", "cn", "account"), back];
    expect(await refused([...program, account("northeurope")])).toEqual([]);
    const later = [fabric("west", unknown), ...fabrics.slice(1), ...containers];
    expect(await refused([vault("uksouth"), ...later, machine("cw", "cn"), account("northeurope")])).toEqual(
      [],
    );
  });

  it("are read from azure-native's resources, too", async () => {
    const nativeFabric = (name: string, location: string): ProgramResource => ({
      type: `${native}ReplicationFabric`,
      name,
      inputs: {
        fabricName: name,
        resourceName: "rsv",
        resourceGroupName: "rg",
        properties: { customDetails: { instanceType: "Azure", location } },
      },
      references: { resourceName: ["vault"] },
    });
    const item: ProgramResource = {
      type: `${native}ReplicationProtectedItem`,
      name: "item",
      inputs: {
        fabricName: "west",
        resourceName: "rsv",
        resourceGroupName: "rg",
        properties: { providerSpecificDetails: { instanceType: "A2A", recoveryContainerId: unknown } },
      },
      references: { properties: ["target", "account"], resourceName: ["vault"] },
    };
    const target: ProgramResource = {
      type: `${native}ReplicationProtectionContainer`,
      name: "target",
      inputs: { fabricName: unknown },
      references: { fabricName: ["north"] },
    };
    const program = [
      vault("uksouth"),
      nativeFabric("west", "westeurope"),
      nativeFabric("north", "northeurope"),
      target,
      item,
    ];
    expect(await refused([...program, account("northeurope")])).toEqual(["source region, westeurope"]);
  });

  it("are what the settings say, where they say it", async () => {
    await judgedAs("azure-to-azure", { sourceRegion: "francecentral" });
    expect(await refused([vault("northeurope"), ...fabrics, account("westeurope")])).toEqual([
      "source region, francecentral",
    ]);
  });
});

describe("the region that machines from outside Azure go to", () => {
  beforeAll(() => judgedAs("vmware-to-azure"));

  const network = (name: string, location: string): ProgramResource => ({
    type: "azure-native:network:VirtualNetwork",
    name,
    inputs: { virtualNetworkName: name, resourceGroupName: "rg", location },
  });
  const server: ProgramResource = {
    type: `${own}ReplicatedMachine`,
    name: "server",
    inputs: {
      protectionContainerId: unknown,
      name: "sql1",
      policyId: unknown,
      inMageRcm: { targetNetworkId: unknown },
    },
    references: { inMageRcm: ["recovery", "drill", "account"] },
  };

  it("is that of the networks that they name", async () => {
    const program = [
      vault("northeurope"),
      network("recovery", "westeurope"),
      network("drill", "westeurope"),
      server,
    ];
    expect(await refused([...program, account("northeurope")])).toEqual(["target region, westeurope"]);
    expect(await refused([...program, account("westeurope")])).toEqual([]);
  });

  it("is that of the component's networks before there are machines", async () => {
    const component: ProgramResource = { type: `${own}RecoveryNetwork`, name: "networks" };
    const recovery = { ...network("recovery", "westeurope"), parent: "networks" };
    const program = [vault("northeurope"), component, recovery];
    expect(await refused([...program, account("northeurope")])).toEqual(["target region, westeurope"]);
  });

  it("is not known where the networks lie apart", async () => {
    const program = [
      vault("northeurope"),
      network("recovery", "westeurope"),
      network("drill", "uksouth"),
      server,
    ];
    expect(await refused([...program, account("northeurope")])).toEqual([]);
  });
});

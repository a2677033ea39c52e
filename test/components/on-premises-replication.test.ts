import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import {
  HypervSiteReplication,
  PhysicalServerReplication,
  VmmCloudReplication,
  VmwareReplication,
  type HyperVMachineArgs,
  type VmmCloudReplicationArgs,
  type VmwareReplicationArgs,
} from "../../components";
import { deployed, valueOf } from "./deployed";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000001";
const group = `${subscription}/resourceGroups/rg/providers`;
const vaultId = `${group}/Microsoft.RecoveryServices/vaults/rsv`;
const fabricId = `${vaultId}/replicationFabrics/site`;
const containerId = `${fabricId}/replicationProtectionContainers/cloud`;
const item = (name: string) => `${containerId}/replicationProtectableItems/${name}`;
const recoveryResourceGroupId = `${subscription}/resourceGroups/recovery`;
const cacheStorageAccountId = `${group}/Microsoft.Storage/storageAccounts/cache`;
const network = (name: string) => `${group}/Microsoft.Network/virtualNetworks/${name}`;
const fabricDiscoveryMachineId = `${group}/Microsoft.OffAzure/VMwareSites/site/machines/db01`;

const required = { vaultId, policyId: `${vaultId}/replicationPolicies/gold` };
const common = {
  ...required,
  recoveryResourceGroupId,
  recoveryNetworkId: network("dr"),
  testFailoverNetworkId: network("test"),
  cacheStorageAccountId,
  diskType: "Premium_LRS",
};
const server = { processServerId: "ps", runAsAccountId: "account" };
/** What the vault answers for the fabric, by the component's name. */
const registered = (containerIds: readonly string[]) => ({
  state: { "dr-fabric": { containerIds }, "dr-site": { containerIds } },
});

/** Paths of what is wrong. */
async function wrong(program: () => unknown): Promise<readonly string[]> {
  try {
    await deployed(program);
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath }) => propertyPath);
  }
}

describe("VmwareReplication", () => {
  it("says what to do on premises before anything has registered", async () => {
    const { resources, result } = await deployed(() => new VmwareReplication("dr", required));
    expect(resources.map(({ type }) => type)).toEqual(["azure-siterecovery:index:VmwareReplication"]);
    const steps = await valueOf(result.registrationInstructions);
    expect(steps.join(" ")).toContain("appliance key");
    expect(await valueOf(result.fabricId)).toBeUndefined();
  });

  it("names a machine that is no map of settings", async () => {
    const machines = { web1: "web1" } as unknown as NonNullable<VmwareReplicationArgs["machines"]>;
    expect(
      await wrong(() => new VmwareReplication("dr", { ...common, ...server, fabricId, machines })),
    ).toEqual(["machines.web1"]);
  });

  it("speaks of the configuration server in the classic experience", async () => {
    const { result } = await deployed(
      () => new VmwareReplication("dr", { ...required, edition: "2019-05", experience: "classic" }),
    );
    expect((await valueOf(result.registrationInstructions)).join(" ")).toContain("configuration server");
  });

  it("has a registration key for a configuration server and none for an appliance, which only the portal makes", async () => {
    const classic = await deployed(
      () => new VmwareReplication("dr", { ...required, edition: "2019-05", experience: "classic" }),
    );
    expect(classic.named("dr-registration-key").inputs).toEqual({ vaultId });
    const modernized = await deployed(() => new VmwareReplication("dr", required));
    expect(await valueOf(modernized.result.registrationKey)).toBeUndefined();
    expect((await valueOf(modernized.result.registrationInstructions))[0]).toContain(
      "The portal alone makes it",
    );
    const asked = () => new VmwareReplication("dr", { ...required, registrationKey: { issue: true } });
    expect(await wrong(asked)).toEqual(["registrationKey"]);
  });

  it("protects what the appliance discovered, each machine completed by what holds for all", async () => {
    const { named, result } = await deployed(
      () =>
        new VmwareReplication("dr", {
          ...common,
          ...server,
          fabricId,
          mappingName: "gold-to-azure",
          machines: { db01: { fabricDiscoveryMachineId, targetVmName: "db01-dr", waitFor: "accepted" } },
        }),
      registered([containerId]),
    );
    expect(named("dr-fabric").inputs).toMatchObject({ name: "site", kind: "InMageRcm" });
    expect(named("dr-mapping").inputs).toMatchObject({
      containerId,
      name: "gold-to-azure",
      policyId: required.policyId,
    });
    expect(named("dr-db01").inputs).toMatchObject({
      name: "db01",
      protectionContainerId: containerId,
      waitFor: "accepted",
      inMageRcm: {
        fabricDiscoveryMachineId,
        targetVmName: "db01-dr",
        processServerId: "ps",
        runAsAccountId: "account",
        targetResourceGroupId: recoveryResourceGroupId,
        targetNetworkId: network("dr"),
        testNetworkId: network("test"),
        disksDefault: { logStorageAccountId: cacheStorageAccountId, diskType: "Premium_LRS" },
      },
    });
    expect(await valueOf(result.registrationInstructions)).toEqual([]);
    expect(Object.keys(await valueOf(result.protectedItemIds))).toEqual(["db01"]);
  });

  it("protects by a configuration server in the classic experience", async () => {
    const { named } = await deployed(
      () =>
        new VmwareReplication("dr", {
          ...common,
          ...server,
          masterTargetId: "mt",
          edition: "2019-05",
          experience: "classic",
          fabricId,
          containerId,
          machines: { db01: { protectableItemId: item("db01"), targetVmSize: "Standard_D4s_v3" } },
        }),
    );
    expect(named("dr-fabric").inputs).toMatchObject({ kind: "VMware" });
    expect(named("dr-db01").inputs).toMatchObject({
      protectableItemId: item("db01"),
      inMageAzureV2: {
        processServerId: "ps",
        masterTargetId: "mt",
        runAsAccountId: "account",
        targetAzureV2ResourceGroupId: recoveryResourceGroupId,
        targetAzureNetworkId: network("dr"),
        selectedTfoAzureNetworkId: network("test"),
        logStorageAccountId: cacheStorageAccountId,
        diskType: "Premium_LRS",
        targetVmSize: "Standard_D4s_v3",
      },
    });
  });

  it.each<[string, Partial<VmwareReplicationArgs>, readonly string[]]>([
    ["a vault by its name", { vaultId: "rsv" }, ["vaultId"]],
    ["a fabric by its name", { fabricId: "site" }, ["fabricId"]],
    [
      "machines before the registration",
      { ...common, ...server, machines: { db01: { fabricDiscoveryMachineId } } },
      ["fabricId"],
    ],
    [
      "a machine that lacks nearly everything",
      { fabricId, machines: { db01: { fabricDiscoveryMachineId } } },
      [
        "machines.db01.processServerId",
        "machines.db01.targetResourceGroupId",
        "machines.db01.disksToInclude",
      ],
    ],
    [
      "an availability zone that the edition refuses",
      {
        ...common,
        edition: "2019-05",
        experience: "classic",
        fabricId,
        machines: { db01: { protectableItemId: item("db01"), targetAvailabilityZone: "1" } },
      },
      ["machines.db01.targetAvailabilityZone"],
    ],
  ])("refuses %s", async (_what, args, paths) => {
    expect(await wrong(() => new VmwareReplication("dr", { ...required, ...args }))).toEqual(paths);
  });

  it("leaves machines alone while only the plumbing is wanted", async () => {
    const machines = { db01: { fabricDiscoveryMachineId } };
    const { resources } = await deployed(
      () => new VmwareReplication("dr", { ...required, fabricId, machines, plumbingOnly: true }),
      registered([containerId]),
    );
    expect(resources.map(({ name }) => name).sort()).toEqual(["dr", "dr-fabric", "dr-mapping"]);
  });
});

describe("PhysicalServerReplication", () => {
  it("protects physical servers by the appliance", async () => {
    const { named, one } = await deployed(
      () =>
        new PhysicalServerReplication("dr", {
          ...common,
          ...server,
          fabricId,
          machines: { db01: { fabricDiscoveryMachineId } },
        }),
      registered([containerId]),
    );
    expect(one("azure-siterecovery:index:PhysicalServerReplication").name).toBe("dr");
    expect(named("dr-db01").inputs).toHaveProperty("inMageRcm");
  });
});

describe("HypervSiteReplication", () => {
  const machine: HyperVMachineArgs = { protectableItemId: item("vm1"), osType: "Windows" };

  it("makes the site, and waits for its hosts", async () => {
    const { resources, named, result } = await deployed(
      () => new HypervSiteReplication("dr", { ...required, siteName: "hq" }),
    );
    expect(named("dr-site").inputs).toMatchObject({ vaultId, name: "hq", kind: "HyperVSite" });
    expect(resources.map(({ name }) => name).sort()).toEqual(["dr", "dr-registration-key", "dr-site"]);
    expect((await valueOf(result.registrationInstructions)).join(" ")).toContain("Hyper-V host");
  });

  it("issues the registration key of its site, and hands it over as a secret", async () => {
    const { named, result } = await deployed(
      () =>
        new HypervSiteReplication("dr", {
          ...required,
          registrationKey: { validityInHours: 24, rotation: "2" },
        }),
      { state: { "dr-registration-key": { file: "<key/>", expiresAt: "2026-12-01T00:00:00Z" } } },
    );
    expect(named("dr-registration-key").inputs).toEqual({
      vaultId,
      fabricId: expect.stringContaining("dr-site") as string,
      validityInHours: 24,
      rotation: "2",
    });
    expect(await valueOf(result.registrationKey)).toBe("<key/>");
    expect(await pulumi.isSecret(result.registrationKey)).toBe(true);
    expect(await valueOf(result.registrationKeyExpiresAt)).toBe("2026-12-01T00:00:00Z");
    expect((await valueOf(result.registrationInstructions))[0]).toContain("secret output registrationKey");
  });

  it("issues no key once hosts have registered, unless it is asked to, and none where told so", async () => {
    const keys = async (args: object) => {
      const { resources, result } = await deployed(
        () => new HypervSiteReplication("dr", { ...common, ...args }),
        registered([containerId]),
      );
      return {
        made: resources.some(({ name }) => name === "dr-registration-key"),
        step: (await valueOf(result.registrationInstructions))[0],
      };
    };
    const machines = { vm1: machine };
    expect(await keys({ machines })).toEqual({ made: false, step: undefined });
    expect(await keys({ machines, registrationKey: { issue: true } })).toEqual({
      made: true,
      step: undefined,
    });
    expect(await keys({ registrationKey: { issue: false } })).toEqual({
      made: false,
      step: expect.stringContaining("download the registration key") as string,
    });
  });

  it("protects machines of registered hosts in the site's container", async () => {
    const { named } = await deployed(
      () => new HypervSiteReplication("dr", { ...common, machines: { vm1: machine } }),
      registered([containerId]),
    );
    expect(named("dr-vm1").inputs).toMatchObject({
      protectionContainerId: containerId,
      protectableItemId: item("vm1"),
      hyperVReplicaAzure: { osType: "Windows", targetAzureV2ResourceGroupId: recoveryResourceGroupId },
    });
  });

  it("refuses a new name for an existing site", async () => {
    const args = { ...required, fabricId, siteName: "hq" };
    expect(await wrong(() => new HypervSiteReplication("dr", args))).toEqual(["siteName"]);
  });
});

describe("VmmCloudReplication", () => {
  const networks: VmmCloudReplicationArgs["networks"] = {
    prod: { sourceNetworkId: `${fabricId}/replicationNetworks/n1`, recoveryNetworkId: network("dr") },
  };

  it("maps cloud and networks to Azure and protects machines", async () => {
    const { named } = await deployed(
      () =>
        new VmmCloudReplication("dr", {
          ...common,
          fabricId,
          containerId,
          networks,
          machines: { vm1: { protectableItemId: item("vm1") } },
        }),
    );
    expect(named("dr-fabric").inputs).toMatchObject({ kind: "VMM" });
    expect(named("dr-prod").inputs).toMatchObject({
      resourceName: "rsv",
      fabricName: "site",
      networkName: "n1",
      properties: {
        recoveryFabricName: "Microsoft Azure",
        fabricSpecificDetails: { instanceType: "VmmToAzure" },
      },
    });
    expect(named("dr-vm1").inputs).toHaveProperty("hyperVReplicaAzure");
  });

  it("maps a cloud to the cloud of a secondary site", async () => {
    const other = `${vaultId}/replicationFabrics/second`;
    const secondaryContainerId = `${other}/replicationProtectionContainers/cloud2`;
    const { named } = await deployed(
      () =>
        new VmmCloudReplication("dr", {
          ...required,
          edition: "2016-12",
          fabricId,
          containerId,
          secondaryContainerId,
          networks: {
            prod: {
              sourceNetworkId: `${fabricId}/replicationNetworks/n1`,
              recoveryNetworkId: `${other}/replicationNetworks/n2`,
            },
          },
        }),
    );
    expect(named("dr-mapping").inputs).toMatchObject({ targetContainerId: secondaryContainerId });
    expect(named("dr-prod").inputs).toMatchObject({
      properties: { recoveryFabricName: "second", fabricSpecificDetails: { instanceType: "VmmToVmm" } },
    });
  });

  it("refuses what Azure's API or the documents do not have", async () => {
    const secondaryContainerId = `${vaultId}/replicationFabrics/second/replicationProtectionContainers/c`;
    const toSecondary = { ...required, fabricId, containerId, secondaryContainerId };
    expect(
      await wrong(
        () =>
          new VmmCloudReplication("dr", {
            ...toSecondary,
            edition: "2016-12",
            machines: { vm1: { protectableItemId: item("vm1") } },
          }),
      ),
    ).toEqual(["machines"]);
    expect(await wrong(() => new VmmCloudReplication("dr", { ...toSecondary, edition: "current" }))).toEqual([
      "edition",
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { said, stackLife, type StackLife } from "./stack-life";
import { expectRefused, numberOf } from "./twins";

const scenario = "azure-to-azure";
const coolAccountId =
  "/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg-source/providers/Microsoft.Storage/storageAccounts/stcool";

/** An account of somebody else's that replication cannot use. */
const coolAccount = {
  id: coolAccountId,
  location: "westeurope",
  kind: "BlobStorage",
  sku: { name: "Standard_LRS", tier: "Standard" },
  properties: {
    provisioningState: "Succeeded",
    accessTier: "Cool",
    minimumTlsVersion: "TLS1_2",
    supportsHttpsTrafficOnly: true,
  },
};

describe("the stack existing-everything", () => {
  let life: StackLife;
  let there: readonly string[];
  const live = (): readonly string[] =>
    life.simulator
      .liveResources()
      .map(({ id }) => id.toLowerCase())
      .sort();

  beforeAll(async () => {
    life = await stackLife("existing-everything", { resources: [coolAccount] });
    there = live();
  });
  afterAll(() => life[Symbol.asyncDispose]());

  it("adds mappings, a machine and a plan to what is there, and nothing else", async () => {
    await life.deploy();
    const types = life.made().map((id) => id.split("/").at(-2));
    expect(new Set(types)).toEqual(
      new Set([
        "replicationprotectioncontainermappings",
        "replicationnetworkmappings",
        "replicationprotecteditems",
        "replicationrecoveryplans",
      ]),
    );
    const { resources } = await stateOf(life);
    const read = resources.filter(({ external }) => external).map(({ type }) => type.split(":").at(-1));
    expect(read.sort()).toEqual([
      "ReplicationPolicy",
      "StorageAccount",
      "Vault",
      "VirtualNetwork",
      "VirtualNetwork",
    ]);
  });

  it("is refused with a network that is no network", async () => {
    const { recoveryNetworkId } = life.settings();
    await life.configure({ recoveryNetworkId: life.settings()["cacheStorageAccountId"] });
    const preview = await life.preview();
    expect(preview.code).not.toBe(0);
    expect(said(preview)).toMatch(
      /recovery\.networkId.*is not the id of a Microsoft\.Network\/virtualNetworks/s,
    );
    await life.configure({ recoveryNetworkId });
  });

  it("is refused by the policies with too large a group of machines", async () => {
    const { web1 } = life.settings()["machines"] as { readonly web1: object };
    const group = "multi-vm-group.max-machines";
    const machines = Array.from({ length: numberOf(group, scenario) + 1 }, (_, index) => [
      `twin${index}`,
      { ...web1, multiVmGroupName: "together" },
    ]);
    await expectRefused(life, "policies", { scenario }, [
      { rule: "multi-vm-group-size", limit: group, settings: { machines: Object.fromEntries(machines) } },
    ]);
  });

  it("is refused by its components with an existing account that replication cannot use", async () => {
    await expectRefused(life, "component", { scenario }, [
      {
        rule: "replication-storage-kind",
        limit: "azure-storage.access-tier.cool",
        settings: { cacheStorageAccountId: coolAccountId },
      },
    ]);
  });

  it("is destroyed down to what was there, and to nothing less", async () => {
    await life.destroy();
    expect(live()).toEqual(there);
  });
});

async function stateOf({ project }: StackLife): Promise<{
  readonly resources: readonly { readonly type: string; readonly external?: boolean }[];
}> {
  return { resources: await project.resources() };
}

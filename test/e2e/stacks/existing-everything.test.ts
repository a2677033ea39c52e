import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { said, stackLife, type StackLife } from "./stack-life";
import { expectRefused, keptTooLong, numberOf } from "./twins";

const scenario = "azure-to-azure";
const endless =
  "/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg-vault/providers/Microsoft.RecoveryServices/vaults/rsv-central/replicationPolicies/endless";

/** A policy of somebody else's that keeps recovery points a day longer than documented. */
const endlessPolicy = {
  id: endless,
  properties: {
    friendlyName: "endless",
    providerSpecificDetails: {
      instanceType: "A2A",
      recoveryPointHistory: keptTooLong(scenario).settings.policy.recoveryPointRetentionInMinutes,
      appConsistentFrequencyInMinutes: 240,
      crashConsistentFrequencyInMinutes: 5,
      multiVmSyncStatus: "Enabled",
    },
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
    life = await stackLife("existing-everything", { resources: [endlessPolicy] });
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

  it("is refused by the policies with too large a group, by an existing policy that keeps points too long", async () => {
    const { web1 } = life.settings()["machines"] as { readonly web1: object };
    const group = "multi-vm-group.max-machines";
    const machines = Array.from({ length: numberOf(group, scenario) + 1 }, (_, index) => [
      `twin${index}`,
      { ...web1, multiVmGroupName: "together" },
    ]);
    await expectRefused(life, "policies", { scenario }, [
      { rule: "multi-vm-group-size", limit: group, settings: { machines: Object.fromEntries(machines) } },
      { ...keptTooLong(scenario), settings: { policyId: endless } },
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

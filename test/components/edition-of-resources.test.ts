import { describe, expect, it } from "vitest";
import { AzureToAzureReplication, HypervSiteReplication, RecoveryPlans } from "../../components";
import { deployed } from "./deployed";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000001";
const group = `${subscription}/resourceGroups/rg/providers`;
const vaultId = `${group}/Microsoft.RecoveryServices/vaults/rsv`;
const policyId = `${vaultId}/replicationPolicies/gold`;
const containerId = `${vaultId}/replicationFabrics/site/replicationProtectionContainers/cloud`;
const recoveryResourceGroupId = `${subscription}/resourceGroups/recovery`;
const cacheStorageAccountId = `${group}/Microsoft.Storage/storageAccounts/cache`;

/** What is checked once more by the provider is checked by the component's edition there, too. */
describe("the edition of a component", () => {
  it("reaches machines from outside Azure", async () => {
    const { named } = await deployed(
      () =>
        new HypervSiteReplication("dr", {
          edition: "2016-12",
          vaultId,
          policyId,
          siteName: "site",
          hostsRegistered: true,
          recoveryResourceGroupId,
          machines: { db01: { protectableItemId: `${containerId}/replicationProtectableItems/db01` } },
        }),
      { state: { "dr-site": { containerIds: [containerId] } } },
    );
    expect(named("dr-db01").inputs).toMatchObject({ edition: "2016-12" });
  });

  it("reaches Azure machines, and is left out where it is not given", async () => {
    const machines = {
      web1: {
        virtualMachineId: `${group}/Microsoft.Compute/virtualMachines/web1`,
        disks: [`${group}/Microsoft.Compute/disks/web1`],
      },
    };
    const args = {
      vaultId,
      policyId,
      sourceLocation: "westeurope",
      recoveryLocation: "northeurope",
      recoveryResourceGroupId,
      cacheStorageAccountId,
      machines,
    };
    const said = await deployed(() => new AzureToAzureReplication("dr", { ...args, edition: "current" }));
    expect(said.named("dr-web1").inputs).toMatchObject({ edition: "current" });
    const silent = await deployed(() => new AzureToAzureReplication("dr", args));
    expect(silent.named("dr-web1").inputs).not.toHaveProperty("edition");
  });

  it("reaches recovery plans", async () => {
    const { named } = await deployed(
      () =>
        new RecoveryPlans("dr", {
          edition: "2019-05",
          scenario: "vmware-to-azure",
          vaultId,
          primaryFabricId: `${vaultId}/replicationFabrics/site`,
          protectedItemIds: { db01: `${containerId}/replicationProtectedItems/db01` },
          plans: { all: { groups: [{ machines: ["db01"] }] } },
        }),
    );
    expect(named("dr-all").inputs).toMatchObject({ edition: "2019-05" });
  });
});

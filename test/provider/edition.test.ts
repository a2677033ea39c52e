import { describe, expect, it } from "vitest";
import type { PropertyMap } from "../../plugin-protocol/property-value";
import { recoveryPlan } from "../../provider/recovery-plan/recovery-plan";
import { check } from "../../provider/replicated-machine/check";

const vault = "/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v";
const container = `${vault}/replicationFabrics/f/replicationProtectionContainers/c`;
const context = { urn: "u", name: "n", edition: "current", before: undefined };

describe("the edition of a resource of its own", () => {
  const machine: PropertyMap = {
    protectionContainerId: container,
    name: "vm1",
    policyId: `${vault}/replicationPolicies/p`,
    protectableItemId: `${container}/replicationProtectableItems/vm1`,
    inMageAzureV2: { targetAzureV2ResourceGroupId: "/subscriptions/s/resourceGroups/t" },
  };
  const items = Array.from({ length: 60 }, (_, index) => ({
    id: `${container}/replicationProtectedItems/vm${index}`,
  }));
  const plan: PropertyMap = {
    vaultId: vault,
    name: "plan",
    primaryFabricId: `${vault}/replicationFabrics/a`,
    recoveryFabricId: "Microsoft Azure",
    groups: [{ groupType: "Boot", replicationProtectedItems: items }],
  };

  it("is what a machine is checked against, else the provider's", () => {
    const refused = (inputs: PropertyMap) => check(inputs, context).problems.map(({ reason }) => reason);
    expect(refused(machine)).toEqual([expect.stringContaining("classic-provider-retired")]);
    expect(refused({ ...machine, edition: "2019-05" })).toEqual([]);
  });

  it("is what a plan is checked against, else the provider's", () => {
    const refused = (inputs: PropertyMap) =>
      recoveryPlan.check?.(inputs, context).problems.map(({ reason }) => reason);
    expect(refused(plan)).toEqual([]);
    expect(refused({ ...plan, edition: "2016-12" })).toEqual([
      expect.stringContaining("recovery-plan-max-machines"),
    ]);
  });

  it("is no change of a plan", async () => {
    const diff = await recoveryPlan.diff?.(
      {
        id: `${vault}/replicationRecoveryPlans/plan`,
        before: plan,
        state: plan,
        inputs: { ...plan, edition: "2019-05" },
      },
      undefined as never,
    );
    expect(diff?.changes.size).toBe(0);
    expect(diff?.replaces).toEqual([]);
  });
});

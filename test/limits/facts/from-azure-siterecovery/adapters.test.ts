import { describe, expect, it } from "vitest";
import {
  instanceTypeOfReplicatedMachine,
  protectedItemFromReplicatedMachine,
  recoveryPlanFromAzureSiteRecovery,
} from "../../../../limits/facts/from-azure-siterecovery";
import { protectedItemFromAzureNative } from "../../../../limits/facts/from-azure-native";

describe("a replicated machine of this package", () => {
  const details = {
    targetVmName: "db01",
    targetAvailabilityZone: "1",
    targetNetworkId: "/vnet",
    disksToInclude: [{ diskId: "d", logStorageAccountId: "/cache", diskType: "Premium_LRS" }],
  };

  it("has the facts of the same item of azure-native", () => {
    const own = protectedItemFromReplicatedMachine({ name: "item", policyId: "/p", inMageRcm: details });
    const native = protectedItemFromAzureNative({
      replicatedProtectedItemName: "item",
      properties: { policyId: "/p", providerSpecificDetails: { instanceType: "InMageRcm", ...details } },
    });
    expect(own).toEqual(native);
    expect(own.facts).toMatchObject({ name: "item", instanceType: "InMageRcm", availabilityZone: "1" });
  });

  it("is of the kind whose input is given", () => {
    expect(instanceTypeOfReplicatedMachine({ a2a: {} })).toBe("A2A");
    expect(instanceTypeOfReplicatedMachine({ hyperVReplicaAzure: {} })).toBe("HyperVReplicaAzure");
    expect(instanceTypeOfReplicatedMachine({ inMageAzureV2: Promise.resolve() })).toBe("InMageAzureV2");
    expect(instanceTypeOfReplicatedMachine({})).toBeUndefined();
    expect(instanceTypeOfReplicatedMachine({ a2a: {}, inMageRcm: {} })).toBeUndefined();
    expect(instanceTypeOfReplicatedMachine(undefined)).toBeUndefined();
  });

  it("keeps apart what is not known yet, what is of a wrong type, and what is not there", () => {
    const { facts, unknown, unreadable } = protectedItemFromReplicatedMachine({
      a2a: { recoveryAzureVMName: Promise.resolve(), recoveryAvailabilityZone: 1 },
    });
    expect(unknown).toEqual(["targetName"]);
    expect(unreadable).toEqual(["availabilityZone"]);
    expect(facts).toMatchObject({ networkId: null });
    expect(facts).not.toHaveProperty("availabilityZone");
  });
});

it("a recovery plan of this package has its groups beside its name", () => {
  expect(
    recoveryPlanFromAzureSiteRecovery({
      name: "plan",
      groups: [{ groupType: "Boot", replicationProtectedItems: [{ id: "/a" }, { id: Promise.resolve() }] }],
    }).facts,
  ).toMatchObject({ name: "plan", groups: [{ protectedItems: ["/a", "group 1, item 2"] }] });
});

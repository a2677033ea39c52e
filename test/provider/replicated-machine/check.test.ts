import { describe, expect, it } from "vitest";
import { unknown, type PropertyMap } from "../../../plugin-protocol/property-value";
import { check } from "../../../provider/replicated-machine/check";
import { checkShape } from "../../../provider/shape/check-shape";
import { replicatedMachine } from "../../../provider/replicated-machine/replicated-machine";

const vault = "/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v";
const compute = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute";
const common: PropertyMap = {
  protectionContainerId: `${vault}/replicationFabrics/f/replicationProtectionContainers/c`,
  name: "vm1",
  policyId: `${vault}/replicationPolicies/p`,
};
const a2a: PropertyMap = {
  fabricObjectId: `${compute}/virtualMachines/vm1`,
  recoveryContainerId: `${vault}/replicationFabrics/g/replicationProtectionContainers/d`,
  recoveryResourceGroupId: "/subscriptions/s/resourceGroups/t",
};
const hyperV: PropertyMap = { targetAzureV2ResourceGroupId: "/subscriptions/s/resourceGroups/t" };
const outcome = (inputs: PropertyMap, edition = "current") =>
  check(inputs, { urn: "urn", name: "vm1", edition, before: undefined });
const reasons = (inputs: PropertyMap, edition?: string) =>
  outcome(inputs, edition).problems.map(({ property, reason }) => `${property}: ${reason}`);

describe("checking a replicated machine", () => {
  it("finds nothing in what is right, also before it is all known", () => {
    expect(reasons({ ...common, a2a })).toEqual([]);
    expect(reasons({ ...common, a2a: unknown })).toEqual([]);
    expect(reasons({ ...common, a2a: { ...a2a, fabricObjectId: unknown, vmManagedDisks: unknown } })).toEqual(
      [],
    );
    expect(
      reasons({
        ...common,
        protectableItemId: unknown,
        hyperVReplicaAzure: { ...hyperV, vmNics: [unknown] },
      }),
    ).toEqual([]);
  });

  it("wants exactly one way of replicating", () => {
    expect(reasons(common)).toEqual([
      expect.stringMatching(/^: No way of replicating is given: give exactly one of a2a/),
    ]);
    expect(reasons({ ...common, a2a, hyperVReplicaAzure: hyperV })).toEqual([
      expect.stringMatching(/not a2a and hyperVReplicaAzure/),
    ]);
  });

  it("wants the machine where its way of replicating has it", () => {
    expect(reasons({ ...common, hyperVReplicaAzure: hyperV })).toEqual([
      expect.stringMatching(/^protectableItemId: protectableItemId is required with hyperVReplicaAzure/),
    ]);
    expect(reasons({ ...common, a2a, protectableItemId: `${vault}/x/y` })).toEqual([
      expect.stringMatching(/means nothing with a2a/),
    ]);
  });

  it("says where a disk comes twice, an address is none, a place is twofold", () => {
    const diskId = `${compute}/disks/d1`;
    expect(
      reasons({
        ...common,
        a2a: {
          ...a2a,
          recoveryAvailabilityZone: "1",
          recoveryAvailabilitySetId: `${compute}/availabilitySets/a`,
          vmManagedDisks: [{ diskId }, { diskId: diskId.toUpperCase() }],
          vmNics: [{ ipConfigs: [{ recoveryStaticIPAddress: "10.0.0.999" }, { tfoStaticIPAddress: "" }] }],
        },
      }),
    ).toEqual([
      expect.stringMatching(/^a2a\.recoveryAvailabilityZone: /),
      expect.stringMatching(/^a2a\.vmManagedDisks\[1\]\.diskId: .*listed twice/),
      expect.stringMatching(
        /^a2a\.vmNics\[0\]\.ipConfigs\[0\]\.recoveryStaticIPAddress: "10\.0\.0\.999" is no IPv4 address/,
      ),
    ]);
  });

  it("judges by the documented limits, with document and date", () => {
    const named = (targetAzureVmName: string) => ({
      ...common,
      protectableItemId: `${vault}/replicationFabrics/f/replicationProtectionContainers/c/replicationProtectableItems/i`,
      hyperVReplicaAzure: { ...hyperV, targetAzureVmName },
    });
    expect(reasons(named("fine"))).toEqual([]);
    const [reason] = reasons(named("no good!"));
    expect(reason).toMatch(/^hyperVReplicaAzure: .*cannot have the name no good!.*\d{4}-\d{2}-\d{2}/);
    // What is there already is told of, not held up.
    const inputs = named("no good!");
    const later = check(inputs, { urn: "urn", name: "vm1", edition: "current", before: inputs });
    expect(later.problems).toEqual([]);
    expect(later.warnings?.[0]).toMatch(/cannot have the name no good!/);
  });

  it("is done after the shape: unknown names and missing ones are told there", () => {
    const { problems } = checkShape(
      { ...common, a2a: { fabricObjectID: "x", recoveryResourceGroupId: "rg" } },
      replicatedMachine.inputs,
    );
    const text = problems.map(({ reason }) => reason).join("\n");
    expect(text).toMatch(/fabricObjectID is not known here\. Did you mean fabricObjectId\?/);
    expect(text).toMatch(/a2a\.recoveryContainerId is required/);
    expect(text).toMatch(/a2a\.recoveryResourceGroupId is "rg", which is no ARM id/);
  });
});

describe("a machine behind an appliance", () => {
  const offAzure = "/subscriptions/s/resourceGroups/g/providers/Microsoft.OffAzure";
  const rcm = (site: string, disks: readonly string[] = []): PropertyMap => ({
    ...common,
    inMageRcm: {
      fabricDiscoveryMachineId: `${offAzure}/${site}/s1/machines/m1`,
      processServerId: "p",
      targetResourceGroupId: "/subscriptions/s/resourceGroups/t",
      ...(disks.length === 0
        ? {}
        : {
            disksToInclude: disks.map((diskId) => ({
              diskId,
              logStorageAccountId:
                "/subscriptions/s/resourceGroups/t/providers/Microsoft.Storage/storageAccounts/a",
              diskType: "Premium_LRS",
            })),
          }),
    },
  });

  it.each([
    ["VMwareSites", "vmware-to-azure"],
    ["ServerSites", "physical-to-azure"],
  ])("of %s is judged as %s", (site, scenario) => {
    // The edition of 2019 knows no appliances, which its refusal says of the scenario by name.
    expect(outcome(rcm(site), "2019-05").warnings?.join(" ")).toContain(scenario);
  });

  it("is told of a disk that leaves the list, which goes on replicating", () => {
    const warnings = (before: PropertyMap, now: PropertyMap) =>
      check(now, { urn: "urn", name: "vm1", edition: "current", before }).warnings ?? [];
    const two = rcm("VMwareSites", ["disk-1", "disk-2"]);
    expect(warnings(two, rcm("VMwareSites", ["DISK-2"]))).toEqual([
      expect.stringMatching(/^The disk disk-1 leaves inMageRcm\.disksToInclude and replicates on/),
    ]);
    expect(warnings(two, two)).toEqual([]);
    expect(
      warnings(two, { ...two, inMageRcm: { ...(two["inMageRcm"] as PropertyMap), disksToInclude: unknown } }),
    ).toEqual([]);
    expect(warnings(rcm("VMwareSites", ["disk-1"]), two)).toEqual([]);
  });
});

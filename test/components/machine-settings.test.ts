import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AzureToAzureReplication, HypervSiteReplication, VmwareReplication } from "../../components";
import { deployed } from "./deployed";

interface Spec {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: Spec;
  readonly additionalProperties?: Spec;
  readonly enum?: readonly { readonly value: unknown }[];
  readonly properties?: Readonly<Record<string, Spec>>;
}

const schema = JSON.parse(readFileSync(join(__dirname, "../../provider/schema.json"), "utf8")) as {
  readonly types: Readonly<Record<string, Spec>>;
};

/** Every property of a type of the package schema, each with a value that tells where it came from. */
function everything(type: string): Record<string, unknown> {
  const { properties = {} } = schema.types[`azure-siterecovery:index:${type}`] ?? {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, spec]) => [name, sample(spec, `${type}.${name}`)]),
  );
}

function sample(spec: Spec, path: string): unknown {
  const reference = spec.$ref?.split(":").at(-1);
  if (reference !== undefined) return everything(reference);
  switch (spec.type) {
    case "array":
      return [sample(spec.items ?? {}, `${path}[]`)];
    case "object":
      return { key: sample(spec.additionalProperties ?? {}, `${path}.key`) };
    case "boolean":
      return true;
    case "number":
    case "integer":
      return path.length;
    default:
      return path;
  }
}

const group = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers";
const vaultId = `${group}/Microsoft.RecoveryServices/vaults/rsv`;
const fabricId = `${vaultId}/replicationFabrics/site`;
const containerId = `${fabricId}/replicationProtectionContainers/c`;
const required = { vaultId, policyId: `${vaultId}/replicationPolicies/gold` };
const options = {
  waitFor: "accepted",
  deletion: "purge",
  disableWhenFailedOver: true,
  reprotectWhenCommitted: true,
};

/** Settings that rules or the component itself speak of take values that stand. */
const plain = { licenseType: "NoLicenseType" };

describe("every setting of a machine reaches its resource", () => {
  it("from region to region", async () => {
    const { vmManagedDisks, fabricObjectId, recoveryContainerId, recoveryAvailabilityZone, ...settings } =
      everything("ReplicatedMachineA2A");
    expect(Object.keys(settings).length).toBeGreaterThan(10);
    const machine = {
      ...settings,
      ...options,
      checkEligibility: false,
      virtualMachineId: `${group}/Microsoft.Compute/virtualMachines/vm`,
      recoveryAzureVMName: "vm-dr",
      recoveryAvailabilityZone: "1",
      disks: vmManagedDisks as never,
    };
    const { named } = await deployed(
      () =>
        new AzureToAzureReplication("dr", {
          ...required,
          sourceLocation: "westeurope",
          recoveryLocation: "northeurope",
          machines: { vm: machine },
        }),
    );
    expect([fabricObjectId, recoveryContainerId, recoveryAvailabilityZone]).not.toContain(undefined);
    expect(named("dr-vm").inputs).toMatchObject({
      ...options,
      checkEligibility: false,
      a2a: { ...settings, recoveryAzureVMName: "vm-dr", recoveryAvailabilityZone: "1", vmManagedDisks },
    });
  });

  it.each([
    ["an appliance", "ReplicatedMachineInMageRcm", "inMageRcm", "current", "modernized"],
    ["a configuration server", "ReplicatedMachineInMageAzureV2", "inMageAzureV2", "2019-05", "classic"],
  ] as const)("behind %s", async (_what, type, nested, edition, experience) => {
    const { targetAvailabilityZone, targetAvailabilitySetId, ...settings } = everything(type);
    const machine = {
      ...settings,
      ...plain,
      ...options,
      targetVmName: "vm-dr",
      targetAzureVmName: "vm-dr",
      protectableItemId: `${containerId}/replicationProtectableItems/vm`,
    };
    const { named } = await deployed(
      () =>
        new VmwareReplication("dr", {
          ...required,
          edition,
          experience,
          fabricId,
          containerId,
          machines: { vm: machine as never },
        }),
    );
    expect([targetAvailabilityZone, targetAvailabilitySetId]).not.toContain(undefined);
    const { targetVmName: _modernized, targetAzureVmName: _classic, ...expected } = settings;
    expect(named("dr-vm").inputs).toMatchObject({ ...options, [nested]: { ...expected, ...plain } });
  });

  it("of a Hyper-V host", async () => {
    const { targetAvailabilityZone, targetAvailabilitySetId, ...settings } = everything(
      "ReplicatedMachineHyperVReplicaAzure",
    );
    const machine = {
      ...settings,
      ...plain,
      ...options,
      targetAzureVmName: "vm-dr",
      protectableItemId: `${containerId}/replicationProtectableItems/vm`,
    };
    const { named } = await deployed(
      () => new HypervSiteReplication("dr", { ...required, containerId, machines: { vm: machine } }),
    );
    expect([targetAvailabilityZone, targetAvailabilitySetId]).not.toContain(undefined);
    expect(named("dr-vm").inputs).toMatchObject({
      ...options,
      hyperVReplicaAzure: { ...settings, ...plain, targetAzureVmName: "vm-dr" },
    });
  });
});

import { passedOn, type InputRow } from "../row";
import { accountId, containerId, groupId, networkId, policyId, vaultId } from "./ids";
import { machineOptions } from "./machine-options";

export const machine = "ReplicatedMachine dr-one";
export const mapping = "ProtectionContainerMapping dr-mapping";

type Given = Readonly<Record<string, unknown>>;

/** How one way of replicating names what a component says for all machines. */
interface Naming {
  readonly resourceGroup: string;
  readonly network: string;
  readonly testNetwork: string;
  readonly cache: string;
  readonly diskType: string;
}

const protectable: Naming = {
  resourceGroup: "targetAzureV2ResourceGroupId",
  network: "targetAzureNetworkId",
  testNetwork: "selectedTfoAzureNetworkId",
  cache: "logStorageAccountId",
  diskType: "diskType",
};

const namings: Readonly<Record<string, Naming>> = {
  inMageRcm: {
    resourceGroup: "targetResourceGroupId",
    network: "targetNetworkId",
    testNetwork: "testNetworkId",
    cache: "disksDefault.logStorageAccountId",
    diskType: "disksDefault.diskType",
  },
  inMageAzureV2: protectable,
  hyperVReplicaAzure: protectable,
};

/** Arguments that machines of every way can be protected with. */
export const plain = {
  vaultId: vaultId("rsv"),
  policyId: policyId("gold"),
  recoveryResourceGroupId: groupId("recovery"),
  cacheStorageAccountId: accountId("cache"),
  diskType: "Standard_LRS",
} as const;

/** Rows of the arguments that stand in for those of machines. */
export function forAllMachines(way: string, given: Given = {}): readonly InputRow[] {
  const naming = namings[way];
  if (naming === undefined) throw new Error(`no naming of ${way}`);
  const to = (name: keyof Naming): string => `${machine}: ${way}.${naming[name]}`;
  return [
    { path: "recoveryResourceGroupId", value: groupId("other"), given, reaches: to("resourceGroup") },
    { path: "recoveryNetworkId", value: networkId("other"), given, reaches: to("network") },
    { path: "testFailoverNetworkId", value: networkId("test"), given, reaches: to("testNetwork") },
    { path: "cacheStorageAccountId", value: accountId("other"), given, reaches: to("cache") },
    { path: "diskType", value: "Premium_LRS", given, reaches: to("diskType") },
  ];
}

/** Rows of the plumbing that every component has. */
export function plumbing(fabric: string): readonly InputRow[] {
  return [
    { path: "vaultId", value: vaultId("other"), reaches: `${fabric}: vaultId` },
    {
      path: "policyId",
      value: policyId("other"),
      reaches: [`${mapping}: policyId`, `${machine}: policyId`],
    },
    {
      path: "containerId",
      value: containerId("other"),
      reaches: [`${mapping}: containerId`, `${machine}: protectionContainerId`],
    },
    { path: "mappingName", value: "other", reaches: `${mapping}: name` },
    { path: "plumbingOnly", value: true, disappearing: [machine] },
  ];
}

const key = "VaultRegistrationKey dr-registration-key";

/** Rows of the key that servers and hosts register with. @param given arguments with which there can be one. */
export function registrationKey(given: Given = {}): readonly InputRow[] {
  const issued = { ...given, "registrationKey.issue": true };
  return [
    { path: "registrationKey.issue", value: true, given, appearing: [key] },
    { path: "registrationKey.validityInHours", value: 24, given: issued, reaches: `${key}: validityInHours` },
    { path: "registrationKey.rotation", value: "other", given: issued, reaches: `${key}: rotation` },
  ];
}

/** Settings that exclude one another, or of which rules know the values. */
const judged: Readonly<Record<string, unknown>> = {
  targetVmName: "vm-other",
  targetAzureVmName: "vm-other",
  targetVmSize: "Standard_D4s_v5",
  licenseType: "WindowsServer",
};

/** Rows of everything that a machine of one way takes. */
export function ofMachines(
  component: string,
  prefix: string,
  way: string,
  more: readonly InputRow[],
  given: Given = {},
): readonly InputRow[] {
  const target = `${machine}: ${way}`;
  const named = [
    ...machineOptions(prefix, machine, given),
    ...more,
    {
      path: `${prefix}.targetAvailabilityZone`,
      value: "2",
      given,
      refusedAt: `machines.one.targetAvailabilityZone`,
    },
    ...Object.entries(judged).map(([name, value]) => ({
      path: `${prefix}.${name}`,
      value,
      given,
      reaches: `${target}.${name}`,
    })),
  ];
  const known = new Set(passedOn(component, prefix, target, []).map(({ path }) => path));
  return [
    ...named.filter(({ path }) => known.has(path)),
    ...passedOn(component, prefix, target, named, given),
  ];
}

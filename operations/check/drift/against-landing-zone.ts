import { known } from "../../../limits/facts/known";
import { normalizeRegion } from "../../../limits/facts/region";
import { replicationPolicyFromArm } from "../../../limits/facts/from-arm";
import { isExisting, type LandingZone, type LandingZoneMachine } from "../../../landing-zone/document";
import type { ReplicatedMachine } from "../../vault/item/replicated-machine";
import { elementsOf, valueOf } from "../../vault/part";
import type { CheckedVault } from "../checked-vault";
import { compareFacts, type Comparison } from "./compare-facts";
import type { DriftEntry, DriftReport } from "./drift-report";
import { serviceChanges } from "./service-changes";

/** What of a landing zone is missing in the vault, extra, or different. */
export function compareLandingZone(zone: LandingZone, against: string, vault: CheckedVault): DriftReport {
  const undecided: string[] = [];
  const parts: Comparison[] = [];
  const compare = (
    name: "protectedItems" | "recoveryPlans" | "policies" | "vault",
    by: () => Comparison,
  ): void => {
    const part = vault.snapshot[name];
    if (part.kind === "unknown") undecided.push(`${name} (needs ${part.action})`);
    else parts.push(by());
  };
  compare("vault", () => compareVault(zone, vault));
  compare("policies", () => comparePolicies(zone, vault));
  compare("protectedItems", () => compareMachines(zone, vault));
  compare("recoveryPlans", () => comparePlans(zone, vault));
  return {
    against,
    form: "landing-zone",
    compared: parts.reduce((sum, { compared }) => sum + compared, 0),
    entries: parts.flatMap(({ entries }) => entries),
    undecided,
  };
}

function compareVault(zone: LandingZone, { snapshot }: CheckedVault): Comparison {
  const resource = valueOf(snapshot.vault);
  const thing = { what: "vault", name: snapshot.vaultId.vaultName };
  if (isExisting(zone.vault)) return compareFacts(thing, { id: zone.vault.id }, { id: snapshot.id });
  const { name, location, sku, publicNetworkAccess, immutability } = zone.vault;
  return compareFacts(
    thing,
    known({
      name,
      location: normalizeRegion(location ?? zone.region),
      sku: sku?.name,
      publicNetworkAccess,
      immutability,
    }),
    known({
      name: snapshot.vaultId.vaultName,
      location: resource?.location === undefined ? undefined : normalizeRegion(resource.location),
      sku: resource?.sku?.name,
      publicNetworkAccess: resource?.properties?.publicNetworkAccess !== "Disabled",
      immutability: resource?.properties?.securitySettings?.immutabilitySettings?.state ?? "Disabled",
    }),
  );
}

function comparePolicies({ policies = [] }: LandingZone, { snapshot }: CheckedVault): Comparison {
  const live = new Map(
    (elementsOf(snapshot.policies) ?? []).map((policy) => [policy.name?.toLowerCase() ?? "", policy]),
  );
  return both(
    policies.map((policy): Comparison => {
      const thing = { what: "policy", name: policy.name };
      const name = isExisting(policy) ? (policy.id.split("/").at(-1) ?? "") : policy.name;
      const found = live.get(name.toLowerCase());
      if (found === undefined) return { compared: 1, entries: [{ kind: "missing", ...thing }] };
      if (isExisting(policy)) return { compared: 1, entries: [] };
      const { name: _name, ...planned } = policy;
      return compareFacts(thing, planned, replicationPolicyFromArm(found).facts);
    }),
  );
}

function compareMachines(zone: LandingZone, vault: CheckedVault): Comparison {
  const planned = new Map(
    Object.entries(zone.machines ?? {}).map(([key, machine]) => [
      (machine.sourceName ?? key).toLowerCase(),
      machine,
    ]),
  );
  const live = new Map(vault.machines.map((machine) => [machine.name.toLowerCase(), machine]));
  const entries: DriftEntry[] = [];
  const parts: Comparison[] = [];
  for (const [name, machine] of planned) {
    const found = live.get(name);
    if (found === undefined)
      entries.push({ kind: "missing", what: "machine", name: machine.sourceName ?? name });
    else parts.push(compareMachine(zone, machine, found, vault));
  }
  for (const [name, { name: shown }] of live) {
    if (!planned.has(name)) entries.push({ kind: "extra", what: "machine", name: shown });
  }
  return both([...parts, { compared: new Set([...planned.keys(), ...live.keys()]).size, entries }]);
}

function compareMachine(
  { networks }: LandingZone,
  machine: LandingZoneMachine,
  found: ReplicatedMachine,
  { policyById }: CheckedVault,
): Comparison {
  const recovery = networks?.recovery;
  const network =
    recovery === undefined ? undefined : isExisting(recovery) ? recovery.id.split("/").at(-1) : recovery.name;
  const policy = policyById.get(found.policyId?.toLowerCase() ?? "");
  return compareFacts(
    { what: "machine", name: found.name },
    known({
      targetName: machine.azureName,
      targetSize: machine.targetSize,
      policy: machine.policy,
      network,
      targetResourceGroupId: machine.recoveryResourceGroupId,
      licenseType: machine.licenseType,
      availabilityZone: machine.availabilityZone,
      availabilitySetId: machine.availabilitySetId,
      proximityPlacementGroupId: machine.proximityPlacementGroupId,
      multiVmGroup: machine.multiVmGroup,
      staticAddresses: listed(machine.nics?.map(({ staticIp }) => staticIp)),
      subnets: listed(machine.nics?.map(({ subnet }) => subnet)),
    }),
    {
      ...found,
      policy: policy?.name,
      network: found.targetNetworkId?.split("/").at(-1) ?? null,
      staticAddresses: listed(found.nics?.map(({ staticAddress }) => staticAddress)),
      subnets: listed(found.nics?.map(({ subnetName }) => subnetName)),
    },
    serviceChanges(found.instanceType),
  );
}

function comparePlans(zone: LandingZone, vault: CheckedVault): Comparison {
  const names = new Map(
    Object.entries(zone.machines ?? {}).map(([key, machine]) => [key, machine.sourceName ?? key]),
  );
  const live = new Map(
    vault.plans.map((plan) => [plan.plan.name?.toLowerCase() ?? plan.name.toLowerCase(), plan]),
  );
  const wanted = new Set<string>();
  const parts = (zone.recoveryPlans ?? []).map((plan): Comparison => {
    const thing = { what: "recovery plan", name: plan.name };
    const name = (isExisting(plan) ? (plan.id.split("/").at(-1) ?? "") : plan.name).toLowerCase();
    wanted.add(name);
    const found = live.get(name);
    if (found === undefined) return { compared: 1, entries: [{ kind: "missing", ...thing }] };
    if (isExisting(plan)) return { compared: 1, entries: [] };
    const members = plan.groups.flatMap(({ machines = [] }) => machines.map((key) => names.get(key) ?? key));
    return compareFacts(
      thing,
      { machines: listed(members) ?? [] },
      {
        machines:
          listed(found.itemIds.map((id) => vault.machineById.get(id)?.name ?? id.split("/").at(-1))) ?? [],
      },
    );
  });
  const extra = [...live].flatMap(([name, plan]): DriftEntry[] =>
    wanted.has(name) ? [] : [{ kind: "extra", what: "recovery plan", name: plan.name }],
  );
  return both([...parts, { compared: extra.length, entries: extra }]);
}

/** The words of a list in lower case; undefined where there are none to compare. */
function listed(words: readonly (string | undefined)[] | undefined): readonly string[] | undefined {
  const given = words?.flatMap((word) => word?.toLowerCase() ?? []);
  return given === undefined || given.length === 0 ? undefined : given;
}

export function both(parts: readonly Comparison[]): Comparison {
  return {
    compared: parts.reduce((sum, { compared }) => sum + compared, 0),
    entries: parts.flatMap(({ entries }) => entries),
  };
}

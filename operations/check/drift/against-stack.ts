import {
  protectedItemFromArm,
  recoveryPlanFromArm,
  replicationPolicyFromArm,
} from "../../../limits/facts/from-arm";
import {
  normalizeToken,
  protectedItemFromAzureNative,
  recoveryPlanFromAzureNative,
  replicationPolicyFromAzureNative,
} from "../../../limits/facts/from-azure-native";
import {
  protectedItemFromReplicatedMachine,
  recoveryPlanFromAzureSiteRecovery,
} from "../../../limits/facts/from-azure-siterecovery";
import { elementsOf } from "../../vault/part";
import type { VaultPartName } from "../../vault/snapshot";
import type { CheckedVault } from "../checked-vault";
import { both } from "./against-landing-zone";
import { compareFacts, type Comparison } from "./compare-facts";
import type { DriftEntry, DriftReport } from "./drift-report";
import { serviceChanges } from "./service-changes";

/** A resource of `pulumi stack export`. */
export interface StackResource {
  readonly type?: string;
  readonly urn?: string;
  readonly id?: string;
  readonly inputs?: unknown;
  readonly outputs?: unknown;
}

interface ComparedType {
  readonly what: string;
  readonly part: VaultPartName;
  /** Facts of what was deployed, and of what is there. */
  readonly planned?: (inputs: unknown) => object;
  readonly actual?: (resource: unknown) => object;
}

const item: Omit<ComparedType, "planned"> = {
  what: "machine",
  part: "protectedItems",
  actual: (resource) => protectedItemFromArm(resource).facts,
};
const plan: Omit<ComparedType, "planned"> = {
  what: "recovery plan",
  part: "recoveryPlans",
  actual: (resource) => planFacts(recoveryPlanFromArm(resource).facts),
};

/** Types that live in a vault, of azure-native and of this package. */
const types: Readonly<Record<string, ComparedType>> = {
  "azure-native:recoveryservices:ReplicationProtectedItem": {
    ...item,
    planned: (inputs) => protectedItemFromAzureNative(inputs).facts,
  },
  "azure-siterecovery:index:ReplicatedMachine": {
    ...item,
    planned: (inputs) => protectedItemFromReplicatedMachine(inputs).facts,
  },
  "azure-native:recoveryservices:ReplicationRecoveryPlan": {
    ...plan,
    planned: (inputs) => planFacts(recoveryPlanFromAzureNative(inputs).facts),
  },
  "azure-siterecovery:index:RecoveryPlan": {
    ...plan,
    planned: (inputs) => planFacts(recoveryPlanFromAzureSiteRecovery(inputs).facts),
  },
  "azure-native:recoveryservices:ReplicationPolicy": {
    what: "policy",
    part: "policies",
    planned: (inputs) => replicationPolicyFromAzureNative(inputs).facts,
    actual: (resource) => replicationPolicyFromArm(resource).facts,
  },
  "azure-native:recoveryservices:ReplicationFabric": { what: "fabric", part: "fabrics" },
  "azure-native:recoveryservices:ReplicationProtectionContainerMapping": {
    what: "container mapping",
    part: "containerMappings",
  },
  "azure-native:recoveryservices:ReplicationNetworkMapping": {
    what: "network mapping",
    part: "networkMappings",
  },
};

/** Facts that name the thing itself: the id has compared them already. */
const naming: ReadonlySet<string> = new Set(["name", "id"]);

/** What of a stack's state is missing in the vault or different; what no stack made is extra. */
export function compareStack(
  resources: readonly StackResource[],
  against: string,
  { snapshot }: CheckedVault,
): DriftReport {
  const undecided = new Set<string>();
  const parts: Comparison[] = [];
  const seen = new Map<VaultPartName, Set<string>>();
  for (const resource of resources) {
    const type = types[normalizeToken(resource.type ?? "")];
    const id = resource.id?.toLowerCase();
    if (type === undefined || id === undefined || !id.startsWith(snapshot.id.toLowerCase())) continue;
    const part = snapshot[type.part];
    if (part.kind === "unknown") {
      undecided.add(`${type.part} (needs ${part.action})`);
      continue;
    }
    (seen.get(type.part) ?? seen.set(type.part, new Set()).get(type.part))?.add(id);
    parts.push(compareResource(resource, type, listOf(snapshot, type.part).get(id)));
  }
  // Only of kinds that the stack makes at all: a stack of policies does not miss machines.
  const extra = [...seen].flatMap(([name, ids]): DriftEntry[] =>
    [...listOf(snapshot, name)].flatMap(([id, live]): DriftEntry[] =>
      ids.has(id) ? [] : [{ kind: "extra", what: whatOf(name), name: nameOf(live, id) }],
    ),
  );
  const whole = both([...parts, { compared: extra.length, entries: extra }]);
  return { against, form: "stack", ...whole, undecided: [...undecided] };
}

function compareResource(
  resource: StackResource,
  { what, planned, actual }: ComparedType,
  live: unknown,
): Comparison {
  const name = live === undefined ? (resource.id?.split("/").at(-1) ?? "") : nameOf(live, resource.id ?? "");
  if (live === undefined) return { compared: 1, entries: [{ kind: "missing", what, name }] };
  if (planned === undefined || actual === undefined) return { compared: 1, entries: [] };
  const wanted = Object.fromEntries(
    Object.entries(planned(resource.inputs)).filter(([key]) => !naming.has(key)),
  );
  const instanceType = (wanted as { readonly instanceType?: string }).instanceType;
  return compareFacts({ what, name }, wanted, actual(live), serviceChanges(instanceType));
}

type Listed = ReadonlyMap<string, unknown>;

function listOf(snapshot: CheckedVault["snapshot"], name: VaultPartName): Listed {
  const part = snapshot[name];
  const list =
    part.kind === "read" && Array.isArray(part.value)
      ? (part as { readonly kind: "read"; readonly value: readonly { readonly id?: string }[] })
      : undefined;
  return new Map(
    (list === undefined ? [] : (elementsOf(list) ?? [])).map((each) => [each.id?.toLowerCase() ?? "", each]),
  );
}

function whatOf(name: VaultPartName): string {
  return Object.values(types).find(({ part }) => part === name)?.what ?? name;
}

function nameOf(live: unknown, id: string): string {
  const { name, properties } = live as {
    readonly name?: string;
    readonly properties?: { readonly friendlyName?: string };
  };
  return properties?.friendlyName ?? name ?? id.split("/").at(-1) ?? id;
}

function planFacts({
  groups = [],
}: {
  readonly groups?: readonly { readonly protectedItems?: readonly string[] }[];
}): object {
  return {
    machines: groups.flatMap(({ protectedItems = [] }) => protectedItems.map((id) => id.toLowerCase())),
  };
}

import type { Policy, RecoveryPlan } from "@azure/arm-recoveryservices-siterecovery";
import type { ReplicatedMachine } from "../vault/item/replicated-machine";
import { readItem } from "../vault/item/read-item";
import { elementsOf } from "../vault/part";
import type { VaultSnapshot } from "../vault/snapshot";
import type { Surroundings } from "../vault/surroundings";
import type { CheckSubject } from "./live-check";
import type { CheckThresholds } from "./thresholds";

/** A vault as checks see it: the snapshot, and what follows from it once for all of them. */
export interface CheckedVault {
  readonly snapshot: VaultSnapshot;
  readonly surroundings: Surroundings;
  readonly thresholds: CheckThresholds;
  /** When the vault was read: ages are counted from here. */
  readonly now: Date;
  /** Empty where the items could not be read: `needs` keeps checks from taking that for none. */
  readonly machines: readonly ReplicatedMachine[];
  readonly machineById: ReadonlyMap<string, ReplicatedMachine>;
  readonly plans: readonly LivePlan[];
  readonly policyById: ReadonlyMap<string, Policy>;
}

export interface LivePlan {
  readonly id: string;
  readonly name: string;
  readonly plan: RecoveryPlan;
  /** Ids of its items in the order of its groups, in lower case, each once. */
  readonly itemIds: readonly string[];
}

export function checkedVault(
  snapshot: VaultSnapshot,
  surroundings: Surroundings,
  thresholds: CheckThresholds,
): CheckedVault {
  const machines = machinesOf(snapshot);
  return {
    snapshot,
    surroundings,
    thresholds,
    now: new Date(snapshot.readAt),
    machines,
    machineById: new Map(machines.map((machine) => [machine.id.toLowerCase(), machine])),
    plans: (elementsOf(snapshot.recoveryPlans) ?? []).map(livePlan),
    policyById: new Map(
      (elementsOf(snapshot.policies) ?? []).map((policy) => [policy.id?.toLowerCase() ?? "", policy]),
    ),
  };
}

/** The items of a snapshot; none where they could not be read. */
export function machinesOf(snapshot: VaultSnapshot): readonly ReplicatedMachine[] {
  const vmmFabrics = new Set(
    (elementsOf(snapshot.fabrics) ?? [])
      .filter((fabric) => fabric.properties?.customDetails?.instanceType === "VMM")
      .map((fabric) => fabric.name?.toLowerCase() ?? ""),
  );
  return (elementsOf(snapshot.protectedItems) ?? []).map((item) => readItem(item, { vmmFabrics }));
}

function livePlan(plan: RecoveryPlan): LivePlan {
  const ids = (plan.properties?.groups ?? []).flatMap((group) =>
    (group.replicationProtectedItems ?? []).flatMap(({ id }) => (id ? [id.toLowerCase()] : [])),
  );
  return {
    id: plan.id ?? "",
    name: plan.properties?.friendlyName ?? plan.name ?? "",
    plan,
    itemIds: [...new Set(ids)],
  };
}

export function machineSubject({ name, id }: ReplicatedMachine): CheckSubject {
  return { kind: "machine", name, id };
}

export function planSubject({ name, id }: LivePlan): CheckSubject {
  return { kind: "recovery-plan", name, id };
}

export function vaultSubject({ snapshot }: CheckedVault): CheckSubject {
  return { kind: "vault", name: snapshot.vaultId.vaultName, id: snapshot.id };
}

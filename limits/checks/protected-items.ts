import type { Deployment, ProtectedDisk, ProtectedItem, RecoveryPlan } from "../facts/azure";
import { knownObjects, knownString, knownStrings } from "../facts/known";

export type KnownItem = Partial<ProtectedItem>;

export function itemsOf(deployment: Deployment): readonly KnownItem[] | undefined {
  return knownObjects(deployment.protectedItems);
}

export function disksOf(item: KnownItem): readonly Partial<ProtectedDisk>[] | undefined {
  return knownObjects(item.disks);
}

/** How findings name a replicated machine. */
export function itemName(item: KnownItem, index?: number): string {
  const name = knownString(item.targetName) ?? knownString(item.name) ?? knownString(item.id);
  if (name !== undefined) return `machine ${name}`;
  return index === undefined ? "machine" : `machine ${index + 1}`;
}

/** Which machines a recovery plan holds, and whether some of its entries belong to none of the machines known. */
export interface PlanMembers {
  readonly name: string;
  readonly members: ReadonlySet<KnownItem>;
  readonly someUnknown: boolean;
}

/** The recovery plans of a deployment with their machines; undefined where plans are not known. */
export function plansOf(deployment: Deployment): readonly PlanMembers[] | undefined {
  const plans = knownObjects<RecoveryPlan>(deployment.recoveryPlans);
  if (plans === undefined) return undefined;
  const byKey = new Map<string, KnownItem>();
  for (const item of itemsOf(deployment) ?? []) {
    for (const key of [knownString(item.id), knownString(item.name)]) {
      if (key !== undefined) byKey.set(key.toLowerCase(), item);
    }
  }
  return plans.map((plan, index) => {
    const entries = knownObjects(plan.groups)?.map((group) => knownStrings(group.protectedItems));
    const members = new Set<KnownItem>();
    let someUnknown = entries === undefined || entries.includes(undefined);
    for (const entry of entries?.flatMap((list) => list ?? []) ?? []) {
      const item = byKey.get(entry.toLowerCase());
      if (item === undefined) someUnknown = true;
      else members.add(item);
    }
    return { name: knownString(plan.name) ?? `recovery plan ${index + 1}`, members, someUnknown };
  });
}

/** The multi-VM consistency groups and their members; undefined where a machine's group is not known. */
export function multiVmGroups(
  deployment: Deployment,
): { readonly groups: ReadonlyMap<string, readonly KnownItem[]>; readonly someUnknown: boolean } | undefined {
  const items = itemsOf(deployment);
  if (items === undefined) return undefined;
  const groups = new Map<string, KnownItem[]>();
  let someUnknown = false;
  for (const item of items) {
    if (item.multiVmGroup === null) continue;
    const name = knownString(item.multiVmGroup);
    if (name === undefined) someUnknown = true;
    else groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return { groups, someUnknown };
}

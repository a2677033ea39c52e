import type { Cloud } from "../cloud";
import { objectAt, stringAt } from "../json";
import type { SeededRecoveryPlan } from "../seed-states";
import { happened, minutesOfADay, timeBefore } from "./past";
import { seededItem } from "./seeded-item";

/**
 * A recovery plan with its times. Its fabrics are those of its items, unless it names them.
 *
 * @throws Error for an item that is not there, or without fabric of its own that more than one fabric has.
 */
export function plantRecoveryPlan(cloud: Cloud, plan: SeededRecoveryPlan): void {
  const id = `${plan.vaultId}/replicationRecoveryPlans/${plan.name}`;
  const fabric = (name: string) => `${plan.vaultId}/replicationFabrics/${name}`;
  const what = `the recovery plan '${plan.name}'`;
  const below = plan.primaryFabric === undefined ? undefined : fabric(plan.primaryFabric);
  const groups = plan.groups.map((group) => ({
    ...group,
    items: group.items.map((name) => seededItem(cloud, plan.vaultId, name, what, below)),
  }));
  const first = groups.flatMap((group) => group.items)[0];
  const primaryFabricId = below ?? first?.id.replace(/\/replicationProtectionContainers\/.*$/i, "");
  if (primaryFabricId === undefined) {
    throw new Error(
      `The seed's recovery plan '${plan.name}' has no items: list some, or name its primaryFabric.`,
    );
  }
  const itsRecovery = stringAt(objectAt(first?.envelope, "properties"), "recoveryFabricId");
  const properties = {
    primaryFabricId,
    recoveryFabricId:
      plan.recoveryFabric === undefined ? (itsRecovery ?? "Microsoft Azure") : fabric(plan.recoveryFabric),
    failoverDeploymentModel: "ResourceManager",
    groups: groups.map((group) => ({
      groupType: "Boot",
      replicationProtectedItems: group.items.map((item) => ({ id: item.id })),
      startGroupActions: group.startActions ?? [],
      endGroupActions: group.endActions ?? [],
    })),
  };
  happened(cloud, "put", id, { properties }, cloud.clock.now());
  const planted = cloud.store.get(id);
  if (!planted) return;
  const time = (name: string, daysAgo: number | undefined) =>
    daysAgo === undefined ? {} : { [name]: timeBefore(cloud, daysAgo * minutesOfADay) };
  cloud.store.put(
    cloud.revise(planted, {
      properties: {
        ...objectAt(planted.envelope, "properties"),
        ...time("lastTestFailoverTime", plan.lastTestFailoverDaysAgo),
        ...time("lastUnplannedFailoverTime", plan.lastFailoverDaysAgo),
      },
    }),
  );
}

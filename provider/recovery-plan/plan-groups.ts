import type { RecoveryPlanAction, RecoveryPlanGroup } from "@azure/arm-recoveryservices-siterecovery";
import {
  isPropertyList,
  isPropertyMap,
  stringOf,
  withoutSecrets,
  type PropertyMap,
  type PropertyValue,
} from "../../plugin-protocol/property-value";
import { definedOnly, requiredText } from "../input-values";

/** Groups as the service takes them. */
export function sentGroups(groups: PropertyValue | undefined): RecoveryPlanGroup[] {
  return objects(groups).map((group) => ({
    groupType: stringOf(group["groupType"]) ?? "",
    replicationProtectedItems: objects(group["replicationProtectedItems"]).map((item) => ({
      id: requiredText(item, "id"),
    })),
    startGroupActions: objects(group["startGroupActions"]).map(sentAction),
    endGroupActions: objects(group["endGroupActions"]).map(sentAction),
  }));
}

function sentAction(action: PropertyMap): RecoveryPlanAction {
  // Names and values are the service's own; the check of shape has seen that they are there.
  return action as unknown as RecoveryPlanAction;
}

/**
 * Groups as inputs. The shutdown and failover groups that the service adds are left out while they are empty and the
 * program has none of that type.
 */
export function readGroups(
  groups: readonly RecoveryPlanGroup[],
  given: PropertyValue | undefined,
): readonly PropertyMap[] {
  const givenTypes = objects(given).map((group) => stringOf(group["groupType"]));
  return groups
    .map((group) => ({ group, read: readGroup(group) }))
    .filter(
      ({ group, read }) =>
        group.groupType === "Boot" || givenTypes.includes(group.groupType) || Object.keys(read).length > 1,
    )
    .map(({ read }) => read);
}

function readGroup(group: RecoveryPlanGroup): PropertyMap {
  const items = (group.replicationProtectedItems ?? []).flatMap(({ id }) =>
    id === undefined ? [] : [{ id }],
  );
  return definedOnly({
    groupType: group.groupType,
    replicationProtectedItems: unlessEmpty(items),
    startGroupActions: unlessEmpty((group.startGroupActions ?? []).map(readAction)),
    endGroupActions: unlessEmpty((group.endGroupActions ?? []).map(readAction)),
  });
}

function readAction(action: RecoveryPlanAction): PropertyMap {
  const { actionName, failoverTypes, failoverDirections, customDetails } = action;
  return { actionName, failoverTypes, failoverDirections, customDetails: definedOnly({ ...customDetails }) };
}

/** Whether groups mean the same: order of machines, failover types and directions aside, ids without case. */
export function sameGroups(left: PropertyValue | undefined, right: PropertyValue | undefined): boolean {
  return JSON.stringify(canonical(left)) === JSON.stringify(canonical(right));
}

const sets: readonly string[] = ["replicationProtectedItems", "failoverTypes", "failoverDirections"];

function canonical(value: PropertyValue | undefined, name = ""): unknown {
  const open = value === undefined ? undefined : withoutSecrets(value);
  if (isPropertyList(open)) {
    const items = open.map((item) => canonical(item));
    return sets.includes(name) ? items.map((item) => JSON.stringify(item)).sort() : items;
  }
  if (isPropertyMap(open)) {
    const entries = Object.entries(open).filter(([, item]) => !isPropertyList(item) || item.length > 0);
    return Object.fromEntries(
      entries.map(([key, item]) => [key, canonical(item, key)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }
  return typeof open === "string" && open.startsWith("/") ? open.toLowerCase() : open;
}

function objects(value: PropertyValue | undefined): readonly PropertyMap[] {
  const open = value === undefined ? undefined : withoutSecrets(value);
  return isPropertyList(open) ? open.filter(isPropertyMap) : [];
}

function unlessEmpty<Item extends PropertyValue>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

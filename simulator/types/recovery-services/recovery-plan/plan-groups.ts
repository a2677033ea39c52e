import { parseResourceId } from "../../../arm/resource-id";
import type { Cloud } from "../../../cloud";
import { stableGuid } from "../../../guid";
import { objectsAt, stringAt, type JsonObject } from "../../../json";
import type { StoredResource } from "../../../store/resource";
import { refused } from "../site-recovery-error";
import { siteRecoveryId } from "../site-recovery-id";
import { protectedItemType } from "../type-names";

const groupTypes = ["Shutdown", "Failover", "Boot"];

/**
 * The groups of a plan as they read back. Recorded: a plan sent with boot groups alone gets a shutdown and a failover
 * group before them, and `virtualMachineId` becomes an id of the service's own.
 *
 * @throws ArmError 400 for groups of unknown type, items that are not there or come twice, actions without a name.
 */
export function planGroups(cloud: Cloud, given: readonly JsonObject[]): readonly JsonObject[] {
  const seen = new Set<string>();
  const groups = given.map((group) => {
    const groupType = stringAt(group, "groupType") ?? "";
    if (!groupTypes.includes(groupType)) {
      throw refused(
        "InvalidParameter",
        `The group type '${groupType}' is not known. The types are ${groupTypes.join(", ")}.`,
      );
    }
    return {
      groupType,
      replicationProtectedItems: objectsAt(group, "replicationProtectedItems").map((item) =>
        groupItem(cloud, item, seen),
      ),
      startGroupActions: actionsOf(group, "startGroupActions"),
      endGroupActions: actionsOf(group, "endGroupActions"),
    };
  });
  if (!groups.some(({ groupType }) => groupType === "Boot")) {
    throw refused("InvalidParameter", "A recovery plan needs a group of the type 'Boot'.");
  }
  const missing = groupTypes
    .slice(0, 2)
    .filter((type) => !groups.some(({ groupType }) => groupType === type))
    .map((groupType) => ({
      groupType,
      replicationProtectedItems: [],
      startGroupActions: [],
      endGroupActions: [],
    }));
  const rank = (group: { readonly groupType: string }) => groupTypes.indexOf(group.groupType);
  // Boot groups keep their order: sorting is stable.
  return [...missing, ...groups].sort((left, right) => rank(left) - rank(right));
}

/** The items of a plan that are still there, group by group. */
export function itemsOf(cloud: Cloud, groups: readonly JsonObject[]): readonly (readonly StoredResource[])[] {
  return groups.map((group) =>
    objectsAt(group, "replicationProtectedItems").flatMap((each) => {
      const item = cloud.store.get(stringAt(each, "id") ?? "");
      return item ? [item] : [];
    }),
  );
}

function groupItem(cloud: Cloud, given: JsonObject, seen: Set<string>): JsonObject {
  const id = stringAt(given, "id") ?? "";
  const parsed = parseResourceId(id);
  const item = parsed && cloud.store.get(id);
  if (item?.type !== protectedItemType) {
    throw refused(
      "InvalidParameter",
      `The recovery plan names a protected item that does not exist: '${id}'.`,
    );
  }
  if (seen.has(item.id.toLowerCase())) {
    throw refused("InvalidParameter", `The protected item '${item.name}' is in the recovery plan twice.`);
  }
  seen.add(item.id.toLowerCase());
  return { id: siteRecoveryId(item.id), virtualMachineId: stableGuid(`vm ${item.id.toLowerCase()}`) };
}

function actionsOf(group: JsonObject, name: string): readonly JsonObject[] {
  const actions = objectsAt(group, name);
  const nameless = actions.find((action) => stringAt(action, "actionName") === undefined);
  if (!nameless) return actions;
  throw refused("InvalidParameter", `An action in '${name}' lacks the required 'actionName'.`);
}

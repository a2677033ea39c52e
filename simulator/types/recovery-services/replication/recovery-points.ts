import { parseResourceId, type ResourceId } from "../../../arm/resource-id";
import { azureTimestamp } from "../../../clock";
import type { Cloud } from "../../../cloud";
import { stableGuid } from "../../../guid";
import { objectAt, stringAt } from "../../../json";
import type { StoredResource } from "../../../store/resource";
import type { ResourceType } from "../../resource-type";
import { absentEntity, siteRecoveryView } from "../site-recovery-entity";
import { refused } from "../site-recovery-error";
import { siteRecoveryId } from "../site-recovery-id";
import { recoveryPointType } from "../type-names";
import { stateOf } from "./item-state";

/** Recovery points arise every five minutes; the last twelve can be had. */
const secondsBetween = 300;
const kept = 12;

/** Recovery points of an item. */
export const recoveryPoint: ResourceType = {
  type: recoveryPointType,
  modelled:
    "one every five simulated minutes of protection, the last twelve; consistent for applications as often as the policy says; read-only",
  history: true,
  listShowsNullNextLink: true,
  view: siteRecoveryView,
  list: ({ parentId }, cloud) => {
    const item = parentId === undefined ? undefined : cloud.store.get(parentId);
    return item && recoveryPointsOf(cloud, item);
  },
  implicit: (id, cloud) => {
    const item = cloud.store.get(id.parentId ?? "");
    return item && pointsInTime(cloud, item).find((point) => point.name === id.name.toLowerCase());
  },
  absent: absentEntity("RecoveryPoint"),
};

/** Those that can be failed over to, oldest first. */
export function recoveryPointsOf(cloud: Cloud, item: StoredResource): readonly StoredResource[] {
  const points = pointsInTime(cloud, item);
  const names = new Set(points.map((point) => point.name));
  const stored = cloud.store.owned(item.id, recoveryPointType).filter((point) => !names.has(point.name));
  return [...stored.filter((point) => point.hidden?.["implicit"] !== true), ...points];
}

/**
 * The id of the point a failover goes to: the one asked for, or the latest.
 *
 * @throws ArmError 400 for a point the item does not have.
 */
export function chosenPoint(cloud: Cloud, item: StoredResource, asked: string | undefined): string | null {
  const points = recoveryPointsOf(cloud, item);
  const latest = points.at(-1);
  if (asked === undefined || !asked.includes("/")) return latest ? siteRecoveryId(latest.id) : null;
  const found = points.find((point) => point.id.toLowerCase() === asked.toLowerCase());
  if (found) return siteRecoveryId(found.id);
  throw refused(
    "RecoveryPointNotFound",
    `The protected item '${item.name}' has no recovery point '${asked}'.`,
  );
}

function pointsInTime(cloud: Cloud, item: StoredResource): readonly StoredResource[] {
  const properties = objectAt(item.envelope, "properties");
  const since = stringAt(item.hidden, "protectedSince");
  if (since === undefined) return [];
  const state = stateOf(properties);
  // After a failover no more arise: the last is the one before it.
  const now = state === "protected" ? cloud.clock.now().toISOString() : item.changedAt;
  // Where replication has come to a stop, the last is the one before that.
  const stopped = stringAt(item.hidden, "pointsUntil");
  const until = stopped !== undefined && stopped < now ? stopped : now;
  const last = Math.floor((Date.parse(until) - Date.parse(since)) / 1000 / secondsBetween);
  const first = Math.max(0, last - kept + 1);
  const everyNth = appConsistentEvery(cloud, item);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const number = first + index;
    const time = new Date(Date.parse(since) + number * secondsBetween * 1000);
    // The first one is what the first replication left.
    const isAppConsistent = everyNth > 0 && number > 0 && number % everyNth === 0;
    return pointRecord(cloud, item, time, isAppConsistent ? "ApplicationConsistent" : "CrashConsistent");
  });
}

/** Every how many points one is consistent for applications, by the item's policy; 0: none is. */
function appConsistentEvery(cloud: Cloud, item: StoredResource): number {
  const policyId = stringAt(objectAt(item.envelope, "properties"), "policyId");
  const policy = policyId === undefined ? undefined : cloud.store.get(policyId);
  const details = objectAt(objectAt(policy?.envelope, "properties"), "providerSpecificDetails");
  const minutes = Number(
    details["appConsistentFrequencyInMinutes"] ??
      Number(details["applicationConsistentSnapshotFrequencyInHours"] ?? 0) * 60,
  );
  return Math.ceil((minutes * 60) / secondsBetween);
}

function pointRecord(cloud: Cloud, item: StoredResource, time: Date, type: string): StoredResource {
  const details = objectAt(objectAt(item.envelope, "properties"), "providerSpecificDetails");
  const name = stableGuid(`point ${stringAt(item.hidden, "machineId") ?? item.id} ${time.toISOString()}`);
  // An item's id and a GUID make a resource id.
  const id = parseResourceId(`${item.id}/recoveryPoints/${name}`) as ResourceId;
  const instanceType = details["instanceType"];
  return cloud.record(id, recoveryPointType, {
    properties: {
      recoveryPointTime: azureTimestamp(time),
      recoveryPointType: type,
      providerSpecificDetails:
        instanceType === "A2A"
          ? { instanceType, recoveryPointSyncType: "PerVmRecoveryPoint", disks: [] }
          : { instanceType },
    },
  });
}

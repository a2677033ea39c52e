import { azureTimestamp } from "../../../clock";
import type { Cloud } from "../../../cloud";
import { isObject, objectAt, stringAt, type JsonObject } from "../../../json";
import { styleOf } from "../../../operations/polling-style";
import type { StoredResource } from "../../../store/resource";
import { siteRecoveryView } from "../site-recovery-entity";
import { withAttachedDisks } from "./attached-disks";
import { stateOf } from "./item-state";

/** Heartbeats and recovery points follow each other at this distance. Documented for crash-consistent points. */
const secondsBetween = 300;

/** An item as a GET shows it: what is stored, with what time alone changes. */
export function liveItem(item: StoredResource, cloud: Cloud): JsonObject {
  const shown = siteRecoveryView(item);
  const properties = objectAt(item.envelope, "properties");
  if (!isObject(properties["providerSpecificDetails"])) return shown;
  const stored = properties["providerSpecificDetails"];
  const now = liveDetails(item, cloud, properties, withAttachedDisks(cloud, item, stored));
  return now === stored ? shown : { ...shown, properties: { ...properties, providerSpecificDetails: now } };
}

function liveDetails(
  item: StoredResource,
  cloud: Cloud,
  properties: JsonObject,
  details: JsonObject,
): JsonObject {
  switch (stateOf(properties)) {
    case "protected":
      return beating(item, cloud, details);
    case "replicating":
    case "waiting-for-recovery-point":
      return copying(item, cloud, details);
    default:
      return details;
  }
}

/** Values of an item that replicates well. What a seed has set stays as it was set. */
function beating(item: StoredResource, cloud: Cloud, details: JsonObject): JsonObject {
  const since = stringAt(item.hidden, "protectedSince");
  if (since === undefined) return details;
  const elapsed = (cloud.clock.now().getTime() - Date.parse(since)) / 1000;
  const beats = Math.floor(elapsed / secondsBetween);
  if (beats < 1) return details;
  const at = azureTimestamp(new Date(Date.parse(since) + beats * secondsBetween * 1000));
  // A little more, a little less: the point goes through 61 values before it repeats.
  const rpo = (value: unknown) => Number(value ?? 60) + ((beats * 37) % 61) - 30;
  const fresh: JsonObject = {
    ...present(
      details,
      ["lastHeartbeat", "lastRpoCalculatedTime", "lastRecoveryPointReceived", "lastReplicatedTime"],
      () => at,
    ),
    ...present(details, ["rpoInSeconds", "lastRpoInSeconds"], rpo),
    ...(isObject(details["mobilityAgentDetails"])
      ? { mobilityAgentDetails: { ...details["mobilityAgentDetails"], lastHeartbeatUtc: at } }
      : {}),
  };
  const pinned = item.hidden?.["pinned"];
  const kept = Array.isArray(pinned) ? pinned.map(String) : [];
  return {
    ...details,
    ...Object.fromEntries(Object.entries(fresh).filter(([name]) => !kept.includes(name))),
  };
}

function present(
  details: JsonObject,
  names: readonly string[],
  next: (value: unknown) => unknown,
): JsonObject {
  return Object.fromEntries(
    names
      .filter((name) => name in details && details[name] !== null)
      .map((name) => [name, next(details[name])]),
  );
}

/** How far the first replication has come, where anything goes on at all. */
function copying(item: StoredResource, cloud: Cloud, details: JsonObject): JsonObject {
  const running = cloud.operations.runningOn(item.id).find((operation) => styleOf(operation).isUnattended);
  if (!running) return details;
  const start = Date.parse(running.startedAt);
  const whole = Math.max(1, Date.parse(running.endsAt) - start);
  const percent = Math.min(
    99,
    Math.max(0, Math.floor(((cloud.clock.now().getTime() - start) / whole) * 100)),
  );
  if (percent === 0) return details;
  const initial = details["initialReplicationDetails"];
  return {
    ...details,
    ...present(
      details,
      ["monitoringPercentageCompletion", "initialReplicationProgressPercentage", "resyncProgressPercentage"],
      () => percent,
    ),
    ...(isObject(initial)
      ? { initialReplicationDetails: { ...initial, initialReplicationProgressPercentage: String(percent) } }
      : {}),
  };
}

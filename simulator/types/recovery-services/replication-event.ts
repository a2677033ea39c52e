import { parseResourceId } from "../../arm/resource-id";
import { azureTimestamp } from "../../clock";
import type { Cloud } from "../../cloud";
import { newGuid, stableGuid } from "../../guid";
import { objectAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ResourceType } from "../resource-type";
import { absentEntity, siteRecoveryView } from "./site-recovery-entity";
import { siteRecoveryId, vaultIdOf } from "./site-recovery-id";
import { eventType } from "./type-names";

/** What there is to tell. */
export interface EventKind {
  readonly code: string;
  /** `VmHealth`, `ServerHealth`, `JobStatus` … */
  readonly type: string;
  readonly severity: "OK" | "Warning" | "Critical";
  readonly description: string;
  readonly healthErrors?: readonly JsonObject[];
}

/** What happened to items, told once each. */
export const replicationEvent: ResourceType = {
  type: eventType,
  modelled: "items that become protected, fail over or fail; read-only",
  history: true,
  listShowsNullNextLink: true,
  view: siteRecoveryView,
  absent: absentEntity("Event"),
};

/** Puts down an event about an item. */
export function recordEvent(cloud: Cloud, item: StoredResource, kind: EventKind, time: string): void {
  const name = `VmMonitoringEvent;${Date.parse(time)}_${newGuid()}`;
  const id = parseResourceId(`${vaultIdOf(item.id)}/replicationEvents/${name}`);
  if (!id) return;
  const properties = objectAt(item.envelope, "properties");
  cloud.store.put(
    cloud.record(id, eventType, {
      properties: {
        eventCode: stableGuid(`event ${kind.code}`),
        description: kind.description,
        eventType: kind.type,
        affectedObjectFriendlyName: properties["friendlyName"],
        affectedObjectCorrelationId: properties["eventCorrelationId"] ?? null,
        severity: kind.severity,
        timeOfOccurrence: azureTimestamp(new Date(time)),
        fabricId: siteRecoveryId(item.id.replace(/\/replicationProtectionContainers\/.*$/i, "")),
        providerSpecificDetails: {
          instanceType: objectAt(properties, "providerSpecificDetails")["instanceType"],
        },
        eventSpecificDetails: null,
        healthErrors: kind.healthErrors ?? [],
      },
    }),
  );
}

import { demandIdle } from "../../../arm/guards";
import type { Cloud } from "../../../cloud";
import { isObject, objectAt, stringAt, type JsonObject } from "../../../json";
import type { Effect } from "../../../operations/operation";
import type { StoredResource } from "../../../store/resource";
import type { ExistingResourceRequest } from "../../resource-type";
import { refused } from "../site-recovery-error";
import { siteRecoveryId, vaultIdOf } from "../site-recovery-id";
import { protectedItemType } from "../type-names";
import { withAttachedDisks } from "./attached-disks";
import { inState, noScenario, type AllowedOperation, type ItemState } from "./item-state";
import { providerOf } from "./providers";
import type { ItemChange, ReplicationProvider } from "./replication-provider";

/** An item with its properties and provider. */
export function readItem(
  cloud: Cloud,
  item: StoredResource,
): ItemChange & { readonly provider: ReplicationProvider } {
  const properties = objectAt(item.envelope, "properties");
  const details = withAttachedDisks(cloud, item, objectAt(properties, "providerSpecificDetails"));
  return { cloud, item, properties, details, provider: providerOf(details) };
}

/** 400 when the item's state does not allow what is asked; 409 while something is under way on it. */
export function demandAllowed(
  request: ExistingResourceRequest,
  operations: readonly AllowedOperation[],
): void {
  const { cloud, existing } = request;
  demandIdle(cloud, existing.id);
  const { properties } = readItem(cloud, existing);
  const allowed = Array.isArray(properties["allowedOperations"]) ? properties["allowedOperations"] : [];
  if (operations.some((operation) => allowed.includes(operation))) return;
  throw refused(
    "OperationNotAllowedInCurrentState",
    `The operation '${operations[0] ?? ""}' is not allowed on the protected item '${stringAt(properties, "friendlyName") ?? existing.name}' in its state '${stringAt(properties, "protectionState") ?? ""}'. Allowed operations: ${allowed.length === 0 ? "none" : allowed.join(", ")}.`,
    400,
    {
      recommendedAction:
        "Wait for the job under way, or bring the item into a state that allows the operation.",
    },
  );
}

/** The item while a job works on it. */
export function busy(
  cloud: Cloud,
  item: StoredResource,
  state: ItemState | undefined,
  job: { readonly scenarioName: string; readonly id: string },
  changes: JsonObject = {},
): StoredResource {
  const { properties } = readItem(cloud, item);
  const shown = state === undefined ? properties : inState(properties, state, {});
  return cloud.revise(item, {
    properties: {
      ...shown,
      ...changes,
      allowedOperations: [],
      currentScenario: {
        scenarioName: job.scenarioName,
        jobId: `${siteRecoveryId(vaultIdOf(item.id))}/replicationJobs/${job.id}`,
        startTime: cloud.clock.now().toISOString(),
      },
    },
  });
}

/** The item in a state, with no job on it. */
export function settled(
  cloud: Cloud,
  item: StoredResource,
  state: ItemState,
  changes: JsonObject = {},
): StoredResource {
  const { properties, details } = readItem(cloud, item);
  const changed = { ...properties, ...changes };
  const now = isObject(changed["providerSpecificDetails"]) ? changed["providerSpecificDetails"] : details;
  return cloud.revise(item, {
    properties: {
      ...inState(changed, state, providerOf(now).allowed),
      ...(changes["activeLocation"] === undefined ? {} : { activeLocation: changes["activeLocation"] }),
      currentScenario: noScenario(siteRecoveryId(vaultIdOf(item.id))),
    },
  });
}

/** The step `name` of protected items, with the item's id and more. */
export function itemStep(name: string, id: string, more: JsonObject = {}): Effect {
  return { kind: "step", type: protectedItemType, name, data: { id, ...more } };
}

/** The item a step is about; undefined when it is gone in the meantime. */
export function itemOfStep(data: unknown, cloud: Cloud): StoredResource | undefined {
  const id = isObject(data) ? stringAt(data, "id") : undefined;
  return id === undefined ? undefined : cloud.store.get(id);
}

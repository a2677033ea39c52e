import { azureTimestamp } from "../clock";
import type { Cloud } from "../cloud";
import { stableGuid } from "../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../json";
import type {
  SeededEvent,
  SeededJob,
  SeededNetworkMapping,
  SeededQuota,
  SeededRecoveryPlan,
} from "../seed-states";
import type { StoredResource } from "../store/resource";
import { finishing, newJob } from "../types/recovery-services/job-record";
import { recordEvent } from "../types/recovery-services/replication-event";
import { itemsOfVault } from "../types/recovery-services/vault-wide-list";
import { before, happened, healthError, resourceId, timeBefore } from "./past";

const minutesOfADay = 24 * 60;

/** A network mapping in one direction. */
export function plantNetworkMapping(cloud: Cloud, mapping: SeededNetworkMapping): void {
  const nameOf = (id: string) => id.split("/").at(-1) ?? "";
  const name = mapping.name ?? `${nameOf(mapping.networkId)}-${nameOf(mapping.recoveryNetworkId)}`;
  const id = `${mapping.vaultId}/replicationFabrics/${mapping.fabric}/replicationNetworks/azureNetwork/replicationNetworkMappings/${name}`;
  const properties = {
    recoveryFabricName: mapping.recoveryFabric,
    recoveryNetworkId: mapping.recoveryNetworkId,
    fabricSpecificDetails: { instanceType: "AzureToAzure", primaryNetworkId: mapping.networkId },
  };
  happened(cloud, "put", id, { properties }, cloud.clock.now());
}

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
  const items = itemsOfVault(cloud, plan.vaultId);
  const groups = plan.groups.map((group) => ({
    ...group,
    items: group.items.map((name) => itemNamed(items, name, what, below)),
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

/** A job of the past, or one that never ends by itself. */
export function plantJob(cloud: Cloud, job: SeededJob): void {
  const targetId =
    job.plan !== undefined
      ? `${job.vaultId}/replicationRecoveryPlans/${job.plan}`
      : job.item === undefined
        ? job.vaultId
        : itemNamed(itemsOfVault(cloud, job.vaultId), job.item, "a job").id;
  const name = job.name ?? stableGuid(`job ${JSON.stringify(job)}`);
  const friendlyName = job.friendlyName ?? job.scenarioName;
  const record = newJob(cloud, resourceId(targetId), name, {
    scenarioName: job.scenarioName,
    friendlyName,
    targetInstanceType:
      job.plan !== undefined ? "RecoveryPlan" : job.item === undefined ? "Other" : "ProtectionEntity",
    tasks: job.tasks ?? [friendlyName],
  });
  const startTime = timeBefore(cloud, job.startedMinutesAgo);
  const isOver = job.state !== "InProgress" && job.state !== "Suspended";
  const endTime = isOver
    ? azureTimestamp(before(cloud, job.endedMinutesAgo ?? Math.max(0, job.startedMinutesAgo - 1)))
    : null;
  const errors = job.error === undefined ? [] : [jobError(job.error, endTime ?? startTime)];
  const words = wordsOf(job.state);
  const given = objectAt(record.envelope, "properties");
  const tasks = objectsAt(given, "tasks");
  const properties = {
    ...given,
    ...words,
    startTime,
    endTime,
    errors,
    tasks: tasks.map((task, index) => {
      const isLast = index === tasks.length - 1;
      return isLast
        ? { ...task, ...words, startTime, endTime, errors, allowedActions: [] }
        : {
            ...task,
            state: "Succeeded",
            stateDescription: "Completed",
            startTime,
            endTime: endTime ?? startTime,
          };
    }),
  };
  const stored = cloud.revise(record, { properties }, { isStaged: true });
  cloud.store.put(stored);
  if (!isOver) hang(cloud, stored, targetId, job);
}

/** What a job under way stands on: an operation that only a cancellation, or the person it waits for, ends. */
function hang(cloud: Cloud, stored: StoredResource, targetId: string, job: SeededJob): void {
  const { well, ill } = finishing(stored);
  cloud.operations.start({
    style: "site-recovery",
    method: "POST",
    resourceId: targetId,
    apiVersion: "",
    id: stored.name,
    seconds: 0,
    startedAt: before(cloud, job.startedMinutesAgo).toISOString(),
    effects: [well],
    failureEffects: [ill],
    ...(job.state === "Suspended"
      ? { stages: [{ seconds: 0, effects: [], awaitsResume: true as const }] }
      : { hangs: true as const }),
  });
}

function wordsOf(state: SeededJob["state"]): JsonObject {
  switch (state) {
    case "Succeeded":
      return { state, stateDescription: "Completed", allowedActions: [] };
    case "Suspended":
    case "InProgress":
      return { state: "InProgress", stateDescription: "InProgress", allowedActions: ["Cancel"] };
    default:
      return { state, stateDescription: state, allowedActions: ["Restart"] };
  }
}

function jobError(error: NonNullable<SeededJob["error"]>, creationTime: string): JsonObject {
  return {
    serviceErrorDetails: {
      code: error.code,
      message: error.message,
      possibleCauses: error.possibleCauses ?? "",
      recommendedAction: error.recommendedAction ?? "",
      activityId: stableGuid(`activity ${error.code}`),
    },
    providerErrorDetails: null,
    errorLevel: "Error",
    creationTime,
    taskId: "",
  };
}

/** An event of the past. */
export function plantEvent(cloud: Cloud, event: SeededEvent): void {
  const about =
    event.item === undefined
      ? cloud.store.get(event.vaultId)
      : itemNamed(itemsOfVault(cloud, event.vaultId), event.item, "an event");
  if (!about) throw new Error(`The seed's event names the vault '${event.vaultId}', which does not exist.`);
  recordEvent(
    cloud,
    about,
    {
      code: event.code ?? event.description,
      type: event.type ?? "VmHealth",
      severity: event.severity,
      description: event.description,
      healthErrors: (event.healthErrors ?? []).map((error) => healthError(cloud, error)),
    },
    before(cloud, event.minutesAgo).toISOString(),
  );
}

/** A compute quota of a region. */
export function plantQuota(cloud: Cloud, quota: SeededQuota): void {
  const { location, name, currentValue, limit } = quota;
  const id = resourceId(
    `/subscriptions/${cloud.identity.subscriptionId}/providers/Microsoft.Compute/locations/${location}/usages/${name}`,
  );
  const properties = { currentValue, limit, name: { value: name, localizedValue: name } };
  cloud.store.put(cloud.record(id, "Microsoft.Compute/locations/usages", { properties }));
}

function itemNamed(
  items: readonly StoredResource[],
  name: string,
  what: string,
  below?: string,
): StoredResource {
  const named = items.filter(
    (item) =>
      item.name.toLowerCase() === name.toLowerCase() &&
      (below === undefined || item.id.toLowerCase().startsWith(`${below.toLowerCase()}/`)),
  );
  const [found, other] = named;
  if (found && !other) return found;
  throw new Error(
    found
      ? `The seed's item '${name}' of ${what} lies in ${named.length} containers: name the fabric.`
      : `The seed's item '${name}' of ${what} does not exist: list it under protectedItems.`,
  );
}

import type { Cloud } from "../cloud";
import { isObject, objectAt, objectsAt, stringAt, type JsonObject } from "../json";
import type { SeededProtectedItem } from "../seed-states";
import type { StoredResource } from "../store/resource";
import { withAgent } from "../types/recovery-services/replication/agent-version";
import { settled } from "../types/recovery-services/replication/item-record";
import type { ItemState } from "../types/recovery-services/replication/item-state";
import { before, happened, healthBy, healthError, minutesOfADay, timeBefore } from "./past";
import { azureEnableInput, azurePlace, onPremisesEnableInput, onPremisesPlace } from "./replication-input";
import type { Place } from "./replication-input";

/**
 * A machine that replicates, as if a client had enabled it long ago: everything it takes (fabrics, containers, policy,
 * mappings) is made where it is absent, by the rules requests go by.
 *
 * @throws Error for a machine that is not there, ArmError for what the service would have refused.
 */
export function plantProtectedItem(
  cloud: Cloud,
  item: SeededProtectedItem,
  group: (name: string, location: string) => void,
): void {
  const targetGroup = item.target.resourceGroupId.split("/").at(-1) ?? "";
  const location = item.provider === "A2A" ? item.recovery.location : vaultLocation(cloud, item.vaultId);
  group(targetGroup, location);
  const place = item.provider === "A2A" ? azurePlace(cloud, item) : onPremisesPlace(cloud, item);
  plantPolicy(cloud, item, place);
  const since = before(cloud, item.protectedMinutesAgo ?? minutesOfADay);
  const enable =
    item.provider === "A2A"
      ? azureEnableInput(cloud, item, place)
      : onPremisesEnableInput(cloud, item, place);
  // Enabled so that its first replication ended when it is said to be protected since.
  const enabledAt = new Date(since.getTime() - secondsUntilProtected[item.provider] * 1000);
  happened(cloud, "put", place.itemId, enable, enabledAt);
  const planted = cloud.store.get(place.itemId);
  if (!planted) throw new Error(`The seed's item '${place.itemId}' did not come about.`);
  configure(cloud, item, planted);
  bringInto(cloud, item, planted.id);
  decorate(cloud, item, planted.id);
}

/** How long the first replication of each takes. */
const secondsUntilProtected = {
  A2A: 5 * 60,
  InMageRcm: 30 * 60,
  InMageAzureV2: 30 * 60,
  HyperVReplicaAzure: 30 * 60,
} as const;

function plantPolicy(cloud: Cloud, item: SeededProtectedItem, place: Place): void {
  const history = item.policy?.recoveryPointHistoryInMinutes ?? minutesOfADay;
  const apps = item.policy?.appConsistentFrequencyInMinutes ?? 0;
  const inputs: Readonly<Record<SeededProtectedItem["provider"], JsonObject>> = {
    A2A: {
      multiVmSyncStatus: "Enable",
      recoveryPointHistory: history,
      appConsistentFrequencyInMinutes: apps,
    },
    InMageRcm: {
      recoveryPointHistoryInMinutes: history,
      crashConsistentFrequencyInMinutes: 5,
      appConsistentFrequencyInMinutes: apps,
    },
    InMageAzureV2: {
      multiVmSyncStatus: "Disable",
      recoveryPointHistory: history,
      appConsistentFrequencyInMinutes: apps,
    },
    HyperVReplicaAzure: {
      recoveryPointHistoryDuration: Math.max(1, Math.round(history / 60)),
      applicationConsistentSnapshotFrequencyInHours: Math.round(apps / 60),
      replicationInterval: 300,
    },
  };
  const instanceType = item.provider;
  const now = cloud.clock.now();
  if (!cloud.store.has(place.policyId)) {
    const providerSpecificInput = { instanceType, ...inputs[instanceType] };
    happened(cloud, "put", place.policyId, { properties: { providerSpecificInput } }, now);
  }
  for (const { from, to } of place.mappings) {
    const name = `${from.split("/").at(-1) ?? ""}-${place.policyId.split("/").at(-1) ?? ""}`;
    const id = `${from}/replicationProtectionContainerMappings/${name}`;
    if (cloud.store.has(id)) continue;
    const providerSpecificInput =
      instanceType === "A2A" ? { instanceType, agentAutoUpdateStatus: "Disabled" } : { instanceType };
    const properties = { policyId: place.policyId, targetProtectionContainerId: to, providerSpecificInput };
    happened(cloud, "put", id, { properties }, now);
  }
}

/** What the service takes by PATCH alone. */
function configure(cloud: Cloud, item: SeededProtectedItem, planted: StoredResource): void {
  const { target } = item;
  const properties = objectAt(planted.envelope, "properties");
  const details = objectAt(properties, "providerSpecificDetails");
  const changes: Record<string, unknown> = {};
  if (item.provider === "A2A") {
    if (target.vmName !== undefined) changes["recoveryAzureVMName"] = target.vmName;
    if (target.size !== undefined) changes["recoveryAzureVMSize"] = target.size;
  }
  if (target.testNetworkId !== undefined) {
    changes[item.provider === "InMageRcm" ? "testNetworkId" : "selectedTfoAzureNetworkId"] =
      target.testNetworkId;
  }
  const vmNics = objectsAt(details, "vmNics").map((nic, index) =>
    index === 0 && target.staticIpAddress !== undefined ? withAddress(nic, target.staticIpAddress) : nic,
  );
  const providerSpecificDetails = { ...details, ...changes, vmNics };
  cloud.store.put(cloud.revise(planted, { properties: { ...properties, providerSpecificDetails } }));
}

function withAddress(nic: JsonObject, address: string): JsonObject {
  const configs = objectsAt(nic, "ipConfigs");
  if (configs.length === 0) return { ...nic, targetIPAddress: address, targetIPAddressType: "Static" };
  const ipConfigs = configs.map((config, index) =>
    index === 0 ? { ...config, recoveryStaticIPAddress: address, recoveryIPAddressType: "Static" } : config,
  );
  return { ...nic, ipConfigs };
}

/** The state the item is said to be in, reached the way a client reaches it. */
function bringInto(cloud: Cloud, item: SeededProtectedItem, id: string): void {
  const state: ItemState = item.state ?? "protected";
  const planted = cloud.store.get(id);
  if (!planted || state === "protected") return;
  if (state === "replicating" || state === "enabling-failed") {
    const { protectedSince: _since, ...hidden } = planted.hidden ?? {};
    cloud.store.put({ ...settled(cloud, planted, state), hidden });
    return;
  }
  const isPlanned = state.startsWith("planned");
  const instanceType = item.provider;
  const properties = { failoverDirection: "PrimaryToRecovery", providerSpecificDetails: { instanceType } };
  const action = isPlanned ? "plannedfailover" : "unplannedfailover";
  happened(cloud, { action }, id, { properties }, cloud.clock.now());
  if (state.endsWith("-committed")) happened(cloud, { action: "failovercommit" }, id, {}, cloud.clock.now());
}

/** Health, values and traces of the past. */
function decorate(cloud: Cloud, item: SeededProtectedItem, id: string): void {
  if (item.testFailover === "awaits-cleanup") {
    const ended = before(cloud, (item.lastTestFailoverDaysAgo ?? 1) * minutesOfADay);
    const networkId = item.target.testNetworkId ?? item.target.networkId;
    const properties = {
      ...(networkId === undefined ? {} : { networkId, networkType: "VmNetworkAsInput" }),
      providerSpecificDetails: { instanceType: item.provider },
    };
    happened(cloud, { action: "testfailover" }, id, { properties }, ended);
  }
  const planted = cloud.store.get(id);
  if (!planted) return;
  const properties = objectAt(planted.envelope, "properties");
  const { details, pinned } = measured(cloud, item, objectAt(properties, "providerSpecificDetails"));
  const by = healthBy(item.healthErrors);
  const lastPoint = item.latestRecoveryPointMinutesAgo;
  cloud.store.put(
    cloud.revise(
      planted,
      {
        properties: {
          ...properties,
          replicationHealth: item.replicationHealth ?? by,
          failoverHealth: item.failoverHealth ?? "Normal",
          healthErrors: (item.healthErrors ?? []).map((error) => healthError(cloud, error)),
          ...(item.lastTestFailoverDaysAgo === undefined
            ? {}
            : {
                lastSuccessfulTestFailoverTime: timeBefore(
                  cloud,
                  item.lastTestFailoverDaysAgo * minutesOfADay,
                ),
              }),
          providerSpecificDetails: details,
        },
      },
      {
        ...planted.hidden,
        ...(pinned.length === 0 ? {} : { pinned }),
        ...(lastPoint === undefined ? {} : { pointsUntil: before(cloud, lastPoint).toISOString() }),
      },
    ),
  );
}

/** Values that stay as the seed has set them, and their names. */
function measured(
  cloud: Cloud,
  item: SeededProtectedItem,
  given: JsonObject,
): { readonly details: JsonObject; readonly pinned: readonly string[] } {
  const set: Record<string, unknown> = {};
  const has = (name: string) => name in given;
  if (item.rpoInSeconds !== undefined)
    set[has("lastRpoInSeconds") ? "lastRpoInSeconds" : "rpoInSeconds"] = item.rpoInSeconds;
  if (item.latestRecoveryPointMinutesAgo !== undefined) {
    const at = timeBefore(cloud, item.latestRecoveryPointMinutesAgo);
    for (const name of [
      "lastHeartbeat",
      "lastRpoCalculatedTime",
      "lastRecoveryPointReceived",
      "lastReplicatedTime",
    ])
      if (has(name)) set[name] = at;
    if (isObject(given["mobilityAgentDetails"]))
      set["mobilityAgentDetails"] = { ...given["mobilityAgentDetails"], lastHeartbeatUtc: at };
  }
  if (item.agentExpiresInDays !== undefined && item.provider === "A2A")
    set["agentExpiryDate"] = timeBefore(cloud, -item.agentExpiresInDays * minutesOfADay);
  const details = { ...given, ...set };
  const aged =
    item.agentVersion === undefined
      ? details
      : (withAgent(details, cloud.clock.now(), item.agentVersion) ?? details);
  return { details: aged, pinned: Object.keys(set) };
}

function vaultLocation(cloud: Cloud, vaultId: string): string {
  const location = stringAt(cloud.store.get(vaultId)?.envelope, "location");
  if (location === undefined)
    throw new Error(`The seed names the vault '${vaultId}', which does not exist: list it under vaults.`);
  return location;
}

import type { Cloud } from "../cloud";
import { stableGuid } from "../guid";
import { objectAt, type JsonObject } from "../json";
import type { SeededMachine } from "../seed-sources";
import type { SeededServerHealth } from "../seed-states";
import type { StoredResource } from "../store/resource";
import { healthBy, healthError, minutesOfADay, timeBefore } from "./past";
import { put } from "./put";

/** A fabric as registration makes it. Keeps what is there and renews its `customDetails`. */
export function plantFabric(
  cloud: Cloud,
  id: string,
  friendlyName: string,
  customDetails: JsonObject,
): StoredResource {
  const before = objectAt(cloud.store.get(id)?.envelope, "properties");
  return put(cloud, id, {
    properties: {
      friendlyName,
      encryptionDetails: { kekState: "None", kekCertThumbprint: null },
      rolloverEncryptionDetails: { kekState: "None", kekCertThumbprint: null },
      internalIdentifier: stableGuid(`fabric ${id.toLowerCase()}`),
      bcdrState: "Valid",
      healthErrorDetails: [],
      health: "Normal",
      ...before,
      customDetails: { ...objectAt(before, "customDetails"), ...customDetails },
    },
  });
}

/** A container that came with its fabric. */
export function plantContainer(
  cloud: Cloud,
  fabric: StoredResource,
  name: string,
  friendlyName: string,
): StoredResource {
  const id = `${fabric.id}/replicationProtectionContainers/${name}`;
  const there = cloud.store.get(id);
  if (there) return there;
  const properties = objectAt(fabric.envelope, "properties");
  return put(cloud, id, {
    properties: {
      fabricFriendlyName: properties["friendlyName"],
      friendlyName,
      fabricType: objectAt(properties, "customDetails")["instanceType"],
      protectedItemCount: 0,
      pairingStatus: "Paired",
      role: "Primary",
      fabricSpecificDetails: null,
    },
  });
}

/** The server itself, as it registered and has fared since. */
export function plantProvider(
  cloud: Cloud,
  fabric: StoredResource,
  name: string,
  friendlyName: string,
  server: SeededServerHealth,
): StoredResource {
  const properties = objectAt(fabric.envelope, "properties");
  const errors = serverErrors(cloud, server);
  const { health } = serverState(cloud, server);
  if (errors.length > 0 || health !== "Normal") {
    put(cloud, fabric.id, { properties: { ...properties, health, healthErrorDetails: errors } });
  }
  return put(cloud, `${fabric.id}/replicationRecoveryServicesProviders/${name}`, {
    properties: {
      fabricType: objectAt(properties, "customDetails")["instanceType"],
      friendlyName,
      ...versionOf(cloud, server),
      serverVersion: "0.0",
      fabricFriendlyName: properties["friendlyName"],
      lastHeartBeat: timeBefore(cloud, server.lastHeartbeatMinutesAgo ?? 0),
      connectionStatus: isConnected(server) ? "Connected" : "Disconnected",
      protectedItemCount: 0,
      allowedScenarios: ["Refresh"],
      healthErrorDetails: errors,
      draIdentifier: stableGuid(`dra ${name} ${fabric.id.toLowerCase()}`),
      machineName: friendlyName,
    },
  });
}

/** By analogy: a server is taken for connected as long as its heartbeat is no older than this. */
const connectedForMinutes = 15;

function isConnected(server: SeededServerHealth): boolean {
  return (server.lastHeartbeatMinutesAgo ?? 0) <= connectedForMinutes;
}

/** Health and heartbeat of a server, in the words of its agents. */
export function serverState(
  cloud: Cloud,
  server: SeededServerHealth,
): { readonly health: string; readonly lastHeartbeatUtc: string } {
  return {
    health: server.health ?? (isConnected(server) ? healthBy(server.healthErrors) : "Critical"),
    lastHeartbeatUtc: timeBefore(cloud, server.lastHeartbeatMinutesAgo ?? 0),
  };
}

/** What a seed says is wrong with a server. */
export function serverErrors(cloud: Cloud, server: SeededServerHealth): readonly JsonObject[] {
  return (server.healthErrors ?? []).map((error) => healthError(cloud, error));
}

/** Recorded: the newest provider, and an expiry that never comes. */
const newestProvider = "5.23.720.4";
const never = "9999-12-31T23:59:59.9999999";

function versionOf(cloud: Cloud, server: SeededServerHealth): JsonObject {
  const providerVersion = server.version ?? newestProvider;
  const expiresInDays = server.versionExpiresInDays;
  const isExpired = expiresInDays !== undefined && expiresInDays < 0;
  return {
    providerVersion,
    providerVersionState: isExpired
      ? "Expired"
      : providerVersion === newestProvider
        ? "Latest"
        : "UpdateRequired",
    providerVersionExpiryDate:
      expiresInDays === undefined ? never : timeBefore(cloud, -expiresInDays * minutesOfADay),
  };
}

/** A machine that could be protected. */
export function plantProtectable(
  cloud: Cloud,
  container: StoredResource,
  provider: StoredResource,
  machine: SeededMachine,
  supported: string,
  customDetails: JsonObject,
): void {
  const name = machine.id ?? stableGuid(`protectable ${container.id.toLowerCase()} ${machine.name}`);
  put(
    cloud,
    `${container.id}/replicationProtectableItems/${name}`,
    {
      properties: {
        friendlyName: machine.name,
        protectionStatus: "Unprotected",
        replicationProtectedItemId: null,
        recoveryServicesProviderId: provider.id,
        protectionReadinessErrors: [],
        supportedReplicationProviders: [supported],
        customDetails,
      },
    },
    { nics: machine.nics ?? [] },
  );
}

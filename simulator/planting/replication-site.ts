import type { Cloud } from "../cloud";
import { stableGuid } from "../guid";
import { objectAt, type JsonObject } from "../json";
import type { SeededMachine } from "../seed-sources";
import type { StoredResource } from "../store/resource";
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

/** The server itself, as it registered. */
export function plantProvider(
  cloud: Cloud,
  fabric: StoredResource,
  name: string,
  friendlyName: string,
  now: string,
): StoredResource {
  const properties = objectAt(fabric.envelope, "properties");
  return put(cloud, `${fabric.id}/replicationRecoveryServicesProviders/${name}`, {
    properties: {
      fabricType: objectAt(properties, "customDetails")["instanceType"],
      friendlyName,
      providerVersion: "5.23.720.4",
      serverVersion: "0.0",
      providerVersionState: "Latest",
      providerVersionExpiryDate: "9999-12-31T23:59:59.9999999",
      fabricFriendlyName: properties["friendlyName"],
      lastHeartBeat: now,
      connectionStatus: "Connected",
      protectedItemCount: 0,
      allowedScenarios: ["Refresh"],
      healthErrorDetails: [],
      draIdentifier: stableGuid(`dra ${name} ${fabric.id.toLowerCase()}`),
      machineName: friendlyName,
    },
  });
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

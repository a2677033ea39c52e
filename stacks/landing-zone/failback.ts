import type { LandingZone } from "../../landing-zone/document";
import type { LandingZoneOutputs, LimitScope } from "./deploy";
import { recoveryNetwork } from "./networks";
import type { ResourceGroupNames } from "./resource-groups";
import { cacheStorage } from "./storage";

/** What has to stand for the way back: a second cache account, and a network where the document has one. */
export function failback(
  zone: LandingZone,
  scope: LimitScope,
  groups: ResourceGroupNames,
): LandingZoneOutputs {
  const level = zone.failback;
  if (level === undefined) return {};
  const cache = cacheStorage("failback", zone, scope, groups, level.cacheStorage);
  const network =
    level.network === undefined ? undefined : recoveryNetwork("failback", zone, scope, groups, level.network);
  return {
    failbackCacheStorageAccountId: cache?.accountId,
    failbackNetworkId: network?.recoveryNetworkId,
  };
}

import type { Cloud } from "../cloud";
import type { SeededQuota } from "../seed-states";
import { resourceId } from "./past";

/** A compute quota of a region. */
export function plantQuota(cloud: Cloud, quota: SeededQuota): void {
  const { location, name, currentValue, limit } = quota;
  const id = resourceId(
    `/subscriptions/${cloud.identity.subscriptionId}/providers/Microsoft.Compute/locations/${location}/usages/${name}`,
  );
  const properties = { currentValue, limit, name: { value: name, localizedValue: name } };
  cloud.store.put(cloud.record(id, "Microsoft.Compute/locations/usages", { properties }));
}

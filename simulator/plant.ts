import type { Cloud } from "./cloud";
import { parseResourceId, resourceGroupType } from "./arm/resource-id";
import type { Seed } from "./seed";

/** Puts into a new cloud what the seed says was there before. @throws Error for an id that names no resource. */
export function plant(cloud: Cloud, seed: Seed): void {
  for (const { type, name } of seed.reservedNames ?? []) cloud.reserve(type, name);
  for (const group of seed.resourceGroups ?? []) plantGroup(cloud, group.name, group.location, group.tags);
  for (const { id: text, ...envelope } of seed.resources ?? []) {
    const id = parseResourceId(text);
    if (!id) throw new Error(`The seed's resource id '${text}' does not name a resource.`);
    if (id.resourceGroup !== undefined)
      plantGroup(cloud, id.resourceGroup, envelope.location ?? "westeurope");
    const { name: _name, type: _type, ...shown } = envelope;
    cloud.store.put(cloud.record(id, cloud.types.find(id.type)?.type ?? id.type, shown));
  }
}

function plantGroup(
  cloud: Cloud,
  name: string,
  location: string,
  tags?: Readonly<Record<string, string>>,
): void {
  const id = parseResourceId(`/subscriptions/${cloud.identity.subscriptionId}/resourceGroups/${name}`);
  if (!id || cloud.store.has(id.id)) return;
  const envelope = { location, ...(tags ? { tags } : {}), properties: { provisioningState: "Succeeded" } };
  cloud.store.put(cloud.record(id, resourceGroupType, envelope));
}

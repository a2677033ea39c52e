import type { Cloud } from "../cloud";
import { isObject, objectAt, stringAt, type JsonObject } from "../json";
import type { SeededResource } from "../seed";
import { resourceId } from "./past";

/**
 * A resource as a GET shows it. What it lists and is a resource of its own (the subnets of a network) is planted as one.
 *
 * @throws Error for an id that names no resource, and for a listed resource without a name.
 */
export function plantResource(
  cloud: Cloud,
  { id: text, name: _name, type: _type, ...shown }: SeededResource,
  plantGroup: (name: string, location: string) => void,
): void {
  const id = resourceId(text);
  if (id.resourceGroup !== undefined) plantGroup(id.resourceGroup, shown.location ?? "westeurope");
  const type = cloud.types.find(id.type);
  const properties: Record<string, unknown> = { ...shown.properties };
  for (const [property, segment] of Object.entries(type?.inlined ?? {})) {
    const listed = properties[property];
    Reflect.deleteProperty(properties, property);
    if (!Array.isArray(listed)) continue;
    for (const entry of listed)
      plantBelow(cloud, `${id.id}/${segment}`, property, isObject(entry) ? entry : {});
  }
  const envelope = shown.properties === undefined ? shown : { ...shown, properties };
  cloud.store.put(cloud.record(id, type?.type ?? id.type, envelope));
}

function plantBelow(cloud: Cloud, collection: string, property: string, entry: JsonObject): void {
  const name = stringAt(entry, "name");
  if (!name)
    throw new Error(`The seed lists under '${property}' of '${collection}' something without a name.`);
  const id = resourceId(`${collection}/${name}`);
  const type = cloud.types.find(id.type)?.type ?? id.type;
  cloud.store.put(cloud.record(id, type, { properties: objectAt(entry, "properties") }));
}

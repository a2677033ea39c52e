import { objectAt, stringAt, type JsonObject } from "../../json";
import type { ResourceType } from "../resource-type";

/** Tags as a resource: `{scope}/providers/Microsoft.Resources/tags/default` reads and writes the tags of its scope. */
export const tagsAtScope: ResourceType = {
  type: "Microsoft.Resources/tags",
  extension: true,
  modelled:
    "reads and writes the tags of its scope; PUT replaces, PATCH merges, replaces or deletes, DELETE empties",
  implicit: (id, cloud) => {
    const owner = cloud.store.get(id.scope);
    return owner && cloud.record(id, "Microsoft.Resources/tags", {});
  },
  view: (resource, cloud) => ({
    id: resource.id,
    name: resource.name,
    type: resource.type,
    properties: { tags: cloud.store.get(scopeOf(resource.id))?.envelope["tags"] ?? {} },
  }),
  put: ({ cloud, id, body, existing }) => {
    setTags(cloud, id.scope, objectAt(objectAt(body, "properties"), "tags"));
    const resource = cloud.record(
      id,
      "Microsoft.Resources/tags",
      {},
      { existing, hidden: { implicit: true } },
    );
    return { kind: "stored", status: 200, resource };
  },
  patch: ({ cloud, id, body, existing }) => {
    const given = objectAt(objectAt(body, "properties"), "tags");
    const before = objectAt(cloud.store.get(id.scope)?.envelope, "tags");
    const operation = stringAt(body, "operation") ?? "Merge";
    const removed = Object.fromEntries(Object.entries(before).filter(([name]) => !(name in given)));
    setTags(
      cloud,
      id.scope,
      operation === "Replace" ? given : operation === "Delete" ? removed : { ...before, ...given },
    );
    return { kind: "stored", status: 200, resource: existing };
  },
  remove: ({ cloud, id }) => {
    setTags(cloud, id.scope, {});
    return { kind: "removed", status: 200 };
  },
};

function scopeOf(id: string): string {
  return id.replace(/\/providers\/Microsoft\.Resources\/tags\/[^/]+$/i, "");
}

function setTags(
  cloud: Parameters<NonNullable<ResourceType["implicit"]>>[1],
  scope: string,
  tags: JsonObject,
): void {
  const owner = cloud.store.get(scope);
  if (owner) cloud.store.put(cloud.revise(owner, { ...owner.envelope, tags }));
}

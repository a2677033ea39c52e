import { parseResourceId, type ResourceId } from "./arm/resource-id";
import type { SimulatedClock } from "./clock";
import { newGuid } from "./guid";
import { stringAt, type JsonObject } from "./json";
import { OperationLog } from "./operations/operation-log";
import type { Effect } from "./operations/operation";
import type { StoredResource } from "./store/resource";
import { ResourceStore } from "./store/resource-store";
import type { TypeRegistry } from "./types/type-registry";

/** Who is signed in and where: fixed for the life of a simulator. */
export interface CloudIdentity {
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly subscriptionName: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Object id of the signed-in service principal. */
  readonly objectId: string;
}

/** The simulated cloud: its resources, its operations and its time. Knows nothing of HTTP. */
export class Cloud {
  readonly store = new ResourceStore();
  readonly operations: OperationLog;
  /** Names taken elsewhere in the world, as `{type}/{name}` in lower case: some names are unique across all of Azure. */
  readonly reservedNames = new Set<string>();
  readonly #listeners: (() => void)[] = [];

  constructor(
    readonly clock: SimulatedClock,
    readonly types: TypeRegistry,
    readonly identity: CloudIdentity,
  ) {
    const changed = () => {
      this.#listeners.forEach((listener) => {
        listener();
      });
    };
    this.store.onChange(changed);
    this.operations = new OperationLog(
      clock,
      (effect) => {
        this.#apply(effect);
      },
      changed,
    );
  }

  /** Calls `listener` after every change of resources or operations. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** True for a subscription the signed-in principal can see. */
  hasSubscription(id: string): boolean {
    return id.toLowerCase() === this.identity.subscriptionId.toLowerCase();
  }

  /** What somebody made and has to remove again: neither records of the past nor things that exist by themselves. */
  live(): readonly StoredResource[] {
    return this.store.all().filter((resource) => {
      const type = this.types.find(resource.type);
      return !type?.history && resource.hidden?.["implicit"] !== true;
    });
  }

  /** The resource, where need be brought into being: some exist without having been created (`blobServices/default`). */
  find(id: ResourceId): StoredResource | undefined {
    const found = this.store.get(id.id);
    if (found) return found;
    const type = this.types.find(id.type);
    if (!type?.implicit || (id.parentId !== undefined && !this.#parentExists(id.parentId))) return undefined;
    const implicit = type.implicit(id, this);
    if (!implicit) return undefined;
    const marked = { ...implicit, hidden: { ...implicit.hidden, implicit: true } };
    this.store.put(marked);
    return marked;
  }

  /** Region of the group a resource lies in: where its operations are found. */
  groupLocation(id: ResourceId): string | undefined {
    if (id.subscriptionId === undefined || id.resourceGroup === undefined) return undefined;
    const group = this.store.get(`/subscriptions/${id.subscriptionId}/resourceGroups/${id.resourceGroup}`);
    return stringAt(group?.envelope, "location");
  }

  /** The record a PUT writes: keeps creation time and hidden state of what was there. */
  record(
    id: ResourceId,
    type: string,
    envelope: JsonObject,
    from?: { readonly existing?: StoredResource | undefined; readonly hidden?: JsonObject },
  ): StoredResource {
    const now = this.clock.now().toISOString();
    const hidden = from?.hidden ?? from?.existing?.hidden;
    return {
      id: from?.existing?.id ?? this.canonicalId(id, type),
      type,
      name: from?.existing?.name ?? id.name,
      envelope,
      ...(hidden === undefined ? {} : { hidden }),
      etag: newGuid(),
      createdAt: from?.existing?.createdAt ?? now,
      changedAt: now,
    };
  }

  /** A changed copy of a record: new envelope, new etag. */
  revise(resource: StoredResource, envelope: JsonObject, hidden?: JsonObject): StoredResource {
    return {
      ...resource,
      envelope,
      ...(hidden === undefined ? {} : { hidden }),
      etag: newGuid(),
      changedAt: this.clock.now().toISOString(),
    };
  }

  /** The id as the service spells it: keywords and type canonical, the parent's own spelling, the name as given. */
  canonicalId(id: ResourceId, type: string): string {
    const segments = type.split("/");
    if (id.parentId !== undefined) {
      const parent = this.store.get(id.parentId)?.id ?? id.parentId;
      return `${parent}/${segments.at(-1) ?? ""}/${id.name}`;
    }
    const scope = this.store.get(id.scope)?.id ?? canonicalScope(id.scope);
    if (type === "Microsoft.Resources/resourceGroups") return `${scope}/resourceGroups/${id.name}`;
    return `${scope}/providers/${segments[0] ?? ""}/${segments[1] ?? ""}/${id.name}`;
  }

  #parentExists(parentId: string): boolean {
    const parent = parseResourceId(parentId);
    return parent !== undefined && this.find(parent) !== undefined;
  }

  #apply(effect: Effect): void {
    switch (effect.kind) {
      case "store":
        this.store.put(effect.resource);
        return;
      case "remove":
        this.store.remove(effect.id);
        return;
      case "step":
        this.types.find(effect.type)?.steps?.[effect.name]?.(effect.data, this);
        return;
    }
  }
}

function canonicalScope(scope: string): string {
  return scope
    .replace(/^\/subscriptions(?=\/|$)/i, "/subscriptions")
    .replace(/^(\/subscriptions\/[^/]+)\/resourcegroups(?=\/|$)/i, "$1/resourceGroups");
}

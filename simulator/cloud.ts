import { parseResourceId, type ResourceId } from "./arm/resource-id";
import type { SimulatedClock } from "./clock";
import { newGuid } from "./guid";
import { stringAt, type JsonObject } from "./json";
import { OperationLog } from "./operations/operation-log";
import type { Effect } from "./operations/operation";
import type { Change } from "./store/change";
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
  readonly store: ResourceStore;
  readonly operations: OperationLog;
  /** Names taken elsewhere in the world, as `{type}/{name}` in lower case. */
  readonly #reservedNames = new Set<string>();
  readonly #listeners: ((change: Change) => void)[] = [];

  constructor(
    readonly clock: SimulatedClock,
    readonly types: TypeRegistry,
    readonly identity: CloudIdentity,
  ) {
    const changed = (change: Change) => {
      this.#changed(change);
    };
    this.store = new ResourceStore(changed);
    this.operations = new OperationLog(
      clock,
      (effect, time) => {
        this.#apply(effect, time);
      },
      changed,
    );
  }

  /** Calls `listener` after every change. */
  onChange(listener: (change: Change) => void): void {
    this.#listeners.push(listener);
  }

  /** Says that somebody else in the world has this name: some names are unique across all of Azure. */
  reserve(type: string, name: string): void {
    const reserved = `${type}/${name}`.toLowerCase();
    this.#reservedNames.add(reserved);
    this.#changed({ kind: "reserve", name: reserved });
  }

  /** True when somebody else has this name. */
  isReserved(type: string, name: string): boolean {
    return this.#reservedNames.has(`${type}/${name}`.toLowerCase());
  }

  /** Empties the subscription. */
  reset(): void {
    this.operations.clear();
    this.#reservedNames.clear();
    this.store.clear();
  }

  /** Everything that makes up this world, as the changes that would bring it about. */
  *snapshot(): IterableIterator<Change> {
    for (const name of this.#reservedNames) yield { kind: "reserve", name };
    for (const resource of this.store.all()) yield { kind: "put", resource };
    for (const operation of this.operations.all()) yield { kind: "operation", operation };
  }

  /** Makes a change that was written down come about again. */
  replay(change: Change): void {
    switch (change.kind) {
      case "put":
        this.store.put(change.resource);
        return;
      case "remove":
        this.store.remove(change.key);
        return;
      case "operation":
        this.operations.restore(change.operation);
        return;
      case "reserve":
        this.#reservedNames.add(change.name);
        return;
      case "clear":
        this.reset();
        return;
    }
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

  #changed(change: Change): void {
    this.#listeners.forEach((listener) => {
      listener(change);
    });
  }

  #parentExists(parentId: string): boolean {
    const parent = parseResourceId(parentId);
    return parent !== undefined && this.find(parent) !== undefined;
  }

  #apply(effect: Effect, time: string): void {
    switch (effect.kind) {
      case "store":
        this.store.put(effect.resource);
        return;
      case "remove":
        this.store.remove(effect.id);
        return;
      case "step":
        this.types.find(effect.type)?.steps?.[effect.name]?.(effect.data, this, time);
        return;
      case "later":
        this.operations.start({
          style: "unattended",
          method: "POST",
          resourceId: effect.resourceId,
          apiVersion: "",
          seconds: effect.seconds,
          effects: effect.effects,
          startedAt: time,
        });
        return;
    }
  }
}

function canonicalScope(scope: string): string {
  return scope
    .replace(/^\/subscriptions(?=\/|$)/i, "/subscriptions")
    .replace(/^(\/subscriptions\/[^/]+)\/resourcegroups(?=\/|$)/i, "$1/resourceGroups");
}

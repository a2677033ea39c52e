import type { ResourceId } from "../arm/resource-id";
import type { ArmError } from "../arm/arm-error";
import type { JsonObject } from "../json";
import type { Effect, OperationFailure, Operation } from "../operations/operation";
import type { StageRequest } from "../operations/operation-log";
import type { PollingStyleName } from "../operations/polling-style";
import type { StoredResource } from "../store/resource";
import type { Cloud } from "../cloud";

/** A request to one resource, after ARM's own checks. */
export interface ResourceRequest {
  readonly cloud: Cloud;
  readonly id: ResourceId;
  readonly method: string;
  readonly apiVersion: string;
  readonly query: URLSearchParams;
  /** The JSON body; an empty object when there was none. */
  readonly body: JsonObject;
}

/** A request to a resource that exists. */
export interface ExistingResourceRequest extends ResourceRequest {
  readonly existing: StoredResource;
}

/** A request that creates or replaces. */
export interface PutRequest extends ResourceRequest {
  readonly existing: StoredResource | undefined;
}

/** How a type answers a write. */
export type Outcome =
  /** Done at once; `resource` is stored and shown. */
  | { readonly kind: "stored"; readonly status?: 200 | 201; readonly resource: StoredResource }
  /** Done at once; the resource is gone. */
  | { readonly kind: "removed"; readonly status?: 200 | 204 }
  /** Done at once, with a body of its own (actions). */
  | { readonly kind: "answered"; readonly status?: number; readonly body?: JsonObject }
  /** Accepted: goes on as an operation. `visible` is stored and shown while it runs. */
  | {
      readonly kind: "accepted";
      readonly style: PollingStyleName;
      /** Simulated duration. */
      readonly seconds: number;
      readonly effects: readonly Effect[];
      readonly visible?: StoredResource;
      /** GUID of the operation, where the type needs to know it beforehand; default a new one. */
      readonly operationId?: string;
      /** Stored at once beside it (the job of a Site Recovery operation). */
      readonly alongside?: readonly StoredResource[];
      /** Set when the service finds the fault only while it works: it accepts, and the operation fails. */
      readonly failure?: OperationFailure;
      /** Parts that end before the whole does. */
      readonly stages?: readonly StageRequest[];
      readonly failsAfterStages?: number;
      readonly hangs?: true;
      /** What happens when it fails. */
      readonly failureEffects?: readonly Effect[];
    };

/**
 * What the simulator knows about one resource type. ARM's own behaviour (ids, api-versions, groups, parents,
 * locks, preconditions, paging) is not here: `arm/` does it for every type alike.
 */
export interface ResourceType {
  /** Canonical spelling, for example `Microsoft.Storage/storageAccounts`. */
  readonly type: string;
  /** One line for the table in the README: what of the real service is modelled. */
  readonly modelled: string;
  /** `true`: top-level resource that has a location and appears in a group's resource list. */
  readonly tracked?: boolean;
  /** `true`: a record of what happened (jobs), which is no resource somebody has to remove. */
  readonly history?: boolean;
  /** `true`: hangs on any scope (role assignments, locks, diagnostic settings). */
  readonly extension?: boolean;
  /** Pattern of a legal name and the error for any other. */
  readonly checkName?: (name: string) => ArmError | undefined;
  /** PUT; absent: 405. */
  readonly put?: (request: PutRequest) => Outcome;
  /** PATCH; absent: 405. */
  readonly patch?: (request: ExistingResourceRequest) => Outcome;
  /** DELETE; absent: 405. */
  readonly remove?: (request: ExistingResourceRequest) => Outcome;
  /** Why this resource keeps its group from being deleted, if it does. */
  readonly blocksDeletion?: (resource: StoredResource, cloud: Cloud) => ArmError | undefined;
  /** DELETE of something absent; default 204. */
  readonly removeAbsent?: (request: ResourceRequest) => Outcome;
  /** POST `{resource}/{action}`, by lower-cased action. */
  readonly actions?: Readonly<Record<string, (request: ExistingResourceRequest) => Outcome>>;
  /** POST `{collection}/{action}`, by lower-cased action: actions of the collection as a whole. */
  readonly collectionActions?: Readonly<Record<string, (request: ResourceRequest) => Outcome>>;
  /** The body of a GET; default: envelope with id, name, type. */
  readonly view?: (resource: StoredResource, cloud: Cloud, query: URLSearchParams) => JsonObject;
  /** The operation whose progress a resource tells of: to read it again is to wait for that. */
  readonly tellsOf?: (resource: StoredResource, cloud: Cloud) => Operation | undefined;
  /** The entry in a list, where it differs from a GET. */
  readonly viewInList?: (resource: StoredResource, cloud: Cloud) => JsonObject;
  /** The entries of a list, where they are not simply what hangs on the owner. */
  readonly list?: (
    path: { readonly scope: string; readonly parentId?: string },
    cloud: Cloud,
    query: URLSearchParams,
  ) => readonly StoredResource[] | undefined;
  /** What a GET of something absent answers; default ARM's 404 ResourceNotFound. */
  readonly absent?: (id: ResourceId, cloud: Cloud) => ArmError;
  /** Properties that list resources of their own (`subnets` of a network), by the segment of those resources' type. */
  readonly inlined?: Readonly<Record<string, string>>;
  /** Things that exist without having been created (`blobServices/default`); stored when first asked for. */
  readonly implicit?: (id: ResourceId, cloud: Cloud) => StoredResource | undefined;
  /** Name of the only one there is, which answers under the collection's own address. */
  readonly singleton?: string;
  /** Steps that operations run by name when they end; `time` is that end, ISO 8601. */
  readonly steps?: Readonly<Record<string, (data: unknown, cloud: Cloud, time: string) => void>>;
  /** Lists show `nextLink: null` (Site Recovery) rather than leave it out. */
  readonly listShowsNullNextLink?: boolean;
  /** GETs, PUTs and the like carry an ETag header. */
  readonly sendsETag?: boolean;
}

/** A POST on a namespace (`{scope}/providers/Microsoft.Storage/checkNameAvailability`). */
export interface NamespaceRequest {
  readonly cloud: Cloud;
  readonly scope: string;
  readonly method: string;
  readonly apiVersion: string;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
}

/** Answers such a POST. */
export type NamespaceAction = (request: NamespaceRequest) => {
  readonly status: number;
  readonly body?: JsonObject;
};

/** The types of one resource provider. */
export interface ResourceProvider {
  readonly namespace: string;
  readonly types: readonly ResourceType[];
  /** By lower-cased action. */
  readonly actions?: Readonly<Record<string, NamespaceAction>>;
}

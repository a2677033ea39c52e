import { azureTimestamp } from "../clock";
import { stableGuid } from "../guid";
import type { JsonObject } from "../json";
import type { Operation } from "./operation";

/** What a poll is answered with. */
export interface PollAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
  /** The answer is the resource itself (200), or 204 when it is gone. */
  readonly resource?: true;
}

/** One of the ways in which Azure services let a client follow a long-running operation. */
export interface PollingStyle {
  /** What the service itself says in Retry-After; undefined: it sends none. */
  readonly retryAfterInSeconds?: number;
  /** Status under the Location address when the operation failed; default 400. */
  readonly failureStatus?: number;
  /** Nobody started it by a request of its own and nobody polls it; reading the resource lets its time pass. */
  readonly isUnattended?: true;
  /** Status of the accepting answer. */
  readonly acceptedStatus: (method: string, created: boolean) => number;
  /** The accepting answer shows the resource. */
  readonly showsResource: (method: string) => boolean;
  /** Token of the polling address made from the operation's GUID; default the GUID. */
  readonly token?: (guid: string) => string;
  /** Polling addresses without scheme and host. */
  readonly addresses: (operation: Operation) => {
    readonly asyncOperation?: string;
    readonly location?: string;
  };
  /** Answer under the Azure-AsyncOperation address. */
  readonly statusDocument: (operation: Operation, path: string) => JsonObject;
  /** Answer under the Location address once the operation has ended well; before that it is 202. */
  readonly finalAnswer: (operation: Operation) => PollAnswer;
}

/** Names of the styles. */
export type PollingStyleName = keyof typeof pollingStyles;

/** All styles by name: operations refer to them by name so that they survive a restart. */
export const pollingStyles = {
  /** Site Recovery: 202 with an empty body and both addresses, each signed. */
  "site-recovery": {
    acceptedStatus: () => 202,
    showsResource: () => false,
    addresses: (operation) => {
      const query = `api-version=${operation.apiVersion}&${signature(operation)}`;
      const id = operation.resourceId.replace(/^\/subscriptions/i, "/Subscriptions");
      const vault = /^.*?\/vaults\/[^/]+/i.exec(id)?.[0] ?? id;
      return {
        asyncOperation: `${vault}/replicationOperationStatus/${operation.token}?${query}`,
        location: `${id}/operationresults/${operation.token}?${query}`,
      };
    },
    statusDocument: (operation) => ({
      error: operation.failure && operation.status === "Failed" ? siteRecoveryError(operation.failure) : null,
      id: null,
      name: operation.id,
      properties: null,
      status: operation.status,
      startTime: azureTimestamp(new Date(operation.startedAt)),
      endTime: operation.status === "InProgress" ? null : wholeSeconds(operation.endsAt),
      percentComplete: null,
    }),
    finalAnswer: (operation) =>
      operation.method === "DELETE" ? { status: 204 } : { status: 200, resource: true },
  },
  /** Vault PUT: 201 with the vault in provisioning and only the status address. */
  "vault-create": {
    acceptedStatus: (_method, created) => (created ? 201 : 200),
    showsResource: () => true,
    token: vaultToken,
    addresses: (operation) => ({
      asyncOperation: `${operation.resourceId}/operationStatus/${operation.token}?api-version=${operation.apiVersion}`,
    }),
    statusDocument: vaultStatus,
    finalAnswer: () => ({ status: 200, resource: true }),
  },
  /** Vault PATCH and DELETE: 202 with both addresses. */
  "vault-change": {
    retryAfterInSeconds: 10,
    acceptedStatus: () => 202,
    showsResource: () => false,
    token: vaultToken,
    addresses: (operation) => {
      const query = `?api-version=${operation.apiVersion}`;
      const vault = /^.*?\/vaults\/[^/]+/i.exec(operation.resourceId)?.[0] ?? operation.resourceId;
      return {
        asyncOperation: `${vault}/operationStatus/${operation.token}${query}`,
        location: `${vault}/operationResults/${operation.token}${query}`,
      };
    },
    statusDocument: vaultStatus,
    finalAnswer: (operation) =>
      operation.method === "DELETE" ? { status: 204 } : { status: 200, resource: true },
  },
  /** Storage: 202 with an empty body and a Location below the region. */
  storage: {
    retryAfterInSeconds: 17,
    acceptedStatus: () => 202,
    showsResource: () => false,
    addresses: (operation) => ({
      location: `${subscriptionOf(operation)}/providers/Microsoft.Storage/locations/${operation.location ?? ""}/asyncoperations/${operation.token}?monitor=true&api-version=${operation.apiVersion}`,
    }),
    statusDocument: plainStatus,
    finalAnswer: () => ({ status: 200, resource: true }),
  },
  /** Network: PUT shows the resource in `Updating` with a status address; DELETE is 202 with both. */
  network: {
    retryAfterInSeconds: 10,
    acceptedStatus: (method, created) => (method === "PUT" ? (created ? 201 : 200) : 202),
    showsResource: (method) => method === "PUT",
    addresses: (operation) => {
      const base = `${subscriptionOf(operation)}/providers/Microsoft.Network/locations/${operation.location ?? ""}`;
      const query = `?api-version=${operation.apiVersion}`;
      const asyncOperation = `${base}/operations/${operation.token}${query}`;
      if (operation.method === "PUT") return { asyncOperation };
      return { asyncOperation, location: `${base}/operationResults/${operation.token}${query}` };
    },
    statusDocument: plainStatus,
    finalAnswer: (operation) =>
      operation.method === "DELETE" ? { status: 204 } : { status: 200, resource: true },
  },
  /** Private DNS: every write is 202 with an empty body and both addresses, below the resource's group. */
  "network-accepted": {
    retryAfterInSeconds: 30,
    acceptedStatus: () => 202,
    showsResource: () => false,
    addresses: (operation) => {
      const base = `${groupOf(operation)}/providers/Microsoft.Network`;
      const query = `?api-version=${operation.apiVersion}`;
      return {
        asyncOperation: `${base}/privateDnsOperationStatuses/${operation.token}${query}`,
        location: `${base}/privateDnsOperationResults/${operation.token}${query}`,
      };
    },
    statusDocument: plainStatus,
    finalAnswer: (operation) =>
      operation.method === "DELETE" ? { status: 204 } : { status: 200, resource: true },
  },
  /** Resource group DELETE: 202 with a Location below the subscription. */
  "resource-group": {
    retryAfterInSeconds: 15,
    failureStatus: 409,
    acceptedStatus: () => 202,
    showsResource: () => false,
    token: (guid) => Buffer.from(`RESOURCEGROUPDELETE:${guid}`).toString("base64url"),
    addresses: (operation) => ({
      location: `${subscriptionOf(operation)}/operationresults/${operation.token}?api-version=${operation.apiVersion}`,
    }),
    statusDocument: plainStatus,
    finalAnswer: () => ({ status: 200 }),
  },
  /** Services that show `provisioningState` in the resource and give no polling address for PUT. */
  "provisioning-state": {
    acceptedStatus: (_method, created) => (created ? 201 : 200),
    showsResource: () => true,
    addresses: () => ({}),
    statusDocument: plainStatus,
    finalAnswer: () => ({ status: 200, resource: true }),
  },
  /** What goes on by itself after an operation: no address, no answer. */
  unattended: {
    isUnattended: true,
    acceptedStatus: () => 202,
    showsResource: () => false,
    addresses: () => ({}),
    statusDocument: plainStatus,
    finalAnswer: () => ({ status: 200, resource: true }),
  },
} as const satisfies Record<string, PollingStyle>;

/** The style of an operation. */
export function styleOf(operation: Operation): PollingStyle {
  const style: PollingStyle | undefined = (pollingStyles as Readonly<Record<string, PollingStyle>>)[
    operation.style
  ];
  if (!style) throw new Error(`Operation ${operation.id} has the unknown polling style ${operation.style}.`);
  return style;
}

/** The signature the service puts into Site Recovery's polling addresses; a client has to send it back. */
export function signature(operation: Pick<Operation, "id" | "startedAt">): string {
  const time = new Date(operation.startedAt).getTime();
  return `t=${time}&c=${stableGuid(`c ${operation.id}`)}&s=${stableGuid(`s ${operation.id}`)}&h=${stableGuid(`h ${operation.id}`)}`;
}

function subscriptionOf(operation: Operation): string {
  return /^\/subscriptions\/[^/]+/i.exec(operation.resourceId)?.[0] ?? "";
}

function groupOf(operation: Operation): string {
  return /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(operation.resourceId)?.[0] ?? "";
}

function vaultToken(guid: string): string {
  return Buffer.from(`2047;${guid}`).toString("base64");
}

function vaultStatus(operation: Operation, path: string): JsonObject {
  const error = operation.failure && operation.status === "Failed" ? { error: operation.failure } : {};
  return { id: path, name: operation.token, status: operation.status, percentComplete: 0, ...error };
}

function plainStatus(operation: Operation): JsonObject {
  const error = operation.failure && operation.status === "Failed" ? { error: operation.failure } : {};
  return { status: operation.status, ...error };
}

function siteRecoveryError(failure: { readonly code: string; readonly message: string }): JsonObject {
  return { code: failure.code, message: failure.message, details: [], innererror: null };
}

function wholeSeconds(time: string): string {
  return time.replace(/\.\d+Z$/, ".0000000Z");
}

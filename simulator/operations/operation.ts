import type { StoredResource } from "../store/resource";

/** What an operation does to the world when it ends. Plain data, so that a restarted simulator carries on. */
export type Effect =
  | { readonly kind: "store"; readonly resource: StoredResource }
  | { readonly kind: "remove"; readonly id: string }
  /** A further step of the type itself, by name: the type's `steps[name](data)` runs. */
  | { readonly kind: "step"; readonly type: string; readonly name: string; readonly data: unknown };

/** Why an operation failed, as its status document says it. */
export interface OperationFailure {
  readonly code: string;
  readonly message: string;
}

/** A long-running operation. */
export interface Operation {
  /** GUID of the operation. */
  readonly id: string;
  /** Last path segment of its polling addresses: the GUID, or what the service makes of it. */
  readonly token: string;
  /** Which polling protocol it speaks (`polling-style.ts`). */
  readonly style: string;
  readonly method: string;
  /** The resource it is about, canonical spelling. */
  readonly resourceId: string;
  readonly apiVersion: string;
  /** Region for services that put it into the polling address. */
  readonly location?: string;
  /** Simulated times, ISO 8601. */
  readonly startedAt: string;
  readonly endsAt: string;
  readonly effects: readonly Effect[];
  readonly failure?: OperationFailure;
  readonly failureEffects?: readonly Effect[];
  readonly status: "InProgress" | "Succeeded" | "Failed";
}

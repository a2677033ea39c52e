import type { StoredResource } from "../store/resource";

/** What an operation does to the world when it ends. Plain data, so that a restarted simulator carries on. */
export type Effect =
  | { readonly kind: "store"; readonly resource: StoredResource }
  | { readonly kind: "remove"; readonly id: string }
  /** A further step of the type itself, by name: the type's `steps[name](data)` runs. */
  | { readonly kind: "step"; readonly type: string; readonly name: string; readonly data: unknown }
  /** Something goes on by itself from here (a first replication); no client follows it, and it stands in nobody's way. */
  | {
      readonly kind: "later";
      readonly resourceId: string;
      readonly seconds: number;
      readonly effects: readonly Effect[];
    };

/** Why an operation failed, as its status document says it. */
export interface OperationFailure {
  readonly code: string;
  readonly message: string;
}

/** A part of an operation that ends before the whole does (the group of a recovery plan). */
export interface Stage {
  /** Simulated time at which it ends, ISO 8601. */
  readonly at: string;
  readonly effects: readonly Effect[];
  /** What happens when the operation fails before this stage has ended. */
  readonly failureEffects?: readonly Effect[];
  /** It does not end by time alone: somebody has to resume the job. */
  readonly awaitsResume?: true;
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
  /** What has to end before the whole does, in order; those done are dropped. */
  readonly stages?: readonly Stage[];
  /** With `failure`: how many stages still end well before it strikes; default 1. */
  readonly failsAfterStages?: number;
  /** It never ends by itself: only a cancellation ends it. */
  readonly hangs?: true;
  readonly status: "InProgress" | "Succeeded" | "Failed";
}

import type { SimulatedClock } from "../clock";
import { newGuid } from "../guid";
import type { Change } from "../store/change";
import type { Effect, Operation, OperationFailure } from "./operation";

/** What is needed to start an operation. */
export interface OperationRequest {
  readonly style: string;
  readonly method: string;
  readonly resourceId: string;
  readonly apiVersion: string;
  readonly location?: string;
  readonly seconds: number;
  readonly effects: readonly Effect[];
  readonly failure?: OperationFailure;
  readonly failureEffects?: readonly Effect[];
  readonly id?: string;
  readonly tokenOf?: (guid: string) => string;
}

/** The operations under way and done. Ends those whose time has come, in the order of their end. */
export class OperationLog {
  readonly #byToken = new Map<string, Operation>();
  readonly #running = new Set<string>();

  constructor(
    private readonly clock: SimulatedClock,
    private readonly apply: (effect: Effect) => void,
    private readonly changed: (change: Change) => void,
  ) {}

  /** Starts an operation; one that takes no time still ends at the next look, never inside the request that started it. */
  start(request: OperationRequest): Operation {
    const id = request.id ?? newGuid();
    const startedAt = this.clock.now();
    const operation: Operation = {
      id,
      token: request.tokenOf?.(id) ?? id,
      style: request.style,
      method: request.method,
      resourceId: request.resourceId,
      apiVersion: request.apiVersion,
      ...(request.location === undefined ? {} : { location: request.location }),
      startedAt: startedAt.toISOString(),
      endsAt: new Date(startedAt.getTime() + request.seconds * 1000).toISOString(),
      effects: request.effects,
      ...(request.failure === undefined ? {} : { failure: request.failure }),
      ...(request.failureEffects === undefined ? {} : { failureEffects: request.failureEffects }),
      status: "InProgress",
    };
    this.#keep(operation);
    return operation;
  }

  /** The operation whose polling address ends in `token`. */
  find(token: string): Operation | undefined {
    return this.#byToken.get(token.toLowerCase());
  }

  /** Operations on this resource that have not ended. */
  runningOn(resourceId: string): readonly Operation[] {
    const key = resourceId.toLowerCase();
    return this.running().filter((operation) => operation.resourceId.toLowerCase() === key);
  }

  /** Everything under way, in the order it will end. */
  running(): readonly Operation[] {
    const running = [...this.#running]
      .map((token) => this.#byToken.get(token))
      .filter((found) => found !== undefined);
    return running.sort((left, right) => left.endsAt.localeCompare(right.endsAt));
  }

  /** Ends what is due by the clock. */
  settle(): void {
    const now = this.clock.now().toISOString();
    for (const operation of this.running()) {
      if (operation.endsAt > now) return;
      this.#running.delete(operation.token.toLowerCase());
      const effects = operation.failure === undefined ? operation.effects : (operation.failureEffects ?? []);
      effects.forEach(this.apply);
      const status = operation.failure === undefined ? "Succeeded" : "Failed";
      // Effects hold whole resources: an ended operation needs them no more.
      const ended: Operation = { ...operation, status, effects: [], failureEffects: [] };
      this.#byToken.set(operation.token.toLowerCase(), ended);
      this.changed({ kind: "operation", operation: ended });
    }
  }

  /** Forgets everything, also what is under way. */
  clear(): void {
    this.#byToken.clear();
    this.#running.clear();
  }

  /** All operations, for the state file. */
  all(): readonly Operation[] {
    return [...this.#byToken.values()];
  }

  /** Takes over an operation that was written down. */
  restore(operation: Operation): void {
    this.#running.delete(operation.token.toLowerCase());
    this.#keep(operation);
  }

  #keep(operation: Operation): void {
    const token = operation.token.toLowerCase();
    this.#byToken.set(token, operation);
    if (operation.status === "InProgress") this.#running.add(token);
    this.changed({ kind: "operation", operation });
  }
}

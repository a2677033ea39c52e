import type { SimulatedClock } from "../clock";
import { newGuid } from "../guid";
import type { Change } from "../store/change";
import type { Effect, Operation, OperationFailure, Stage } from "./operation";
import { styleOf } from "./polling-style";

/** A stage of an operation to be: its end in simulated seconds after the start. */
export interface StageRequest extends Omit<Stage, "at"> {
  readonly seconds: number;
}

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
  readonly stages?: readonly StageRequest[];
  readonly failsAfterStages?: number;
  readonly hangs?: true;
  readonly id?: string;
  /** ISO 8601; default now. */
  readonly startedAt?: string;
  readonly tokenOf?: (guid: string) => string;
}

/** The operations under way and done. Ends those whose time has come, in the order of their end. */
export class OperationLog {
  readonly #byToken = new Map<string, Operation>();
  readonly #running = new Set<string>();
  /** Tokens of what runs, by lower-cased resource id. */
  readonly #runningOn = new Map<string, Set<string>>();

  constructor(
    private readonly clock: SimulatedClock,
    private readonly apply: (effect: Effect, time: string) => void,
    private readonly changed: (change: Change) => void,
  ) {}

  /** Starts an operation; one that takes no time still ends at the next look, never inside the request that started it. */
  start(request: OperationRequest): Operation {
    const id = request.id ?? newGuid();
    const startedAt = request.startedAt === undefined ? this.clock.now() : new Date(request.startedAt);
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
      ...(request.stages === undefined || request.stages.length === 0
        ? {}
        : { stages: request.stages.map((stage) => stageFrom(stage, startedAt)) }),
      ...(request.failsAfterStages === undefined ? {} : { failsAfterStages: request.failsAfterStages }),
      ...(request.hangs ? { hangs: true } : {}),
      status: "InProgress",
    };
    this.#keep(operation);
    return operation;
  }

  /** The operation whose polling address ends in `token`. */
  find(token: string): Operation | undefined {
    return this.#byToken.get(token.toLowerCase());
  }

  /** Operations on this resource that have not ended, in the order they will. */
  runningOn(resourceId: string): readonly Operation[] {
    return this.#inOrder(this.#runningOn.get(resourceId.toLowerCase()) ?? []);
  }

  /** Everything under way, in the order it will end. */
  running(): readonly Operation[] {
    return this.#inOrder(this.#running);
  }

  /** Ends what is due by the clock, and what that starts and is due as well. */
  settle(): void {
    const now = this.clock.now().toISOString();
    for (;;) {
      const [next] = this.running()
        .filter((operation) => nextAt(operation) <= now && !isHeld(operation))
        .sort((left, right) => nextAt(left).localeCompare(nextAt(right)));
      if (!next) return;
      this.#advance(next);
    }
  }

  /** Makes an operation under way fail, now. */
  fail(token: string, failure: OperationFailure): void {
    const operation = this.find(token);
    if (operation?.status !== "InProgress") return;
    this.#end({ ...operation, endsAt: this.clock.now().toISOString(), failure });
  }

  /** Lets an operation that waits for somebody go on; what is left of it takes as long as it would have. */
  resume(token: string): void {
    const operation = this.find(token);
    const [stage, ...later] = operation?.stages ?? [];
    if (operation?.status !== "InProgress" || !stage?.awaitsResume) return;
    const now = this.clock.now().getTime();
    const waited = Math.max(0, now - Date.parse(stage.at));
    const shifted = (time: string) => new Date(Date.parse(time) + waited).toISOString();
    const { awaitsResume: _awaitsResume, ...going } = stage;
    this.#replace({
      ...operation,
      endsAt: shifted(operation.endsAt),
      stages: [going, ...later].map((each) => ({ ...each, at: shifted(each.at) })),
    });
  }

  /** Ends the next stage, or the whole. */
  #advance(operation: Operation): void {
    const [stage, ...later] = operation.stages ?? [];
    if (!stage) {
      this.#end(operation);
      return;
    }
    const wellUntilFailure = operation.failsAfterStages ?? 1;
    if (operation.failure && wellUntilFailure === 0) {
      this.#end({ ...operation, endsAt: stage.at });
      return;
    }
    const left = operation.failure ? { failsAfterStages: wellUntilFailure - 1 } : {};
    this.#replace({ ...operation, ...left, stages: later });
    stage.effects.forEach((effect) => {
      this.apply(effect, stage.at);
    });
  }

  #replace(operation: Operation): void {
    this.#byToken.set(operation.token.toLowerCase(), operation);
    this.changed({ kind: "operation", operation });
  }

  #end(operation: Operation): void {
    const token = operation.token.toLowerCase();
    if (!this.#running.has(token)) return;
    this.#forgetRunning(operation);
    const failed = operation.failure !== undefined;
    const ended: Operation = { ...operation, status: failed ? "Failed" : "Succeeded" };
    this.#byToken.set(token, ended);
    const undone = (operation.stages ?? []).flatMap(({ failureEffects }) => failureEffects ?? []);
    const effects = failed ? [...undone, ...(operation.failureEffects ?? [])] : operation.effects;
    effects.forEach((effect) => {
      this.apply(effect, operation.endsAt);
    });
    // Effects hold whole resources: an operation that went well needs them no more, one that failed may be tried again.
    const kept: Operation = failed ? ended : { ...ended, effects: [], failureEffects: [] };
    if (styleOf(operation).isUnattended) this.#byToken.delete(token);
    else this.#byToken.set(token, kept);
    this.changed({ kind: "operation", operation: kept });
  }

  #inOrder(tokens: Iterable<string>): readonly Operation[] {
    const found = [...tokens].map((token) => this.#byToken.get(token)).filter((each) => each !== undefined);
    return found.sort((left, right) => left.endsAt.localeCompare(right.endsAt));
  }

  #forgetRunning(operation: Operation): void {
    const token = operation.token.toLowerCase();
    const resource = operation.resourceId.toLowerCase();
    this.#running.delete(token);
    const tokens = this.#runningOn.get(resource);
    tokens?.delete(token);
    if (tokens?.size === 0) this.#runningOn.delete(resource);
  }

  /** Forgets everything, also what is under way. */
  clear(): void {
    this.#byToken.clear();
    this.#running.clear();
    this.#runningOn.clear();
  }

  /** All operations, for the state file. */
  all(): readonly Operation[] {
    return [...this.#byToken.values()];
  }

  /** Takes over an operation that was written down. */
  restore(operation: Operation): void {
    this.#forgetRunning(operation);
    this.#keep(operation);
  }

  #keep(operation: Operation): void {
    const token = operation.token.toLowerCase();
    this.#byToken.set(token, operation);
    if (operation.status === "InProgress") {
      const resource = operation.resourceId.toLowerCase();
      this.#running.add(token);
      this.#runningOn.set(resource, (this.#runningOn.get(resource) ?? new Set()).add(token));
    }
    this.changed({ kind: "operation", operation });
  }
}

/** When something happens to an operation next. */
function nextAt(operation: Operation): string {
  return operation.stages?.[0]?.at ?? operation.endsAt;
}

/** True for an operation that does not go on by time. */
function isHeld(operation: Operation): boolean {
  return operation.hangs === true || operation.stages?.[0]?.awaitsResume === true;
}

function stageFrom({ seconds, ...stage }: StageRequest, startedAt: Date): Stage {
  return { ...stage, at: new Date(startedAt.getTime() + seconds * 1000).toISOString() };
}

import type { EngineLog } from "../plugin-protocol/engine-log";
import type { DiffResult } from "../plugin-protocol/diff-response";
import type { PropertyMap } from "../plugin-protocol/property-value";
import type { AzureConnection } from "../azure/connection";
import type { ObjectDescription } from "./property-description";

/**
 * A resource of the plugin: what it takes and gives, and what its verbs do. The package schema, the TypeScript
 * classes, the checks of shape and the documentation come from `inputs` and `outputs`; nothing of them is written
 * twice.
 */
export interface ResourceDefinition {
  /** The class in `azure-siterecovery:index:<Class>`, e.g. `ReplicatedMachine`. */
  readonly name: string;
  /** Markdown: what it is in Azure, what creating, updating and deleting it does there. */
  readonly description: string;
  readonly inputs: ObjectDescription;
  /** What the service adds; every input is an output as well. */
  readonly outputs: ObjectDescription;
  /**
   * Judges inputs whose shape is right: limits, and what only holds for inputs together. Unknown values are
   * `UnknownValue`, and nothing may be concluded from them. Never asks Azure.
   */
  check?(inputs: PropertyMap, context: CheckContext): CheckOutcome;
  /**
   * Compares; default: what `replaces` of the descriptions says, ids without case. Asked at preview with the state
   * that the last refresh saw; may ask Azure to tell what an item is doing, and warn about it.
   */
  diff?(request: DiffRequest, context: OperationContext): Promise<DiffResult>;
  create(request: CreateRequest, context: OperationContext): Promise<ResourceState>;
  /** The resource as it is now; undefined when it is gone. Without `inputs` it is an import by id. */
  read(request: ReadRequest, context: OperationContext): Promise<ReadState | undefined>;
  /** Absent for resources of which every change replaces. */
  update?(request: UpdateRequest, context: OperationContext): Promise<ResourceState>;
  delete(request: DeleteRequest, context: OperationContext): Promise<void>;
}

/** An input that cannot stand. */
export interface CheckProblem {
  /** Path of the input, e.g. `managedDisks[0].diskId`; empty for the resource as a whole. */
  readonly property: string;
  /** What, the limit or rule with its source, what to do. */
  readonly reason: string;
}

export interface CheckOutcome {
  readonly problems: readonly CheckProblem[];
  /** What is doubtful or could not be decided; shown as warnings. */
  readonly warnings?: readonly string[];
}

export interface CheckContext {
  readonly urn: string;
  readonly name: string;
  /** Edition of the limits, from the provider's configuration; `current` by default. */
  readonly edition: string;
  /** The inputs of the last deployment, where there was one. */
  readonly before: PropertyMap | undefined;
}

/** A resource as the engine keeps it. `outputs` hold the inputs as well. */
export interface ResourceState {
  /** The ARM id. */
  readonly id: string;
  readonly outputs: PropertyMap;
}

export interface ReadState extends ResourceState {
  /** Inputs that would give this state; on a refresh only what changed in the service differs from those given. */
  readonly inputs: PropertyMap;
}

export interface CreateRequest {
  readonly inputs: PropertyMap;
}

export interface DiffRequest {
  readonly id: string;
  readonly before: PropertyMap;
  readonly state: PropertyMap;
  readonly inputs: PropertyMap;
}

export interface ReadRequest {
  readonly id: string;
  readonly inputs: PropertyMap | undefined;
  readonly state: PropertyMap | undefined;
}

export interface UpdateRequest {
  readonly id: string;
  readonly before: PropertyMap;
  readonly state: PropertyMap;
  readonly inputs: PropertyMap;
}

export interface DeleteRequest {
  readonly id: string;
  readonly inputs: PropertyMap;
  readonly state: PropertyMap;
}

/** What a verb works with. */
export interface OperationContext {
  readonly urn: string;
  readonly connection: AzureConnection;
  /** Ends the operation: its time limit, or the user's Ctrl+C. */
  readonly signal: AbortSignal;
  readonly log: EngineLog;
  /** A line of progress beside this resource. */
  status(message: string): void;
  /** A warning that stays. */
  warn(message: string): void;
}

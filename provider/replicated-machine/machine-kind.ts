import type { PropertyMap } from "../../plugin-protocol/property-value";
import type { ObjectDescription } from "../property-description";
import type { Json, ProtectedItem } from "./item";
import type { Settings } from "./setting";

/** Names of the nested inputs, one of which every machine has. */
export type KindName = "a2a" | "inMageRcm" | "inMageAzureV2" | "hyperVReplicaAzure";

/** A request to the service beside the usual ones. */
export interface ItemRequest {
  /** Id with the action at its end. */
  readonly target: string;
  readonly body: Json;
}

/** The body of a PATCH: fields of the item, and of its `providerSpecificDetails`. */
export interface UpdateFields {
  readonly item: Json;
  readonly details: Json;
}

/** A request that cannot be made: what the program has to say first. */
export interface Missing {
  readonly missing: string;
}

/** One way of replicating: what it takes, and how it says it to the service. */
export interface MachineKind {
  /** The nested input that holds what this way takes. */
  readonly input: KindName;
  /** Discriminator of the REST API. */
  readonly instanceType: string;
  /** What an item is called while it replicates back. */
  readonly backwardTypes: readonly string[];
  readonly description: string;
  readonly settings: Settings;
  /** Inputs that take more than being passed on. */
  readonly special: ObjectDescription;
  /** Lists whose order means nothing, with the names of which the first that is given tells entries apart. */
  readonly keyedLists: Readonly<Record<string, readonly string[]>>;
  /** Id of the machine at the source; undefined while it is not known. */
  sourceOf(inputs: PropertyMap): string | undefined;
  /** Whether an item protects this machine, in either direction. */
  protects(item: ProtectedItem, source: string): boolean;
  /** `providerSpecificDetails` of the request that enables, without `instanceType`. */
  enable(given: PropertyMap): Json;
  /** What PATCH is to hold. @throws AzureError for an adapter that the machine does not have. */
  update(given: PropertyMap, before: PropertyMap | undefined, item: ProtectedItem): UpdateFields;
  /** The given inputs as the item shows them. */
  shown(given: PropertyMap, item: ProtectedItem): PropertyMap;
  /** Disks to protect in addition, and no longer; absent where the service has no such operation. */
  readonly disks?: {
    add(given: PropertyMap, item: ProtectedItem): Json | undefined;
    remove?(given: PropertyMap, before: PropertyMap | undefined, item: ProtectedItem): Json | undefined;
  };
  /** The request that makes a machine which was failed over replicate back. */
  reprotect(given: PropertyMap, inputs: PropertyMap, item: ProtectedItem): ItemRequest | Missing;
}

import type { Cloud } from "../../../cloud";
import type { JsonObject } from "../../../json";
import type { StoredResource } from "../../../store/resource";
import type { AllowedByState, ItemState } from "./item-state";
import type { Target } from "./target";

/** What an enable-protection request is made of, its common parts found and checked. */
export interface EnableRequest {
  readonly cloud: Cloud;
  /** Lower-cased id of the item to be. */
  readonly key: string;
  readonly name: string;
  /** `properties` of the body. */
  readonly given: JsonObject;
  /** `properties.providerSpecificDetails` of the body. */
  readonly input: JsonObject;
  readonly policy: StoredResource;
  readonly container: StoredResource;
  readonly fabric: StoredResource;
}

/** The far side of an item. */
export interface RecoverySide {
  readonly fabricFriendlyName: unknown;
  readonly fabricId: string;
  readonly containerFriendlyName: unknown;
  readonly containerId: string;
}

/** What a provider makes of the request. */
export interface Enabled {
  readonly friendlyName: string;
  /** Empty for all but Hyper-V. Recorded and published. */
  readonly protectedItemType: string;
  readonly protectableItemId: string | null;
  readonly recovery: RecoverySide;
  /** `providerSpecificDetails` right after. */
  readonly details: JsonObject;
  /** What the service remembers of the request and shows only later. */
  readonly hidden?: JsonObject;
  /** Identity of the machine, so that none is protected twice. */
  readonly machineId: string;
}

/** An item, for what happens to it later. */
export interface ItemChange {
  readonly cloud: Cloud;
  readonly item: StoredResource;
  readonly properties: JsonObject;
  readonly details: JsonObject;
}

/** One way of replicating a machine (`instanceType`). */
export interface ReplicationProvider {
  readonly instanceType: string;
  /** Simulated seconds of enable protection, and from its end until the item is protected. */
  readonly seconds: { readonly enable: number; readonly untilProtected: number };
  /** The state in which enable protection leaves the item. */
  readonly stateAfterEnable: ItemState;
  readonly allowed: AllowedByState;
  /** @throws ArmError 400 for an input the service cannot use. */
  readonly enable: (request: EnableRequest) => Enabled;
  /** What the item knows once it is protected (its NICs, its first recovery point). */
  readonly whenProtected: (change: ItemChange, time: string) => JsonObject;
  /** `providerSpecificDetails` after a PATCH. @throws ArmError 400. */
  readonly update: (change: ItemChange, given: JsonObject) => JsonObject;
  /** @throws ArmError 400. */
  readonly addDisks?: (change: ItemChange, input: JsonObject) => JsonObject;
  /** @throws ArmError 400. */
  readonly removeDisks?: (change: ItemChange, input: JsonObject) => JsonObject;
  /** The machine a failover makes. */
  readonly target: (details: JsonObject) => Target;
  /** The provider that takes over after a failover was committed and reprotection asked for; default this one. */
  readonly reversed?: string;
}

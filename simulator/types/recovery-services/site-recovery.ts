import type { ResourceId } from "../../arm/resource-id";
import { ArmError } from "../../arm/arm-error";
import type { Cloud } from "../../cloud";
import { parseResourceId } from "../../arm/resource-id";
import type { JsonObject } from "../../json";
import type { Effect, OperationFailure } from "../../operations/operation";
import type { StoredResource } from "../../store/resource";
import type { Outcome } from "../resource-type";

/** What all Site Recovery types have in common: how writes are answered, how ids are spelled, how refusals read. */

/** Site Recovery answers its own ids with a capital S. */
export function siteRecoveryId(id: string): string {
  return id.replace(/^\/subscriptions\//i, "/Subscriptions/");
}

/** Every write: 202, empty body, both addresses; the change happens when the operation ends. */
export function accepted(seconds: number, effects: readonly Effect[], failure?: OperationFailure): Outcome {
  return { kind: "accepted", style: "site-recovery", seconds, effects, ...(failure ? { failure } : {}) };
}

/** A refusal at the door. Site Recovery's own codes are numbers or words; ARM's envelope holds them. */
export function refused(code: string, message: string, status = 400): ArmError {
  return new ArmError(status, code, message);
}

/** Id, name, type and properties in Site Recovery's spelling. */
export function siteRecoveryView(resource: StoredResource): JsonObject {
  return {
    id: siteRecoveryId(resource.id),
    name: resource.name,
    type: resource.type,
    properties: resource.envelope["properties"],
  };
}

/** The vault a Site Recovery id lies in. */
export function vaultIdOf(id: string): string {
  return /^.*?\/vaults\/[^/]+/i.exec(id)?.[0] ?? id;
}

/** The resource an id in a request body refers to, which must be of `type` and exist. */
export function referred(
  cloud: Cloud,
  id: string | undefined,
  type: string,
  property: string,
): { readonly resource: StoredResource; readonly id: ResourceId } {
  const parsed = id === undefined ? undefined : parseResourceId(id);
  const resource = parsed && cloud.find(parsed);
  if (!resource || resource.type.toLowerCase() !== type.toLowerCase()) {
    throw refused(
      "InvalidParameter",
      `The value '${id ?? ""}' of '${property}' does not name an existing resource of type '${type}'.`,
    );
  }
  return { resource, id: parsed };
}

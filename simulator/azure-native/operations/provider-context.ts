import type { ArmClient } from "../arm/arm-client";
import { findModelledType } from "../types/type-table";
import { parseToken } from "../types/token";
import type { ResourceType } from "../types/resource-type";
import { unmodelledType } from "../types/unmodelled-type";
import type { PropertyMap } from "../../../plugin-protocol/property-value";

/** What every operation of the provider works with. */
export interface ProviderContext {
  readonly client: ArmClient;
  readonly subscriptionId: string;
  /** Region for resources that name none; from the configuration `azure-native:location`. */
  readonly location: string | undefined;
  /** Types that are not modelled are errors instead of warnings. */
  readonly strict: boolean;
  /** A note in the engine's verbose log. */
  readonly debug: (message: string, urn: string) => void;
  /** Regions of resource groups seen so far, by lower-case name. */
  readonly resourceGroupLocations: Map<string, string>;
}

/**
 * The mapping for a token; a guessed one where there is none. The user's one warning about it comes from the
 * simulator, which sees every client and outlives the plugin.
 */
export function resourceTypeOf(
  context: ProviderContext,
  token: string,
  urn: string,
  inputs: PropertyMap,
): ResourceType {
  const parsed = parseToken(token);
  const modelled = findModelledType(parsed);
  if (modelled !== undefined) return modelled;
  const guessed = unmodelledType(parsed, inputs);
  context.debug(
    `azure-native:${guessed.name} is not in the type table; it is mapped to ${guessed.path}.`,
    urn,
  );
  return guessed;
}

/** API version of a resource: the type's, or what the caller chose for a generic resource. */
export function apiVersionOf(type: ResourceType, inputs: PropertyMap): string {
  const chosen = type.apiVersionInput === undefined ? undefined : inputs[type.apiVersionInput];
  return typeof chosen === "string" ? chosen : type.apiVersion;
}

import { stringOf, type PropertyMap, type PropertyValue } from "../../plugin-protocol/property-value";
import type { ResourceState } from "../resource-definition";
import { inputs as inputDescriptions, outputs as outputDescriptions } from "./inputs";
import { textIn, type ProtectedItem } from "./item";
import { allowedOperations } from "./item-state";

/**
 * What the engine keeps of a machine.
 *
 * @param applied inputs as far as they are applied: what was held back is missing, so that the next comparison finds it.
 */
export function stateOf(id: string, applied: PropertyMap, item: ProtectedItem): ResourceState {
  return { id, outputs: { ...serviceOutputs(item), ...applied } };
}

/** Inputs in a state of the engine: those that are applied. Falls back to what was given where the state has none. */
export function appliedInputs(state: PropertyMap, given: PropertyMap): PropertyMap {
  const names = Object.keys(inputDescriptions);
  const kept = Object.fromEntries(Object.entries(state).filter(([name]) => names.includes(name)));
  return Object.keys(kept).length === 0 ? given : kept;
}

/** Ids under which an item may be found: where it was last seen, and where it was made. */
export function idsOf(id: string, state: PropertyMap | undefined): readonly string[] {
  const seen = stringOf(state?.["protectedItemId"]);
  return seen === undefined ? [id] : [seen, id];
}

function serviceOutputs(item: ProtectedItem): PropertyMap {
  const { properties, details } = item;
  const texts = Object.keys(outputDescriptions).flatMap((name): [string, PropertyValue][] => {
    const value = textIn(properties, name);
    return value === undefined ? [] : [[name, value]];
  });
  const machineId = textIn(details, "recoveryFabricObjectId");
  return {
    ...Object.fromEntries(texts),
    protectedItemId: item.id,
    allowedOperations: allowedOperations(item),
    ...(machineId === undefined ? {} : { recoveryMachineId: machineId }),
  };
}

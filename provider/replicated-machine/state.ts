import {
  isPropertyMap,
  stringOf,
  type PropertyMap,
  type PropertyValue,
} from "../../plugin-protocol/property-value";
import type { ResourceState } from "../resource-definition";
import { inputs as inputDescriptions, status } from "./inputs";
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

/**
 * Ids under which an item may be found: where it was last seen, where it was made, and in the container that
 * reprotection of an Azure machine moves it to.
 *
 * @param state outputs, or inputs where there is no state.
 */
export function idsOf(id: string, state: PropertyMap | undefined): readonly string[] {
  const seen = stringOf(state?.["protectedItemId"]);
  const a2a = state?.["a2a"];
  const otherSide = isPropertyMap(a2a) ? stringOf(a2a["recoveryContainerId"]) : undefined;
  const name = id.split("/").at(-1) ?? "";
  return [
    ...(seen === undefined ? [] : [seen]),
    id,
    ...(otherSide === undefined ? [] : [`${otherSide}/replicationProtectedItems/${name}`]),
  ];
}

function serviceOutputs(item: ProtectedItem): PropertyMap {
  const { properties, details } = item;
  const texts = Object.keys(status.properties).flatMap((name): [string, PropertyValue][] => {
    const value = textIn(properties, name);
    return value === undefined ? [] : [[name, value]];
  });
  const machineId = textIn(details, "recoveryFabricObjectId");
  return {
    protectedItemId: item.id,
    status: {
      ...Object.fromEntries(texts),
      allowedOperations: allowedOperations(item),
      ...(machineId === undefined ? {} : { recoveryMachineId: machineId }),
    },
  };
}

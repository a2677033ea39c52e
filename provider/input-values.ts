import { isSame, isSameLocation } from "../plugin-protocol/equality";
import {
  isPropertyMap,
  stringOf,
  withoutSecrets,
  type PropertyMap,
  type PropertyValue,
} from "../plugin-protocol/property-value";

/** A required text. @throws Error when it is not there: the check of shape has let through what it should not. */
export function requiredText(inputs: PropertyMap, name: string): string {
  const text = stringOf(inputs[name]);
  if (text === undefined) throw new Error(`${name} is missing or not known.`);
  return text;
}

/** Properties without those that the service left out or sent as null. */
export function definedOnly(properties: Readonly<Record<string, PropertyValue | undefined>>): PropertyMap {
  return Object.fromEntries(
    Object.entries(properties).filter(
      (entry): entry is [string, PropertyValue] => entry[1] !== undefined && entry[1] !== null,
    ),
  );
}

/**
 * Inputs after a refresh: those given, with what has changed in the service. What means the same stays as the program
 * wrote it (ids in other case, regions with blanks); what the program left out stays out.
 */
export function refreshedInputs(given: PropertyMap, actual: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const now = actual[name];
      const same =
        now === undefined || isSame(value, now) || (name === "location" && isSameLocation(value, now));
      return [name, same ? value : now];
    }),
  );
}

/** An object among inputs, secret or not; undefined when it is absent. */
export function objectIn(inputs: PropertyMap, name: string): PropertyMap | undefined {
  const value = inputs[name];
  const open = value === undefined ? undefined : withoutSecrets(value);
  return isPropertyMap(open) ? open : undefined;
}

import { isSame } from "../../plugin-protocol/equality";
import {
  isPropertyList,
  isPropertyMap,
  SecretValue,
  withoutSecrets,
  type PropertyMap,
  type PropertyValue,
} from "../../plugin-protocol/property-value";
import type { ObjectDescription, PropertyDescription } from "../property-description";

/**
 * Inputs that an older version of this package has kept, as today's version would have kept them: a name that is not
 * known any more and that nobody gives is left out, and one that was not known yet has its default, because a new
 * input's default is what happened before there was such an input. What is assumed is the same given and not given. So an upgrade by itself is no change.
 *
 * @param inputs of today, with defaults.
 */
export function inTodaysShape(
  before: PropertyMap,
  inputs: PropertyMap,
  description: ObjectDescription,
): PropertyMap {
  const shaped: Record<string, PropertyValue> = {};
  for (const [name, value] of Object.entries(before)) {
    const property = Object.hasOwn(description, name) ? description[name] : undefined;
    if (
      inputs[name] === undefined &&
      (property === undefined ? !name.startsWith("__") : isAssumed(value, property))
    )
      continue;
    shaped[name] = property === undefined ? value : valueInTodaysShape(value, inputs[name], property);
  }
  for (const [name, { default: filledIn, assumed }] of Object.entries(description)) {
    const given = inputs[name];
    const usual = filledIn ?? assumed;
    if (usual === undefined) continue;
    if (before[name] === undefined && given !== undefined && isSame(withoutSecrets(given), usual)) {
      shaped[name] = given;
    }
  }
  return shaped;
}

function isAssumed(value: PropertyValue, { assumed }: PropertyDescription): boolean {
  return assumed !== undefined && value === assumed;
}

function valueInTodaysShape(
  before: PropertyValue,
  given: PropertyValue | undefined,
  property: PropertyDescription,
): PropertyValue {
  if (before instanceof SecretValue) {
    return new SecretValue(valueInTodaysShape(before.value, given, property));
  }
  const now = given instanceof SecretValue ? given.value : given;
  switch (property.type) {
    case "object":
      return isPropertyMap(before) && isPropertyMap(now)
        ? inTodaysShape(before, now, property.object.properties)
        : before;
    case "list":
      return isPropertyList(before) && isPropertyList(now)
        ? before.map((item, index) => valueInTodaysShape(item, now[index], property.items))
        : before;
    case "map":
      return isPropertyMap(before) && isPropertyMap(now)
        ? Object.fromEntries(
            Object.entries(before).map(([key, item]) => [
              key,
              valueInTodaysShape(item, now[key], property.values),
            ]),
          )
        : before;
    default:
      return before;
  }
}

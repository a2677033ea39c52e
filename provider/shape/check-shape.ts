import {
  isPropertyList,
  isPropertyMap,
  SecretValue,
  UnknownValue,
  type PropertyMap,
  type PropertyValue,
} from "../../plugin-protocol/property-value";
import type { ObjectDescription, PropertyDescription } from "../property-description";
import type { CheckProblem } from "../resource-definition";
import { nearest } from "../../limits/nearest";

/** Inputs completed with defaults and marked secret where their descriptions say so, and what is wrong with them. */
export interface Shaped {
  readonly inputs: PropertyMap;
  readonly problems: readonly CheckProblem[];
}

/** Holds inputs against their descriptions: unknown names, types, listed values, ARM ids, what is required. */
export function checkShape(given: PropertyMap, description: ObjectDescription): Shaped {
  const problems: CheckProblem[] = [];
  return { inputs: shapeObject(given, description, "", problems), problems };
}

function shapeObject(
  given: PropertyMap,
  description: ObjectDescription,
  path: string,
  problems: CheckProblem[],
): PropertyMap {
  const shaped: Record<string, PropertyValue> = {};
  for (const [name, value] of Object.entries(given)) {
    const at = path === "" ? name : `${path}.${name}`;
    const property = Object.hasOwn(description, name) ? description[name] : undefined;
    // Names that begin with two underscores are the engine's own.
    if (name.startsWith("__")) shaped[name] = value;
    else if (property === undefined) problems.push({ property: at, reason: unknownName(name, description) });
    else shaped[name] = shape(value, property, at, problems);
  }
  for (const [name, property] of Object.entries(description)) {
    if (given[name] !== undefined) continue;
    if (property.default !== undefined) shaped[name] = property.default;
    else if (property.required === true) {
      const at = path === "" ? name : `${path}.${name}`;
      problems.push({ property: at, reason: `${at} is required: ${firstSentence(property.description)}` });
    }
  }
  return shaped;
}

function shape(
  value: PropertyValue,
  property: PropertyDescription,
  path: string,
  problems: CheckProblem[],
): PropertyValue {
  if (value instanceof SecretValue) return new SecretValue(shapeOpen(value.value, property, path, problems));
  const shaped = shapeOpen(value, property, path, problems);
  return property.secret === true ? new SecretValue(shaped) : shaped;
}

function shapeOpen(
  value: PropertyValue,
  property: PropertyDescription,
  path: string,
  problems: CheckProblem[],
): PropertyValue {
  if (value instanceof UnknownValue) return value;
  if (value instanceof SecretValue) return shapeOpen(value.value, property, path, problems);
  const wrong = (expected: string): PropertyValue => {
    problems.push({ property: path, reason: `${path} must be ${expected}, not ${kindOf(value)}.` });
    return value;
  };
  switch (property.type) {
    case "string":
      if (typeof value !== "string") return wrong("text");
      checkText(value, property, path, problems);
      return value;
    case "boolean":
      return typeof value === "boolean" ? value : wrong("true or false");
    case "number":
      return typeof value === "number" ? value : wrong("a number");
    case "integer":
      return Number.isInteger(value) ? value : wrong("a whole number");
    case "list":
      return isPropertyList(value)
        ? value.map((item, index) => shape(item, property.items, `${path}[${index}]`, problems))
        : wrong("a list");
    case "map":
      if (!isPropertyMap(value)) return wrong("an object");
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          key,
          shape(item, property.values, `${path}["${key}"]`, problems),
        ]),
      );
    case "object":
      return isPropertyMap(value)
        ? shapeObject(value, property.object.properties, path, problems)
        : wrong("an object");
  }
}

function checkText(
  value: string,
  property: Extract<PropertyDescription, { readonly type: "string" }>,
  path: string,
  problems: CheckProblem[],
): void {
  if (property.values !== undefined && !property.values.includes(value)) {
    const hint = nearest(value, property.values);
    problems.push({
      property: path,
      reason:
        `${path} is "${value}"; it takes ${property.values.map((each) => `"${each}"`).join(", ")}.` +
        (hint === undefined ? "" : ` Did you mean "${hint}"?`),
    });
  }
  if (property.format === "arm-id" && !/^\/(?:subscriptions|providers)\/[^/]+(?:\/[^/]+)*$/i.test(value)) {
    problems.push({
      property: path,
      reason: `${path} is "${value}", which is no ARM id: give the whole id, /subscriptions/…/providers/….`,
    });
  }
}

function unknownName(name: string, description: ObjectDescription): string {
  const names = Object.keys(description);
  const hint = nearest(name, names);
  return hint === undefined
    ? `${name} is not known here; known are ${names.join(", ")}.`
    : `${name} is not known here. Did you mean ${hint}?`;
}

function kindOf(value: PropertyValue): string {
  if (isPropertyList(value)) return "a list";
  if (isPropertyMap(value)) return "an object";
  return typeof value === "string" ? `the text "${value}"` : JSON.stringify(value);
}

function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;
}

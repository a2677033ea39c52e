import { inputNames, pathParameters, type ResourceType } from "../types/resource-type";
import { isSame, isSameLocation } from "../../../plugin-protocol/equality";
import {
  isPropertyList,
  isPropertyMap,
  SecretValue,
  withoutSecrets,
  type PropertyMap,
  type PropertyValue,
} from "../../../plugin-protocol/property-value";

/** Parts of an embedded ARM resource that only the service writes. */
const embeddedReadOnly: ReadonlySet<string> = new Set(["etag", "provisioningState", "resourceGuid"]);

/**
 * The inputs that would give these outputs: every writable property that the service showed. Children that may
 * be managed on their own are left out unless `given` has them.
 */
export function inputsFromOutputs(type: ResourceType, outputs: PropertyMap, given: PropertyMap): PropertyMap {
  const inPath = new Set(pathParameters(type));
  const inputs: Record<string, PropertyValue> = {};
  for (const name of inputNames(type)) {
    const value = outputs[name];
    if (value === undefined || inPath.has(name) || name === "id" || name === "type" || name === "eTag")
      continue;
    if (type.children.includes(name) && !(name in given)) continue;
    inputs[name] = writable(type, name, value);
  }
  return inputs;
}

/**
 * Inputs after a refresh: what changed in the service since the last deployment is carried over, and nothing
 * else, because most of what a service shows are its own defaults and would be noise as inputs.
 */
export function refreshedInputs(
  type: ResourceType,
  inputs: PropertyMap,
  outputsBefore: PropertyMap,
  outputsNow: PropertyMap,
): PropertyMap {
  const before = inputsFromOutputs(type, outputsBefore, inputs);
  const now = inputsFromOutputs(type, outputsNow, inputs);
  if (isSameLocation(before["location"], now["location"])) {
    const { location: _before, ...beforeRest } = before;
    const { location: _now, ...nowRest } = now;
    return followMap(type, "", inputs, beforeRest, nowRest);
  }
  return followMap(type, "", inputs, before, now);
}

function writable(type: ResourceType, path: string, value: PropertyValue): PropertyValue {
  if (value instanceof SecretValue) return new SecretValue(writable(type, path, value.value));
  if (isPropertyList(value)) return value.map((item) => writable(type, path, item));
  if (!isPropertyMap(value)) return value;
  // A list of ids in the inputs, a map with ids as keys in ARM and in the outputs.
  if (path === "identity.userAssignedIdentities") return Object.keys(value);
  const embedded = type.embedded.has(path.slice(path.lastIndexOf(".") + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key]) => !type.readOnly.includes(`${path}.${key}`) && !(embedded && embeddedReadOnly.has(key)),
      )
      .map(([key, child]) => [key, writable(type, `${path}.${key}`, child)]),
  );
}

function followMap(
  type: ResourceType,
  path: string,
  inputs: PropertyMap,
  before: PropertyMap,
  now: PropertyMap,
): PropertyMap {
  const followed: Record<string, PropertyValue> = { ...inputs };
  for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const childPath = path === "" ? key : `${path}.${key}`;
    if (isSame(before[key], now[key])) continue;
    if (isDiffering(type, path) && !(key in inputs)) continue;
    const changed = follow(type, childPath, inputs[key], before[key], now[key]);
    if (changed === undefined) Reflect.deleteProperty(followed, key);
    else followed[key] = changed;
  }
  return followed;
}

function follow(
  type: ResourceType,
  path: string,
  input: PropertyValue | undefined,
  before: PropertyValue | undefined,
  now: PropertyValue | undefined,
): PropertyValue | undefined {
  if (now === undefined || input === undefined) return now;
  if (input instanceof SecretValue) {
    const followed = follow(type, path, input.value, before, now);
    return followed === undefined ? undefined : new SecretValue(withoutSecrets(followed));
  }
  if (isPropertyMap(input) && isPropertyMap(before) && isPropertyMap(now)) {
    return followMap(type, path, input, before, now);
  }
  if (isPropertyList(input) && isPropertyList(before) && isPropertyList(now)) {
    return now.map((item, index) =>
      isSame(before[index], item) && input[index] !== undefined
        ? input[index]
        : (follow(type, path, input[index], before[index], item) ?? item),
    );
  }
  return now;
}

function isDiffering(type: ResourceType, path: string): boolean {
  return type.differing.some((differing) => path === differing || path.startsWith(`${differing}.`));
}

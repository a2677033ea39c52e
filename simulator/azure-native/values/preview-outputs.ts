import { inputNames, pathParameters, type ResourceType } from "../types/resource-type";
import { isOwnInput } from "../arm/request-body";
import {
  isPropertyMap,
  isPropertyList,
  SecretValue,
  unknown,
  type PropertyMap,
  type PropertyValue,
} from "../../../plugin-protocol/property-value";

/** Outputs that every type has. */
const always: readonly string[] = ["name", "type"];

/** Outputs that an update does not change, so that a preview may show them. */
const stable: readonly string[] = ["name", "type", "location"];

/**
 * Outputs while nothing is created yet: the inputs as given, everything the service fills unknown.
 *
 * @param before outputs of the existing resource when this is the preview of an update.
 */
export function previewOutputs(type: ResourceType, inputs: PropertyMap, before?: PropertyMap): PropertyMap {
  const inPath = new Set(pathParameters(type));
  const outputs: Record<string, PropertyValue> = { azureApiVersion: type.apiVersion };
  for (const name of new Set([...inputNames(type), ...type.outputs, ...always])) {
    if (name === "id" || (inPath.has(name) && name !== "name")) continue;
    const input = inPath.has(name) ? undefined : inputs[name];
    outputs[name] = input === undefined ? unknown : preview(type, name, input);
  }
  for (const [name, value] of Object.entries(before ?? {})) {
    if (stable.includes(name) && !isOwnInput(name)) outputs[name] = value;
  }
  return outputs;
}

function preview(type: ResourceType, path: string, value: PropertyValue): PropertyValue {
  if (value instanceof SecretValue) return new SecretValue(preview(type, path, value.value));
  if (isPropertyList(value)) {
    // The service answers with a map that holds principal ids.
    if (path === "identity.userAssignedIdentities") return unknown;
    return value.map((item) => preview(type, path, item));
  }
  if (!isPropertyMap(value)) return value;
  const shown: Record<string, PropertyValue> = {};
  for (const readOnly of type.readOnly) {
    const key = readOnly.startsWith(`${path}.`) ? readOnly.slice(path.length + 1) : "";
    if (key !== "" && !key.includes(".")) shown[key] = unknown;
  }
  // A resource inside another gets its id from the service, unless it is a reference and has one already.
  if (type.embedded.has(path.slice(path.lastIndexOf(".") + 1))) shown["id"] = unknown;
  for (const [key, child] of Object.entries(value)) shown[key] = preview(type, `${path}.${key}`, child);
  return shown;
}

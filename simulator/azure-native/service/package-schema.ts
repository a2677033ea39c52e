import { inputNames, type ResourceType } from "../types/resource-type";
import { modelledTypes } from "../types/type-table";

const anything = { $ref: "pulumi.json#/Any" };

/**
 * The package schema of the modelled types, for programs that ask the plugin for it (YAML does). It names the
 * inputs and outputs but gives no types to them: those are in the published package.
 */
export function packageSchema(version: string): object {
  return {
    name: "azure-native",
    version,
    description: "The part of azure-native that is simulated.",
    config: { variables: { location: { type: "string" }, subscriptionId: { type: "string" } } },
    provider: { inputProperties: { location: { type: "string" }, subscriptionId: { type: "string" } } },
    resources: Object.fromEntries(
      modelledTypes.map((type) => [`azure-native:${type.name}`, resourceSchema(type)]),
    ),
    functions: Object.fromEntries(
      modelledTypes.map((type) => [`azure-native:${getterOf(type)}`, getterSchema(type)]),
    ),
  };
}

function resourceSchema(type: ResourceType): object {
  return {
    properties: propertiesOf([...inputNames(type), ...type.outputs, "name", "type", "azureApiVersion"]),
    inputProperties: propertiesOf(inputNames(type)),
    requiredInputs: type.required,
  };
}

function getterSchema(type: ResourceType): object {
  return {
    inputs: { type: "object", properties: propertiesOf(inputNames(type)) },
    outputs: {
      type: "object",
      properties: propertiesOf(["id", ...inputNames(type), ...type.outputs, "name", "type"]),
    },
  };
}

function propertiesOf(names: readonly string[]): object {
  // `id` and `urn` are the engine's own.
  return Object.fromEntries(
    [...new Set(names)].filter((name) => name !== "urn").map((name) => [name, anything]),
  );
}

/** `storage:StorageAccount` -> `storage:getStorageAccount`. */
function getterOf(type: ResourceType): string {
  return type.name.replace(":", ":get");
}

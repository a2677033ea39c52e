import { inputNames, type ResourceType } from "../types/resource-type";
import { modelledTypes } from "../types/type-table";
import { encodeParameter, packageNameOf, type Parameter } from "./parameterize";

const anything = { $ref: "pulumi.json#/Any" };

/**
 * The package schema of the modelled types, for programs that ask the plugin for it (YAML does). It names the
 * inputs and outputs but gives no types to them: those are in the published package.
 *
 * @param parameter for a package that is generated for one module at one API version.
 */
export function packageSchema(version: string, parameter?: Parameter): object {
  const name = parameter === undefined ? "azure-native" : packageNameOf(parameter);
  const types = modelledTypes.filter(
    (type) => parameter === undefined || type.name.startsWith(`${parameter.module}:`),
  );
  return {
    name,
    version,
    description: "The part of azure-native that is simulated.",
    config: { variables: { location: { type: "string" }, subscriptionId: { type: "string" } } },
    provider: { inputProperties: { location: { type: "string" }, subscriptionId: { type: "string" } } },
    resources: Object.fromEntries(types.map((type) => [`${name}:${type.name}`, resourceSchema(type)])),
    functions: Object.fromEntries(types.map((type) => [`${name}:${getterOf(type)}`, getterSchema(type)])),
    ...(parameter === undefined
      ? {}
      : {
          parameterization: {
            baseProvider: { name: "azure-native", version },
            // The schema holds bytes in base64, and the value is base64 text itself, as the real plugin's is.
            parameter: Buffer.from(encodeParameter(parameter)).toString("base64"),
          },
        }),
  };
}

function resourceSchema(type: ResourceType): object {
  return {
    properties: propertiesOf(
      // The id is the engine's own output of every resource.
      [...inputNames(type), ...type.outputs, "name", "type", "azureApiVersion"].filter(
        (name) => name !== "id",
      ),
    ),
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
  return Object.fromEntries(
    [...new Set(names)].filter((name) => name !== "urn").map((name) => [name, anything]),
  );
}

/** `storage:StorageAccount` -> `storage:getStorageAccount`. */
function getterOf(type: ResourceType): string {
  return type.name.replace(":", ":get");
}

import { parametersOf } from "../arm/resource-path";
import { outputsOf } from "../arm/response-outputs";
import type { ResourceType } from "../types/resource-type";
import { openSecrets, type PropertyMap } from "../../../plugin-protocol/property-value";
import { inputsFromOutputs, refreshedInputs } from "../values/refreshed-inputs";
import { withInputSecrets } from "../../../plugin-protocol/secret-outputs";
import type { ResourceState } from "./create";
import { apiVersionOf, type ProviderContext } from "./provider-context";

/** What is known of a resource before it is read; empty when it is imported. */
export interface ReadRequest {
  readonly id: string;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
}

/** A resource as it is, and the inputs that describe it now. */
export interface ReadState extends ResourceState {
  readonly inputs: PropertyMap;
}

/** Reads a resource for a refresh or an import; undefined when it is gone. */
export async function read(
  context: ProviderContext,
  type: ResourceType,
  request: ReadRequest,
  signal: AbortSignal,
): Promise<ReadState | undefined> {
  const { id } = request;
  const apiVersion = apiVersionOf(type, openSecrets(request.inputs));
  const found = await context.client.find(id, apiVersion, signal);
  if (found === undefined) return undefined;
  const outputs = outputsOf({ ...type, apiVersion }, found);
  const inputs = isEmpty(request.inputs)
    ? importedInputs(type, id, outputs)
    : refreshedInputs(type, request.inputs, openSecrets(request.outputs), outputs);
  return { id, inputs, outputs: withInputSecrets(outputs, inputs) };
}

function importedInputs(type: ResourceType, id: string, outputs: PropertyMap): PropertyMap {
  return {
    ...inputsFromOutputs(type, outputs, {}),
    ...parametersOf(type, id),
    ...(type.apiVersionInput === undefined ? {} : { [type.apiVersionInput]: type.apiVersion }),
    azureApiVersion: type.apiVersion,
  };
}

function isEmpty(map: PropertyMap): boolean {
  return Object.keys(map).length === 0;
}

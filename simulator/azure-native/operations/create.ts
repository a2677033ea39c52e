import type { JsonObject } from "../../json";
import { OperationFailure } from "../arm/arm-failure";
import { requestBody } from "../arm/request-body";
import { resourcePath } from "../arm/resource-path";
import { outputsOf } from "../arm/response-outputs";
import type { ResourceType } from "../types/resource-type";
import { openSecrets, type PropertyMap } from "../../../plugin-protocol/property-value";
import { withInputSecrets } from "../../../plugin-protocol/secret-outputs";
import { PartialFailure } from "../../../plugin-protocol/partial-failure";
import { apiVersionOf, type ProviderContext } from "./provider-context";

/** A resource as it is after an operation. */
export interface ResourceState {
  readonly id: string;
  readonly outputs: PropertyMap;
}

/**
 * Creates a resource with PUT. PUT would silently take over an existing one, so that is refused first; what
 * exists with its parent is updated instead.
 *
 * @throws PartialFailure when the service accepted and failed later and something exists now.
 */
export async function create(
  context: ProviderContext,
  type: ResourceType,
  inputs: PropertyMap,
  signal: AbortSignal,
): Promise<ResourceState> {
  const id = resourcePath(type, inputs, context.subscriptionId);
  const apiVersion = apiVersionOf(type, openSecrets(inputs));
  if (type.singleton === undefined && (await context.client.find(id, apiVersion, signal)) !== undefined) {
    throw new Error(
      `${id} exists already: import it (\`pulumi import\`, or the option \`import\`), or choose another name.`,
    );
  }
  return put(context, type, id, inputs, requestBody(type, openSecrets(inputs)), signal);
}

/** Sends a resource with PUT and reads it back, because answers to PUT and GET differ in detail. */
export async function put(
  context: ProviderContext,
  type: ResourceType,
  id: string,
  inputs: PropertyMap,
  body: JsonObject,
  signal: AbortSignal,
): Promise<ResourceState> {
  const apiVersion = apiVersionOf(type, openSecrets(inputs));
  const state = (found: JsonObject): ResourceState => ({
    id: typeof found["id"] === "string" ? found["id"] : id,
    outputs: withInputSecrets(outputsOf({ ...type, apiVersion }, found), inputs),
  });
  try {
    const answer = await context.client.change("PUT", id, apiVersion, body, signal);
    return state((await context.client.find(id, apiVersion, signal)) ?? answer ?? {});
  } catch (error) {
    if (!(error instanceof OperationFailure)) throw error;
    const left = await context.client.find(id, apiVersion, signal).catch(() => undefined);
    if (left === undefined) throw error;
    throw new PartialFailure(error.message, state(left), inputs, { cause: error });
  }
}

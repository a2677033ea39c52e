import { resourcePath } from "../arm/resource-path";
import { outputsOf } from "../arm/response-outputs";
import { findModelledType } from "../types/type-table";
import { parseToken } from "../types/token";
import { openSecrets, SecretValue, type PropertyMap } from "../../../plugin-protocol/property-value";
import type { ProviderContext } from "./provider-context";

type InvokeFunction = (
  context: ProviderContext,
  args: PropertyMap,
  signal: AbortSignal,
) => Promise<PropertyMap>;

/** Functions that are no plain reading of a resource. */
const functions: Readonly<Record<string, InvokeFunction>> = {
  "authorization:getClientConfig": async (context) => {
    const { clientId, subscriptionId, tenantId } = context.client.connection;
    return { clientId, subscriptionId, tenantId, objectId: objectIdOf(await context.client.token()) };
  },
  "authorization:getClientToken": async (context) => ({
    token: new SecretValue(await context.client.token()),
  }),
  "storage:listStorageAccountKeys": (context, args, signal) =>
    postForSecrets(context, "storage:StorageAccount", "listKeys", args, signal),
  "operationalinsights:getSharedKeys": (context, args, signal) =>
    postForSecrets(context, "operationalinsights:Workspace", "sharedKeys", args, signal),
};

/**
 * Calls a function of azure-native: those listed above, and `get<Resource>` of every modelled type.
 *
 * @throws Error when the simulator has no such function, or the service refuses.
 */
export async function invoke(
  context: ProviderContext,
  token: string,
  args: PropertyMap,
  signal: AbortSignal,
): Promise<PropertyMap> {
  const parsed = parseToken(token);
  const listed = functions[`${parsed.module}:${parsed.name}`];
  if (listed !== undefined) return listed(context, args, signal);
  const type = /^get[A-Z]/.test(parsed.name)
    ? findModelledType({ ...parsed, name: parsed.name.slice("get".length) })
    : undefined;
  if (type === undefined) {
    throw new Error(
      `The simulator has no function ${token}; it has get<Resource> of the modelled types and ${Object.keys(functions).join(", ")}.`,
    );
  }
  const id = resourcePath(type, openSecrets(args), context.subscriptionId);
  const { body } = await context.client.send(
    "GET",
    `${id}?api-version=${type.apiVersion}`,
    undefined,
    signal,
  );
  const found = body as Readonly<Record<string, unknown>>;
  return { id: typeof found["id"] === "string" ? found["id"] : id, ...outputsOf(type, found) };
}

/** Everything such an action answers is a credential. Secrets deeper than the top would be lost in the SDK. */
async function postForSecrets(
  context: ProviderContext,
  typeName: string,
  action: string,
  args: PropertyMap,
  signal: AbortSignal,
): Promise<PropertyMap> {
  const [module = "", name = ""] = typeName.split(":");
  const type = findModelledType({ module, name });
  if (type === undefined) throw new Error(`${typeName} is not in the type table.`);
  const id = resourcePath(type, openSecrets(args), context.subscriptionId);
  const url = `${id}/${action}?api-version=${type.apiVersion}`;
  const { body } = await context.client.send("POST", url, {}, signal);
  return Object.fromEntries(
    Object.entries(outputsOf({ ...type, layout: "nested" }, body as Readonly<Record<string, unknown>>))
      .filter(([key]) => key !== "azureApiVersion")
      .map(([key, value]) => [key, new SecretValue(value)]),
  );
}

/** The object id that an access token carries in its claim `oid`; empty when it carries none. */
function objectIdOf(token: string): string {
  const payload = token.split(".")[1] ?? "";
  try {
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as {
      readonly oid?: unknown;
    };
    return typeof claims.oid === "string" ? claims.oid : "";
  } catch {
    return "";
  }
}

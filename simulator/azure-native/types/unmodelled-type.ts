import { isPropertyMap, type PropertyMap } from "../../../plugin-protocol/property-value";
import { inResourceGroup } from "./paths";
import type { ResourceType } from "./resource-type";
import type { Token } from "./token";

/** Modules whose resource provider is not `Microsoft.<Module>`; ARM compares without case. */
const namespaces: Readonly<Record<string, string>> = {
  applicationinsights: "Microsoft.Insights",
  insights: "Microsoft.Insights",
  monitor: "Microsoft.Insights",
  privatedns: "Microsoft.Network",
};

/** Properties that most resource providers keep outside `properties`. */
const usualTopLevel: readonly string[] = [
  "extendedLocation",
  "identity",
  "kind",
  "managedBy",
  "plan",
  "properties",
  "sku",
  "zones",
];

/** API version for types whose token names none: the mapping is a guess, so the version is nothing more. */
const assumedApiVersion = "2024-01-01";

/**
 * A mapping guessed from the token and the inputs, for types that have none of their own: provider and type
 * from the token, the last path parameter from the inputs, everything that is not usually outside in
 * `properties`. Parents other than the resource group or scope are not known.
 */
export function unmodelledType(token: Token, inputs: PropertyMap): ResourceType {
  const namespace =
    namespaces[token.module] ?? `Microsoft.${token.module[0]?.toUpperCase() ?? ""}${token.module.slice(1)}`;
  const singular = `${token.name[0]?.toLowerCase() ?? ""}${token.name.slice(1)}`;
  const nameInput =
    [`${singular}Name`, "resourceName", "name"].find((name) => name in inputs) ?? `${singular}Name`;
  const scope = ["scope", "resourceUri"].find((name) => name in inputs);
  const typeAndName = `${namespace}/${plural(singular)}/{${nameInput}}`;
  const known = scope === undefined ? ["resourceGroupName"] : [scope];
  return {
    name: `${token.module}:${token.name}`,
    path: scope === undefined ? inResourceGroup(typeAndName) : `/{${scope}}/providers/${typeAndName}`,
    apiVersion: token.apiVersion ?? assumedApiVersion,
    required: known,
    optional: [
      nameInput,
      ...Object.keys(inputs).filter(
        (name) =>
          !name.startsWith("__") && name !== "azureApiVersion" && name !== nameInput && !known.includes(name),
      ),
    ],
    outputs: [],
    layout: isPropertyMap(inputs["properties"]) ? "nested" : "flattened",
    topLevel: ["location", "tags", "etag", "systemData", ...usualTopLevel],
    renames: {},
    embedded: new Set<string>(),
    readOnly: ["identity.principalId", "identity.tenantId"],
    differing: [],
    children: [],
    naming: "random",
    unmodelled: true,
  };
}

function plural(word: string): string {
  if (/(?:s|x|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

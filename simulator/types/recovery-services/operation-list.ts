import { parseResourceId } from "../../arm/resource-id";
import type { Cloud } from "../../cloud";
import type { JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ResourceType } from "../resource-type";

const namespace = "Microsoft.RecoveryServices";

/** What callers may be allowed to do in the namespace: the operations of the types that are modelled. */
export const operationList: ResourceType = {
  type: `${namespace}/operations`,
  modelled:
    "list of the operations of the types in this table, in the published form; words are made from the names",
  list: ({ scope }, cloud) =>
    cloud.types
      .all()
      .filter(({ type }) => type.startsWith(`${namespace}/`) && type !== `${namespace}/operations`)
      .flatMap(operationsOf)
      .flatMap((operation, index) => entry(cloud, scope, operation, index)),
  view: (resource) => resource.envelope,
};

interface Operation {
  readonly name: string;
  readonly type: string;
  readonly verb: string;
}

function operationsOf({ type, put, patch, remove, actions }: ResourceType): readonly Operation[] {
  const verbs = [
    "read",
    ...(put || patch ? ["write"] : []),
    ...(remove ? ["delete"] : []),
    ...Object.keys(actions ?? {}).map((action) => `${action}/action`),
  ];
  return verbs.map((verb) => ({ name: `${type}/${verb}`, type, verb }));
}

function entry(
  cloud: Cloud,
  scope: string,
  { name, type, verb }: Operation,
  index: number,
): readonly StoredResource[] {
  const id = parseResourceId(`${scope}/providers/${namespace}/operations/${index}`);
  if (!id) return [];
  const resource = wordsOf(type.split("/").at(-1) ?? "");
  const operation = `${wordsOf(verb.replace(/\/action$/, ""))} ${resource}`;
  const shown: JsonObject = {
    name,
    display: { provider: namespace, resource, operation, description: operation },
    origin: "user,system",
  };
  return [cloud.record(id, `${namespace}/operations`, shown)];
}

/** `replicationFabrics`: Replication Fabrics. */
function wordsOf(name: string): string {
  const spaced = name.replaceAll(/([a-z])([A-Z])/g, "$1 $2");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

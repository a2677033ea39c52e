import type { Deployment, PrivateEndpoint } from "../facts/azure";
import { knownObject, knownObjects, knownString, knownStrings } from "../facts/known";
import { parseResourceId, sameResourceId } from "../facts/resource-id";

export type KnownEndpoint = Partial<PrivateEndpoint>;

/** What an endpoint connects to. */
export type EndpointTarget = "vault" | "storage account" | "other" | undefined;

export function endpointsOf(deployment: Deployment): readonly KnownEndpoint[] | undefined {
  return knownObjects(deployment.privateEndpoints);
}

/** By the id that the endpoint points at, or by its sub-resources where the id is not known yet. */
export function targetOf(endpoint: KnownEndpoint, deployment: Deployment): EndpointTarget {
  const id = knownString(endpoint.targetId);
  if (id !== undefined) {
    const vaultId = knownString(knownObject(deployment.vault).id);
    if (vaultId !== undefined && sameResourceId(vaultId, id)) return "vault";
    const type = parseResourceId(id).type;
    if (type === "microsoft.recoveryservices/vaults") return "vault";
    if (type === "microsoft.storage/storageaccounts") return "storage account";
    return type === undefined ? undefined : "other";
  }
  const groups = knownStrings(endpoint.groupIds)?.map((group) => group.toLowerCase());
  if (groups === undefined) return undefined;
  if (groups.some((group) => /^azure(siterecovery|backup)/.test(group))) return "vault";
  return groups.some((group) => /^(blob|file|queue|table|dfs|web)/.test(group)) ? "storage account" : "other";
}

/** Endpoints for Site Recovery on the vault; one for Azure Backup alone has nothing to do with replication. */
export function siteRecoveryEndpoints(
  deployment: Deployment,
  subResource = "AzureSiteRecovery",
): readonly KnownEndpoint[] | undefined {
  return endpointsOf(deployment)?.filter(
    (endpoint) =>
      targetOf(endpoint, deployment) === "vault" && hasSubResource(endpoint, subResource) !== false,
  );
}

export function hasSubResource(endpoint: KnownEndpoint, subResource: string): boolean | undefined {
  const groups = knownStrings(endpoint.groupIds);
  if (groups === undefined) return undefined;
  return groups.some((group) => group.toLowerCase() === subResource.toLowerCase());
}

export function endpointName(endpoint: KnownEndpoint): string {
  const name = knownString(endpoint.name);
  return name === undefined ? "private endpoint" : `private endpoint ${name}`;
}

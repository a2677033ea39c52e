import type { SiteRecoveryManagementClient } from "@azure/arm-recoveryservices-siterecovery";
import { AzureError, isAbsent } from "../azure/azure-error";
import type { AzureConnection } from "../azure/connection";
import { segmentOf, vaultOf } from "../azure/site-recovery-id";

/** Site Recovery's client, and the vault in the order in which its methods take it. */
export interface VaultScope {
  readonly client: SiteRecoveryManagementClient;
  readonly vault: readonly [vaultName: string, resourceGroupName: string];
}

/**
 * The vault that an id names or lies in.
 *
 * @throws AzureError for any other id.
 */
export function vaultScope(connection: AzureConnection, id: string): VaultScope {
  const vault = vaultOf(id);
  if (vault === undefined) {
    throw new AzureError(
      "NotInVault",
      `"${id}" is not the id of a Recovery Services vault or of something in one: ` +
        "/subscriptions/…/resourceGroups/…/providers/Microsoft.RecoveryServices/vaults/….",
    );
  }
  return {
    client: connection.siteRecovery(vault.subscriptionId),
    vault: [vault.vaultName, vault.resourceGroupName],
  };
}

/**
 * The names after some segments of an id, e.g. of `replicationFabrics` and `replicationProtectionContainers`.
 *
 * @throws AzureError when the id lacks one of them.
 */
export function namesIn<const Segments extends readonly string[]>(
  id: string,
  ...segments: Segments
): { readonly [Index in keyof Segments]: string } {
  return segments.map((segment) => {
    const name = segmentOf(id, segment);
    if (name !== undefined && name !== "") return name;
    throw new AzureError(
      "WrongId",
      `"${id}" names none of the ${segment} of a vault: give an id with /${segment}/….`,
    );
  }) as { readonly [Index in keyof Segments]: string };
}

/** The id without its last two segments: what a thing lies in. */
export function parentId(id: string): string {
  return id.split("/").slice(0, -2).join("/");
}

/** What a request finds; undefined when the service says that it is not there. */
export async function unlessAbsent<Found>(request: Promise<Found>): Promise<Found | undefined> {
  try {
    return await request;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

import * as authorization from "@pulumi/azure-native/authorization";
import type * as pulumi from "@pulumi/pulumi";
import { stableGuid } from "../inputs/names";

/** A storage account that the vault's identity may use. */
export interface CacheAccessArgs {
  /** Id of the storage account. */
  storageAccountId: pulumi.Input<string>;
  /** A premium account needs another data role. Default: false. */
  premium?: boolean;
}

/**
 * Built-in roles, by their ids in every tenant.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
const builtInRoles = {
  contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
  storageBlobDataContributor: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
  storageBlobDataOwner: "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
} as const;

/**
 * What the service asks for: Contributor, and Storage Blob Data Contributor on standard or Storage Blob Data
 * Owner on premium accounts.
 *
 * @see https://learn.microsoft.com/azure/site-recovery/hybrid-how-to-enable-replication-private-endpoints
 */
const rolesOn = {
  standard: {
    contributor: builtInRoles.contributor,
    "blob-contributor": builtInRoles.storageBlobDataContributor,
  },
  premium: { contributor: builtInRoles.contributor, "blob-owner": builtInRoles.storageBlobDataOwner },
} as const;

/** Role assignments of the vault's identity, two an account; children of the vault component. */
export function grantCacheAccess(
  name: string,
  principalId: pulumi.Output<string | undefined>,
  accounts: readonly CacheAccessArgs[],
  own: pulumi.CustomResourceOptions,
): void {
  accounts.forEach((account, index) => {
    const place = index === 0 ? "" : `-${index + 1}`;
    for (const [role, roleId] of Object.entries(
      account.premium === true ? rolesOn.premium : rolesOn.standard,
    )) {
      new authorization.RoleAssignment(
        `${name}-cache${place}-${role}`,
        {
          roleAssignmentName: stableGuid(name, String(index), role),
          scope: account.storageAccountId,
          principalId: principalId.apply((id) => id ?? ""),
          // Said because a new identity is not found in the directory at once, and the default is User.
          principalType: authorization.PrincipalType.ServicePrincipal,
          // Without a subscription: the same in all of them, and known at a preview.
          roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
        },
        // An assignment cannot be changed into one of another identity or role.
        { ...own, replaceOnChanges: ["principalId", "roleDefinitionId"], deleteBeforeReplace: true },
      );
    }
  });
}

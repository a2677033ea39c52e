import type { ModuleDescription } from "./resource-type";
import { inResourceGroup } from "./paths";

/** The module `managedidentity`, as in @pulumi/azure-native 3.28; what sits where in ARM is from the REST specifications. */
export const managedidentity: ModuleDescription = {
  module: "managedidentity",
  apiVersion: "2023-01-31",
  layout: "flattened",
  types: {
    UserAssignedIdentity: {
      path: inResourceGroup("Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}"),
      required: ["resourceGroupName"],
      optional: ["location", "resourceName", "tags"],
      outputs: ["clientId", "principalId", "systemData", "tenantId"],
    },
    FederatedIdentityCredential: {
      path: inResourceGroup(
        "Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}/federatedIdentityCredentials/{federatedIdentityCredentialResourceName}",
      ),
      required: ["audiences", "issuer", "resourceGroupName", "resourceName", "subject"],
      optional: ["federatedIdentityCredentialResourceName"],
      outputs: ["systemData"],
    },
  },
};

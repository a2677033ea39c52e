import type { ModuleDescription } from "./resource-type";
import { inResourceGroup } from "./paths";

/** The module `keyvault`, as in @pulumi/azure-native 3.28; what sits where in ARM is from the REST specifications. */
export const keyvault: ModuleDescription = {
  module: "keyvault",
  apiVersion: "2024-11-01",
  layout: "flattened",
  types: {
    Vault: {
      path: inResourceGroup("Microsoft.KeyVault/vaults/{vaultName}"),
      required: ["properties", "resourceGroupName"],
      optional: ["location", "tags", "vaultName"],
      outputs: ["systemData"],
      layout: "nested",
      readOnly: ["properties.hsmPoolResourceId", "properties.privateEndpointConnections"],
    },
    Key: {
      path: inResourceGroup("Microsoft.KeyVault/vaults/{vaultName}/keys/{keyName}"),
      required: ["properties", "resourceGroupName", "vaultName"],
      optional: ["keyName", "tags"],
      outputs: [
        "attributes",
        "curveName",
        "keyOps",
        "keySize",
        "keyUri",
        "keyUriWithVersion",
        "kty",
        "location",
        "releasePolicy",
        "rotationPolicy",
      ],
      layout: "nested-inputs",
    },
    Secret: {
      path: inResourceGroup("Microsoft.KeyVault/vaults/{vaultName}/secrets/{secretName}"),
      required: ["properties", "resourceGroupName", "vaultName"],
      optional: ["secretName", "tags"],
      outputs: ["location"],
      layout: "nested",
    },
    PrivateEndpointConnection: {
      path: inResourceGroup(
        "Microsoft.KeyVault/vaults/{vaultName}/privateEndpointConnections/{privateEndpointConnectionName}",
      ),
      required: ["resourceGroupName", "vaultName"],
      optional: ["privateEndpointConnectionName", "privateLinkServiceConnectionState"],
      outputs: ["etag", "location", "privateEndpoint", "provisioningState", "tags"],
    },
  },
};

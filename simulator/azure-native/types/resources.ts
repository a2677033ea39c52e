import type { ModuleDescription } from "./resource-type";
import { inResourceGroup, resourceGroupPath } from "./paths";

/** The module `resources`, as in @pulumi/azure-native 3.28; what sits where in ARM is from the REST specifications. */
export const resources: ModuleDescription = {
  module: "resources",
  apiVersion: "2024-03-01",
  layout: "nested",
  types: {
    ResourceGroup: {
      path: resourceGroupPath,
      optional: ["location", "managedBy", "resourceGroupName", "tags"],
      outputs: ["properties"],
    },
    Deployment: {
      path: inResourceGroup("Microsoft.Resources/deployments/{deploymentName}"),
      required: ["properties", "resourceGroupName"],
      optional: ["deploymentName", "location", "tags"],
    },
    Resource: {
      path: inResourceGroup("{resourceProviderNamespace}/{parentResourcePath}/{resourceType}/{resourceName}"),
      required: [
        "apiVersion",
        "parentResourcePath",
        "resourceGroupName",
        "resourceProviderNamespace",
        "resourceType",
      ],
      optional: [
        "extendedLocation",
        "identity",
        "kind",
        "location",
        "managedBy",
        "plan",
        "properties",
        "resourceName",
        "sku",
        "tags",
      ],
      apiVersionInput: "apiVersion",
    },
    TagAtScope: {
      path: "/{scope}/providers/Microsoft.Resources/tags/default",
      required: ["properties", "scope"],
      singleton: { properties: { tags: {} } },
    },
  },
};

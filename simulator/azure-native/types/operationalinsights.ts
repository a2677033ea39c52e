import type { ModuleDescription } from "./resource-type";
import { inResourceGroup } from "./paths";

/** The module `operationalinsights`, as in @pulumi/azure-native 3.28; what sits where in ARM is from the REST specifications. */
export const operationalinsights: ModuleDescription = {
  module: "operationalinsights",
  apiVersion: "2023-09-01",
  layout: "flattened",
  types: {
    Workspace: {
      path: inResourceGroup("Microsoft.OperationalInsights/workspaces/{workspaceName}"),
      required: ["resourceGroupName"],
      optional: [
        "defaultDataCollectionRuleResourceId",
        "features",
        "forceCmkForQuery",
        "identity",
        "location",
        "publicNetworkAccessForIngestion",
        "publicNetworkAccessForQuery",
        "retentionInDays",
        "sku",
        "tags",
        "workspaceCapping",
        "workspaceName",
      ],
      outputs: [
        "createdDate",
        "customerId",
        "etag",
        "modifiedDate",
        "privateLinkScopedResources",
        "provisioningState",
        "systemData",
      ],
      topLevel: ["identity"],
      readOnly: [
        "sku.lastSkuUpdate",
        "features.unifiedSentinelBillingOnly",
        "workspaceCapping.dataIngestionStatus",
        "workspaceCapping.quotaNextResetTime",
      ],
    },
    LinkedService: {
      path: inResourceGroup(
        "Microsoft.OperationalInsights/workspaces/{workspaceName}/linkedServices/{linkedServiceName}",
      ),
      required: ["resourceGroupName", "workspaceName"],
      optional: ["linkedServiceName", "provisioningState", "resourceId", "tags", "writeAccessResourceId"],
    },
  },
};

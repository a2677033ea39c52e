import type { ModuleDescription } from "./resource-type";
import { inResourceGroup } from "./paths";

/** The module `automation`, as in @pulumi/azure-native 3.28; what sits where in ARM is from the REST specifications. */
export const automation: ModuleDescription = {
  module: "automation",
  apiVersion: "2024-10-23",
  layout: "flattened",
  types: {
    AutomationAccount: {
      path: inResourceGroup("Microsoft.Automation/automationAccounts/{automationAccountName}"),
      required: ["resourceGroupName"],
      optional: [
        "automationAccountName",
        "disableLocalAuth",
        "encryption",
        "identity",
        "location",
        "name",
        "publicNetworkAccess",
        "sku",
        "tags",
      ],
      outputs: [
        "automationHybridServiceUrl",
        "creationTime",
        "description",
        "etag",
        "lastModifiedBy",
        "lastModifiedTime",
        "privateEndpointConnections",
        "state",
        "systemData",
      ],
      topLevel: ["name", "identity"],
    },
    Runbook: {
      path: inResourceGroup(
        "Microsoft.Automation/automationAccounts/{automationAccountName}/runbooks/{runbookName}",
      ),
      required: ["automationAccountName", "resourceGroupName", "runbookType"],
      optional: [
        "description",
        "draft",
        "location",
        "logActivityTrace",
        "logProgress",
        "logVerbose",
        "name",
        "publishContentLink",
        "runbookName",
        "runtimeEnvironment",
        "tags",
      ],
      outputs: [
        "creationTime",
        "etag",
        "jobCount",
        "lastModifiedBy",
        "lastModifiedTime",
        "outputTypes",
        "parameters",
        "provisioningState",
        "state",
        "systemData",
      ],
      topLevel: ["name"],
    },
    Variable: {
      path: inResourceGroup(
        "Microsoft.Automation/automationAccounts/{automationAccountName}/variables/{variableName}",
      ),
      required: ["automationAccountName", "name", "resourceGroupName"],
      optional: ["description", "isEncrypted", "value", "variableName"],
      outputs: ["creationTime", "lastModifiedTime", "systemData"],
      topLevel: ["name"],
    },
    PrivateEndpointConnection: {
      path: inResourceGroup(
        "Microsoft.Automation/automationAccounts/{automationAccountName}/privateEndpointConnections/{privateEndpointConnectionName}",
      ),
      required: ["automationAccountName", "resourceGroupName"],
      optional: [
        "groupIds",
        "privateEndpoint",
        "privateEndpointConnectionName",
        "privateLinkServiceConnectionState",
      ],
      outputs: ["systemData"],
    },
  },
};

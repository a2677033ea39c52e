import type { ModuleDescription } from "./resource-type";
import { inResourceGroup } from "./paths";

/** The module `privatedns`, as in @pulumi/azure-native 3.28; what sits where in ARM is from the REST specifications. */
export const privatedns: ModuleDescription = {
  module: "privatedns",
  apiVersion: "2024-06-01",
  layout: "flattened",
  types: {
    PrivateZone: {
      path: inResourceGroup("Microsoft.Network/privateDnsZones/{privateZoneName}"),
      required: ["resourceGroupName"],
      optional: ["location", "privateZoneName", "tags"],
      outputs: [
        "etag",
        "internalId",
        "maxNumberOfRecordSets",
        "maxNumberOfVirtualNetworkLinks",
        "maxNumberOfVirtualNetworkLinksWithRegistration",
        "numberOfRecordSets",
        "numberOfVirtualNetworkLinks",
        "numberOfVirtualNetworkLinksWithRegistration",
        "provisioningState",
        "systemData",
      ],
    },
    VirtualNetworkLink: {
      path: inResourceGroup(
        "Microsoft.Network/privateDnsZones/{privateZoneName}/virtualNetworkLinks/{virtualNetworkLinkName}",
      ),
      required: ["privateZoneName", "resourceGroupName"],
      optional: [
        "location",
        "registrationEnabled",
        "resolutionPolicy",
        "tags",
        "virtualNetwork",
        "virtualNetworkLinkName",
      ],
      outputs: ["etag", "provisioningState", "systemData", "virtualNetworkLinkState"],
    },
    PrivateRecordSet: {
      path: inResourceGroup(
        "Microsoft.Network/privateDnsZones/{privateZoneName}/{recordType}/{relativeRecordSetName}",
      ),
      required: ["privateZoneName", "recordType", "resourceGroupName"],
      optional: [
        "aRecords",
        "aaaaRecords",
        "cnameRecord",
        "metadata",
        "mxRecords",
        "ptrRecords",
        "relativeRecordSetName",
        "soaRecord",
        "srvRecords",
        "ttl",
        "txtRecords",
      ],
      outputs: ["etag", "fqdn", "isAutoRegistered", "systemData"],
    },
  },
};

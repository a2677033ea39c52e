import type { JsonObject } from "../../json";

type Row = readonly [
  name: string,
  description: string,
  direction: string,
  priority: number,
  access: string,
  source: string,
  destination: string,
];

/** The rules every security group has. Source: the published example of a group's creation. */
const rows: readonly Row[] = [
  [
    "AllowVnetInBound",
    "Allow inbound traffic from all VMs in VNET",
    "Inbound",
    65000,
    "Allow",
    "VirtualNetwork",
    "VirtualNetwork",
  ],
  [
    "AllowAzureLoadBalancerInBound",
    "Allow inbound traffic from azure load balancer",
    "Inbound",
    65001,
    "Allow",
    "AzureLoadBalancer",
    "*",
  ],
  ["DenyAllInBound", "Deny all inbound traffic", "Inbound", 65500, "Deny", "*", "*"],
  [
    "AllowVnetOutBound",
    "Allow outbound traffic from all VMs to all VMs in VNET",
    "Outbound",
    65000,
    "Allow",
    "VirtualNetwork",
    "VirtualNetwork",
  ],
  [
    "AllowInternetOutBound",
    "Allow outbound traffic from all VMs to Internet",
    "Outbound",
    65001,
    "Allow",
    "*",
    "Internet",
  ],
  ["DenyAllOutBound", "Deny all outbound traffic", "Outbound", 65500, "Deny", "*", "*"],
];

/** The default rules of the group `groupId`. */
export function defaultSecurityRules(groupId: string, etag: string): readonly JsonObject[] {
  return rows.map(([name, description, direction, priority, access, source, destination]) => ({
    name,
    id: `${groupId}/defaultSecurityRules/${name}`,
    etag,
    type: "Microsoft.Network/networkSecurityGroups/defaultSecurityRules",
    properties: {
      provisioningState: "Succeeded",
      description,
      protocol: "*",
      sourcePortRange: "*",
      destinationPortRange: "*",
      sourceAddressPrefix: source,
      destinationAddressPrefix: destination,
      access,
      priority,
      direction,
      sourcePortRanges: [],
      destinationPortRanges: [],
      sourceAddressPrefixes: [],
      destinationAddressPrefixes: [],
    },
  }));
}

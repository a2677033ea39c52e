import type * as network from "@pulumi/azure-native/network";
import type * as pulumi from "@pulumi/pulumi";
import type { RecoveryNetworkArgs, RecoveryNetworkLevelArgs } from "./recovery-network";
import { tagsOf, type NetworkRole } from "./inputs";

/** One rule of a network security group. */
export interface SecurityRuleArgs {
  /** Name of the rule. */
  name: pulumi.Input<string>;
  /** 100 (first) to 4096 (last); the isolation of the test network takes 4000 and above. */
  priority: pulumi.Input<number>;
  /** `Inbound` or `Outbound`. */
  direction: pulumi.Input<string>;
  /** `Allow` or `Deny`. */
  access: pulumi.Input<string>;
  /** `Tcp`, `Udp`, `Icmp` or `*`. Default: `*`. */
  protocol?: pulumi.Input<string>;
  /** Address range or service tag. Default: `*`. */
  sourceAddressPrefix?: pulumi.Input<string>;
  /** Address range or service tag. Default: `*`. */
  destinationAddressPrefix?: pulumi.Input<string>;
  /** Port, range or `*`. Default: `*`. */
  destinationPortRange?: pulumi.Input<string>;
}

/** Priorities of the rules that isolate the test network; lower ones are the user's. */
const isolationPriority = 4000;

/**
 * Inputs of a network's security group. The recovery network's holds the user's rules alone: Azure's own
 * rules keep the internet out. The test network's lets its own addresses talk and denies everything else.
 */
export function securityGroupInputs(
  name: string,
  role: NetworkRole,
  args: RecoveryNetworkArgs,
  level: RecoveryNetworkLevelArgs,
): network.NetworkSecurityGroupArgs {
  return {
    networkSecurityGroupName: role === "recovery" ? `nsg-${name}` : `nsg-${name}-test`,
    resourceGroupName: args.resourceGroupName ?? "",
    location: level.location ?? args.location,
    securityRules: [
      ...(level.securityRules ?? []).map(userRule),
      ...(role === "test-failover" ? isolation(level.addressSpaces ?? []) : []),
    ],
    ...tagsOf(args, level),
  };
}

function userRule(rule: SecurityRuleArgs) {
  return {
    name: rule.name,
    priority: rule.priority,
    direction: rule.direction,
    access: rule.access,
    protocol: rule.protocol ?? "*",
    sourceAddressPrefix: rule.sourceAddressPrefix ?? "*",
    sourcePortRange: "*",
    destinationAddressPrefix: rule.destinationAddressPrefix ?? "*",
    destinationPortRange: rule.destinationPortRange ?? "*",
  };
}

/** Not by the tag VirtualNetwork, which would include whatever is ever peered with the network. */
function isolation(addressSpaces: pulumi.Input<pulumi.Input<string>[]>) {
  return (["Inbound", "Outbound"] as const).flatMap((direction) => [
    {
      name: `AllowOwnAddresses${direction}`,
      priority: isolationPriority,
      direction,
      access: "Allow",
      protocol: "*",
      sourceAddressPrefixes: addressSpaces,
      sourcePortRange: "*",
      destinationAddressPrefixes: addressSpaces,
      destinationPortRange: "*",
      description: "Machines of one drill reach each other.",
    },
    {
      name: `DenyEverythingElse${direction}`,
      priority: isolationPriority + 1,
      direction,
      access: "Deny",
      protocol: "*",
      sourceAddressPrefix: "*",
      sourcePortRange: "*",
      destinationAddressPrefix: "*",
      destinationPortRange: "*",
      description: "A drill touches neither production nor the internet.",
    },
  ]);
}

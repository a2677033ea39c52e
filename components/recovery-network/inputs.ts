import type * as network from "@pulumi/azure-native/network";
import type * as pulumi from "@pulumi/pulumi";
import type { RecoveryNetworkArgs, RecoveryNetworkLevelArgs, RecoverySubnetArgs } from "./recovery-network";
import { known, mapped } from "../inputs/pending";

export type NetworkRole = "recovery" | "test-failover";

/** Subnets of Azure's own services, which refuse a network security group. */
const subnetsWithoutSecurityGroup: readonly string[] = [
  "GatewaySubnet",
  "AzureFirewallSubnet",
  "AzureFirewallManagementSubnet",
  "RouteServerSubnet",
];

/** Inputs of a new network. */
export function networkInputs(
  name: string,
  role: NetworkRole,
  args: RecoveryNetworkArgs,
  level: RecoveryNetworkLevelArgs,
  securityGroupId?: pulumi.Input<string>,
): network.VirtualNetworkArgs {
  return {
    virtualNetworkName: level.networkName ?? (role === "recovery" ? `vnet-${name}` : `vnet-${name}-test`),
    resourceGroupName: args.resourceGroupName ?? "",
    location: level.location ?? args.location,
    addressSpace: { addressPrefixes: level.addressSpaces ?? [] },
    subnets: (level.subnets ?? []).map((subnet) => subnetInputs(role, subnet, securityGroupId)),
    ...(level.dnsServers === undefined ? {} : { dhcpOptions: { dnsServers: level.dnsServers } }),
    ...tagsOf(args, level),
  };
}

function subnetInputs(
  role: NetworkRole,
  subnet: RecoverySubnetArgs,
  securityGroupId: pulumi.Input<string> | undefined,
) {
  const groupId =
    subnet.networkSecurityGroupId ??
    (subnetsWithoutSecurityGroup.includes(known(subnet.name) ?? "") ? undefined : securityGroupId);
  return {
    name: subnet.name,
    addressPrefix: subnet.addressPrefix,
    ...(groupId === undefined ? {} : { networkSecurityGroup: { id: groupId } }),
    ...(subnet.routeTableId === undefined ? {} : { routeTable: { id: subnet.routeTableId } }),
    ...(subnet.serviceEndpoints === undefined
      ? {}
      : { serviceEndpoints: subnet.serviceEndpoints.map((service) => ({ service })) }),
    // A drill must not reach the internet by the address that Azure lends every machine.
    ...(role === "test-failover" ? { defaultOutboundAccess: false } : {}),
  };
}

/** Tags of the component and of the level; a level's own win. */
export function tagsOf(
  args: RecoveryNetworkArgs,
  level: RecoveryNetworkLevelArgs,
): Pick<network.VirtualNetworkArgs, "tags"> {
  if (args.tags === undefined && level.tags === undefined) return {};
  return { tags: mapped([args.tags ?? {}, level.tags ?? {}], ([common, own]) => ({ ...common, ...own })) };
}

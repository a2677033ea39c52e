import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import type { FailbackInfrastructureArgs } from "./failback-infrastructure";

/** A VPN or ExpressRoute connection between the recovery network and the site. */
export interface SiteConnectionArgs {
  /** Machines replicate back over either; ExpressRoute needs private peering for it. */
  kind: "vpn" | "express-route";
  /** Id of an existing gateway of the recovery network; the arguments of a new one are then left out. */
  gatewayId?: pulumi.Input<string>;
  /** Id of the recovery network's subnet `GatewaySubnet`, for a new gateway. */
  gatewaySubnetId?: pulumi.Input<string>;
  /** Default: `vgw-<name>`. */
  gatewayName?: pulumi.Input<string>;
  /** Default: `VpnGw1AZ`, for ExpressRoute `ErGw1AZ`. */
  gatewaySku?: pulumi.Input<string>;
  /** VPN: public address of the site's device. */
  siteAddress?: pulumi.Input<string>;
  /** VPN: address ranges of the site, in CIDR notation. */
  siteAddressSpaces?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * VPN: key that both ends share.
   *
   * @secret
   */
  sharedKey?: pulumi.Input<string>;
  /** ExpressRoute: id of the circuit. */
  circuitId?: pulumi.Input<string>;
  /**
   * ExpressRoute: key for a circuit of another subscription.
   *
   * @secret
   */
  authorizationKey?: pulumi.Input<string>;
}

const defaultSku = { vpn: "VpnGw1AZ", "express-route": "ErGw1AZ" } as const;

export interface MadeConnection {
  readonly gatewayId: pulumi.Output<string>;
  readonly address: pulumi.Output<string | undefined> | undefined;
}

/** The gateway and its connection, or the existing gateway with a new connection where the site is described. */
export function siteConnection(
  name: string,
  args: FailbackInfrastructureArgs,
  own: pulumi.CustomResourceOptions,
): MadeConnection | undefined {
  const level = args.siteConnection;
  if (level === undefined) return undefined;
  const made = level.gatewayId === undefined ? newGateway(name, args, level, own) : undefined;
  const gatewayId = made?.gateway.id ?? pulumi.output(level.gatewayId ?? "");
  connection(name, args, level, gatewayId, own);
  return { gatewayId, address: made?.publicAddress.ipAddress };
}

function newGateway(
  name: string,
  args: FailbackInfrastructureArgs,
  level: SiteConnectionArgs,
  own: pulumi.CustomResourceOptions,
) {
  const common = commonOf(args);
  const publicAddress = new network.PublicIPAddress(
    `${name}-gateway-address`,
    {
      publicIpAddressName: pulumi.interpolate`pip-${gatewayNameOf(name, level)}`,
      ...common,
      sku: { name: "Standard" },
      publicIPAllocationMethod: "Static",
      // In every zone, as the zone-redundant gateway SKUs want it.
      zones: ["1", "2", "3"],
    },
    own,
  );
  const gateway = new network.VirtualNetworkGateway(
    `${name}-gateway`,
    {
      virtualNetworkGatewayName: gatewayNameOf(name, level),
      ...common,
      gatewayType: level.kind === "vpn" ? "Vpn" : "ExpressRoute",
      ...(level.kind === "vpn" ? { vpnType: "RouteBased", enableBgp: false, activeActive: false } : {}),
      sku: {
        name: level.gatewaySku ?? defaultSku[level.kind],
        tier: level.gatewaySku ?? defaultSku[level.kind],
      },
      ipConfigurations: [
        {
          name: "default",
          privateIPAllocationMethod: "Dynamic",
          publicIPAddress: { id: publicAddress.id },
          subnet: { id: level.gatewaySubnetId ?? "" },
        },
      ],
    },
    own,
  );
  return { gateway, publicAddress };
}

function connection(
  name: string,
  args: FailbackInfrastructureArgs,
  level: SiteConnectionArgs,
  gatewayId: pulumi.Output<string>,
  own: pulumi.CustomResourceOptions,
): void {
  const common = commonOf(args);
  const both = {
    virtualNetworkGatewayConnectionName: pulumi.interpolate`con-${gatewayNameOf(name, level)}`,
    ...common,
    virtualNetworkGateway1: { id: gatewayId },
  };
  // Keys may come in plain text from another language; the state must not hold them so.
  if (level.kind === "express-route") {
    if (level.circuitId === undefined) return;
    new network.VirtualNetworkGatewayConnection(
      `${name}-connection`,
      {
        ...both,
        connectionType: "ExpressRoute",
        peer: { id: level.circuitId },
        ...(level.authorizationKey === undefined
          ? {}
          : { authorizationKey: pulumi.secret(level.authorizationKey) }),
      },
      own,
    );
    return;
  }
  if (level.siteAddress === undefined) return;
  const site = new network.LocalNetworkGateway(
    `${name}-site`,
    {
      localNetworkGatewayName: pulumi.interpolate`lgw-${gatewayNameOf(name, level)}`,
      ...common,
      gatewayIpAddress: level.siteAddress,
      localNetworkAddressSpace: { addressPrefixes: level.siteAddressSpaces ?? [] },
    },
    own,
  );
  new network.VirtualNetworkGatewayConnection(
    `${name}-connection`,
    {
      ...both,
      connectionType: "IPsec",
      localNetworkGateway2: { id: site.id },
      sharedKey: pulumi.secret(level.sharedKey ?? ""),
    },
    own,
  );
}

function gatewayNameOf(name: string, level: SiteConnectionArgs): pulumi.Input<string> {
  return level.gatewayName ?? `vgw-${name}`;
}

function commonOf({ resourceGroupName, location, tags }: FailbackInfrastructureArgs) {
  return { resourceGroupName, location, ...(tags === undefined ? {} : { tags }) };
}

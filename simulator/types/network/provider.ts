import type { ResourceProvider } from "../resource-type";
import { addressAvailability, networkUsage } from "./address-usage";
import { networkSecurityGroup, securityRule } from "./network-security-group";
import { plainNetworkTypes } from "./plain-network-types";
import { privateDnsZone, virtualNetworkLink } from "./private-dns";
import { privateDnsZoneGroup, privateEndpoint } from "./private-endpoint";
import { subnet } from "./subnet";
import { virtualNetwork } from "./virtual-network";

export const networkProvider: ResourceProvider = {
  namespace: "Microsoft.Network",
  types: [
    virtualNetwork,
    subnet,
    networkUsage,
    addressAvailability,
    networkSecurityGroup,
    securityRule,
    privateEndpoint,
    privateDnsZoneGroup,
    privateDnsZone,
    virtualNetworkLink,
    ...plainNetworkTypes,
  ],
};

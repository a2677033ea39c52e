import { Address4, Address6 } from "ip-address";
import { z } from "zod";
import { azureId, name, newOrExisting, region, tags } from "./new-or-existing";

/** Address range in CIDR notation, IPv4 or IPv6. */
export const cidr = z
  .string()
  .regex(/\/\d+$/, "Expected an address range, such as 10.1.0.0/16")
  .refine((text) => Address4.isValid(text) || Address6.isValid(text), {
    error: "Expected an address range, such as 10.1.0.0/16",
  });

export const subnet = z.strictObject({
  name,
  addressPrefix: cidr,
  networkSecurityGroupId: azureId("Microsoft.Network/networkSecurityGroups").optional(),
  routeTableId: azureId("Microsoft.Network/routeTables").optional(),
  serviceEndpoints: z.array(z.string()).optional(),
});

export const network = newOrExisting(
  "Microsoft.Network/virtualNetworks",
  z.strictObject({
    name,
    location: region.optional(),
    addressSpaces: z.array(cidr).min(1),
    subnets: z.array(subnet).min(1),
    dnsServers: z.array(z.string()).optional(),
    tags: tags.optional(),
  }),
);

/** A source network and the recovery network its machines go to. */
export const networkMapping = z.strictObject({
  name: name.optional(),
  primaryNetworkId: z.string().min(1),
  /** The landing zone's recovery network where absent. */
  recoveryNetworkId: z.string().min(1).optional(),
});

export const networks = z.strictObject({
  recovery: network,
  testFailover: network
    .optional()
    .meta({ description: "Isolated network for drills: no peering, no way to production." }),
  mappings: z.array(networkMapping).optional(),
});

import { z } from "zod";
import { azureId, name } from "./new-or-existing";

/** A private endpoint in a subnet that stands already, with the private DNS zones that hold its names. */
export const privateEndpoint = z.strictObject({
  name: name.optional(),
  subnetId: azureId("Microsoft.Network/virtualNetworks/subnets"),
  privateDnsZoneIds: z.array(azureId("Microsoft.Network/privateDnsZones")).optional(),
});

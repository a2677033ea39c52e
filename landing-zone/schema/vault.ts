import { z } from "zod";
import { azureId, name, newOrExisting, region, tags } from "./new-or-existing";
import { privateEndpoint } from "./private-endpoint";

export const resourceGroup = newOrExisting(
  "resourceGroups",
  z.strictObject({ name, location: region.optional(), tags: tags.optional() }),
);

/**
 * Resource groups by what lies in them. Only `vault` is needed; the other kinds of resource go there
 * too unless they have a group of their own.
 */
export const resourceGroups = z.strictObject({
  vault: resourceGroup,
  storage: resourceGroup.optional(),
  network: resourceGroup.optional(),
  monitoring: resourceGroup.optional(),
  /** Where the recovered machines are created. */
  recovery: resourceGroup.optional(),
  /** Source region's group, azure-to-azure only. */
  source: resourceGroup.optional(),
});

export const vault = newOrExisting(
  "Microsoft.RecoveryServices/vaults",
  z.strictObject({
    name,
    location: region.optional().meta({ description: "The landing zone's region where absent." }),
    sku: z.strictObject({ name: z.string(), tier: z.string().optional() }).optional(),
    identity: z.enum(["none", "system", "user", "system-and-user"]).optional(),
    userAssignedIdentityIds: z.array(azureId("Microsoft.ManagedIdentity/userAssignedIdentities")).optional(),
    publicNetworkAccess: z.boolean().optional(),
    privateEndpoints: z.array(privateEndpoint).optional(),
    immutability: z.enum(["Disabled", "Unlocked", "Locked"]).optional(),
    storageRedundancy: z.enum(["LocallyRedundant", "ZoneRedundant", "GeoRedundant"]).optional(),
    crossRegionRestore: z.boolean().optional(),
    tags: tags.optional(),
  }),
);

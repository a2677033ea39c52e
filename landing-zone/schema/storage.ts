import { z } from "zod";
import { azureId, name, region, tags } from "./new-or-existing";
import { privateEndpoint } from "./private-endpoint";

/** Kinds and SKUs of storage accounts as ARM spells them. Which of them replication accepts is the rules' to say. */
const account = z.strictObject({
  name: name.optional().meta({ description: "Derived from the vault's name where absent." }),
  location: region.optional(),
  kind: z.enum(["Storage", "StorageV2", "BlobStorage", "BlockBlobStorage", "FileStorage"]),
  sku: z.string(),
  accessTier: z.enum(["Hot", "Cool", "Cold", "Premium"]).optional(),
  firewall: z
    .strictObject({
      defaultAction: z.enum(["Allow", "Deny"]),
      bypass: z.array(z.enum(["AzureServices", "Logging", "Metrics", "None"])).optional(),
      subnetIds: z.array(azureId("Microsoft.Network/virtualNetworks/subnets")).optional(),
      ipRules: z.array(z.string()).optional(),
    })
    .optional(),
  privateEndpoints: z
    .array(privateEndpoint)
    .optional()
    .meta({ description: "Private endpoints of its blobs; the public address where absent." }),
  minimumTlsVersion: z.string().optional(),
  publicBlobAccess: z.boolean().optional(),
  blobSoftDelete: z.boolean().optional(),
  hierarchicalNamespace: z.boolean().optional(),
  tags: tags.optional(),
});

const existing = z.strictObject({ id: azureId("Microsoft.Storage/storageAccounts") });

/**
 * Standard account for the replication logs that a premium replication account needs beside it. Its firewall and
 * its tags are those of that account.
 */
export const logStorage = z.union([
  existing,
  account.pick({ name: true, location: true, kind: true, sku: true }),
]);

/** Cache account of the source side, or the replication account of the classic experience. */
export const cacheStorage = z.union([
  existing.extend({ logStorage: logStorage.optional() }),
  account.extend({ logStorage: logStorage.optional() }),
]);

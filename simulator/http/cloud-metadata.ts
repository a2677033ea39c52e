import type { JsonObject } from "../json";

/**
 * The cloud metadata document by which clients of private clouds find sign-in and audiences. Its form changed over
 * the years: a flat object with `…Endpoint` names, then a list of clouds, then one cloud.
 */
export function cloudMetadata(
  origin: string,
  tenantId: string,
  apiVersion: string,
): JsonObject | readonly JsonObject[] {
  const host = new URL(origin).host;
  const authentication = {
    loginEndpoint: `${origin}/`,
    audiences: [
      `${origin}/`,
      origin,
      "https://management.core.windows.net/",
      "https://management.azure.com/",
    ],
    tenant: tenantId,
    identityProvider: "AAD",
  };
  if (apiVersion === "1.0" || apiVersion < "2019-01-01") {
    return {
      galleryEndpoint: `${origin}/`,
      graphEndpoint: `${origin}/`,
      portalEndpoint: `${origin}/`,
      authentication,
    };
  }
  const cloud = {
    portal: `${origin}/`,
    authentication,
    media: `${origin}/`,
    graphAudience: `${origin}/`,
    graph: `${origin}/`,
    microsoftGraphResourceId: `${origin}/`,
    name: "AzureSimulator",
    suffixes: {
      storage: "core.windows.net",
      keyVaultDns: "vault.azure.net",
      sqlServerHostname: "database.windows.net",
      storageSyncEndpointSuffix: "afs.azure.net",
    },
    batch: `${origin}/`,
    resourceManager: `${origin}/`,
    gallery: `${origin}/`,
    logAnalyticsResourceId: `${origin}/`,
    appInsightsResourceId: `${origin}/`,
    vmImageAliasDoc: `${origin}/`,
    host,
  };
  return apiVersion < "2022-01-01" ? [cloud] : cloud;
}

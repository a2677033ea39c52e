import { skuTier } from "./account-sku";

const servicesOfKind: Readonly<Record<string, readonly string[]>> = {
  Storage: ["blob", "queue", "table", "file"],
  StorageV2: ["dfs", "web", "blob", "queue", "table", "file"],
  BlobStorage: ["dfs", "blob", "table"],
  BlockBlobStorage: ["dfs", "web", "blob"],
  FileStorage: ["file"],
};

/** Addresses of an account's services; a premium general-purpose account serves page blobs only. */
export function primaryEndpoints(name: string, kind: string, sku: string): Readonly<Record<string, string>> {
  const isPageBlob = kind.startsWith("Storage") && skuTier(sku) === "Premium";
  const services = isPageBlob ? ["blob"] : (servicesOfKind[kind] ?? []);
  return Object.fromEntries(
    services.map((service) => [
      service,
      `https://${name}.${service === "web" ? "z20.web" : service}.core.windows.net/`,
    ]),
  );
}

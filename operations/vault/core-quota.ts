/** One entry of a region's SKUs; only what is looked at. */
export interface SkuResource {
  readonly name?: string;
  readonly resourceType?: string;
  /** Name of the quota that its vCPUs count against, besides `cores`. */
  readonly family?: string;
  readonly capabilities?: readonly { readonly name?: string; readonly value?: string }[];
}

/** One quota of a region: `name.value` is `cores` for all vCPUs, or a family such as `standardDSv5Family`. */
export interface UsageResource {
  readonly name?: { readonly value?: string; readonly localizedValue?: string };
  readonly currentValue?: number;
  readonly limit?: number;
}

/** Versions of the API that tells quotas and SKUs. */
export const quotaVersions = { usages: "2024-07-01", skus: "2021-07-01" } as const;

/** Where the quotas of a region are. @param regionId `/subscriptions/…/providers/Microsoft.Compute/locations/westeurope`. */
export function usagesPath(regionId: string): string {
  return `${regionId}/usages`;
}

/** Where the SKUs of a region are, with the family of each size, which the list of sizes by location does not tell. */
export function skusPath(regionId: string): string {
  const [provider = "", region = ""] = regionId.split("/locations/");
  return `${provider}/skus?$filter=${encodeURIComponent(`location eq '${region}'`)}`;
}

/** The quota of all vCPUs of a region. */
export const allCores = "cores";

/** What machines that start together ask of the quotas of a region. */
export interface CoreNeeds {
  /** vCPUs by quota: `cores`, and the family of every size. */
  readonly byQuota: ReadonlyMap<string, number>;
  /** Machines whose size is none of the region's, or not chosen. */
  readonly unknown: readonly { readonly name: string; readonly targetSize: string | undefined }[];
}

/** Adds up the vCPUs of the machines' target sizes, in all and by family. */
export function coreNeeds(
  machines: readonly { readonly name: string; readonly targetSize?: string | undefined }[],
  skus: readonly SkuResource[],
): CoreNeeds {
  const sizes = new Map(
    skus
      .filter(({ resourceType }) => resourceType === "virtualMachines")
      .map((sku) => [(sku.name ?? "").toLowerCase(), sku]),
  );
  const byQuota = new Map<string, number>();
  const unknown: { readonly name: string; readonly targetSize: string | undefined }[] = [];
  for (const { name, targetSize } of machines) {
    const sku = sizes.get((targetSize ?? "").toLowerCase());
    const cores = Number(sku?.capabilities?.find((each) => each.name === "vCPUs")?.value);
    if (sku === undefined || Number.isNaN(cores)) {
      unknown.push({ name, targetSize });
      continue;
    }
    for (const quota of [allCores, sku.family]) {
      if (quota !== undefined) byQuota.set(quota, (byQuota.get(quota) ?? 0) + cores);
    }
  }
  return { byQuota, unknown };
}

/** A quota by its name; undefined where the region tells none, or tells it in part. */
export function quotaNamed(
  usages: readonly UsageResource[],
  name: string,
): { readonly label: string; readonly limit: number; readonly free: number } | undefined {
  const usage = usages.find((each) => each.name?.value?.toLowerCase() === name.toLowerCase());
  if (usage?.limit === undefined || usage.currentValue === undefined) return undefined;
  return {
    label: usage.name?.localizedValue ?? name,
    limit: usage.limit,
    free: usage.limit - usage.currentValue,
  };
}

import { z } from "zod";
import { InputError, quoted } from "../../landing-zone/input-error";
import { normalizeRegion } from "../../limits/facts/region";
import { parseJsonText, readTextFile } from "./json-file";

/** A size of virtual machines as Azure lists it; what the list does not say is absent. */
export interface VmSize {
  readonly name: string;
  /** Name of its family in quotas, such as `standardDSv5Family`. */
  readonly family?: string;
  readonly vcpus: number;
  readonly memoryMiB: number;
  readonly maxDataDisks: number;
  readonly maxNics?: number;
  readonly premiumStorage?: boolean;
  readonly uncachedIops?: number;
  readonly uncachedMBps?: number;
  /** Generations of Hyper-V machines that run on it. */
  readonly generations?: readonly (1 | 2)[];
  /** Availability zones that have it and that the subscription may use. */
  readonly zones?: readonly string[];
}

export interface VmSizeList {
  readonly file: string;
  /** What it was printed by; the older command says less. */
  readonly command: "az vm list-skus" | "az vm list-sizes";
  readonly sizes: readonly VmSize[];
  /** Sizes that no machine is planned on, by reason. */
  readonly skipped: readonly { readonly reason: string; readonly sizes: number }[];
}

/** The command whose output the option takes. */
export function vmSizeCommand(region: string): string {
  return `az vm list-skus --location ${region} --resource-type virtualMachines --all --output json`;
}

const remedy =
  "Give what `az vm list-skus --location REGION --output json`, `az vm list-sizes --location REGION --output json` or the REST API of Microsoft.Compute/skus prints.";

const text = z.string();
/** Some versions of the command line print numbers as texts. */
const count = z.union([z.number().min(0), text.regex(/^\d+(\.\d+)?$/).transform(Number)]);

const sku = z.object({
  name: text,
  resourceType: text.optional(),
  family: text.nullish(),
  tier: text.nullish(),
  locations: z.array(text).nullish(),
  locationInfo: z.array(z.object({ location: text, zones: z.array(text).nullish() })).nullish(),
  capabilities: z.array(z.object({ name: text, value: text })).nullish(),
  restrictions: z
    .array(
      z.object({
        type: text.nullish(),
        values: z.array(text).nullish(),
        reasonCode: text.nullish(),
        restrictionInfo: z
          .object({ locations: z.array(text).nullish(), zones: z.array(text).nullish() })
          .nullish(),
      }),
    )
    .nullish(),
});

/** `memoryInMB` of the REST API is `memoryInMb` in older command lines. */
const size = z.object({
  name: text,
  numberOfCores: count,
  memoryInMB: count.optional(),
  memoryInMb: count.optional(),
  maxDataDiskCount: count,
});

const listOf = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item), z.object({ value: z.array(item) }).transform(({ value }) => value)]);

type Sku = z.infer<typeof sku>;

/** Which sizes of a list are taken. */
export interface VmSizeFilter {
  readonly region: string;
  /** Series such as `Dsv5`; with them even burstable or other special sizes are taken. */
  readonly series?: readonly string[];
}

/** @throws InputError when the file is no such list, or lists no size that may be taken. */
export async function readVmSizes(file: string, filter: VmSizeFilter): Promise<VmSizeList> {
  return parseVmSizes(await readTextFile(file, remedy), file, filter);
}

/** @throws InputError as `readVmSizes`. */
export function parseVmSizes(content: string, file: string, filter: VmSizeFilter): VmSizeList {
  const { region } = filter;
  const isSizes = /"numberOfCores"\s*:/.test(content);
  const list = isSizes
    ? sizesOf(parseJsonText(content, file, listOf(size), remedy), file, filter)
    : skusOf(parseJsonText(content, file, listOf(sku), remedy), file, filter);
  if (list.sizes.length > 0) return list;
  const why = list.skipped.map(({ reason, sizes }) => `${sizes} ${reason}`).join(", ");
  throw new InputError(
    `The list has no size for machines in ${region}${why === "" ? "" : ` (${why})`}.`,
    `Print it for that region: \`${vmSizeCommand(region)}\`.`,
    { file },
  );
}

function sizesOf(rows: readonly z.infer<typeof size>[], file: string, filter: VmSizeFilter): VmSizeList {
  const skipped = new Map<string, number>();
  const sizes = rows.flatMap((row, index): readonly VmSize[] => {
    const memoryMiB = row.memoryInMB ?? row.memoryInMb;
    if (memoryMiB === undefined) {
      throw new InputError("A size has no memoryInMB.", remedy, { file, path: `[${index}]` });
    }
    const reason = reasonOfName(row.name, filter);
    if (reason !== undefined) {
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
      return [];
    }
    return [{ name: row.name, vcpus: row.numberOfCores, memoryMiB, maxDataDisks: row.maxDataDiskCount }];
  });
  return { file, command: "az vm list-sizes", sizes, skipped: skippedOf(skipped) };
}

function skusOf(rows: readonly Sku[], file: string, filter: VmSizeFilter): VmSizeList {
  const region = normalizeRegion(filter.region);
  const skipped = new Map<string, number>();
  const sizes = new Map<string, VmSize>();
  for (const row of rows) {
    if (row.resourceType !== undefined && row.resourceType.toLowerCase() !== "virtualmachines") continue;
    const values = new Map(row.capabilities?.map(({ name, value }) => [name.toLowerCase(), value]));
    const reason = reasonOf(row, values, region, filter);
    if (reason === undefined) sizes.set(row.name.toLowerCase(), sizeOf(row, values, file, region));
    else skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  }
  return { file, command: "az vm list-skus", sizes: [...sizes.values()], skipped: skippedOf(skipped) };
}

function skippedOf(skipped: ReadonlyMap<string, number>): VmSizeList["skipped"] {
  return [...skipped].map(([reason, sizes]) => ({ reason, sizes })).sort((a, b) => b.sizes - a.sizes);
}

/** Why a size is planned for no machine; a user who wants it all the same edits the landing zone. */
function reasonOf(
  row: Sku,
  values: ReadonlyMap<string, string>,
  region: string,
  filter: VmSizeFilter,
): string | undefined {
  if (!isIn(row.locations, region)) return "of other regions";
  const blocked = row.restrictions?.some(
    ({ type, values: places, restrictionInfo }) =>
      type?.toLowerCase() === "location" && isIn(restrictionInfo?.locations ?? places, region),
  );
  if (blocked === true) return "not available to the subscription";
  const architecture = values.get("cpuarchitecturetype");
  if (architecture !== undefined && architecture.toLowerCase() !== "x64")
    return "not of the x64 architecture";
  const available = values.get("vcpusavailable");
  if (available !== undefined && available !== values.get("vcpus")) return "with constrained vCPUs";
  if (filter.series === undefined) {
    if (Number(values.get("gpus") ?? 0) > 0) return "with graphics processors";
    if (values.get("confidentialcomputingtype") !== undefined) return "for confidential computing";
  }
  return reasonOfName(row.name, filter);
}

/** What the names of sizes tell ("Azure VM sizes naming conventions"). */
function reasonOfName(name: string, filter: VmSizeFilter): string | undefined {
  if (filter.series !== undefined) {
    const own = seriesOf(name);
    return filter.series.some((each) => each.toLowerCase() === own) ? undefined : "of other series";
  }
  const series = /^(?:Standard|Basic)_([A-Z]+)/i.exec(name)?.[1]?.toUpperCase() ?? "";
  if (/^Basic_/i.test(name)) return "of the Basic tier";
  if (series.startsWith("N")) return "with graphics processors";
  if (series.startsWith("H")) return "for high-performance computing";
  if (series === "B") return "with burstable vCPUs";
  if (series === "DC" || series === "EC") return "for confidential computing";
  return undefined;
}

/** `dsv5` of `Standard_D4s_v5`. */
function seriesOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/^[a-z]+_(?=[a-z]+\d)/, "")
    .replace(/\d+(?:-\d+)?/, "")
    .replaceAll("_", "");
}

function sizeOf(row: Sku, values: ReadonlyMap<string, string>, file: string, region: string): VmSize {
  const number = (name: string): number | undefined => {
    const value = values.get(name.toLowerCase());
    if (value === undefined) return undefined;
    const parsed = Number(value);
    if (value.trim() !== "" && Number.isFinite(parsed) && parsed >= 0) return parsed;
    throw new InputError(`${quoted(value)} is no number of ${name}.`, remedy, { file, path: row.name });
  };
  const required = (name: string): number => {
    const value = number(name);
    if (value === undefined) {
      throw new InputError(`The size has no capability ${name}.`, remedy, { file, path: row.name });
    }
    return value;
  };
  const bytes = number("UncachedDiskBytesPerSecond");
  const premium = values.get("premiumio");
  const generations = values
    .get("hypervgenerations")
    ?.split(",")
    .flatMap((each): readonly (1 | 2)[] => (/1$/.test(each) ? [1] : /2$/.test(each) ? [2] : []));
  const uncachedIops = number("UncachedDiskIOPS");
  const maxNics = number("MaxNetworkInterfaces");
  const zones = zonesOf(row, region);
  return {
    name: row.name,
    ...(row.family === undefined || row.family === null ? {} : { family: row.family }),
    vcpus: required("vCPUs"),
    memoryMiB: required("MemoryGB") * 1024,
    maxDataDisks: number("MaxDataDiskCount") ?? 0,
    ...(maxNics === undefined ? {} : { maxNics }),
    ...(premium === undefined ? {} : { premiumStorage: premium.toLowerCase() === "true" }),
    ...(uncachedIops === undefined ? {} : { uncachedIops }),
    ...(bytes === undefined ? {} : { uncachedMBps: bytes / 1024 ** 2 }),
    ...(generations === undefined ? {} : { generations }),
    ...(zones === undefined ? {} : { zones }),
  };
}

function zonesOf({ locationInfo, restrictions }: Sku, region: string): readonly string[] | undefined {
  const zones = locationInfo?.find(({ location }) => normalizeRegion(location) === region)?.zones;
  if (zones === undefined || zones === null) return undefined;
  const blocked = restrictions?.flatMap(({ type, restrictionInfo }) =>
    type?.toLowerCase() === "zone" && isIn(restrictionInfo?.locations, region)
      ? (restrictionInfo?.zones ?? [])
      : [],
  );
  return zones.filter((zone) => blocked?.includes(zone) !== true);
}

/** No list of regions is one of all of them. */
function isIn(regions: readonly string[] | null | undefined, region: string): boolean {
  return (
    regions === undefined ||
    regions === null ||
    regions.length === 0 ||
    regions.some((each) => normalizeRegion(each) === region)
  );
}

import { isInRange, kernelRange, parseKernel, type Kernel, type KernelRange } from "../kernels";
import type { JsonValue, Limit } from "../matrix/schema";
import { compareVersions, parseVersion, type Version } from "../versions";
import { isRecord, parsedOnce, type JsonRecord, textIn } from "./json";
import { releaseRow, type ReleaseRow } from "./release";

/** Kernels that one release of the Mobility Service supports on one release of a distribution. */
export interface KernelList {
  readonly row: ReleaseRow;
  readonly servicePack: number | undefined;
  /** First two numbers of the Mobility Service version. */
  readonly mobilityService: Version;
  readonly mobilityServiceText: string;
  /** The list is all there is; otherwise it names additions to what earlier releases support. */
  readonly closed: boolean;
  /** The document keeps the list elsewhere, so its kernels are not known here. */
  readonly elsewhere: boolean;
  /** Unlisted kernels are supported too when they are the distribution's own. */
  readonly stockKernels: boolean;
  has(kernel: Kernel): boolean;
  /** The record in the matrix. */
  readonly record: JsonValue;
}

export interface KernelLists {
  /** A newer Mobility Service supports what an older one does. */
  readonly cumulative: boolean;
  /** By distribution. */
  readonly byName: ReadonlyMap<string, readonly KernelList[]>;
}

/** @throws TypeError when the matrix holds something else: a fault of ours. */
export const kernelListsOf = parsedOnce((limit: Limit): KernelLists => {
  const value = limit.value;
  if (!isRecord(value) || !Array.isArray(value["lists"]))
    throw new TypeError(`${limit.id} has no kernel lists`);
  return {
    cumulative: value["mobilityService"] === "same-or-newer",
    byName: Map.groupBy(
      value["lists"].flatMap((record) => (isRecord(record) ? listsOf(record) : [])),
      (list) => list.row.name,
    ),
  };
});

function listsOf(record: JsonRecord): readonly KernelList[] {
  const mobilityServiceText = textIn(record, "mobilityService");
  const mobilityService = parseVersion(mobilityServiceText);
  if (mobilityService === undefined)
    throw new TypeError(`"${mobilityServiceText}" is no Mobility Service version`);
  const common = {
    row: releaseRow(record),
    mobilityService,
    mobilityServiceText,
    closed: record["additions"] !== true && record["elsewhere"] !== true,
    elsewhere: record["elsewhere"] === true,
    stockKernels: record["stockKernels"] === true,
    record,
  };
  const servicePack = typeof record["servicePack"] === "number" ? record["servicePack"] : undefined;
  if (Array.isArray(record["ranges"])) {
    const ranges = record["ranges"].map((text) => kernelRange(String(text)));
    return [{ ...common, servicePack, has: (kernel) => inSome(kernel, ranges) }];
  }
  if (typeof record["atLeast"] === "string") {
    const floor = parseKernel(record["atLeast"]);
    return [{ ...common, servicePack, has: (kernel) => floor !== undefined && isAtLeast(kernel, floor) }];
  }
  const byPack = isRecord(record["kernels"])
    ? literalsOf(record["kernels"])
    : new Map<number | undefined, Set<string>>();
  if (byPack.size === 0) return [{ ...common, servicePack, has: () => false }];
  return [...byPack].map(([pack, names]) => ({
    ...common,
    servicePack: pack ?? servicePack,
    has: (kernel) => names.has(kernel.text),
  }));
}

function inSome(kernel: Kernel, ranges: readonly KernelRange[]): boolean {
  return ranges.some((range) => isInRange(kernel, range));
}

/** A floor speaks of the distribution's ordinary kernel, not of Oracle's own line. */
function isAtLeast(kernel: Kernel, floor: Kernel): boolean {
  if (/uek$/.test(kernel.series) || kernel.flavour === "uek") return false;
  return (compareVersions(kernel.base, floor.base) || compareVersions(kernel.build, floor.build)) >= 0;
}

/**
 * Spells out patterns such as `4.9.0-*-amd64: 1-3,5`, where `*` stands for each number, and
 * `exact: a,b`. A `:4` at the end of a pattern names the service pack.
 */
function literalsOf(patterns: JsonRecord): Map<number | undefined, Set<string>> {
  const byPack = new Map<number | undefined, Set<string>>();
  const add = (name: string): void => {
    const [kernel = "", pack] = name.split(":");
    const key = pack === undefined ? undefined : Number(pack);
    const names = byPack.get(key) ?? new Set<string>();
    names.add(kernel);
    byPack.set(key, names);
  };
  for (const pattern of Object.keys(patterns)) {
    for (const item of textIn(patterns, pattern).split(",")) {
      if (pattern === "exact") add(item.trim());
      else for (const build of numbersOf(item.trim())) add(pattern.replace("*", build));
    }
  }
  return byPack;
}

function numbersOf(item: string): readonly string[] {
  const range = /^(\d+)-(\d+)$/.exec(item);
  if (range === null) return [item];
  const [first, last] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

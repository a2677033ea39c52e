import { knownObject, knownString } from "../facts/known";
import type { Machine, OperatingSystem } from "../facts/machine";
import { isRecord, type JsonRecord } from "./json";
import { compareVersions, isOfLine, parseVersion, type Version } from "../versions";

/** A release of an operating system as rules compare it. */
export interface Release {
  readonly family: OperatingSystem["family"];
  readonly name: string | undefined;
  /** As written: `2012 R2`, `16.04`, `7.6`. */
  readonly version: string | undefined;
  /** Its numbers, where the version is a dotted one. */
  readonly numbers: Version | undefined;
  /** 0: known to have none. */
  readonly servicePack: number | undefined;
  readonly architecture: OperatingSystem["architecture"];
  /** For findings: `Windows Server 2008 R2 SP1`. */
  readonly text: string;
}

const seen = new WeakMap<object, Release>();

/** The machine's release; SUSE writes service packs as minor numbers too, both become one form. */
export function releaseOf(machine: Machine): Release {
  let release = seen.get(machine);
  if (release === undefined) {
    release = read(knownObject(machine.os));
    seen.set(machine, release);
  }
  return release;
}

function read(os: Partial<OperatingSystem>): Release {
  const name = knownString(os.name);
  let version = knownString(os.version);
  let pack = packNumber(os.servicePack);
  if (name === "SUSE Linux Enterprise Server" && version !== undefined) {
    const match = /^(\d+)(?:\.(\d+)|\s*SP\s*(\d+))?$/i.exec(version);
    if (match !== null) {
      version = match[1];
      const minor = match[2] ?? match[3];
      if (minor !== undefined) pack ??= Number(minor);
    }
  }
  const text = [
    name ?? os.family ?? "unknown",
    version,
    pack === undefined || pack === 0 ? undefined : `SP${pack}`,
  ]
    .filter((part) => part !== undefined)
    .join(" ");
  return {
    family: os.family === "windows" || os.family === "linux" || os.family === "other" ? os.family : undefined,
    name,
    version,
    numbers: parseVersion(version),
    servicePack: pack,
    architecture: os.architecture,
    text,
  };
}

function packNumber(servicePack: unknown): number | undefined {
  if (servicePack === null) return 0;
  const digits = knownString(servicePack)?.match(/^(?:service pack|sp)?\s*(\d+)$/i)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * One row of a list of supported releases. `from`/`to` bound a range of minor numbers inside one major;
 * `version` stands for itself and everything below it (`7` for 7.4, `16.04` for 16.04.6).
 */
export interface ReleaseRow {
  readonly name: string;
  readonly version?: string;
  readonly numbers?: Version;
  readonly from?: Version;
  readonly to?: Version;
  readonly servicePacks?: readonly number[];
  readonly minServicePack?: number;
  readonly minMobilityService?: string;
  readonly minKernel?: string;
  /** Replication intents the row holds for; all of them where absent. */
  readonly intents?: readonly string[];
}

/** Whether a release is of a row: yes, no, or not decidable without a fact. */
export type Match = "yes" | "no" | { readonly missing: string };

export function matches(release: Release, row: ReleaseRow): Match {
  if (release.name === undefined) return { missing: "os.name" };
  if (release.name !== row.name) return "no";
  if (release.version === undefined) return { missing: "os.version" };
  const version = matchesVersion(release, row);
  return version === "yes" ? matchesServicePack(release, row) : version;
}

function matchesVersion(release: Release, row: ReleaseRow): Match {
  if (row.from !== undefined && row.to !== undefined) {
    const { numbers } = release;
    if (numbers === undefined || numbers[0] !== row.from[0]) return "no";
    if (numbers.length === 1) return { missing: "os.version" };
    const minor = numbers.slice(0, 2);
    return compareVersions(minor, row.from) >= 0 && compareVersions(minor, row.to) <= 0 ? "yes" : "no";
  }
  if (release.version === row.version) return "yes";
  // Windows 8 and 8.1 are two releases, 7 and 7.4 of a Linux distribution are not.
  if (release.family === "windows") return "no";
  if (row.numbers === undefined || release.numbers === undefined) return "no";
  if (isOfLine(release.numbers, row.numbers)) return "yes";
  // `16` may be 16.04 or another release of that year.
  return isOfLine(row.numbers, release.numbers) ? { missing: "os.version" } : "no";
}

function matchesServicePack(release: Release, row: ReleaseRow): Match {
  if (row.servicePacks === undefined && row.minServicePack === undefined) return "yes";
  const pack = release.servicePack;
  if (pack === undefined) return { missing: "os.servicePack" };
  if (row.servicePacks !== undefined && !row.servicePacks.includes(pack)) return "no";
  return row.minServicePack !== undefined && pack < row.minServicePack ? "no" : "yes";
}

/** @throws TypeError when a row of the matrix is malformed: a fault of ours. */
export function releaseRow(value: unknown): ReleaseRow {
  if (!isRecord(value) || typeof value["name"] !== "string")
    throw new TypeError("A release row needs a name");
  return {
    name: value["name"],
    ...textField(value, "version"),
    ...textField(value, "minMobilityService"),
    ...textField(value, "minKernel"),
    ...versionField(value, "numbers", "version"),
    ...versionField(value, "from", "from"),
    ...versionField(value, "to", "to"),
    ...(Array.isArray(value["servicePacks"]) ? { servicePacks: value["servicePacks"].map(Number) } : {}),
    ...(Array.isArray(value["intents"]) ? { intents: value["intents"].map(String) } : {}),
    ...(typeof value["minServicePack"] === "number" ? { minServicePack: value["minServicePack"] } : {}),
  };
}

function textField<K extends string>(value: JsonRecord, key: K): { readonly [P in K]?: string } {
  return (typeof value[key] === "string" ? { [key]: value[key] } : {}) as { readonly [P in K]?: string };
}

function versionField<K extends string>(
  value: JsonRecord,
  as: K,
  key: string,
): { readonly [P in K]?: Version } {
  const version = parseVersion(value[key]);
  return (version === undefined ? {} : { [as]: version }) as { readonly [P in K]?: Version };
}

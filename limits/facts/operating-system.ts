import type { OperatingSystem } from "./machine";

/** Distributions and other systems by the words inventories use for them; the first match counts. */
const products: readonly {
  readonly pattern: RegExp;
  readonly name: string;
  readonly family: "linux" | "other";
}[] = [
  { pattern: /red ?hat|\brhel/i, name: "Red Hat Enterprise Linux", family: "linux" },
  { pattern: /centos stream/i, name: "CentOS Stream", family: "linux" },
  { pattern: /centos/i, name: "CentOS", family: "linux" },
  { pattern: /ubuntu/i, name: "Ubuntu", family: "linux" },
  { pattern: /debian/i, name: "Debian", family: "linux" },
  { pattern: /opensuse/i, name: "openSUSE", family: "linux" },
  {
    pattern: /suse linux enterprise desktop|\bsled/i,
    name: "SUSE Linux Enterprise Desktop",
    family: "linux",
  },
  { pattern: /suse linux enterprise|\bsles/i, name: "SUSE Linux Enterprise Server", family: "linux" },
  { pattern: /oracle ?(enterprise )?linux/i, name: "Oracle Linux", family: "linux" },
  { pattern: /rocky/i, name: "Rocky Linux", family: "linux" },
  { pattern: /alma ?linux/i, name: "AlmaLinux", family: "linux" },
  { pattern: /fedora/i, name: "Fedora", family: "linux" },
  { pattern: /amazon linux/i, name: "Amazon Linux", family: "linux" },
  { pattern: /scientific linux/i, name: "Scientific Linux", family: "linux" },
  { pattern: /photon/i, name: "VMware Photon OS", family: "linux" },
  { pattern: /coreos/i, name: "CoreOS", family: "linux" },
  { pattern: /solaris/i, name: "Solaris", family: "other" },
  { pattern: /freebsd/i, name: "FreeBSD", family: "other" },
  { pattern: /mac ?os|darwin/i, name: "macOS", family: "other" },
  { pattern: /netware/i, name: "NetWare", family: "other" },
  { pattern: /\bos\/2\b/i, name: "OS/2", family: "other" },
  { pattern: /vmware esx/i, name: "VMware ESXi", family: "other" },
  { pattern: /\baix\b/i, name: "AIX", family: "other" },
  { pattern: /\bhp-?ux\b/i, name: "HP-UX", family: "other" },
];

/** `or later` and `4/5` leave the version open; a guess would be worse than no version. */
const openVersion = /\bor (later|newer|above)\b|\d\/\d/i;

/**
 * Reads the name of an operating system as inventories write it: `Microsoft Windows Server 2012 R2
 * (64-bit)`, `Red Hat Enterprise Linux 7 (64-bit)`, `Ubuntu Linux (64-bit)`, `Other (32-bit)`.
 * What the text leaves open stays open: `CentOS 4/5 or later` has no version, `Other` no family.
 *
 * @param architecture text of a separate architecture column, e.g. `x64`, `amd64`, `32-bit`
 */
export function parseOperatingSystem(text: string, architecture?: string): OperatingSystem {
  const os = windows(text) ?? product(text) ?? guestId(text) ?? {};
  const known = parseArchitecture(architecture ?? "") ?? parseArchitecture(text);
  return known === undefined ? os : { ...os, architecture: known };
}

/** `x64` for 64-bit, x86_64, amd64 …; undefined where the text does not say. */
export function parseArchitecture(text: string): OperatingSystem["architecture"] {
  if (/arm64|aarch64/i.test(text)) return "arm64";
  if (/64[- ]?bit|x64|x86[_-]64|amd64|_?64guest/i.test(text)) return "x64";
  if (/32[- ]?bit|\bx86\b|\bi[3-6]86\b|\bx32\b/i.test(text)) return "x86";
  return undefined;
}

function windows(text: string): OperatingSystem | undefined {
  const hyperVServer = /hyper-v server\s+(\d{4})( r2)?/i.exec(text);
  if (hyperVServer !== null) {
    return { family: "windows", name: "Hyper-V Server", version: release(hyperVServer) };
  }
  if (!/\bwindows\b/i.test(text)) return undefined;
  const open = openVersion.test(text);
  const details = { ...servicePack(text), ...installation(text) };
  const server = /windows server(?:,? version)?(?:\s*®|\s*\(r\))?\s+(\d{4})(\s*r2)?/i.exec(text);
  if (/windows server/i.test(text)) {
    const version = server === null || open ? {} : { version: release(server) };
    return { family: "windows", name: "Windows Server", ...version, ...details };
  }
  const old = /windows\s+(2000|nt)\b/i.exec(text);
  if (old !== null) return { family: "windows", name: "Windows", version: old[1]?.toUpperCase(), ...details };
  const client = /windows\s+(xp|vista|7|8\.1|8|10|11)\b(?!\.\d)/i.exec(text);
  const version = client?.[1];
  return {
    family: "windows",
    name: "Windows",
    ...(version === undefined || open ? {} : { version: clientRelease(version) }),
    ...details,
  };
}

function clientRelease(text: string): string {
  if (/xp/i.test(text)) return "XP";
  return /vista/i.test(text) ? "Vista" : text;
}

function release(match: RegExpExecArray): string {
  return `${match[1] ?? ""}${match[2] === undefined ? "" : " R2"}`;
}

function servicePack(text: string): Pick<OperatingSystem, "servicePack"> {
  const match = /\b(?:service pack|sp)\s*(\d)\b/i.exec(text);
  return match === null ? {} : { servicePack: `SP${match[1] ?? ""}` };
}

function installation(text: string): Pick<OperatingSystem, "edition"> {
  if (/nano/i.test(text)) return { edition: "Nano Server" };
  if (/\bcore\b/i.test(text)) return { edition: "Server Core" };
  if (/\bltsc\b/i.test(text)) return { edition: "LTSC" };
  const edition = /\b(datacenter|standard|enterprise|essentials|foundation|professional)\b/i.exec(text)?.[1];
  if (edition === undefined) return {};
  return { edition: edition.charAt(0).toUpperCase() + edition.slice(1).toLowerCase() };
}

function product(text: string): OperatingSystem | undefined {
  const found = products.find(({ pattern }) => pattern.test(text));
  if (found === undefined) return /linux/i.test(text) ? { family: "linux" } : undefined;
  const os: OperatingSystem = { family: found.family, name: found.name };
  if (openVersion.test(text)) return os;
  const rest = text
    .replace(found.pattern, " ")
    .replace(/\(?\b(32|64)[- ]?bit\b\)?|x86_64|_?(64)?guest$/gi, " ");
  const version = /(?:^|[^\w.])v?(\d+(?:\.\d+)*)(?![\w])/i.exec(rest)?.[1];
  if (version === undefined) return os;
  if (found.name !== "SUSE Linux Enterprise Server") return { ...os, version };
  const [major, minor] = version.split(".");
  const pack =
    servicePack(rest).servicePack ?? (minor === undefined || minor === "0" ? undefined : `SP${minor}`);
  return { ...os, version: major, ...(pack === undefined ? {} : { servicePack: pack }) };
}

/** VMware's guest ids, as PowerCLI and govc export them. Ids that stand for several releases name none. */
const guestIds: readonly (readonly [RegExp, OperatingSystem])[] = [
  [/^winnet/i, { family: "windows", name: "Windows Server", version: "2003" }],
  [/^winlonghorn/i, { family: "windows", name: "Windows Server", version: "2008" }],
  [/^windows7server/i, { family: "windows", name: "Windows Server", version: "2008 R2" }],
  [/^windows8server/i, { family: "windows", name: "Windows Server", version: "2012" }],
  [/^windows9server/i, { family: "windows", name: "Windows Server", version: "2016" }],
  [/^windows2019srv_/i, { family: "windows", name: "Windows Server", version: "2019" }],
  [/^windows2019srvnext/i, { family: "windows", name: "Windows Server", version: "2022" }],
  [/^windows2022srvnext/i, { family: "windows", name: "Windows Server", version: "2025" }],
  [/^winxp/i, { family: "windows", name: "Windows", version: "XP" }],
  [/^winvista/i, { family: "windows", name: "Windows", version: "Vista" }],
  [/^windows7_/i, { family: "windows", name: "Windows", version: "7" }],
  [/^windows8_/i, { family: "windows", name: "Windows", version: "8" }],
  [/^windows9_/i, { family: "windows", name: "Windows", version: "10" }],
  [/^windows11_/i, { family: "windows", name: "Windows", version: "11" }],
  [/^other.*linux/i, { family: "linux" }],
];

function guestId(text: string): OperatingSystem | undefined {
  return guestIds.find(([pattern]) => pattern.test(text.trim()))?.[1];
}

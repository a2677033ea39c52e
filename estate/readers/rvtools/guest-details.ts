import type { OperatingSystem } from "../../../limits/facts/machine";
import { guestOs } from "../../guest-os";

/**
 * Adds what newer VMware Tools report in `Guest Detailed Data` (`distroVersion='20.04' kernelVersion='5.4.0'
 * prettyName='Ubuntu 20.04.6 LTS' …`): the exact version, the kernel and the architecture.
 */
export function guestDetails(
  text: string | undefined,
  os: OperatingSystem | undefined,
): OperatingSystem | undefined {
  if (text === undefined) return os;
  const details = new Map<string, string>();
  for (const [, key = "", value = ""] of text.matchAll(/(\w+)='([^']*)'/g)) details.set(key, value.trim());
  const pretty = guestOs(details.get("prettyName"));
  const name = os?.name ?? pretty?.name;
  const family = os?.family ?? pretty?.family;
  const linux = family === "linux";
  // The details of another product than the one that was seen are stale.
  const sameProduct = os?.name === undefined || pretty?.name === undefined || os.name === pretty.name;
  if (!sameProduct) return os;
  const version = linux
    ? (nonEmpty(details.get("distroVersion")) ?? os?.version ?? pretty?.version)
    : (os?.version ?? pretty?.version);
  const kernel = linux ? nonEmpty(details.get("kernelVersion")) : undefined;
  const architecture = os?.architecture ?? architectureOf(details);
  const combined: OperatingSystem = {
    ...pretty,
    ...os,
    ...(family === undefined ? {} : { family }),
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(kernel === undefined ? {} : { kernel }),
    ...(architecture === undefined ? {} : { architecture }),
  };
  return Object.keys(combined).length === 0 ? undefined : combined;
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === "" ? undefined : text;
}

function architectureOf(details: ReadonlyMap<string, string>): OperatingSystem["architecture"] {
  const arm = /arm/i.test(details.get("architecture") ?? "");
  const bits = details.get("bitness");
  if (arm) return bits === "64" ? "arm64" : undefined;
  return bits === "64" ? "x64" : bits === "32" ? "x86" : undefined;
}

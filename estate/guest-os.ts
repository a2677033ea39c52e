import type { OperatingSystem } from "../limits/facts/machine";
import { parseOperatingSystem } from "../limits/facts/operating-system";

/** The operating system a text names; undefined where it names nothing that is known. */
export function guestOs(text: string | undefined): OperatingSystem | undefined {
  if (text === undefined) return undefined;
  const os = parseOperatingSystem(text);
  return os.family === undefined && os.name === undefined ? undefined : os;
}

/** Longer names are no operating system's. */
const longestName = 200;

/**
 * The same system by the names that rules know: `RHEL` is Red Hat Enterprise Linux, `2012R2` is 2012 R2. What the
 * text says beyond name and version fills facts that are absent; what nobody knows stays as it is written.
 */
export function canonicalOs(os: OperatingSystem): OperatingSystem {
  const { name, version } = os;
  if (name === undefined || name.length + (version?.length ?? 0) > longestName) return os;
  const known = guestOs(version === undefined ? name : `${name} ${version}`);
  if (known?.name === undefined || (os.family !== undefined && os.family !== known.family)) return os;
  const { family: _family, ...facts } = known;
  const { servicePack, edition, architecture } = os;
  return {
    ...os,
    ...facts,
    ...(servicePack === undefined ? {} : { servicePack }),
    ...(edition === undefined ? {} : { edition }),
    ...(architecture === undefined ? {} : { architecture }),
  };
}

/** How two statements about one machine's operating system relate. */
export interface CombinedOs {
  readonly os: OperatingSystem;
  /** They name different products or versions. */
  readonly differs: boolean;
}

/**
 * The first statement, completed by the second where both name the same product: what runs in the machine
 * knows better than how it was configured.
 */
export function combineOs(
  seen: OperatingSystem | undefined,
  configured: OperatingSystem | undefined,
): CombinedOs | undefined {
  if (seen === undefined || configured === undefined) {
    const os = seen ?? configured;
    return os === undefined ? undefined : { os, differs: false };
  }
  const sameProduct =
    seen.family === configured.family &&
    (seen.name === undefined || configured.name === undefined || seen.name === configured.name);
  if (!sameProduct) return { os: seen, differs: true };
  const sameVersion =
    seen.version === undefined || configured.version === undefined || seen.version === configured.version;
  if (!sameVersion) {
    const { architecture } = configured;
    return { os: { ...(architecture === undefined ? {} : { architecture }), ...seen }, differs: true };
  }
  return { os: { ...configured, ...seen }, differs: false };
}

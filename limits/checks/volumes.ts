import { knownNumber, knownObjects, knownString, knownStrings } from "../facts/known";
import type { Machine, Volume } from "../facts/machine";

/** A volume of a machine, with what findings need to name it. */
export interface SeenVolume {
  readonly facts: Partial<Volume>;
  /** `volume /boot`, or by position where it has no mount point. */
  readonly subject: string;
  path(fact: keyof Volume): string;
  readonly mount: string | undefined;
  /** In lower case: `ext4`, `ntfs`. */
  readonly fileSystem: string | undefined;
  readonly sizeGiB: number | undefined;
  readonly freeMiB: number | undefined;
  /** Names of the disks it lies on; undefined: not known. */
  readonly disks: readonly string[] | undefined;
}

const seen = new WeakMap<object, readonly SeenVolume[] | null>();

/** The machine's volumes, or undefined where none are known. */
export function volumesOf(machine: Machine): readonly SeenVolume[] | undefined {
  let volumes = seen.get(machine);
  if (volumes === undefined) {
    volumes = read(machine) ?? null;
    seen.set(machine, volumes);
  }
  return volumes ?? undefined;
}

function read(machine: Machine): readonly SeenVolume[] | undefined {
  const all = knownObjects(machine.volumes);
  if (all === undefined || all.length === 0) return undefined;
  return all.map((facts, index) => {
    const mount = knownString(facts.mount);
    const disks = knownStrings(facts.disks);
    return {
      facts,
      subject: mount === undefined ? `volume ${index + 1}` : `volume ${mount}`,
      path: (fact) => `volumes[${index}].${fact}`,
      mount,
      fileSystem: knownString(facts.fileSystem)?.toLowerCase(),
      sizeGiB: knownNumber(facts.sizeGiB),
      freeMiB: knownNumber(facts.freeMiB),
      disks: disks === undefined || disks.length === 0 ? undefined : disks,
    };
  });
}

/** The volume that a path lies on: the one with the longest mount point above it. */
export function holdingVolume(volumes: readonly SeenVolume[], path: string): SeenVolume | undefined {
  const wanted = normalize(path);
  let best: SeenVolume | undefined;
  for (const volume of volumes) {
    if (volume.mount === undefined) continue;
    const mount = normalize(volume.mount);
    const above = wanted === mount || wanted.startsWith(mount.endsWith("/") ? mount : `${mount}/`);
    if (above && (best?.mount === undefined || mount.length > normalize(best.mount).length)) best = volume;
  }
  return best;
}

/** Windows drives without case and trailing backslash, Linux paths without trailing slash. */
function normalize(path: string): string {
  if (/^[A-Za-z](:|$)/.test(path) && !path.startsWith("/")) {
    const [drive = "", rest = ""] = path.split(":", 2);
    return `${drive.toLowerCase()}:${rest.replaceAll("\\", "/").toLowerCase()}`.replace(/\/+$/, "");
  }
  return path.length > 1 ? path.replace(/\/+$/, "") : path;
}

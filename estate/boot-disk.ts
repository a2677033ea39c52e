import type { OperatingSystem, Volume } from "../limits/facts/machine";

/**
 * Which disk of a machine holds the operating system, told from an inventory that does not say so itself.
 * Nothing is inferred from sizes or from the order of rows.
 */
export type BootDisk =
  | { readonly index: number; readonly evidence: keyof typeof bootDiskEvidence }
  | { readonly index: undefined; readonly contradiction?: string };

/** What a reader tells about an inferred operating-system disk. */
export const bootDiskEvidence = {
  only: "It is the machine's only disk.",
  volume: "The disk that holds the volume C:\\ or / is taken as the one with the operating system.",
  position:
    "The disk at the first position of the first controller (scsi0:0, or ide0:0 where there are IDE disks only) is taken as the one with the operating system: vSphere creates a machine with its first disk there. An estate document can say otherwise (disks[].os).",
} as const;

export interface BootDiskCandidate {
  readonly name?: string;
  /** Position on the virtual controllers, where the inventory tells it. */
  readonly position?: DiskPosition;
}

export interface DiskPosition {
  readonly bus: "scsi" | "ide";
  readonly controller: number;
  readonly unit: number;
}

export function findBootDisk(
  disks: readonly BootDiskCandidate[],
  volumes: readonly Volume[] = [],
  os: OperatingSystem = {},
): BootDisk {
  if (disks.length === 1) return { index: 0, evidence: "only" };
  const byVolume = disksOfSystemVolume(disks, volumes, os);
  if (byVolume.size > 1) {
    return { index: undefined, contradiction: "The volumes of the operating system lie on different disks" };
  }
  const [index] = byVolume;
  if (index !== undefined) return { index, evidence: "volume" };
  const first = firstPosition(disks);
  return first === undefined ? { index: undefined } : { index: first, evidence: "position" };
}

function disksOfSystemVolume(
  disks: readonly BootDiskCandidate[],
  volumes: readonly Volume[],
  os: OperatingSystem,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const volume of volumes) {
    if (!isSystemVolume(volume.mount ?? "", os)) continue;
    for (const name of volume.disks ?? []) {
      const index = disks.findIndex((disk) => disk.name === name);
      if (index >= 0) found.add(index);
    }
  }
  return found;
}

function isSystemVolume(mount: string, { family }: OperatingSystem): boolean {
  const windows = /^c:[\\/]?$/i.test(mount);
  const linux = mount === "/" || mount === "/boot";
  return family === "windows" ? windows : family === "linux" ? linux : windows || mount === "/";
}

/**
 * Index of the disk at position 0:0, where all disks are on one kind of bus. vSphere gives the disk that a
 * virtual machine is created with, and its operating system installed on, that position (Virtual Machine
 * Administration, "SCSI and SATA Storage Controller Conditions, Limitations, and Compatibility").
 */
function firstPosition(disks: readonly BootDiskCandidate[]): number | undefined {
  const positions = disks.map(({ position }) => position);
  const bus = positions[0]?.bus;
  // Which kind of bus comes first is a setting of the firmware: mixed disks stay undecided.
  if (bus === undefined || positions.some((position) => position?.bus !== bus)) return undefined;
  const first = positions.flatMap((position, index) =>
    position?.controller === 0 && position.unit === 0 ? [index] : [],
  );
  return first.length === 1 ? first[0] : undefined;
}

/** Position written as Azure Migrate and VMware do: `scsi0:1`, `ide0:0`. */
export function parseDiskPosition(text: string | undefined): DiskPosition | undefined {
  const match = /^(scsi|ide)(\d+):(\d+)$/i.exec(text ?? "");
  if (match === null) return undefined;
  const [, bus = "", controller, unit] = match;
  return {
    bus: bus.toLowerCase() as DiskPosition["bus"],
    controller: Number(controller),
    unit: Number(unit),
  };
}

/** Ranges of vSphere device keys of virtual disks, by kind of bus, and the units of one controller. */
const deviceKeys = [
  { bus: "scsi", first: 2000, last: 2999, units: 16 },
  { bus: "ide", first: 3000, last: 3999, units: 2 },
] as const;

/** Position of a virtual disk from its vSphere device key (2016 is scsi1:0); undefined for any other bus. */
export function positionOfDeviceKey(key: number): DiskPosition | undefined {
  const range = deviceKeys.find(({ first, last }) => key >= first && key <= last);
  if (range === undefined) return undefined;
  const offset = key - range.first;
  return { bus: range.bus, controller: Math.floor(offset / range.units), unit: offset % range.units };
}

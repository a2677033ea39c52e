import { win32 } from "node:path";
import type { Disk, Machine } from "../../../limits/facts/machine";
import type { TableRow } from "../../table-row";
import { volumeOfPath } from "./volumes";

export const diskColumns = {
  vmName: ["VMName"],
  vmId: ["VMId"],
  path: ["Path"],
  controllerType: ["ControllerType"],
  controllerNumber: ["ControllerNumber"],
  location: ["ControllerLocation"],
  diskNumber: ["DiskNumber"],
  shared: ["SupportPersistentReservations"],
  truncated: ["(truncated)"],
} as const;

export const vhdColumns = {
  path: ["Path"],
  size: ["Size"],
  logicalSector: ["LogicalSectorSize"],
  physicalSector: ["PhysicalSectorSize"],
} as const;

/** A disk drive of a machine, with its place on the controllers. */
export interface Drive {
  readonly facts: Disk;
  /** Key of its file among the VHDs. */
  readonly path?: string;
  readonly controller?: Disk["controller"];
  readonly first: boolean;
}

const bytesPerGibibyte = 1024 ** 3;

/** A VHD of less than this was exported in another unit than bytes: the format itself takes 3 MiB. */
const smallestVhdBytes = 3 * 1024 ** 2;

export function driveOf(row: TableRow<keyof typeof diskColumns>): Drive {
  const path = row.text("path");
  const diskNumber = row.text("diskNumber");
  const shared = row.has("shared") ? row.flag("shared") : undefined;
  const type = row.text("controllerType")?.toLowerCase();
  const controller =
    type === "0" || type === "ide" ? "ide" : type === "1" || type === "scsi" ? "scsi" : undefined;
  const passThrough = diskNumber !== undefined;
  const file = path === undefined || passThrough ? undefined : win32.basename(path);
  const volume = path === undefined || passThrough ? undefined : volumeOfPath(path);
  return {
    facts: {
      ...(file === undefined ? {} : { name: file }),
      ...(passThrough ? { name: `Disk ${diskNumber}`, kind: "physical" as const } : kindOf(file)),
      ...(/\.vhds$/i.test(file ?? "") ? { shared: true } : shared === undefined ? {} : { shared }),
      ...(controller === undefined ? {} : { controller }),
      ...(volume === undefined ? {} : { datastore: volume }),
    },
    ...(path === undefined || passThrough ? {} : { path: pathKey(path) }),
    controller,
    first: row.count("controllerNumber") === 0 && row.count("location") === 0,
  };
}

function kindOf(file: string | undefined): Pick<Disk, "kind"> {
  const extension = win32.extname(file ?? "").toLowerCase();
  if (extension === ".vhd" || extension === ".avhd") return { kind: "vhd" };
  return [".vhdx", ".avhdx", ".vhds"].includes(extension) ? { kind: "vhdx" } : {};
}

/** Paths of Windows compare without case. */
export function pathKey(path: string): string {
  return path.replaceAll("/", "\\").toLowerCase();
}

/** Facts of a VHD: the size that the machine sees, not that of its file. */
export function vhdOf(row: TableRow<keyof typeof vhdColumns>): Disk {
  const bytes = row.amount("size");
  const usable = bytes !== undefined && bytes >= smallestVhdBytes;
  if (bytes !== undefined && !usable)
    row.doubtful("size", "is too small for a size in bytes and is left out");
  const logical = row.amount("logicalSector") || undefined;
  const physical = row.amount("physicalSector") || undefined;
  return {
    ...(usable ? { sizeGiB: bytes / bytesPerGibibyte } : {}),
    ...(logical === undefined ? {} : { logicalSectorBytes: logical }),
    ...(physical === undefined ? {} : { physicalSectorBytes: physical }),
  };
}

/** What a note says of a disk that was told by its place on the controllers. */
export const startDiskEvidence =
  "A generation 1 machine starts from the first IDE disk, and one of generation 2 from the first SCSI disk unless its boot order says otherwise: that disk is taken as the one with the operating system.";

/** Index of the disk that the machine starts from; undefined where that is not told. */
export function startDisk(drives: readonly Drive[], generation: Machine["generation"]): number | undefined {
  if (drives.length === 1) return 0;
  if (generation === undefined) return undefined;
  const controller = generation === 1 ? "ide" : "scsi";
  const index = drives.findIndex((drive) => drive.controller === controller && drive.first);
  return index < 0 ? undefined : index;
}

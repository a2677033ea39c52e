import { quoted } from "../../../landing-zone/input-error";
import type { Disk, Nic, Volume } from "../../../limits/facts/machine";
import type { EstateMachine } from "../../document";
import { combineOs, guestOs } from "../../guest-os";
import type { NoteCollector } from "../../reading-note";
import type { TableRow } from "../../table-row";
import { guestDetails } from "./guest-details";
import type { vInfo } from "./columns";

type InfoRow = TableRow<keyof typeof vInfo>;

/** A machine while its tabs are being read. */
export interface RvtoolsMachine {
  readonly name: string;
  readonly facts: EstateMachine;
  /** Identity of its vCenter. */
  readonly vcenter?: string;
  /** Numbers of vInfo that other tabs are checked against. */
  readonly diskCount?: number;
  readonly nicCount?: number;
  readonly totalDiskCapacityMiB?: number;
  readonly disks: (Disk & { readonly key?: string })[];
  readonly volumes: (Volume & { readonly key?: string })[];
  readonly nics: Nic[];
  cpuCores?: number;
  memoryMiB?: number;
  vmwareTools?: EstateMachine["vmwareTools"];
}

const powerStates = { poweredon: "on", poweredoff: "off", suspended: "suspended" } as const;

/** The machine that a row of vInfo describes. */
export function machineOfInfo(name: string, row: InfoRow, notes: NoteCollector): RvtoolsMachine {
  const power = row.text("powerState")?.toLowerCase() ?? "";
  const powerState = Object.hasOwn(powerStates, power)
    ? powerStates[power as keyof typeof powerStates]
    : undefined;
  if (power !== "" && powerState === undefined) row.doubtful("powerState", "is no power state that is known");
  const connection = row.text("connectionState");
  if (connection !== undefined && connection.toLowerCase() !== "connected") {
    notes.warning(
      "vCenter cannot reach the machine, so little is known of it.",
      row.placeOf("connectionState"),
    );
  }
  const id = row.text("vmId");
  const host = row.text("host");
  const biosId = row.text("biosId")?.toLowerCase();
  const os = osOf(row);
  const firmware = firmwareOf(row);
  const secureBoot = row.flag("secureBoot");
  // Custom attributes of vCenter are columns of their own names between these.
  const tags = row.between("annotation", ["datacenter", "cluster", "host"]);
  return {
    name,
    facts: {
      name,
      ...(id === undefined ? {} : { id }),
      kind: "vmware-vm",
      ...(biosId === undefined ? {} : { biosId }),
      ...(os === undefined ? {} : { os }),
      ...(firmware === undefined ? {} : { firmware }),
      ...(secureBoot === undefined ? {} : { secureBoot }),
      ...(host === undefined ? {} : { host }),
      ...(powerState === undefined ? {} : { powerState }),
      ...(tags.size === 0 ? {} : { tags: Object.fromEntries(tags) }),
      ...row.origin(),
    },
    vcenter: row.text("server") ?? row.text("vcenter"),
    diskCount: row.count("diskCount"),
    nicCount: row.count("nicCount"),
    totalDiskCapacityMiB: row.amount("totalDiskCapacity"),
    disks: [],
    volumes: [],
    nics: [],
    // No machine has zero processors or memory: the figure was not collected.
    cpuCores: row.count("cpus") || undefined,
    memoryMiB: row.amount("memory") || undefined,
  };
}

function firmwareOf(row: InfoRow): EstateMachine["firmware"] {
  const firmware = row.text("firmware")?.toLowerCase();
  if (firmware === undefined) return undefined;
  if (firmware === "bios") return "bios";
  if (firmware === "efi" || firmware === "uefi") return "uefi";
  row.doubtful("firmware", "is no firmware that is known");
  return undefined;
}

/**
 * What VMware Tools saw wins over the configured type, which is often stale; the details that newer tools
 * report add kernel and exact version.
 */
function osOf(row: InfoRow): EstateMachine["os"] {
  const seen = guestOs(row.text("osSeen"));
  const configured = guestOs(row.text("osConfigured"));
  const combined = combineOs(seen, configured);
  if (combined === undefined) {
    const column = row.text("osSeen") === undefined ? "osConfigured" : "osSeen";
    if (row.text(column) !== undefined) row.doubtful(column, "names no operating system that is known");
  } else if (combined.differs) {
    row.doubtful(
      "osSeen",
      `is what VMware Tools saw; the machine is configured as ${quoted(row.text("osConfigured"))}`,
    );
  }
  return guestDetails(row.text("guestDetails"), combined?.os);
}

import type { Nic } from "../../../limits/facts/machine";
import type { EstateMachine } from "../../document";
import type { TableRow } from "../../table-row";
import { addressesOf, addressFacts } from "../addresses";
import type * as columns from "./columns";
import type { RvtoolsMachine } from "./machines";

/** Sizes called MB are MiB in every version. */
const mebibytesPerGibibyte = 1024;

/** A disk of vDisk. */
export function diskOf(row: TableRow<keyof typeof columns.vDisk>): RvtoolsMachine["disks"][number] {
  const name = row.text("disk");
  const key = row.text("key");
  const capacityMiB = row.amount("capacity");
  const raw = row.flag("raw");
  const shared = sharedOf(row.text("sharingMode"), row.text("sharedBus"));
  return {
    ...(name === undefined ? {} : { name }),
    ...(key === undefined ? {} : { key }),
    ...(capacityMiB === undefined ? {} : { sizeGiB: capacityMiB / mebibytesPerGibibyte }),
    ...(raw === undefined ? {} : { kind: raw ? ("rdm" as const) : ("vmdk" as const) }),
    ...(shared === undefined ? {} : { shared }),
  };
}

/** A disk is shared by multi-writer mode, or by a controller that shares its bus between machines. */
function sharedOf(mode: string | undefined, bus: string | undefined): boolean | undefined {
  if (mode === undefined && bus === undefined) return undefined;
  const multiWriter = mode !== undefined && !/^sharingnone$/i.test(mode);
  const sharedBus = bus !== undefined && !/^nosharing$/i.test(bus);
  return multiWriter || sharedBus;
}

/** A volume of vPartition: a file system of the guest, not a disk. */
export function volumeOf(row: TableRow<keyof typeof columns.vPartition>): RvtoolsMachine["volumes"][number] {
  const mount = row.text("mount");
  const key = row.text("key");
  const capacityMiB = row.amount("capacity");
  const freeMiB = row.amount("free");
  return {
    ...(mount === undefined ? {} : { mount }),
    ...(key === undefined ? {} : { key }),
    ...(capacityMiB === undefined ? {} : { sizeGiB: capacityMiB / mebibytesPerGibibyte }),
    ...(freeMiB === undefined ? {} : { freeMiB }),
  };
}

/** An adapter of vNetwork. */
export function nicOf(row: TableRow<keyof typeof columns.vNetwork>): Nic {
  const name = row.text("label");
  const macAddress = row.text("macAddress");
  const type = row.text("adapter");
  const network = row.text("network");
  const addresses = [...addressesOf(row.text("ipv4")), ...addressesOf(row.text("ipv6"))];
  return {
    ...(name === undefined ? {} : { name }),
    ...(macAddress === undefined ? {} : { macAddress }),
    ...(type === undefined ? {} : { type }),
    ...(network === undefined ? {} : { network }),
    // Without a column of its own for them, nothing is known of IPv6 addresses.
    ...addressFacts(addresses, row.has("ipv6")),
  };
}

/** State of VMware Tools as vTools spells it. */
export function toolsOf(status: string | undefined): EstateMachine["vmwareTools"] {
  switch (status?.toLowerCase()) {
    case "toolsok":
    case "toolsold":
      return { installed: true, running: true };
    case "toolsnotrunning":
      return { installed: true, running: false };
    case "toolsnotinstalled":
      return { installed: false, running: false };
    default:
      return undefined;
  }
}

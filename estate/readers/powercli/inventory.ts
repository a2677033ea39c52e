import { dirname } from "node:path";
import type { Disk, Nic } from "../../../limits/facts/machine";
import { bootDiskEvidence } from "../../boot-disk";
import { estateVersion, type EstateDocument, type EstateMachine } from "../../document";
import { combineOs, guestOs } from "../../guest-os";
import type { NoteCollector } from "../../reading-note";
import { normalizeHeader, readTable, type TableSet } from "../../table";
import type { TableRow } from "../../table-row";
import { addressesOf, addressFacts } from "../addresses";
import { MachinesByName } from "../machines-by-name";
import type { TableReader } from "../reader";

const machineColumns = {
  name: ["Name", "VM"],
  id: ["Id"],
  powerState: ["PowerState"],
  cpus: ["NumCpu"],
  memoryGB: ["MemoryGB"],
  memoryMB: ["MemoryMB"],
  guest: ["GuestOS", "Guest", "OSFullName", "GuestFullName"],
  guestId: ["GuestId"],
  host: ["VMHost"],
  addresses: ["IPAddress", "IPAddresses"],
  macAddresses: ["MacAddress", "MacAddresses"],
} as const;

const diskColumns = {
  machine: ["Parent", "VM"],
  name: ["Name"],
  capacityGB: ["CapacityGB"],
  capacityKB: ["CapacityKB"],
  diskType: ["DiskType"],
} as const;

type MachineRow = TableRow<keyof typeof machineColumns>;

const signatures = {
  // What `Get-VM` has and nothing else; operators choose some of them.
  machines: ["numcpu", "memorygb", "memorymb", "powerstate", "guestid", "vmhost", "provisionedspacegb"],
  disks: ["capacitygb", "capacitykb"],
} as const;

/**
 * CSV of VMware PowerCLI: `Get-VM | Select-Object … | Export-Csv`, with whatever columns were chosen, and
 * beside it `Get-HardDisk`. PowerCLI counts in 1024s whatever a name ends in. Space of a machine is not the
 * size of its disks and is not read.
 */
export const powercli: TableReader = {
  title: "PowerCLI",
  expected: "PowerCLI: columns Name and at least two of PowerState, NumCpu, MemoryGB, GuestId, VMHost",
  partOf(header, file) {
    const table = tableOf(header);
    return table === undefined ? undefined : { inventory: dirname(file), table };
  },
  recognize: (headers) => [...headers].find(([, header]) => tableOf(header) === "machines")?.[0],
  read: readPowercli,
};

function tableOf(header: readonly string[]): keyof typeof signatures | undefined {
  const names = new Set(header.map(normalizeHeader));
  const matches = (table: keyof typeof signatures): number =>
    signatures[table].filter((name) => names.has(name)).length;
  if (!names.has("name")) return undefined;
  if (names.has("parent") && matches("disks") > 0) return "disks";
  return matches("machines") >= 2 ? "machines" : undefined;
}

async function readPowercli(
  tables: TableSet,
  machineTable: string,
  notes: NoteCollector,
): Promise<EstateDocument> {
  const drafts: { readonly facts: EstateMachine; readonly disks: Disk[] }[] = [];
  const byName = new MachinesByName<(typeof drafts)[number]>();
  await readTable(tables, machineTable, machineColumns, ["name"], notes, (row) => {
    const name = row.text("name");
    if (name === undefined) {
      notes.warning("The row has no machine name and is left out.", row.placeOf("name"));
      return;
    }
    const draft = { facts: machineOf(name, row), disks: [] };
    drafts.push(draft);
    byName.add(name, draft);
  });
  const diskTable = tables.sheets.find((sheet) => sheet !== machineTable);
  if (diskTable === undefined) {
    notes.warning(
      "Get-VM has no sizes of disks. Give the output of Get-HardDisk | Select-Object Parent, Name, CapacityGB, DiskType as well.",
      tables.placeOf(machineTable),
    );
  } else {
    await readTable(tables, diskTable, diskColumns, ["machine"], notes, (row) => {
      const owners = byName.find(row.text("machine") ?? "");
      if (owners.length === 1) owners[0]?.disks.push(diskOf(row));
      else {
        row.doubtful(
          "machine",
          owners.length === 0
            ? "is not among the machines; the disk is left out"
            : `is the name of ${owners.length} machines; whose the disk is is unknown, and it is left out`,
        );
      }
    });
  }
  const machines = drafts.map(({ facts, disks }) => {
    if (disks.length === 0) return facts;
    const first = disks.length === 1 ? 0 : disks.findIndex(({ name }) => /^hard disk 1$/i.test(name ?? ""));
    if (first >= 0 && disks.length > 1) notes.info(firstDiskEvidence, tables.placeOf(machineTable));
    return {
      ...facts,
      disks: disks.map((disk, index) => ({ ...disk, ...(first < 0 ? {} : { os: index === first }) })),
    };
  });
  return { schema: estateVersion, scenario: "vmware-to-azure", machines };
}

const firstDiskEvidence = `Hard disk 1 is taken as the disk with the operating system. ${bootDiskEvidence.position.slice(bootDiskEvidence.position.indexOf("vSphere"))}`;

const powerStates: Readonly<Record<string, EstateMachine["powerState"]>> = {
  poweredon: "on",
  poweredoff: "off",
  suspended: "suspended",
  "1": "on",
  "0": "off",
  "2": "suspended",
};

function machineOf(name: string, row: MachineRow): EstateMachine {
  const id = row.text("id")?.replace(/^VirtualMachine-/, "");
  const power = row.text("powerState")?.toLowerCase() ?? "";
  const powerState = Object.hasOwn(powerStates, power) ? powerStates[power] : undefined;
  if (power !== "" && powerState === undefined) row.doubtful("powerState", "is no power state that is known");
  const os = osOf(name, row);
  const memoryGB = row.amount("memoryGB");
  const memoryMiB = row.amount("memoryMB") ?? (memoryGB === undefined ? undefined : memoryGB * 1024);
  const cpuCores = row.count("cpus") || undefined;
  const host = unexpanded(row, "host") ? undefined : row.text("host");
  const nics = nicsOf(row);
  return {
    name,
    ...(id === undefined ? {} : { id }),
    kind: "vmware-vm",
    ...(os === undefined ? {} : { os }),
    ...(cpuCores === undefined ? {} : { cpuCores }),
    ...(memoryMiB ? { memoryMiB } : {}),
    ...(nics === undefined ? {} : { nics }),
    ...(host === undefined ? {} : { host }),
    ...(powerState === undefined ? {} : { powerState }),
    ...row.origin(),
  };
}

/** `Guest` prints as `name:operating system`, and as the name alone where VMware Tools say nothing. */
function osOf(name: string, row: MachineRow): EstateMachine["os"] {
  const text = unexpanded(row, "guest") ? undefined : row.text("guest");
  const seenText = text?.startsWith(`${name}:`) === true ? text.slice(name.length + 1) : text;
  const seen = guestOs(seenText);
  const combined = combineOs(seen, guestOs(row.text("guestId")));
  if (combined === undefined && seenText !== undefined && seenText !== "" && seenText !== name) {
    row.doubtful("guest", "names no operating system that is known");
  }
  return combined?.os;
}

/** Addresses are listed for the machine: with one adapter they are its own, with several nobody's. */
function nicsOf(row: MachineRow): readonly Nic[] | undefined {
  const macs = unexpanded(row, "macAddresses") ? [] : addressesOf(row.text("macAddresses"));
  const addresses = unexpanded(row, "addresses") ? [] : addressesOf(row.text("addresses"));
  if (macs.length > 1) return macs.map((macAddress) => ({ macAddress }));
  const [macAddress] = macs;
  return macAddress === undefined ? undefined : [{ macAddress, ...addressFacts(addresses, false) }];
}

/** Whether a cell holds the name of a list's type, as Export-Csv prints lists. */
function unexpanded(row: MachineRow, column: "guest" | "host" | "addresses" | "macAddresses"): boolean {
  const found = /^(System|VMware)\.[\w.`[\]]+$/.test(row.text(column) ?? "");
  if (found) row.doubtful(column, "is the name of a type, not a value: the column was not expanded");
  return found;
}

function diskOf(row: TableRow<keyof typeof diskColumns>): Disk {
  const name = row.text("name");
  const capacityKB = row.amount("capacityKB");
  const sizeGiB = row.amount("capacityGB") ?? (capacityKB === undefined ? undefined : capacityKB / 1024 ** 2);
  const type = row.text("diskType") ?? "";
  return {
    ...(name === undefined ? {} : { name }),
    ...(sizeGiB === undefined || sizeGiB === 0 ? {} : { sizeGiB }),
    ...(/^raw/i.test(type) ? { kind: "rdm" as const } : /^flat/i.test(type) ? { kind: "vmdk" as const } : {}),
  };
}

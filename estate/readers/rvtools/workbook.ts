import { quoted } from "../../../landing-zone/input-error";
import type { Disk, Nic, Volume } from "../../../limits/facts/machine";
import type { Host } from "../../../limits/facts/site";
import { bootDiskEvidence, findBootDisk, positionOfDeviceKey } from "../../boot-disk";
import { estateVersion, type EstateDocument, type EstateMachine } from "../../document";
import type { NoteCollector } from "../../reading-note";
import { normalizeHeader, readTable, type Columns, type TableRow, type TableSet } from "../../table";
import type { ReaderOptions, TableReader } from "../reader";
import * as columns from "./columns";
import { addressesOf, addressFacts } from "../addresses";
import { machineOfInfo, type RvtoolsMachine } from "./machines";
import { Roster, type IdentityRow } from "./roster";
import { readHosts, readVcenter } from "./site";

const mebibytesPerGibibyte = 1024;

/**
 * RVTools export, versions 3 and 4. Only vInfo is needed; any other tab or column may be missing, and what it
 * would tell is then unknown. Sizes called MB are MiB in every version.
 *
 * Templates and Site Recovery Manager placeholders are no machines to protect and are left out.
 */
export const rvtools: TableReader = {
  title: "RVTools",
  expected: "RVTools: a sheet vInfo with a column VM",
  recognize: (headers) =>
    findTab([...headers.keys()], "vInfo") ??
    [...headers].find(([, header]) => {
      const names = new Set(header.map(normalizeHeader));
      const has = (spellings: readonly string[]): boolean =>
        spellings.some((name) => names.has(normalizeHeader(name)));
      return (
        has(columns.vInfo.name) &&
        has(columns.vInfo.powerState) &&
        has(columns.vInfo.cpus) &&
        has(columns.vInfo.memory)
      );
    })?.[0],
  read: readRvtools,
};

/** Sheets are called vInfo, or tabvInfo as the files of a folder are. */
function findTab(sheets: readonly string[], tab: string): string | undefined {
  const wanted = tab.toLowerCase();
  return sheets.find((sheet) => {
    const name = sheet.trim().toLowerCase();
    return name === wanted || name === `tab${wanted}` || name === `rvtools_tab${wanted}`;
  });
}

async function readRvtools(
  tables: TableSet,
  machineTable: string,
  notes: NoteCollector,
  options: ReaderOptions,
): Promise<EstateDocument> {
  const roster = new Roster(notes);
  let vcenter: EstateDocument["vcenter"];
  await readTable(tables, machineTable, columns.vInfo, ["name"], notes, (row) => {
    const name = row.text("name");
    if (name === undefined) {
      notes.warning("The row has no machine name and is left out.", row.placeOf("name"));
      return;
    }
    if (row.flag("template") === true || row.flag("srmPlaceholder") === true) {
      const kind = row.flag("template") === true ? "template" : "srmPlaceholder";
      notes.info(
        kind === "template"
          ? "Templates are no machines to protect and are left out."
          : "Placeholders of Site Recovery Manager are no machines to protect and are left out.",
        row.placeOf(kind),
      );
      roster.leaveOut(name, row);
      return;
    }
    const own = readVcenter(row);
    if (vcenter !== undefined && own?.name !== undefined && own.name !== vcenter.name) {
      notes.warning(
        `The machines come from several vCenters; the version of ${quoted(vcenter.name)} is judged.`,
        row.placeOf("server"),
        "several vCenters",
      );
    }
    vcenter ??= own;
    roster.add(machineOfInfo(name, row, notes), row);
  });

  const readTab = async <K extends string>(
    tab: string,
    tabColumns: Columns & Readonly<Record<K | "name", readonly string[]>>,
    onRow: (machine: RvtoolsMachine, row: TableRow<K>) => void,
  ): Promise<boolean> => {
    const sheet = findTab(tables.sheets, tab);
    if (sheet === undefined) return false;
    await readTable(tables, sheet, tabColumns, ["name"], notes, (row) => {
      const machine = roster.find(row as IdentityRow);
      if (machine !== undefined) onRow(machine, row as unknown as TableRow<K>);
    });
    return true;
  };

  const hasDisks = await readTab<keyof typeof columns.vDisk>("vDisk", columns.vDisk, (machine, row) => {
    machine.disks.push(diskOf(row));
  });
  await readTab<keyof typeof columns.vPartition>("vPartition", columns.vPartition, (machine, row) => {
    machine.volumes.push(volumeOf(row));
  });
  const hasNics = await readTab<keyof typeof columns.vNetwork>(
    "vNetwork",
    columns.vNetwork,
    (machine, row) => {
      machine.nics.push(nicOf(row));
    },
  );
  await readTab<keyof typeof columns.vCpu>("vCPU", columns.vCpu, (machine, row) => {
    machine.cpuCores ??= row.count("cpus") || undefined;
  });
  await readTab<keyof typeof columns.vMemory>("vMemory", columns.vMemory, (machine, row) => {
    machine.memoryMiB ??= row.amount("size") || undefined;
  });
  await readTab<keyof typeof columns.vTools>("vTools", columns.vTools, (machine, row) => {
    machine.vmwareTools ??= toolsOf(row.text("status"));
  });
  if (!hasDisks) {
    notes.warning("There is no sheet vDisk: only the number of a machine's disks is known.", {
      file: tables.file,
    });
  }

  const hosts = await readHosts(
    tables,
    findTab(tables.sheets, "vHost"),
    findTab(tables.sheets, "vDatastore"),
    notes,
  );
  const machines = roster.machines.map((machine) =>
    finish(machine, { roster, notes, file: tables.file, hasDisks, hasNics }),
  );
  reportMissedHosts(machines, hosts, notes, tables.file);
  return {
    schema: estateVersion,
    scenario: options.scenario ?? "vmware-to-azure",
    ...(vcenter === undefined ? {} : { vcenter }),
    ...(hosts.length === 0 ? {} : { hosts }),
    machines,
  };
}

function diskOf(row: TableRow<keyof typeof columns.vDisk>): RvtoolsMachine["disks"][number] {
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

function volumeOf(row: TableRow<keyof typeof columns.vPartition>): RvtoolsMachine["volumes"][number] {
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

function nicOf(row: TableRow<keyof typeof columns.vNetwork>): Nic {
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

function toolsOf(status: string | undefined): EstateMachine["vmwareTools"] {
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

interface Finishing {
  readonly roster: Roster;
  readonly notes: NoteCollector;
  readonly file: string;
  readonly hasDisks: boolean;
  readonly hasNics: boolean;
}

function finish(machine: RvtoolsMachine, context: Finishing): EstateMachine {
  const { cpuCores, memoryMiB, vmwareTools } = machine;
  const volumes = volumesOf(machine);
  const disks = disksOf(machine, volumes, context);
  const nics = nicsOf(machine, context);
  const id = context.roster.uniqueId(machine);
  return {
    ...machine.facts,
    ...(id === undefined ? {} : { id }),
    ...(cpuCores === undefined ? {} : { cpuCores }),
    ...(memoryMiB === undefined ? {} : { memoryMiB }),
    ...(disks === undefined ? {} : { disks }),
    ...(volumes.length === 0 ? {} : { volumes }),
    ...(nics === undefined ? {} : { nics }),
    ...(vmwareTools === undefined ? {} : { vmwareTools }),
  };
}

/** Volumes with the names of their disks. Linux reports bind mounts of a device many times: one each remains. */
function volumesOf(machine: RvtoolsMachine): readonly Volume[] {
  const diskNames = new Map(
    machine.disks.flatMap(({ key, name }) => (key === undefined || name === undefined ? [] : [[key, name]])),
  );
  const seen = new Set<string>();
  return machine.volumes.flatMap(({ key, ...volume }) => {
    const identity = `${key ?? ""} ${volume.mount ?? ""}`;
    if (volume.mount !== undefined && seen.has(identity)) return [];
    seen.add(identity);
    const disk = key === undefined ? undefined : diskNames.get(key);
    return [{ ...volume, ...(disk === undefined ? {} : { disks: [disk] }) }];
  });
}

/** A disk of which only the existence is known. One object for all of them: there can be very many. */
const unknownDisk: Disk & { readonly key?: string } = {};

function disksOf(
  machine: RvtoolsMachine,
  volumes: readonly Volume[],
  { roster, notes, file, hasDisks }: Finishing,
): readonly Disk[] | undefined {
  const { diskCount, disks } = machine;
  const known = disks.length;
  if (known === 0 && diskCount === undefined) return undefined;
  const count = Math.max(diskCount ?? 0, known);
  if (hasDisks && diskCount !== undefined && diskCount !== known && !roster.sharesName(machine)) {
    notes.warning(
      `vInfo counts ${diskCount} disks of ${quoted(machine.name)}, vDisk lists ${known}; the larger number is used, and what vDisk lacks is unknown.`,
      { file },
      "numbers of disks differ",
    );
  }
  const all: (Disk & { readonly key?: string })[] = Array.from(
    { length: count },
    (_, index) => disks[index] ?? unknownDisk,
  );
  // With one disk, the machine's total is that disk's size.
  if (count === 1 && all[0]?.sizeGiB === undefined && machine.totalDiskCapacityMiB !== undefined) {
    all[0] = { ...all[0], sizeGiB: machine.totalDiskCapacityMiB / mebibytesPerGibibyte };
  }
  const boot = findBootDisk(
    all.map(({ name, key }) => ({
      name,
      position: key === undefined ? undefined : positionOfDeviceKey(Number(key)),
    })),
    volumes,
    machine.facts.os,
  );
  if (boot.index !== undefined) {
    if (boot.evidence !== "only") notes.info(bootDiskEvidence[boot.evidence], { file });
  } else if (count > 0) {
    notes.warning(
      boot.contradiction === undefined
        ? `Nothing tells which disk of ${quoted(machine.name)} holds the operating system.`
        : `${boot.contradiction} of ${quoted(machine.name)}: which disk holds it is left open.`,
      { file },
      "no boot disk",
    );
  }
  return all.map((disk, index) => {
    if (disk === unknownDisk && boot.index === undefined) return unknownDisk;
    const { key: _key, ...facts } = disk;
    return { ...facts, ...(boot.index === undefined ? {} : { os: index === boot.index }) };
  });
}

/** Adapters of vNetwork; where that tab is missing, as many without facts as vInfo counts. */
function nicsOf({ nics, nicCount }: RvtoolsMachine, { hasNics }: Finishing): readonly Nic[] | undefined {
  if (nics.length > 0) return nics;
  if (nicCount === undefined) return undefined;
  return nicCount === 0 || !hasNics ? Array.from({ length: nicCount }, () => ({})) : undefined;
}

function reportMissedHosts(
  machines: readonly EstateMachine[],
  hosts: readonly Host[],
  notes: NoteCollector,
  file: string,
): void {
  if (hosts.length === 0) return;
  const known = new Set(hosts.map(({ name }) => name));
  const missed = new Set(
    machines.flatMap(({ host }) => (host === undefined || known.has(host) ? [] : [host])),
  );
  if (missed.size > 0) {
    const hostsAre =
      missed.size === 1 ? "One host that vInfo names is" : `${missed.size} hosts that vInfo names are`;
    notes.warning(`${hostsAre} not in vHost; what version runs there is unknown.`, {
      file,
    });
  }
}

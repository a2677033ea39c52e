import { quoted } from "../../../landing-zone/input-error";
import type { Disk, Nic, Volume } from "../../../limits/facts/machine";
import type { Host } from "../../../limits/facts/site";
import { bootDiskEvidence, findBootDisk, positionOfDeviceKey } from "../../boot-disk";
import type { EstateMachine } from "../../document";
import type { NoteCollector } from "../../reading-note";
import type { RvtoolsMachine } from "./machines";
import type { Roster } from "./roster";

const mebibytesPerGibibyte = 1024;

/** What the whole workbook says, for finishing a single machine. */
export interface Finishing {
  readonly roster: Roster;
  readonly notes: NoteCollector;
  readonly file: string;
  readonly hasDisks: boolean;
  readonly hasNics: boolean;
}

/** The machine with what all tabs say of it. */
export function finish(machine: RvtoolsMachine, context: Finishing): EstateMachine {
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

/** Adapters of vNetwork; where that tab is missing or lists fewer than vInfo counts, the others are unknown. */
function nicsOf(
  machine: RvtoolsMachine,
  { roster, notes, file, hasNics }: Finishing,
): readonly Nic[] | undefined {
  const { name, nics, nicCount } = machine;
  if (nics.length === 0) {
    if (nicCount === undefined || (nicCount > 0 && hasNics)) return undefined;
    return Array.from({ length: nicCount }, () => ({}));
  }
  if (nicCount === undefined || nicCount === nics.length || roster.sharesName(machine)) return nics;
  notes.warning(
    `vInfo counts ${nicCount} adapters of ${quoted(name)}, vNetwork lists ${nics.length}; the larger number is used, and what vNetwork lacks is unknown.`,
    { file },
    "numbers of adapters differ",
  );
  return Array.from({ length: Math.max(nicCount, nics.length) }, (_, index) => nics[index] ?? {});
}

/** Notes hosts of machines that the inventory has no row of. */
export function reportMissedHosts(
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

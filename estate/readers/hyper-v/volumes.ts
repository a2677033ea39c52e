import { win32 } from "node:path";
import type { Datastore, Host } from "../../../limits/facts/site";
import type { EstateMachine } from "../../document";
import type { NoteCollector } from "../../reading-note";
import { readTable, type TableSet } from "../../table";

/** Columns of `Get-Volume`, of `Win32_LogicalDisk` and `Win32_Volume`, and of cluster shared volumes. */
const columns = {
  name: ["FriendlyVolumeName", "DriveLetter", "DeviceID", "Name"],
  free: ["SizeRemaining", "FreeSpace"],
  host: ["PSComputerName", "ComputerName", "SystemName", "OwnerNode"],
} as const;

const bytesPerGibibyte = 1024 ** 3;

/** Where a cluster mounts the volumes that all its hosts share. */
const clusterFolder = /^[a-z]:\\ClusterStorage\\/i;

/**
 * Name of the host volume that a file lies on: `D:`, `C:\ClusterStorage\Volume1` or `\\server\share`; undefined where
 * the path is relative.
 */
export function volumeOfPath(path: string): string | undefined {
  const normal = win32.normalize(path);
  const share = /^\\\\[^\\?.]+\\[^\\]+/.exec(normal)?.[0];
  if (share !== undefined) return share;
  if (clusterFolder.test(normal)) return normal.split("\\").slice(0, 3).join("\\");
  return volumeName(/^[a-z]:/i.exec(normal)?.[0]);
}

/** A volume by its letter or mount point, in the form in which disks name it. */
function volumeName(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^[a-z]:?\\?$/i.test(text)) return `${text.charAt(0).toUpperCase()}:`;
  return clusterFolder.test(text) ? text.replace(/\\+$/, "") : undefined;
}

/**
 * Hosts of the machines with the free space of their volumes. Volumes of a cluster are those of every host; others are
 * of the host that the row names, or of the only one there is.
 */
export async function hostsWithVolumes(
  tables: TableSet,
  sheets: readonly string[],
  machines: readonly EstateMachine[],
  notes: NoteCollector,
): Promise<readonly Host[]> {
  const datastores = new Map<string, Map<string, Datastore>>();
  for (const { host } of machines) if (host !== undefined) datastores.set(host, new Map());
  const hosts = [...datastores.keys()];
  for (const sheet of sheets) {
    await readTable(tables, sheet, columns, ["name", "free"], notes, (row) => {
      const name = volumeName(row.text("name"));
      const bytes = row.amount("free");
      // Volumes without a letter are those of the system's own use.
      if (name === undefined || bytes === undefined) return;
      const given = row.text("host");
      const owners = clusterFolder.test(name)
        ? hosts
        : given === undefined
          ? hosts.slice(0, 2)
          : hosts.filter((host) => isHost(host, given));
      if (owners.length === 1 || clusterFolder.test(name)) {
        for (const owner of owners)
          datastores.get(owner)?.set(name, { name, freeGiB: bytes / bytesPerGibibyte });
      } else if (given === undefined) {
        notes.warning(
          "The volume does not say on which host it is, and there are several or none; it is left out. Add PSComputerName to the output.",
          row.placeOf("name"),
        );
      }
    });
  }
  return [...datastores].flatMap(([name, volumes]) =>
    volumes.size === 0 ? [] : [{ name, kind: "hyperv" as const, datastores: [...volumes.values()] }],
  );
}

/** `HV1` and `hv1.example.com` are one host. */
function isHost(known: string, given: string): boolean {
  const [one, other] = [known.toLowerCase(), given.toLowerCase()];
  return one === other || one.split(".", 1)[0] === other || one === other.split(".", 1)[0];
}

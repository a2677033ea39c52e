import type { Datastore, Host, VCenter } from "../../../limits/facts/site";
import type { NoteCollector } from "../../reading-note";
import { readTable, type TableSet } from "../../table";
import type { TableRow } from "../../table-row";
import * as columns from "./columns";

/** The vCenter that a machine's row names; hosts that were read directly are none. */
export function readVcenter(row: TableRow<keyof typeof columns.vInfo>): VCenter | undefined {
  const product = row.text("serverType");
  if (product === undefined || !/vcenter/i.test(product)) return undefined;
  const version = productVersion(product);
  const name = row.text("server");
  return { ...(name === undefined ? {} : { name }), ...(version === undefined ? {} : { version }) };
}

/** Hosts of vHost with the datastores that vDatastore lists for them. */
export async function readHosts(
  tables: TableSet,
  hostTable: string | undefined,
  datastoreTable: string | undefined,
  notes: NoteCollector,
): Promise<readonly Host[]> {
  const hosts = new Map<string, Host & { readonly datastores: Datastore[] }>();
  if (hostTable === undefined) return [];
  await readTable(tables, hostTable, columns.vHost, ["name"], notes, (row) => {
    const name = row.text("name");
    if (name === undefined) return;
    const version = productVersion(row.text("version"));
    hosts.set(name, {
      name,
      kind: "vsphere",
      ...(version === undefined ? {} : { version }),
      datastores: [],
    });
  });
  if (datastoreTable !== undefined) {
    await readTable(tables, datastoreTable, columns.vDatastore, ["name"], notes, (row) => {
      const datastore = datastoreOf(row);
      for (const host of (row.text("hosts") ?? "").split(/[,;]/))
        hosts.get(host.trim())?.datastores.push(datastore);
    });
  }
  return [...hosts.values()].map(({ datastores, ...host }) =>
    datastores.length === 0 ? host : { ...host, datastores },
  );
}

function datastoreOf(row: TableRow<keyof typeof columns.vDatastore>): Datastore {
  const name = row.text("name");
  const type = row.text("type")?.toLowerCase() ?? "";
  const kind = type.startsWith("nfs")
    ? "nfs"
    : (["vmfs", "vsan", "vvol"] as const).find((known) => known === type);
  return {
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    ...(kind === "nfs" ? { transport: "nfs" as const } : {}),
  };
}

/** `6.0.0` in `VMware ESXi 6.0.0 build-4192238`. */
function productVersion(text: string | undefined): string | undefined {
  return /\b(\d+(?:\.\d+)+)\b/.exec(text ?? "")?.[1];
}

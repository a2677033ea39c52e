import { basename, dirname } from "node:path";
import { normalizeHeader } from "../../table";
import type { PartPlace } from "../reader";

/** Tabs that are read, vInfo first; each lists machines where the ones before it are missing. */
export const machineTabs = ["vInfo", "vDisk", "vCPU", "vMemory", "vNetwork", "vPartition", "vTools"] as const;

export type Tab = (typeof machineTabs)[number] | "vHost" | "vDatastore";

/** Columns that tell a tab: one of each list. A column may have one name in every version. */
const signatures: Readonly<Record<Tab, readonly (readonly string[])[]>> = {
  vInfo: [
    ["vm", "vinfovmname"],
    ["powerstate", "vinfopowerstate"],
    ["cpus", "vinfocpus"],
    ["memory", "vinfomemory"],
  ],
  vPartition: [
    ["vm", "vpartitionvmname"],
    ["capacity mb", "vpartitioncapacitymib"],
    ["free mb", "vpartitionfreemib", "consumed mb", "vpartitionconsumedmib"],
  ],
  vDisk: [["vm"], ["capacity mb"], ["disk", "disk path", "disk mode", "raw"]],
  vNetwork: [["vm"], ["nic label", "mac address"], ["adapter", "network", "switch"]],
  vCPU: [["vm"], ["cpus"], ["sockets", "cores p/s"]],
  vMemory: [
    ["vm", "vmemoryvmname"],
    ["size mb", "vmemorysizemib"],
  ],
  vTools: [["vm"], ["tools"], ["tools version", "required version"]],
  vHost: [["host", "vhostname"], ["esx version"]],
  vDatastore: [["name"], ["capacity mb"], ["# hosts", "hosts"]],
};

const tabs = Object.keys(signatures) as Tab[];

/** The sheet of a tab: sheets are called vInfo, or tabvInfo as files are. */
export function findTab(sheets: readonly string[], tab: Tab): string | undefined {
  const wanted = tab.toLowerCase();
  return sheets.find((sheet) => {
    const name = sheet.trim().toLowerCase();
    return name === wanted || name === `tab${wanted}` || name === `rvtools_tab${wanted}`;
  });
}

/** The tab that a header is of, told from its columns. */
export function tabOf(header: readonly string[]): Tab | undefined {
  return tabs.find((tab) => signatures[tab].every((spellings) => hasOne(header, spellings)));
}

function hasOne(header: readonly string[], spellings: readonly string[]): boolean {
  return header.some((name) => spellings.includes(normalizeHeader(name)));
}

/** `vInfo` in `RVTools_tabvInfo.csv`. */
const tabInName = /(?:^|tab|[^a-z])(d?v[a-z]+)$/i;

/**
 * The tab that a file holds: `RVTools_tabvDisk.csv` and its like. The files of one export lie in one folder
 * and are called alike but for the tab.
 */
export function partOfExport(header: readonly string[], file: string): PartPlace | undefined {
  const name = basename(file).replace(/\.[^.]*$/, "");
  const named = tabInName.exec(name)?.[1]?.toLowerCase();
  // With few columns only the name tells tabs apart; it counts where the key column is there.
  const own =
    tabOf(header) ??
    tabs.find((tab) => tab.toLowerCase() === named && hasOne(header, signatures[tab][0] ?? []));
  const inventory = `${dirname(file)}/${own === undefined || named === undefined ? "" : name.replace(tabInName, "")}`;
  if (own !== undefined) return { inventory, table: own };
  // Other tabs of an export have nothing that a rule asks for; some of them hold licence keys.
  return /^rvtools_tab/i.test(name) ? { inventory, table: undefined } : undefined;
}

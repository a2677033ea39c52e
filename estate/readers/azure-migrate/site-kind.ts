import type { Machine } from "../../../limits/facts/machine";
import type { TableRow } from "../../table-row";

/** Kinds of sites that machines are discovered through. */
const siteKinds: Readonly<Record<string, Machine["kind"]>> = {
  vmwaresites: "vmware-vm",
  hypervsites: "hyperv-vm",
  serversites: "physical",
};

/** Kind of a machine by its id in Azure Migrate, which names the site. */
export function siteKindOf(row: Pick<TableRow<"id">, "text" | "doubtful">): Machine["kind"] {
  const id = row.text("id");
  if (id === undefined) return undefined;
  const site = /\/microsoft\.offazure\/([a-z]+sites)\//i.exec(id)?.[1]?.toLowerCase() ?? "";
  if (Object.hasOwn(siteKinds, site)) return siteKinds[site];
  row.doubtful("id", "names no kind of site that is known");
  return undefined;
}

import { normalizeRegion } from "../../../limits/facts/region";
import { estateVersion, type EstateDocument, type EstateMachine } from "../../document";
import type { NoteCollector } from "../../reading-note";
import { isRecord, recordTable, type JsonRecord } from "../../records/record-tables";
import { normalizeHeader, readTable, type TableSet } from "../../table";
import type { TablePart } from "../../table-part";
import type { TableReader } from "../reader";
import { disksOf } from "./disks";
import { guestOsOf } from "./guest-os";
import { adaptersOf } from "./network-adapters";
import { columns, objectAt, resourceOf, textAt, type Resource } from "./resource";

/**
 * Resources of Azure as Resource Graph exports them, as JSON or as the portal's CSV: virtual machines, and
 * beside them disks and network interfaces, in one file or several.
 */
export const resourceGraph: TableReader = {
  title: "Azure Resource Graph",
  expected: "Azure Resource Graph: resources with id, type and properties",
  partOf: (header, file) => (isResources(header) ? { inventory: "all", table: file } : undefined),
  recognize: (headers) => [...headers].find(([, header]) => isResources(header))?.[0],
  read: readResources,
};

function isResources(header: readonly string[]): boolean {
  const names = new Set(header.map(normalizeHeader));
  return ["id", "type", "properties"].every((name) => names.has(name));
}

/** Records as a table of resources; undefined where they are none. Objects become JSON, as in the portal's CSV. */
export function resourceTable(file: string, records: readonly JsonRecord[]): TablePart | undefined {
  if (!isResources(Object.keys(records[0] ?? {}))) return undefined;
  return recordTable(
    file,
    records.map((record) =>
      Object.fromEntries(
        Object.entries(record).map(([key, value]) => [
          key,
          isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : value,
        ]),
      ),
    ),
  );
}

async function readResources(
  tables: TableSet,
  _machineTable: string,
  notes: NoteCollector,
): Promise<EstateDocument> {
  const resources = new Map<string, Resource>();
  for (const sheet of tables.sheets) {
    await readTable(tables, sheet, columns, ["id", "type", "properties"], notes, (row) => {
      const resource = resourceOf(row);
      if (resource === undefined) return;
      if (resources.has(resource.id.toLowerCase())) row.doubtful("id", "comes twice; the last one counts");
      resources.set(resource.id.toLowerCase(), resource);
    });
  }
  const file = { file: tables.file };
  const all = [...resources.values()];
  const machines = all.filter(({ type }) => type === "microsoft.compute/virtualmachines");
  if (machines.length > 0 && !all.some(({ type }) => type === "microsoft.compute/disks")) {
    notes.warning("There is no microsoft.compute/disks: sizes and types of some disks are unknown.", file);
  }
  if (machines.length > 0 && !all.some(({ type }) => type === "microsoft.network/networkinterfaces")) {
    notes.warning("There is no microsoft.network/networkinterfaces: addresses are unknown.", file);
  }
  return {
    schema: estateVersion,
    scenario: "azure-to-azure",
    machines: machines.map((machine) => machineOf(machine, resources, notes, tables.file)),
  };
}

const powerStates: Readonly<Record<string, EstateMachine["powerState"]>> = {
  "powerstate/running": "on",
  "powerstate/stopped": "off",
  "powerstate/deallocated": "off",
};

function machineOf(
  { id, name, location, zones, properties, tags }: Resource,
  resources: ReadonlyMap<string, Resource>,
  notes: NoteCollector,
  file: string,
): EstateMachine {
  const guest = guestOsOf(properties);
  if (guest?.fromImage === true) {
    notes.info(
      "Where the agent reports no operating system, that of the image counts, from which the machine was made.",
      { file },
    );
  }
  const view = objectAt(properties, "extended", "instanceView");
  const power = textAt(objectAt(view, "powerState"), "code")?.toLowerCase() ?? "";
  const powerState = Object.hasOwn(powerStates, power) ? powerStates[power] : undefined;
  const generation = { V1: 1, V2: 2 }[textAt(view, "hyperVGeneration") ?? ""] as 1 | 2 | undefined;
  const hostName = textAt(view, "computerName") ?? textAt(objectAt(properties, "osProfile"), "computerName");
  const disks = disksOf(objectAt(properties, "storageProfile"), resources);
  const nics = adaptersOf(objectAt(properties, "networkProfile"), resources);
  return {
    name,
    id,
    kind: "azure-vm",
    ...(guest === undefined ? {} : { os: guest.os }),
    ...(generation === undefined ? {} : { generation, firmware: generation === 1 ? "bios" : "uefi" }),
    ...(hostName === undefined ? {} : { hostName }),
    ...(disks === undefined ? {} : { disks }),
    ...(nics === undefined ? {} : { nics }),
    ...(powerState === undefined ? {} : { powerState }),
    ...imageFacts(objectAt(properties, "storageProfile", "imageReference")),
    azure: azureFacts(location, zones, properties),
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  };
}

function imageFacts(image: JsonRecord): Pick<EstateMachine, "marketplaceImage"> {
  if (textAt(image, "publisher") !== undefined) return { marketplaceImage: true };
  return textAt(image, "id") === undefined ? {} : { marketplaceImage: false };
}

/** What a virtual machine's properties do not mention, it does not have: Resource Graph lists them all. */
function azureFacts(
  location: string | undefined,
  zones: readonly unknown[],
  properties: JsonRecord,
): NonNullable<EstateMachine["azure"]> {
  const vmId = textAt(properties, "vmId");
  const [zone] = zones;
  const hosted = ["host", "hostGroup"].some((key) => textAt(objectAt(properties, key), "id") !== undefined);
  const inScaleSet = textAt(objectAt(properties, "virtualMachineScaleSet"), "id") !== undefined;
  return {
    ...(vmId === undefined ? {} : { vmId }),
    ...(location === undefined ? {} : { region: normalizeRegion(location) }),
    zone: typeof zone === "string" ? zone : null,
    dedicatedHost: hosted,
    ...(inScaleSet ? {} : { scaleSet: null }),
    securityType: textAt(objectAt(properties, "securityProfile"), "securityType") ?? null,
  };
}

import type { EstateMachine } from "../../document";
import { guestOs } from "../../guest-os";
import type { TableRow } from "../../table-row";
import { networkAdapters } from "./network-adapters";
import { azureMigrateVerdict } from "./readiness";

/** Columns of All_Assessed_Machines. */
export const machineColumns = {
  name: ["Machine"],
  readiness: ["Azure VM readiness"],
  issues: ["Azure readiness issues"],
  host: ["VM host"],
  os: ["Operating system"],
  bootType: ["Boot type"],
  cores: ["Cores"],
  memory: ["Memory(MB)"],
  nicCount: ["Network adapters"],
  ipAddresses: ["IP address"],
  macAddresses: ["MAC address"],
} as const;

/** What Azure Migrate writes where it measured nothing. */
const notMeasured = /^not applicable$/i;

export type MachineRow = TableRow<keyof typeof machineColumns>;

/** What a row of All_Assessed_Machines says of a machine. */
export function machineFacts(name: string, row: MachineRow): EstateMachine {
  const os = guestOs(measured(row, "os"));
  const boot = measured(row, "bootType")?.toLowerCase();
  const cpuCores = positive(row.count("cores"));
  const memoryMiB = positive(row.amount("memory"));
  const host = row.text("host");
  const nics = networkAdapters(
    measured(row, "macAddresses"),
    measured(row, "ipAddresses"),
    row.count("nicCount"),
  );
  return {
    name,
    ...(os === undefined ? {} : { os }),
    ...(boot === "bios"
      ? { firmware: "bios" }
      : boot === "efi" || boot === "uefi"
        ? { firmware: "uefi" }
        : {}),
    ...(cpuCores === undefined ? {} : { cpuCores }),
    ...(memoryMiB === undefined ? {} : { memoryMiB }),
    ...(nics === undefined ? {} : { nics }),
    ...(host === undefined ? {} : { host }),
    ...azureMigrateVerdict(row),
    ...row.origin(),
  };
}

/** No machine has zero cores or memory: the figure was not collected. */
function positive(value: number | undefined): number | undefined {
  return value === 0 ? undefined : value;
}

/** Text of a cell; undefined where nothing was measured. */
export function measured(row: MachineRow, column: keyof typeof machineColumns): string | undefined {
  const text = row.text(column);
  return text === undefined || notMeasured.test(text) ? undefined : text;
}

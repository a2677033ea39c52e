import type { EstateMachine } from "../../document";
import { guestOs } from "../../guest-os";
import type { TableRow } from "../../table-row";
import { addressFacts } from "../addresses";

export const machineColumns = {
  name: ["Machine"],
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
  const nics = networkAdapters(row);
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

/** Cells such as `[10.1.2.3,fe80::1]; [];` hold one bracket an adapter, in the same order in both columns. */
function networkAdapters(row: MachineRow): EstateMachine["nics"] {
  const macs = brackets(measured(row, "macAddresses"));
  const addresses = brackets(measured(row, "ipAddresses"));
  const count = Math.max(row.count("nicCount") ?? 0, macs.length, addresses.length);
  if (count === 0) return undefined;
  return Array.from({ length: count }, (_, index) => {
    const mac = macs[index]?.[0];
    return {
      ...(mac === undefined ? {} : { macAddress: mac }),
      ...addressFacts(addresses[index] ?? [], true),
    };
  });
}

function brackets(text: string | undefined): readonly (readonly string[])[] {
  return [...(text ?? "").matchAll(/\[([^\]]*)\]/g)].map(([, inner = ""]) =>
    inner
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  );
}

import type { Nic } from "../../../limits/facts/machine";
import type { EstateMachine } from "../../document";
import { guestOs } from "../../guest-os";
import type { TableRow } from "../../table-row";
import { addressesOf, addressFacts } from "../addresses";

export const machineColumns = {
  name: ["VMName", "Name"],
  id: ["VMId", "Id"],
  generation: ["Generation"],
  cpus: ["ProcessorCount"],
  memory: ["MemoryStartup"],
  state: ["State"],
  host: ["ComputerName", "VMHost"],
  os: ["OSName", "GuestOS", "OperatingSystem"],
  hardDrives: ["HardDrives"],
} as const;

export const adapterColumns = {
  vmName: ["VMName"],
  vmId: ["VMId"],
  name: ["Name"],
  macAddress: ["MacAddress"],
  network: ["SwitchName"],
  addresses: ["IPAddresses"],
  truncated: ["(truncated)"],
} as const;

type MachineRow = TableRow<keyof typeof machineColumns>;

/** States by number and by word; states of transition are left open. */
const powerStates: Readonly<Record<string, EstateMachine["powerState"]>> = {
  "2": "on",
  running: "on",
  "3": "off",
  off: "off",
  "6": "suspended",
  saved: "suspended",
  "9": "suspended",
  paused: "suspended",
};

const bytesPerMebibyte = 1024 ** 2;

/** Hyper-V gives a machine at least 32 MiB; less is not in bytes. */
const leastMemoryBytes = 32 * bytesPerMebibyte;

export function machineOf(name: string, row: MachineRow): EstateMachine {
  const id = row.text("id")?.toLowerCase();
  const generation = generationOf(row);
  const cpuCores = row.count("cpus") || undefined;
  const memoryMiB = memoryOf(row);
  const state = row.text("state")?.toLowerCase() ?? "";
  const powerState = Object.hasOwn(powerStates, state) ? powerStates[state] : undefined;
  if (state !== "" && powerState === undefined) row.doubtful("state", "is no state that is known");
  const host = row.text("host");
  const os = guestOs(row.text("os"));
  if (os === undefined && row.text("os") !== undefined) {
    row.doubtful("os", "names no operating system that is known");
  }
  return {
    name,
    ...(id === undefined ? {} : { id }),
    kind: "hyperv-vm",
    ...(os === undefined ? {} : { os }),
    ...(generation === undefined ? {} : { generation, firmware: generation === 1 ? "bios" : "uefi" }),
    ...(cpuCores === undefined ? {} : { cpuCores }),
    ...(memoryMiB === undefined ? {} : { memoryMiB }),
    ...(host === undefined ? {} : { host }),
    ...(powerState === undefined ? {} : { powerState }),
    ...row.origin(),
  };
}

function generationOf(row: MachineRow): 1 | 2 | undefined {
  const generation = row.count("generation");
  if (generation === 1 || generation === 2) return generation;
  if (generation !== undefined) row.doubtful("generation", "is neither 1 nor 2 and is left out");
  return undefined;
}

/** Memory at start, in bytes; what is assigned at the moment is 0 for a machine that is off. */
function memoryOf(row: MachineRow): number | undefined {
  const bytes = row.amount("memory") || undefined;
  if (bytes === undefined) return undefined;
  if (bytes >= leastMemoryBytes) return bytes / bytesPerMebibyte;
  row.doubtful("memory", "is too little for a number of bytes and is left out");
  return undefined;
}

export function adapterOf(row: TableRow<keyof typeof adapterColumns>): Nic {
  const name = row.text("name");
  const mac = row.text("macAddress");
  // An adapter without a lease of its own has zeros.
  const macAddress = mac === undefined || /^[0:-]+$/.test(mac) ? undefined : mac;
  const network = row.text("network");
  return {
    ...(name === undefined ? {} : { name }),
    ...(macAddress === undefined ? {} : { macAddress }),
    ...(network === undefined ? {} : { network }),
    ...addressFacts(addressesOf(row.text("addresses")?.replace(/[{}]/g, " ")), true),
  };
}

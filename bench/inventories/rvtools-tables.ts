export type Value = string | number;

/** A tab of an RVTools export: its header, and its rows one by one. */
export interface Tab {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: () => Iterable<readonly Value[]>;
}

const disksPerMachine = 5;

/** Columns that RVTools has and nobody judges; they are read all the same. */
const otherColumns = 60 - 16;

const systems = [
  "Microsoft Windows Server 2019 (64-bit)",
  "Microsoft Windows Server 2012 R2 (64-bit)",
  "Ubuntu Linux (64-bit)",
  "Red Hat Enterprise Linux 8 (64-bit)",
];

/**
 * The tabs vInfo (60 columns) and vDisk (12 columns, five rows a machine) of RVTools 4 with that many machines; the
 * same values for the same number. Every fiftieth machine has a disk that no edition accepts.
 */
export function rvtoolsTables(machines: number): readonly Tab[] {
  return [
    {
      name: "vInfo",
      header: [
        ...["VM", "Powerstate", "Template", "Connection state", "CPUs", "Memory", "NICs", "Disks"],
        ...["Firmware", "EFI Secure boot", "Host", "Primary IP Address"],
        ...["OS according to the configuration file", "VM ID", "SMBIOS UUID", "VI SDK Server"],
        ...Array.from({ length: otherColumns }, (_, column) => `Attribute ${column + 1}`),
      ],
      *rows() {
        for (let index = 0; index < machines; index++) {
          yield [
            ...[nameOf(index), "poweredOn", "False", "connected", 4, 16_384, 1, disksPerMachine],
            ...[index % 10 === 0 ? "efi" : "bios", "False", `esx${index % 64}.example.com`, addressOf(index)],
            ...[systems[index % systems.length] ?? "", `vm-${index}`, uuidOf(index), "vcenter.example.com"],
            ...Array.from({ length: otherColumns }, (_, column) =>
              column % 2 === 0 ? index * column : `value ${(index * column) % 997}`,
            ),
          ];
        }
      },
    },
    {
      name: "vDisk",
      header: [
        ...["VM", "Disk", "Disk Key", "Capacity MiB", "Raw", "Disk Mode", "Sharing mode", "Thin"],
        ...["Controller", "Path", "VM ID", "VI SDK Server"],
      ],
      *rows() {
        for (let index = 0; index < machines; index++) {
          for (let disk = 0; disk < disksPerMachine; disk++) {
            const tooLarge = disk === disksPerMachine - 1 && index % 50 === 0;
            yield [
              ...[nameOf(index), `Hard disk ${disk + 1}`, String(2000 + disk)],
              ...[
                tooLarge ? 40_000 * 1024 : 65_536 * (disk + 1),
                "False",
                "persistent",
                "sharingNone",
                "True",
              ],
              ...["VMware paravirtual SCSI", `[datastore${index % 40}] ${nameOf(index)}/${disk}.vmdk`],
              ...[`vm-${index}`, "vcenter.example.com"],
            ];
          }
        }
      },
    },
  ];
}

function nameOf(index: number): string {
  return `machine-${String(index).padStart(6, "0")}`;
}

function addressOf(index: number): string {
  return `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
}

function uuidOf(index: number): string {
  return `00000000-0000-4000-8000-${index.toString(16).padStart(12, "0")}`;
}
